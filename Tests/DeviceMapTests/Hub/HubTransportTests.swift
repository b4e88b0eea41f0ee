import Foundation
import Synchronization
import Testing

@testable import DeviceMap

@Suite("Transports") struct HubTransportTests {
  /// What an app does that has a client of its own: it answers requests, one by one, in its own way.
  struct AppTransport: HubTransport {
    let answer: @Sendable (HubRequest) async -> HubResponse?

    func answers(
      to requests: [HubRequest], limits: HubLimits, received: @escaping @Sendable (Int, HubAnswer) -> Void
    ) async throws(HubError) -> [HubAnswer] {
      await withTaskGroup { group in
        for (place, request) in requests.enumerated() {
          group.addTask { (place, await answer(request)) }
        }
        var answers = [HubAnswer](repeating: .failure(HubTransportFailure(.other, text: "")), count: requests.count)
        for await (place, response) in group {
          if let response { answers[place] = .response(response) }
          received(place, answers[place])
        }
        return answers
      }
    }
  }

  /// Keeps what it is told.
  private final class Listener: HubTransport {
    let limits = Mutex<[HubLimits]>([])

    func answers(
      to requests: [HubRequest], limits: HubLimits, received: @escaping @Sendable (Int, HubAnswer) -> Void
    ) async throws(HubError) -> [HubAnswer] {
      self.limits.withLock { $0.append(limits) }
      throw .curlMissing
    }
  }

  @Test("it is told below which folders nothing may be written") func closedFolders() async throws {
    let listener = Listener()
    let settings = HubSettings { ["HF_HOME": "/hf", "HF_HUB_CACHE": "/cache", "MODELSCOPE_CACHE": "/scope"][$0] }
    let client = HubClient(listener, settings: settings)
    await #expect(throws: HubError.curlMissing) { try await client.snapshot(of: try HubReference("a/b")) }
    #expect(listener.limits.withLock { $0.map(\.closedFolders) } == [["/hf", "/cache", "/scope"]])
  }

  @Test("an app passes its own") func app() async throws {
    let repository = try HubModels.sharded()
    let files = Dictionary(uniqueKeysWithValues: repository.files.map { ($0.path, $0.bytes) })
    let lengths = repository.lengths
    let asked = Mutex<[HubRequest]>([])
    let transport = AppTransport { request in
      asked.withLock { $0.append(request) }
      await Task.yield()
      if request.url.contains("/api/models/acme/llama/revision/main") {
        let rows = files.keys.sorted().map { "{\"rfilename\":\"\($0)\",\"size\":\(lengths[$0] ?? files[$0]!.count)}" }
        return HubResponse(
          status: 200,
          body: ContiguousArray("{\"sha\":\"\(HubStandIn.commit)\",\"siblings\":[\(rows.joined(separator: ","))]}".utf8)
        )
      }
      guard let name = request.url.split(separator: "/").last.map(String.init), let bytes = files[name] else {
        return HubResponse(status: 404, fields: [.init("X-Error-Code", "EntryNotFound")])
      }
      guard let range = request.range else {
        return HubResponse(
          status: 200, fields: [.init("x-repo-commit", HubStandIn.commit)], body: ContiguousArray(bytes))
      }
      let length = lengths[name] ?? bytes.count
      let body = bytes + [UInt8](repeating: 0, count: min(range.upperBound + 1, length) - bytes.count)
      return HubResponse(
        status: 206, fields: [.init("content-range", "bytes 0-\(body.count - 1)/\(length)")],
        body: ContiguousArray(body))
    }
    let steps = Mutex<[String]>([])
    var client = HubClient(transport, settings: HubSettings())
    client.progress = { what, done, count in steps.withLock { $0.append("\(what) \(done)/\(count)") } }
    let snapshot = try await client.snapshot(of: HubReference("acme/llama"))
    let tree = try ModuleTree(snapshot.checkpoint())
    #expect(snapshot.commit == HubStandIn.commit)
    #expect(snapshot.origin == .hub("https://huggingface.co"))
    #expect(try tensorList(snapshot.checkpoint()) == tensorList(Checkpoint(at: HubModels.llama.path)))
    #expect(try tree.plan(maxMemory: [.gpu(0): "1GiB"]).deviceMapJSON() == #"{"": 0}"#)
    #expect(steps.withLock { $0 } == ["headers 1/3", "headers 2/3", "headers 3/3"])
    #expect(asked.withLock { $0.allSatisfy { $0.authorization == nil } })
  }

  @Test("each answer is told once, when its file is whole, and those without a file too") func receiving() throws {
    let folder = try TemporaryDirectory()
    var transport = CurlTransport()
    // Tells of the first answer before its file is whole, of the second in two parts and of the third twice.
    transport.program = try folder.write(
      """
      #!/bin/sh
      place=$(sed -n 's/^output = "\\(.*\\)\\/0"$/\\1/p')
      for number in 1 2; do printf 'HTTP/1.1 200 OK\\r\\nA: b\\r\\n\\r\\nbody' > "$place/$number"; done
      printf 'HTTP/1.1 200 OK\\r\\nA: b\\r\\n\\r\\nbo' > "$place/0"
      printf '0\\t0\\t200\\t4\\t0\\thttp://x\\t\\n2\\t0\\t200\\t4\\t0\\thttp://x\\t\\n1\\t0\\t20' >&2
      sleep 0.3
      printf 'dy' >> "$place/0"
      printf '0\\t4\\t0\\thttp://x\\t\\n2\\t0\\t200\\t4\\t0\\thttp://x\\t\\n3\\t7\\t0\\t0\\t0\\thttp://x\\tno\\n' >&2
      """, "curl")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: transport.program)
    let told = Mutex<[Int: [HubAnswer]]>([:])
    let requests = (0..<5).map { HubRequest("http://x/\($0)", mostBytes: 9) }
    let curl = transport
    let answers = try HubNetworkTests.wait { () async throws(HubError) in
      try await curl.answers(to: requests, limits: HubLimits()) { place, answer in
        told.withLock { $0[place, default: []].append(answer) }
      }
    }
    var expected = HubResponse(status: 200, fields: [.init("A", "b")], body: ContiguousArray("body".utf8))
    expected.url = "http://x"
    #expect(answers[..<3] == Array(repeating: .response(expected), count: 3)[...])
    for (answer, reason) in [(answers[3], HubTransportFailure.Reason.unreachable), (answers[4], .timedOut)] {
      guard case .failure(let failure) = answer else { Issue.record("\(answer)"); continue }
      #expect(failure.reason == reason)
    }
    #expect(told.withLock { $0 } == Dictionary(uniqueKeysWithValues: answers.enumerated().map { ($0, [$1]) }))
  }

  @Test("a task that is cancelled stops the program") func cancelling() throws {
    let server = try LoopbackServer { _ in LoopbackServer.Answer(manner: .silent) }
    let request = HubRequest(server.url, mostBytes: 10)
    // On this thread alone, since the others of the tests may all be waiting.
    let time = Workers.wait {
      await withTaskGroup { group in
        group.addTask {
          _ = try? await CurlTransport().answers(to: [request], limits: HubLimits(), received: { _, _ in })
        }
        while server.requests.isEmpty { await Workers.pause(.milliseconds(10)) }
        return await ContinuousClock().measure {
          group.cancelAll()
          await group.waitForAll()
        }
      }
    }
    #expect(time < .seconds(30))
  }

  /// Without TLS a connection never carries several requests at once, so that nothing is gained by waiting for the first.
  @Test("requests without TLS do not wait for each other", arguments: ["http://h/a", "https://h/a"])
  func immediate(url: String) throws {
    let config = CurlConfig(folder: "/tmp/a", limits: HubLimits(), followsRedirects: true, userAgent: "device-map/1")
    let text = config.text(of: [(0, HubRequest("http://h/b", mostBytes: 5)), (1, HubRequest(url, mostBytes: 5))])
    let words = String(decoding: try #require(text), as: UTF8.self).split(separator: "\n")
    #expect(words.contains("parallel-immediate") == url.hasPrefix("http:"))
  }

  @Test("what curl is told") func config() throws {
    var limits = HubLimits()
    limits.requestSeconds = 60
    let config = CurlConfig(folder: "/tmp/a \"b\"", limits: limits, followsRedirects: true, userAgent: "device-map/1")
    let text = config.text(of: [
      (0, HubRequest("https://h/a", authorization: "Bearer x\\y", allowsCompression: true, mostBytes: 5)),
      (1, HubRequest("http://h/{b}[1]", range: 0...9, cookie: "m=1", mostBytes: 10)),
    ])
    let expected = #"""
      silent
      no-progress-meter
      globoff
      disallow-username-in-url
      no-buffer
      parallel
      parallel-max = 32
      proto = "=https"
      proto-redir = "=https"
      connect-timeout = 10
      speed-limit = 100
      speed-time = 10
      max-time = 60
      max-filesize = 5
      include
      suppress-connect-headers
      location
      max-redirs = 5
      compressed
      user-agent = "device-map/1"
      url = "https://h/a"
      header = "Authorization: Bearer x\\y"
      output = "/tmp/a \"b\"/0"
      write-out = "%{stderr}0\t%{exitcode}\t%{http_code}\t%{size_download}\t%{num_redirects}\t%{url_effective}\t%{errormsg}\n"
      next
      silent
      no-progress-meter
      globoff
      disallow-username-in-url
      no-buffer
      proto = "=http,https"
      proto-redir = "=http,https"
      connect-timeout = 10
      speed-limit = 100
      speed-time = 10
      max-time = 60
      max-filesize = 10
      include
      suppress-connect-headers
      location
      max-redirs = 5
      range = "0-9"
      user-agent = "device-map/1"
      url = "http://h/{b}[1]"
      header = "Cookie: m=1"
      output = "/tmp/a \"b\"/1"
      write-out = "%{stderr}1\t%{exitcode}\t%{http_code}\t%{size_download}\t%{num_redirects}\t%{url_effective}\t%{errormsg}\n"

      """#
    #expect(String(decoding: text ?? [], as: UTF8.self) == expected)
    for value in ["a\nb", "a\u{0}", "\u{1B}[0m", "\r", "\u{7F}"] {
      #expect(config.text(of: [(0, HubRequest("https://h/" + value, mostBytes: 1))]) == nil)
      #expect(config.text(of: [(0, HubRequest("https://h", authorization: value, mostBytes: 1))]) == nil)
    }
  }

  @Test(
    "redirects",
    arguments: [
      ("https://a/b/c?d", "/x", "https://a/x", true), ("https://a/b/c?d", "x?y", "https://a/b/x?y", true),
      ("https://a/b", "https://a:443/x", "https://a:443/x", true), ("https://a/b", "//a/x", "https://a/x", true),
      ("https://a/b", "https://c/x", "https://c/x", false),
      ("https://a/b", "https://a:8443/x", "https://a:8443/x", false),
      ("https://a/b", "//c/x", "https://c/x", false), ("http://a/b", "https://a/x", "https://a/x", false),
      ("https://a/b", "http://a/x", nil, false), ("https://a/b", "file:///etc/passwd", nil, false),
      ("https://a/b", "https://u@a/x", nil, false), ("https://a/b", "https:///x", nil, false),
      ("https://a/b", "/a b", nil, false),
      ("https://a/b", "/a\"b", nil, false), ("https://a/b", "/a\nb", nil, false),
      ("https://a/b", "javascript:x", nil, false),
    ] as [(String, String, String?, Bool)])
  func redirects(url: String, location: String, target: String?, keepsSecrets: Bool) {
    let request = HubRequest(url, authorization: "Bearer x", cookie: "y", mostBytes: 1)
    let next = request.redirected(to: location)
    #expect(next?.url == target)
    #expect((next?.authorization != nil) == keepsSecrets && (next?.cookie != nil) == keepsSecrets)
  }

  @Test(
    "the header of the last answer counts, and the body begins behind it",
    arguments: [
      ("HTTP/1.1 302 Found\r\nLocation: /x\r\nX-A: 1\r\n\r\nHTTP/2 200\r\nx-b:  2 \r\nnonsense\r\nX-B: 3\r\n\r\n", 1),
      ("HTTP/1.1 302 Found\nLocation: /x\nX-A: 1\n\nHTTP/2 200\nx-b:  2 \nnonsense\nX-B: 3\n\n", 1),
      (
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 302\r\nLocation: /x\r\nX-A: 1\r\n\r\n"
          + "HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\nx-b:  2 \r\nHTTP/x: y\r\nX-B: 3\r\n\r\n", 1
      ),
    ]) func heads(text: String, redirects: Int)
  {
    for body in ["", "HTTP/1.1 404 no\r\nX: 1\r\n\r\n", "\r\n\r\n", "{}"] {
      let head = CurlHead(ContiguousArray((text + body).utf8), redirects: redirects)
      #expect(head.length == text.utf8.count && head.status == 200)
      #expect(head.fields.earlier.map(\.name) == ["Location", "X-A"])
      let response = HubResponse(status: 200, fields: head.fields.last)
      #expect(response.fields.map(\.name) == ["x-b", "X-B"])
      #expect(response["X-b"] == "3" && response["location"] == nil)
    }
    for end in text.utf8.indices {
      let start = ContiguousArray(text.utf8[..<end])
      #expect(CurlHead(start).length <= start.count)
    }
  }

  #if os(Linux)
    /// The program, which stands beside that of the tests.
    private static var program: URL {
      URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().appending(
        path: "device-map")
    }

    @Test("a program that is ended ends curl and leaves nothing") func ending() throws {
      let server = try LoopbackServer { _ in LoopbackServer.Answer(manner: .silent) }
      let folder = try TemporaryDirectory()
      let script = """
        exec 2>/dev/null; export TMPDIR='\(folder.path)' HOME='\(folder.path)' HF_ENDPOINT=\(server.url)
        '\(Self.program.path)' plan acme/llama --gpu 24GiB & child=$!
        while [ -z "$(ls "$TMPDIR")" ]; do sleep 0.1; done
        sleep 0.2; kill -TERM $child; wait $child; echo $?
        """
      let outcome = ChildProcess.run("sh", ["-c", script], seconds: 60)
      #expect(outcome == .ended(code: 0, output: Array("143\n".utf8), errors: []))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    }

    @Test("requests go through the proxy of the environment") func proxy() throws {
      let proxy = try LoopbackServer { _ in .text(404, "{}") }
      let folder = try TemporaryDirectory()
      let script = """
        unset no_proxy NO_PROXY; export http_proxy=\(proxy.url) HOME='\(folder.path)' HF_ENDPOINT=http://hub.invalid
        exec '\(Self.program.path)' plan acme/llama --gpu 24GiB
        """
      guard case .ended(let code, let output, let errors) = ChildProcess.run("sh", ["-c", script], seconds: 60) else {
        Issue.record("it did not end")
        return
      }
      #expect(code == 2 && output.isEmpty)
      // Not a terminal: one message, nothing of progress.
      #expect(
        String(decoding: errors, as: UTF8.self)
          == "device-map: error: 'acme/llama' is no path, and not found on the hub: check the name; if it is private, "
          + "set HF_TOKEN\n")
      #expect(proxy.requests.contains { $0.target.hasPrefix("http://hub.invalid/api/models/acme/llama/revision/main") })
      #expect(proxy.requests.allSatisfy { $0.target.hasPrefix("http://hub.invalid/") })
    }
  #endif

  @Test("the program links nothing of a network") func linkage() throws {
    #if os(Linux)
      let bytes = try Data(contentsOf: Self.program)
      let known: Set<String> = [
        "libswiftSwiftOnoneSupport.so", "libswiftCore.so", "libswift_Concurrency.so", "libswift_StringProcessing.so",
        "libswift_RegexParser.so", "libswiftSynchronization.so", "libswiftGlibc.so", "libm.so.6", "libc.so.6",
        "libdispatch.so", "libBlocksRuntime.so",
      ]
      var found: Set<String> = []
      var rest = bytes.startIndex..<bytes.endIndex
      while let place = bytes.range(of: Data("\0lib".utf8), in: rest) {
        let word = bytes[(place.lowerBound + 1)...].prefix(100).prefix { $0 != 0 }
        let text = String(decoding: word, as: UTF8.self)
        if text.hasSuffix(".so") || text.contains(".so.") { found.insert(text) }
        rest = place.upperBound..<bytes.endIndex
      }
      #expect(found.contains("libswiftCore.so"), "these are the names of libraries")
      #expect(found.subtracting(known) == [])
    #endif
  }
}
