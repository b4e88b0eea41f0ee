import Testing

@testable import DeviceMap

@Suite("Names of models on hubs") struct HubReferenceTests {
  /// Site, id, revision, file, endpoint.
  private static func text(_ reference: HubReference?) -> String {
    guard let reference else { return "path" }
    return [
      reference.site.rawValue, reference.id, reference.revision ?? "-", reference.file ?? "-",
      reference.endpoint?.url ?? "-",
    ].joined(separator: " ")
  }

  private static let names = [
    ("org/name", "huggingface org/name - - -"), ("org/name@v1", "huggingface org/name v1 - -"),
    ("org/name@refs/pr/1", "huggingface org/name refs/pr/1 - -"),
    ("Qwen/Qwen2.5-72B", "huggingface Qwen/Qwen2.5-72B - - -"),
    ("a_b/c.d-e@feature/x", "huggingface a_b/c.d-e feature/x - -"),
    ("modelscope:org/name", "modelscope org/name - - -"), ("modelscope:org/name@v2", "modelscope org/name v2 - -"),
    ("https://huggingface.co/org/name", "huggingface org/name - - -"),
    ("https://huggingface.co/org/name/", "huggingface org/name - - -"),
    ("https://huggingface.co/gpt2", "huggingface gpt2 - - -"),
    ("https://hf.co/org/name/tree/main", "huggingface org/name main - -"),
    ("https://huggingface.co/org/name/tree/v1/sub/folder", "huggingface org/name v1 sub/folder/* -"),
    (
      "https://huggingface.co/org/name/blob/main/a/model.safetensors?x=1#L3",
      "huggingface org/name main a/model.safetensors -"
    ),
    ("https://huggingface.co/org/name/raw/v2/config.json", "huggingface org/name v2 config.json -"),
    (
      "https://huggingface.co/org/name/resolve/refs%2Fpr%2F7/model.safetensors",
      "huggingface org/name refs/pr/7 model.safetensors -"
    ),
    ("https://huggingface.co/org/name/tree/refs/pr/7", "huggingface org/name refs/pr/7 - -"),
    ("https://hf-mirror.com/org/name", "huggingface org/name - - https://hf-mirror.com"),
    ("http://127.0.0.1:8080/org/name", "huggingface org/name - - http://127.0.0.1:8080"),
    ("https://modelscope.cn/models/org/name", "modelscope org/name - - -"),
    ("https://www.modelscope.cn/models/org/name/files", "modelscope org/name - - -"),
    ("https://modelscope.ai/models/org/name", "modelscope org/name - - https://modelscope.ai"),
    ("https://huggingface.co:8443/org/name", "huggingface org/name - - https://huggingface.co:8443"),
    ("https://huggingface.co:443/org/name", "huggingface org/name - - -"),
    ("HTTPS://HuggingFace.co/org/Name", "huggingface org/Name - - -"),
    ("HTTP://127.0.0.1:80/org/name", "huggingface org/name - - http://127.0.0.1"),
    ("huggingface.co/org/name", "huggingface org/name - - -"),
    ("hf.co/org/name/tree/v1", "huggingface org/name v1 - -"),
    ("HuggingFace.co/gpt2", "huggingface gpt2 - - -"),
    ("www.modelscope.cn/models/org/name", "modelscope org/name - - -"),
    ("hf-mirror.com/org/name", "huggingface org/name - - https://hf-mirror.com"),
    ("huggingface.co:8443/org/name", "huggingface org/name - - https://huggingface.co:8443"),
    ("https://modelscope.cn:81/models/org/name", "modelscope org/name - - https://modelscope.cn:81"),
    ("https://x.modelscope.cn/models/org/name", "modelscope org/name - - -"),
    ("huggingface.company/name", "huggingface huggingface.company/name - - -"),
    // Paths.
    ("huggingface.co", "path"),
    ("model", "path"), ("./org/name", "path"), ("../name", "path"), ("/org/name", "path"), ("~/name", "path"),
    ("a/b/c", "path"), ("org/", "path"), ("dir/config.json", "path"), ("dir/model.safetensors", "path"),
    ("-/x", "path"),
    ("", "path"), ("@", "path"), ("a@b/c", "path"),
  ]

  @Test("what is a name and what a path", arguments: names) func accepted(text: String, expected: String) throws {
    #expect(Self.text(try HubReference(parsing: text)) == expected)
  }

  private static let faults: [(String, HubError)] = [
    ("org/na..me", .invalidName("org/na..me", .doubled)), ("org/na--me", .invalidName("org/na--me", .doubled)),
    ("org/..", .invalidName("org/..", .edge)), ("org/name.git", .invalidName("org/name.git", .git)),
    ("org/na\"me", .invalidName("org/na\"me", .character)), ("org/na\nme", .invalidName("org/na\nme", .character)),
    ("org/na me", .invalidName("org/na me", .character)), ("org/name\u{0}", .invalidName("org/name\u{0}", .character)),
    ("org/n\u{E4}me", .invalidName("org/n\u{E4}me", .character)), ("org/-name", .invalidName("org/-name", .edge)),
    ("org/na?me", .invalidName("org/na?me", .character)), ("org/na#me", .invalidName("org/na#me", .character)),
    ("org/" + String(repeating: "a", count: 97), .invalidName("org/" + String(repeating: "a", count: 97), .long)),
    ("org/name@", .invalidRevision("")), ("org/name@..", .invalidRevision("..")),
    ("org/name@a/../b", .invalidRevision("a/../b")), ("org/name@a\"b", .invalidRevision("a\"b")),
    ("org/name@a\nb", .invalidRevision("a\nb")), ("org/name@a\rb", .invalidRevision("a\rb")),
    ("org/name@a b", .invalidRevision("a b")), ("org/name@-x", .invalidRevision("-x")),
    ("org/name@a\u{7F}", .invalidRevision("a\u{7F}")), ("org/name@a\\b", .invalidRevision("a\\b")),
    ("org/name@/a", .invalidRevision("/a")), ("org/name@a//b", .invalidRevision("a//b")),
    ("org/name@a/.b", .invalidRevision("a/.b")), ("org/name@a?b", .invalidRevision("a?b")),
    ("org/name@a#b", .invalidRevision("a#b")), ("org/name@a%2f", .invalidRevision("a%2f")),
    ("modelscope:name", .invalidName("modelscope:name", .withoutOrganisation)),
    ("modelscope:name@v1", .invalidName("modelscope:name", .withoutOrganisation)),
    ("modelscope:name\n", .invalidName("name\n", .character)), ("modelscope:../x", .invalidName("../x", .edge)),
    ("https://", .invalidURL("https://")), ("http://host/", .invalidURL("http://host/")),
    ("https://huggingface.co", .invalidURL("https://huggingface.co")),
    ("https://user:pw@huggingface.co/a/b", .invalidURL("https://user:pw@huggingface.co/a/b")),
    ("https://huggingface.co/org/name/tree/a%0Ab", .invalidRevision("a\nb")),
    ("https://huggingface.co/org/na%22me", .invalidName("org/na\"me", .character)),
    ("https://huggingface.co/org/name/blob/main/a/..%2Fb", .invalidFile("a/../b")),
    ("https://huggingface.co/org/name/%zz", .invalidURL("https://huggingface.co/org/name/%zz")),
    ("https://huggingface.co/org/name/else", .invalidURL("https://huggingface.co/org/name/else")),
  ]

  @Test("what could leave its place is refused", arguments: faults) func refused(text: String, error: HubError) {
    #expect(throws: error) { try HubReference(parsing: text) }
    #expect(error.description.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F })
  }

  @Test("a program refuses them, too, and asks nobody", arguments: faults.prefix(30)) func command(
    text: String, error: HubError
  ) {
    var environment = ProgramEnvironment()
    environment.variable = { _ in nil }
    environment.transport = nil
    let output = Program.run(["plan", "--max-memory", "0=1GiB", "--", text], environment)
    #expect(output.status == 2)
    #expect(output.messages.string == "device-map: error: \(error)\n")
  }

  @Test(
    "servers",
    arguments: [
      ("https://huggingface.co/", "https://huggingface.co"), ("http://127.0.0.1:80", "http://127.0.0.1:80"),
      ("https://[::1]:8443/hub//", "https://[::1]:8443/hub"), ("https://a.b/c/d", "https://a.b/c/d"), ("ftp://a", nil),
      ("https://u@a", nil), ("https://a b", nil), ("https://a\"b", nil), ("https://a\n", nil), ("https://", nil),
      ("https://a:0", nil), ("https://a:99999", nil), ("file:///etc", nil), ("a.b", nil), ("https://a/../b", nil),
      ("https://a?b", nil), ("https://a#b", nil),
    ] as [(String, String?)])
  func endpoints(text: String, url: String?) {
    #expect(HubEndpoint(text)?.url == url)
  }

  @Test("origins differ by scheme, host and port") func origins() {
    let origin = HubOrigin(url: "https://Hub.example/x")
    #expect(origin == HubOrigin(url: "https://hub.example:443/y?z"))
    for other in [
      "http://hub.example/x", "https://hub.example:8443/", "https://hub.example.org/", "https://a@hub.example",
    ] {
      #expect(origin != HubOrigin(url: other))
    }
  }

  @Test(
    "patterns",
    arguments: [
      ("model-*.safetensors", "model-00001-of-00002.safetensors", true), ("model-*", "consolidated.safetensors", false),
      ("*", "a/b", true), ("unet/*", "unet/x", true), ("unet/*", "vae/unet/x", false), ("a?c", "abc", true),
      ("a?c", "ac", false), ("", "", true), ("", "a", false), ("**", "", true), ("*a*b*", "xxaxxbxx", true),
      ("*a*b", "xxaxxbx", false), ("a*a*a*a*a*a*a*a*b", String(repeating: "a", count: 1000), false),
    ])
  func patterns(pattern: String, path: String, matches: Bool) {
    #expect(HubName.matches(path, pattern) == matches)
  }
}
