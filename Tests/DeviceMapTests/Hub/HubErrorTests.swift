import Foundation
import Testing

@testable import DeviceMap

/// Every way in which a hub can say no, or nothing, or something else.
@Suite("Hubs that do not answer well") struct HubErrorTests {
  typealias Answer = LoopbackServer.Answer

  @Test("one sentence, exit status 2, and soon", arguments: cases) func errors(test: Case) throws {
    var repository = try HubModels.single()
    test.change(&repository)
    let standIn = try HubStandIn(["acme/llama": repository], hub: test.hub, data: test.data)
    var bench = try HubNetworkTests.Bench(standIn, test.token.map { ["HF_TOKEN": $0] } ?? [:])
    bench.limits.idleSeconds = 1
    bench.limits.requestSeconds = 2
    bench.limits.totalSeconds = 6
    bench.limits.retries = 1
    let (result, time) = bench.timedPlan(test.model)
    let text = test.text.replacing("HUB", with: standIn.hub.url)
    #expect(result.err.hasPrefix("device-map: error: " + text), "\(result.err)")
    #expect(result.err.split(separator: "\n").count == 1 && result.out.isEmpty && result.status == 2)
    #expect(time < .seconds(30))
    let rest = try RecordedCache.listing(bench.home.path).filter { $0.contains(".headers") }
    #expect(rest.isEmpty, "what is wrong is not kept")
  }

  @Test("the number of cases") func count() { #expect(Self.cases.count == 59) }

  @Test("what fails for a moment is asked again") func retries() throws {
    for (status, headers) in [(503, []), (500, []), (429, [("RateLimit", "\"api\";r=0;t=0")])]
      as [(Int, [(String, String)])]
    {
      var repository = try HubModels.sharded()
      repository.failing = (status, 1, headers)
      repository.hasBulk = false
      let standIn = try HubStandIn(["acme/llama": repository])
      let snapshot = try HubNetworkTests.read(standIn, "acme/llama")
      #expect(snapshot.missing == nil)
    }
  }

  @Test("a cut answer is asked for again") func cutOnce() throws {
    let standIn = try HubStandIn(
      ["acme/llama": try HubModels.single()],
      data: Self.once { answer in
        var answer = answer
        answer.manner = .cut(100)
        return answer
      })
    #expect(try HubNetworkTests.read(standIn, "acme/llama").missing == nil)
    #expect(standIn.data.requests.count == 2)
  }

  /// Changes the first answer alone.
  static func once(_ change: @escaping @Sendable (Answer) -> Answer)
    -> @Sendable (LoopbackServer.Request, Answer) -> Answer
  {
    let gate = Gate()
    return { _, answer in gate.isFirst() ? change(answer) : answer }
  }

  private final class Gate: @unchecked Sendable {
    private let lock = NSLock()
    private var isOpen = true

    func isFirst() -> Bool {
      lock.withLock {
        defer { isOpen = false }
        return isOpen
      }
    }
  }

  /// Where a hub sends for the weights, and what answers there.
  static let dataHosts: [(String, @Sendable (LoopbackServer) -> String, @Sendable (LoopbackServer.Request) -> Answer)] =
    [
      (
        "127.0.0.1 sends for the weights to localhost, which cannot be reached (", { _ in "http://localhost:1" },
        { _ in .text(200, "") }
      ),
      ("to 127.0.0.1, which cannot be reached (", { _ in "http://127.0.0.1:1" }, { _ in .text(200, "") }),
      ("to 127.0.0.1, which cannot be reached (", \.url, { _ in Answer(manner: .silent) }),
      ("to 127.0.0.1, which does not answer well (", \.url, { _ in Answer(manner: .raw) }),
      (
        "to 127.0.0.1, which does not answer well (", \.url,
        { _ in Answer(body: Array("SSH-2.0\r\n".utf8), manner: .raw) }
      ),
      ("to 127.0.0.1, which does not answer well (", \.url, { _ in Answer(body: [1, 2, 3], manner: .cut(1)) }),
      (
        "to 127.0.0.1, which does not give them (it answered 403)", \.url,
        { _ in .text(403, "<Error>AccessDenied</Error>") }
      ),
      ("to 127.0.0.1, which does not give them (it answered 404)", \.url, { _ in .text(404, "") }),
      ("to 127.0.0.1, which does not give them (it answered 503)", \.url, { _ in .text(503, "") }),
      (
        "to 127.0.0.1, which does not give them (it answered with a web page)", \.url,
        { _ in .text(200, "<html></html") }
      ),
      ("to 127.0.0.1, which cannot be reached (", { "https://127.0.0.1:\($0.port)" }, { _ in .text(200, "") }),
    ]

  @Test("a hub whose other host does not give the weights: the config alone, and a word on it", arguments: 0..<11)
  func dataHost(number: Int) throws {
    #expect(Self.dataHosts.count == 11)
    let (text, url, answer) = Self.dataHosts[number]
    let other = try LoopbackServer { answer($0) }
    let target = url(other) + "/x?Signature=y"
    let standIn = try HubStandIn(
      ["acme/llama": try HubModels.single()],
      hub: { request, answer in
        answer.status == 302 ? Answer(status: 302, headers: [("Location", target)]) : answer
      })
    var bench = try HubNetworkTests.Bench(standIn)
    bench.limits.retries = 0
    bench.limits.idleSeconds = 1
    let result = bench.plan("acme/llama")
    #expect(result.status == 0, "\(result.err)")
    #expect(
      result.err.contains(
        "device-map: warning: 0 of 1 shards are there; the plan is made from config.json alone: 127.0.0.1 sends for "))
    #expect(result.err.contains(text), "\(result.err)")
    #expect(result.err.contains("; try modelscope:acme/llama, or the folder of a copy on disk\n"))
    let source = try JSONDocument(parsing: bench.plan("acme/llama", "--json").out).root["source"]
    #expect(source?["complete"]?.bool == false)
  }

  @Test(
    "what the other host does not give is missing, and the rest is heeded", arguments: [false, true], [true, false])
  func dataHostInPart(isLong: Bool, hasConfig: Bool) throws {
    var repository = try HubModels.sharded()
    repository.hasBulk = false
    if !hasConfig { repository.files.removeAll { $0.path == "config.json" } }
    let standIn = try HubStandIn(
      ["acme/llama": repository],
      data: { request, answer in request.path.contains("00002-of") ? .text(403, "") : answer })
    var bench = try HubNetworkTests.Bench(standIn)
    bench.limits.retries = 0
    let result = bench.plan("acme/llama")
    #expect(result.status == (hasConfig ? 0 : 2))
    #expect(
      result.err.contains(
        hasConfig
          ? "2 of 3 shards are there; the plan is made from config.json and their headers: 127.0.0.1 sends"
          : "2 of 3 shards are there, and what is there is not enough"), "\(result.err)")
    #expect(result.err.contains("which does not give them (it answered 403)"))
    #expect(standIn.data.requests.count == 3)
  }

  @Test("a revision that is not there, with those that are") func revisions() throws {
    let list = #"{"branches":[{"name":"main","ref":"refs/heads/main"}],"tags":[{"name":"v1.0"},{"name":"a b"}]}"#
    let standIn = try HubStandIn(["acme/llama": try HubModels.single()]) { request, answer in
      request.path.hasSuffix("/refs") ? .text(200, list) : answer
    }
    let result = try HubNetworkTests.Bench(standIn).plan("acme/llama@v9")
    #expect(
      result.err
        == "device-map: error: 'acme/llama' has no revision 'v9'; give one of its branches, tags or commits; there are main, v1.0\n"
    )
  }

  @Test("a hub that refuses what a cache has in part names the cache") func besideCache() throws {
    let cache = try RecordedCache("config alone")
    let bench = try HubNetworkTests.Bench(try HubStandIn([:]), ["HF_HUB_CACHE": cache.path])
    let result = bench.plan("acme/sharded")
    #expect(result.status == 2)
    #expect(
      result.err.contains(
        "not found on the hub (request Root=1-test): check the name; if it is private, set HF_TOKEN; the cache folder '\(cache.path)/models--acme--sharded/snapshots/"
      ))
    #expect(result.err.hasSuffix("' has a part of it, which --offline plans\n"))
    #expect(bench.plan("acme/sharded", "--offline").status == 0)
  }

  @Test("where the config does not do without the weights, both are said") func dataHostAndConfig() throws {
    var repository = try HubModels.single()
    repository.files[1].bytes = Array(#"{"architectures":["NobodyKnows"],"model_type":"nobody"}"#.utf8)
    let standIn = try HubStandIn(["acme/llama": repository], data: { _, _ in .text(403, "") })
    let result = try HubNetworkTests.Bench(standIn).plan("acme/llama")
    #expect(result.status == 2)
    #expect(
      result.err.contains("0 of 1 shards are there, and what is there is not enough (the architecture NobodyKnows"))
    #expect(result.err.contains("which does not give them (it answered 403); try modelscope:acme/llama"))
  }

  @Test("a proxy that lets nothing through is named") func proxies() {
    for message in ["CONNECT tunnel failed, response 407", "Received HTTP code 403 from proxy after CONNECT"] {
      let outcome = CurlOutcome(line: "0\t56\t407\t0\t0\thttps://hub/x\t\(message)")
      #expect(outcome?.failure?.reason == .proxy && outcome?.failure?.host == "hub")
      let error = HubError.transport(HubTransportFailure(.proxy, host: "hub", text: message), HubServer("hub"))
      #expect(error.description.hasPrefix("hub: the proxy does not lead there (\(message)); check http_proxy"))
    }
  }

  @Test("curl that is not there, too old, or broken") func programs() throws {
    let folder = try TemporaryDirectory()
    func transport(_ script: String) throws -> CurlTransport {
      var transport = CurlTransport()
      transport.program = try folder.write("#!/bin/sh\n" + script, "curl\(script.hashValue)")
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: transport.program)
      return transport
    }
    func failure(_ transport: CurlTransport) -> HubError? {
      let client = HubClient(transport, settings: HubSettings())
      var found: HubError?
      for _ in 0..<20 {
        do {
          _ = try HubNetworkTests.wait { () async throws(HubError) in
            try await client.snapshot(of: try HubReference("a/b"))
          }
          return nil
        } catch {
          found = error as? HubError
        }
        // A script that another program holds open for writing, since it was started meanwhile, is not run.
        if found != .curlFailed("it cannot be started (errno \(ETXTBSY))") { break }
      }
      return found
    }
    var missing = CurlTransport()
    missing.program = "/nowhere/curl"
    #expect(failure(missing) == .curlMissing)
    let version = "case \"$*\" in *--version*) echo 'curl 7.58.0 (x)'; exit 0;; esac\n"
    #expect(failure(try transport(version + "echo 'curl: option -Z: is unknown' >&2; exit 2")) == .curlTooOld("7.58.0"))
    #expect(
      failure(try transport(version + "cat > /dev/null; printf '0\\t\\t200\\t2\\t0\\thttp://x\\t\\n' >&2"))
        == .curlTooOld("7.58.0"))
    #expect(failure(try transport("echo 'no good' >&2; exit 2")) == .curlFailed("no good"))
    #expect(failure(try transport("exit 5")) == .curlFailed("it ended with status 5"))
    #expect(
      failure(try transport("head -c 10000000 /dev/zero >&2; sleep 60"))
        == .curlFailed("it does not stop writing messages"))
  }

  @Test(arguments: [
    ("https://user:pass@host/x", "https://***@host/x"), ("user:p@ss@host", "***@host"),
    ("https://host/a@b", "https://host/a@b"),
  ])
  func passwordsAreNotShown(_ url: String, _ shown: String) {
    #expect(HubError.invalidEndpoint(variable: "HF_ENDPOINT", value: url).description.contains("is '\(shown)', which"))
    #expect(HubError.invalidURL(url).description.hasPrefix("'\(shown)' is no URL"))
  }
}
