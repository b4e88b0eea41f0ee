import Foundation
import Testing

@testable import DeviceMap

/// What programs and servers say is shown without the passwords and tokens that they may repeat.
@Suite("Secrets") struct HubSecretTests {
  private static let variables = ["http_proxy", "HTTPS_PROXY", "all_proxy", "HF_ENDPOINT", "MODELSCOPE_ENDPOINT"]

  @Test(
    "passwords of every variable", arguments: variables,
    [
      ("http://us:SEKRET@[bad", "Unsupported proxy syntax in 'http://us:SEKRET@[bad'"),
      ("socks9://us:SEKRET@x", "Unsupported proxy scheme for 'socks9://us:SEKRET@x'"),
      ("us:SEKRET@127.0.0.1:99999", "Unsupported proxy syntax in 'us:SEKRET@127.0.0.1:99999'"),
      ("http://us:aa/SEKRET@h", "Could not resolve 'us:aa/SEKRET@h'"),
      ("http://us:aa@SEKRET@h", "Could not resolve proxy: SEKRET@h"),
      ("http://us:aa#SEKRET@h", "unknown part SEKRET"), ("http://us:SE%4BRET@h", "user us, password SEKRET"),
      ("http://SEKRET@h", "no user SEKRET"), ("us:SEKRET", "Port number SEKRET is not decimal"),
      ("http://us:a SEKRET b@h", "in 'http://us:a SEKRET b@h'"),
    ])
  func passwords(variable: String, sample: (value: String, text: String)) {
    let settings = HubSettings { $0 == variable ? sample.value : nil }
    let shown = settings.secrets.hidden(in: sample.text)
    #expect(!shown.contains("SEKRET") && shown.contains("***"), "\(shown)")
    #expect(settings.fault?.description.contains("SEKRET") != true || !sample.value.contains("@"))
  }

  @Test(
    "a password in whose middle curl ends its text", arguments: ["http://us:", "http://", "", "us:", "socks9://us:"])
  func cut(head: String) {
    let value = head + "SEKRET" + String(repeating: "a", count: 230) + "@[bad"
    let text = String("Unsupported proxy syntax in '\(value)'".prefix(255))
    let shown = HubSettings { $0 == "http_proxy" ? value : nil }.secrets.hidden(in: text)
    #expect(text.contains("SEKRET") && !shown.contains("SEKRET") && shown.hasSuffix("***"), "\(shown)")
  }

  @Test(
    "texts without a secret stay", arguments: ["Could not resolve host: hub", "org/name@main is not there", "a@b", ""])
  func harmless(text: String) {
    let variables = ["http_proxy": "http://proxy.example:8080/", "HF_ENDPOINT": "http://[::1]:80"]
    #expect(HubSettings { variables[$0] }.secrets.hidden(in: text) == text)
  }

  @Test("tokens, and addresses in the words of a transport that knows no variable") func tokens() {
    let settings = HubSettings { $0 == "HF_TOKEN" ? "hf_abcdef" : nil }
    #expect(settings.secrets.hidden(in: "bad hf_abcdef!") == "bad ***!")
    let failure = HubTransportFailure(.other, text: "for 'http://us:SEKRET@h'")
    #expect(failure.text == "for 'http://***@h'")
    #expect(
      HubError.invalidEndpoint(variable: "HF_ENDPOINT", value: "http://us:SE/KRET@h").description.hasPrefix(
        "HF_ENDPOINT is 'http://***@h', which is no URL"))
    #expect(HubError.invalidURL("https://us:pw@h/a").description.contains("'https://***@h/a'"))
    #expect(HubError.invalidURL("https://us:p/w@h/a").description.contains("'https://***@h/a'"))
    #expect(HubError.invalidURL("https://hub.example:81/a/b@v").description.contains("'https://hub.example:81/a/b@v'"))
  }

  /// Says what curl says of a proxy, with everything that it knows.
  private struct Telltale: HubTransport {
    var answer: HubAnswer

    func answers(
      to requests: [HubRequest], limits: HubLimits, received: @escaping @Sendable (Int, HubAnswer) -> Void
    ) async throws(HubError) -> [HubAnswer] { requests.map { _ in answer } }
  }

  @Test("no output has them, notes of JSON included") func outputs() throws {
    let cache = try RecordedCache("some shards")
    let variables = [
      "HF_HUB_CACHE": cache.path, "http_proxy": "http://us:SEK RET@[bad", "HF_TOKEN": "hf_SEKRET",
    ]
    let text = "Unsupported proxy syntax in 'http://us:SEK RET@[bad', Bearer hf_SEKRET"
    let answers: [HubAnswer] = [
      .failure(HubTransportFailure(.proxy, text: text)),
      .response(HubResponse(status: 418, fields: [.init("X-Error-Message", text)])),
      .response(HubResponse(status: 403, body: ContiguousArray("{\"error\": \"\(text)\"}".utf8))),
    ]
    for answer in answers {
      for name in ["acme/sharded", "acme/other"] {
        var environment = ProgramEnvironment()
        environment.variable = { variables[$0] }
        environment.transport = Telltale(answer: answer)
        let output = Program.run(["plan", name, "--json", "--max-memory", "0=1GiB"], environment)
        let all = output.result.string + output.messages.string
        #expect(all.contains("***") && !all.contains("SEK RET") && !all.contains("hf_SEKRET"), "\(all)")
      }
    }
  }

  @Test(
    "what curl says of proxies is said of proxies",
    arguments: [
      ("5", "Could not resolve proxy: p", HubTransportFailure.Reason.proxy),
      ("5", "Unsupported proxy syntax in 'x'", .proxy), ("7", "Unsupported proxy scheme for 'x'", .proxy),
      ("97", "SOCKS", .proxy), ("7", "Failed to connect to proxyless port 80", .unreachable),
      ("1", "Unsupported HTTP version in response", .notHTTP), ("1", "Protocol \"ftp\" not supported", .redirect),
    ])
  func reasons(code: String, message: String, reason: HubTransportFailure.Reason) {
    #expect(CurlOutcome(line: "0\t\(code)\t0\t0\t0\thttp://h/\t\(message)")?.failure?.reason == reason)
  }
}
