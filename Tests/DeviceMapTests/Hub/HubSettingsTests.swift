import DeviceMap
import Foundation
import Testing

@Suite("Variables of the environment") struct HubSettingsTests {
  private static func settings(_ variables: [String: String]) -> HubSettings {
    HubSettings(environment: { variables[$0] })
  }

  @Test("without any variable") func none() throws {
    let settings = Self.settings(["HOME": "/home/me"])
    #expect(settings.endpoint == .huggingFace)
    #expect(settings.modelScopeEndpoint == .modelScope)
    #expect(settings.caches == ["/home/me/.cache/huggingface/hub"])
    #expect(settings.modelScopeCaches == ["/home/me/.cache/modelscope"])
    #expect(settings.token == nil)
    #expect(settings.offline == nil)
    #if os(Linux)
      #expect(settings.headerCache == "/home/me/.cache/device-map/hub")
    #endif
  }

  @Test("without a home") func homeless() throws {
    let settings = Self.settings([:])
    #expect(settings.caches.isEmpty && settings.modelScopeCaches.isEmpty && settings.headerCache == nil)
  }

  @Test(
    "folders",
    arguments: [
      (["HF_HOME": "/hf"], "/hf/hub"), (["HF_HUB_CACHE": "/c", "HF_HOME": "/hf"], "/c"),
      (["HUGGINGFACE_HUB_CACHE": "/old"], "/old"), (["HF_HUB_CACHE": "/c", "HUGGINGFACE_HUB_CACHE": "/old"], "/c"),
      (["XDG_CACHE_HOME": "/x"], "/x/huggingface/hub"), (["HF_HOME": "~/hf"], "/home/me/hf/hub"),
      (["HF_HOME": "$ROOT/hf", "ROOT": "/r"], "/r/hf/hub"), (["HF_HOME": "${ROOT}x", "ROOT": "/r"], "/rx/hub"),
      (["HF_HOME": "/$NONE"], "/$NONE/hub"), (["HF_HOME": "/a$"], "/a$/hub"),
      (["HF_HUB_CACHE": ""], "/home/me/.cache/huggingface/hub"),
    ])
  func folders(variables: [String: String], cache: String) throws {
    #expect(Self.settings(variables.merging(["HOME": "/home/me"]) { $1 }).caches == [cache])
  }

  @Test(
    "headers are not kept in the folders of others",
    arguments: [
      "/home/me/.cache", "/home/me/.cache/device-map", "/", "/home/me/x/../.cache", "//home/./me/.cache/",
      "/home/me/.cache/device-map/hub/../hub",
    ])
  func foreignFolders(home: String) throws {
    let variables = ["HOME": "/home/me", "XDG_CACHE_HOME": "/home/me/.cache", "HF_HOME": home]
    #expect((Self.settings(variables).headerCache == nil) == (home != "/"))
  }

  @Test(
    "true is what the clients take for it",
    arguments: [("1", true), ("on", true), ("Yes", true), ("TRUE", true), ("0", false), ("", false), ("2", false)])
  func offline(value: String, isOffline: Bool) throws {
    #expect(Self.settings(["HF_HUB_OFFLINE": value]).offline == (isOffline ? "HF_HUB_OFFLINE" : nil))
    #expect(Self.settings(["TRANSFORMERS_OFFLINE": value]).offline == (isOffline ? "TRANSFORMERS_OFFLINE" : nil))
  }

  @Test("tokens in the order of their sources") func tokens() throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write("hf_file\n", "token")
    var variables = ["HF_HOME": folder.path, "HOME": "/nowhere"]
    #expect(try Self.settings(variables).token == HubToken("hf_file", source: path))
    variables["HUGGING_FACE_HUB_TOKEN"] = " hf_old\r\n"
    #expect(try Self.settings(variables).token == HubToken("hf_old", source: "HUGGING_FACE_HUB_TOKEN"))
    variables["HF_TOKEN"] = "hf_new"
    #expect(try Self.settings(variables).token == HubToken("hf_new", source: "HF_TOKEN"))
    variables["HF_TOKEN"] = " "
    #expect(Self.settings(variables).token?.source == path, "a blank variable hides the other, and not the file")
    variables["HF_HUB_DISABLE_IMPLICIT_TOKEN"] = "1"
    #expect(Self.settings(variables).token == nil)
    let other = try folder.write("hf_other", "other")
    #expect(Self.settings(["HF_TOKEN_PATH": other]).token?.source == other)
    #expect(
      try Self.settings(["MODELSCOPE_API_TOKEN": "ms"]).modelScopeToken
        == HubToken("ms", source: "MODELSCOPE_API_TOKEN"))
  }

  @Test("a token does not show itself") func secret() throws {
    let token = try HubToken("hf_secret", source: "HF_TOKEN")
    #expect("\(String(describing: token)) \(String(reflecting: token))".contains("secret") == false)
  }

  @Test(
    "what cannot be meant is in the way of the hub that it is for",
    arguments: [
      (["HF_TOKEN": "a b"], HubError.invalidToken(source: "HF_TOKEN")),
      (["HF_TOKEN": "a\"b"], .invalidToken(source: "HF_TOKEN")),
      (["HF_TOKEN": "a\u{1}b"], .invalidToken(source: "HF_TOKEN")),
      (["HF_TOKEN": "\u{E4}"], .invalidToken(source: "HF_TOKEN")),
      (["HF_ENDPOINT": "hub"], .invalidEndpoint(variable: "HF_ENDPOINT", value: "hub")),
      (["HF_ENDPOINT": "https://u:p@hub"], .invalidEndpoint(variable: "HF_ENDPOINT", value: "https://u:p@hub")),
      (["MODELSCOPE_ENDPOINT": "a b"], .invalidEndpoint(variable: "MODELSCOPE_ENDPOINT", value: "https://a b")),
    ])
  func refusals(variables: [String: String], error: HubError) {
    let settings = HubSettings(environment: { variables[$0] })
    let isModelScope = variables.keys.contains { $0.hasPrefix("MODELSCOPE") }
    #expect(settings.fault == (isModelScope ? nil : error) && settings.modelScopeFault == (isModelScope ? error : nil))
  }

  @Test("servers") func endpoints() throws {
    #expect(Self.settings(["HF_ENDPOINT": "HTTPS://HF-Mirror.com/Path"]).endpoint.url == "https://hf-mirror.com/Path")
    #expect(Self.settings(["HF_ENDPOINT": "https://hf-mirror.com/"]).endpoint.url == "https://hf-mirror.com")
    #expect(
      Self.settings(["MODELSCOPE_DOMAIN": "www.modelscope.cn"]).modelScopeEndpoint.url
        == "https://www.modelscope.cn")
    #expect(
      Self.settings(["MODELSCOPE_ENDPOINT": "http://a", "MODELSCOPE_DOMAIN": "b"]).modelScopeEndpoint.url
        == "http://a")
  }
}
