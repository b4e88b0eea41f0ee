import Foundation
import Testing

@testable import DeviceMap

/// Every way in which a hub can say no, or nothing, or something else.
@Suite("Hubs that do not answer well") struct HubErrorTests {
  typealias Answer = LoopbackServer.Answer

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    var token: String?
    var change: @Sendable (inout HubStandIn.Repository) -> Void = { _ in }
    /// Replaces what the hub answers.
    var hub: @Sendable (LoopbackServer.Request, Answer) -> Answer = { $1 }
    /// Replaces what the server of the weights answers.
    var data: @Sendable (LoopbackServer.Request, Answer) -> Answer = { $1 }
    var model = "acme/llama"

    var testDescription: String { name }
  }

  private static func error(_ status: Int, _ code: String?, _ message: String)
    -> @Sendable (LoopbackServer.Request, Answer) -> Answer
  {
    { _, _ in HubStandIn.error(status, code, message) }
  }

  /// An answer whose servers say that it is of another commit.
  private static func ofOtherCommit(_ answer: Answer, _ isWanted: Bool) -> Answer {
    guard isWanted else { return answer }
    var answer = answer
    answer.headers.removeAll { $0.0 == "X-Repo-Commit" }
    answer.headers.append(("X-Repo-Commit", String(HubStandIn.commit.reversed())))
    return answer
  }

  static let cases: [Case] = [
    Case(
      name: "no such repository",
      text:
        "'acme/other' is no path, and not found on the hub (request Root=1-test): check the name; if it is private, set HF_TOKEN",
      model: "acme/other"),
    Case(
      name: "no such repository, with a token",
      text:
        "'acme/other' is no path, and not found on the hub (request Root=1-test): check the name, and whether the token may read it",
      token: HubStandIn.token, model: "acme/other"),
    Case(
      name: "private",
      text:
        "'acme/llama' is no path, and not found on the hub (request Root=1-test): check the name; if it is private, set HF_TOKEN",
      change: { $0.isPrivate = true }),
    Case(
      name: "without a code",
      text:
        "'acme/llama' is no path, and not found on the hub (request Root=1-test): check the name; if it is private, set HF_TOKEN",
      hub: error(401, nil, "Unauthorized")),
    Case(
      name: "token refused",
      text:
        "the hub does not accept the token from HF_TOKEN (request Root=1-test); renew it, or remove it to read public models",
      token: "hf_old"),
    Case(
      name: "gated", text: "the model is gated: accept its terms at HUB/acme/llama, then set HF_TOKEN",
      change: { $0.isGated = true }),
    Case(
      name: "gated, with a token",
      text: "the model is gated, and the token has no access yet: accept its terms at HUB/acme/llama",
      token: HubStandIn.token,
      hub: { request, answer in
        request.path.contains("/resolve/") ? HubStandIn.error(403, "GatedRepo", "no") : answer
      }),
    Case(
      name: "disabled", text: "the hub has disabled 'acme/llama'; plan from a copy of it on disk",
      change: { $0.isDisabled = true }),
    Case(
      name: "disabled by status", text: "the hub has disabled 'acme/llama'; plan from a copy of it on disk",
      hub: error(403, nil, "Access to this resource is disabled.")),
    Case(
      name: "revision", text: "'acme/llama' has no revision 'v9'; give one of its branches, tags or commits",
      model: "acme/llama@v9"),
    Case(
      name: "file",
      text:
        "'model.safetensors' belongs to 'acme/llama' and is not there; the repository is not complete, choose with --file PATTERN",
      hub: { request, answer in
        request.path.contains(".safetensors") ? HubStandIn.error(404, "EntryNotFound", "no") : answer
      }),
    Case(
      name: "rate limit",
      text: "127.0.0.1 takes no more requests for now; wait 55 seconds, or set HF_TOKEN, with which there may be more",
      change: { $0.failing = (429, 9, [("RateLimit", "\"resolvers\";r=0;t=55")]) }),
    Case(
      name: "rate limit by another field", text: "127.0.0.1 takes no more requests for now; wait 77 seconds",
      token: HubStandIn.token, change: { $0.failing = (429, 9, [("Retry-After", "77")]) }),
    Case(
      name: "always busy",
      text: "127.0.0.1 answered 503 (Not now) (request Root=1-test); try again later, or give a folder",
      change: { $0.failing = (503, 9, []) }),
    Case(
      name: "a file where the list should be",
      text:
        "127.0.0.1 answered 404 (Entry not found) (request Root=1-test): it does not take the request; is it a hub?",
      hub: error(404, "EntryNotFound", "Entry not found")),
    Case(
      name: "a part where the list should be",
      text: "127.0.0.1 answered 416 (no) (request Root=1-test): it does not take the request; is it a hub?",
      hub: error(416, nil, "no")),
    Case(
      name: "a sermon instead of a word",
      text:
        "127.0.0.1 answered 418 (\(String(repeating: "x", count: 100))...\(String(repeating: "x", count: 97))) (request Root=1-test): it does not take",
      hub: error(418, nil, String(repeating: "x", count: 2000))),
    Case(
      name: "another status",
      text:
        "127.0.0.1 answered 418 (tea) (request Root=1-test): it does not take the request; is it a hub? Check HF_ENDPOINT",
      hub: error(418, nil, "tea")),
    Case(
      name: "forbidden",
      text:
        "127.0.0.1 answered 403 (no) (request Root=1-test): it does not let this be read; check the token, the proxy",
      hub: error(403, nil, "no")),
    Case(
      name: "a proxy with a password", text: "127.0.0.1 answered 407: the proxy wants a name and a password",
      hub: { _, _ in .text(407, "") }),
    Case(
      name: "legal reasons", text: "127.0.0.1 answered 451: it may not give this out where you are; try a mirror",
      hub: { _, _ in .text(451, "") }),
    Case(
      name: "a network with a login", text: "127.0.0.1 answered 511: the network wants a login first",
      hub: { _, _ in .text(511, "") }),
    Case(
      name: "nothing", text: "127.0.0.1 answered 204, which is no answer to what was asked; is it a hub?",
      hub: { _, _ in .text(204, "") }),
    Case(
      name: "not changed", text: "127.0.0.1 answered 304, which is no answer to what was asked; is it a hub?",
      hub: { _, _ in .text(304, "") }),
    Case(
      name: "a limit that is over at once and not over",
      text: "127.0.0.1 takes no more requests for now; wait some minutes, or set HF_TOKEN",
      hub: { _, _ in .text(429, "", [("Retry-After", "0")]) }),
    Case(
      name: "the config of another commit",
      text:
        "127.0.0.1, config.json: it was answered from commit \(String(HubStandIn.commit.reversed())), and the rest is of "
        + "\(HubStandIn.commit); try again with --refresh",
      hub: { request, answer in ofOtherCommit(answer, request.path.hasSuffix("config.json")) }),
    Case(
      name: "weights of another commit",
      text: "127.0.0.1, model.safetensors: it was answered from commit \(String(HubStandIn.commit.reversed()))",
      hub: { request, answer in ofOtherCommit(answer, request.path.hasSuffix(".safetensors")) }),
    Case(
      name: "a commit of its own for each file of a server that does not say one",
      text: "127.0.0.1, config.json: it was answered from commit \(HubStandIn.commit), and the rest is of",
      hub: { request, answer in
        guard request.path.contains("/revision/") else {
          return ofOtherCommit(answer, request.path.hasSuffix(".safetensors"))
        }
        return .text(
          200, String(decoding: answer.body, as: UTF8.self).replacing("\"\(HubStandIn.commit)\"", with: "null"))
      }),
    Case(
      name: "more files than anybody has",
      text: "127.0.0.1, list of files: it has more than 200000 files, which is no model that is planned",
      hub: { request, answer in
        guard request.path.contains("/revision/") else { return answer }
        let row = #"{"rfilename":"f"},"#
        return .text(200, #"{"siblings":["# + String(repeating: row, count: 200_000) + #"{"rfilename":"f"}]}"#)
      }),
    Case(
      name: "a web page",
      text:
        "127.0.0.1, list of files: a web page was answered instead of data; is it a hub? Check HF_ENDPOINT and the proxy",
      hub: { _, _ in .text(200, "<!DOCTYPE html><html>") }),
    Case(
      name: "a web page as config",
      text:
        "127.0.0.1, config.json: a web page was answered instead of data; is it a hub? Check HF_ENDPOINT and the proxy",
      hub: { request, answer in request.path.hasSuffix("config.json") ? .text(200, "<html>") : answer }),
    Case(
      name: "a web page as config, by a server that says it is of the commit",
      text:
        "127.0.0.1, config.json: a web page was answered instead of data; is it a hub? Check HF_ENDPOINT and the proxy",
      hub: { request, answer in
        request.path.hasSuffix("config.json")
          ? .text(200, " <!DOCTYPE html>", [("X-Repo-Commit", HubStandIn.commit)]) : answer
      }),
    Case(
      name: "no list",
      text: "127.0.0.1, list of files: the answer has no usable 'siblings'; is it a hub? Check HF_ENDPOINT",
      hub: { _, _ in .text(200, "{}") }),
    Case(
      name: "no commit",
      text: "127.0.0.1, list of files: the answer has no usable 'sha'; is it a hub? Check HF_ENDPOINT",
      hub: { _, _ in .text(200, #"{"siblings":[],"sha":"../../x"}"#) }),
    Case(
      name: "no JSON", text: "127.0.0.1, list of files: the answer is not JSON; is it a hub? Check HF_ENDPOINT",
      hub: { _, _ in .text(200, "hello") }),
    Case(
      name: "nothing there",
      text: "'acme/llama' has neither a config.json nor safetensors files; there is README.md\n",
      change: { $0.files = [("README.md", [])] }),
    Case(
      name: "GGUF alone",
      text:
        "'acme/llama' has no config.json, and its weights (a.gguf) are not safetensors; name a repository that has them as safetensors",
      change: { $0.files = [("a.gguf", [])] }),
    Case(
      name: "adapter",
      text:
        "'acme/llama' is an adapter (adapter_config.json), not a model; plan the model that it is for ('acme/base'), with --adapter",
      change: {
        let config = #"{"base_model_name_or_path":"acme/base","peft_type":"LORA"}"#
        $0.files = [("adapter_config.json", Array(config.utf8)), ("adapter_model.safetensors", [])]
      }),
    Case(
      name: "an adapter to nothing",
      text:
        "'acme/llama' is an adapter (adapter_config.json), not a model; plan the model that it is for, with --adapter",
      change: { $0.files = [("adapter_config.json", Array("{}".utf8))] }),
    Case(
      name: "a header of the answer without an end",
      text: "127.0.0.1: the header of the answer is longer than it may be; is it a hub?",
      hub: { _, _ in Answer(headers: [("X-Long", String(repeating: "x", count: 400_000))], body: [0x7B]) }),
    Case(
      name: "an error as config with the status of a yes",
      text: "127.0.0.1 answered: Entry not found; check the name and the token",
      hub: { request, answer in
        request.path.hasSuffix("config.json")
          ? .text(200, #"{"error":"Entry not found"}"#, [("X-Repo-Commit", HubStandIn.commit)]) : answer
      }),
    Case(
      name: "more than a part",
      text: "127.0.0.1, model.safetensors: more of the file was answered than was asked for; try another server",
      data: { _, _ in
        Answer(
          status: 206, headers: [("Content-Range", "bytes 0-299999/9999999"), ("Content-Length", "300000")],
          body: [UInt8](repeating: 1, count: 300_000))
      }),
    Case(
      name: "more than a part, without a length",
      text: "127.0.0.1, model.safetensors: more of the file was answered than was asked for; try another server",
      data: { _, _ in
        Answer(
          status: 206, headers: [("Content-Range", "bytes 0-299999/9999999")],
          body: [UInt8](repeating: 1, count: 1 << 20), manner: .endless)
      }),
    Case(
      name: "redirects without end", text: "127.0.0.1: it sends to a place that is not followed",
      hub: { request, _ in Answer(status: 302, headers: [("Location", request.target)]) }),
    Case(
      name: "redirect to a file", text: "127.0.0.1: it sends to a place that is not followed",
      hub: { _, _ in Answer(status: 302, headers: [("Location", "file:///etc/passwd")]) }),
    Case(
      name: "redirect to nothing", text: "127.0.0.1 answered 302", hub: { _, _ in Answer(status: 302) }),
    Case(
      name: "the list is cut", text: "127.0.0.1: the answer was cut off",
      hub: { request, answer in
        guard request.path.contains("/revision/") else { return answer }
        var answer = answer
        answer.manner = .cut(20)
        return answer
      }),
    Case(
      name: "not HTTP", text: "127.0.0.1: what answers does not speak HTTP (Received HTTP/0.9 when not allowed)",
      hub: { _, _ in Answer(body: Array("hello\r\n\r\n".utf8), manner: .raw) }),
    Case(
      name: "nobody speaks", text: "127.0.0.1: no complete answer in time", hub: { _, _ in Answer(manner: .silent) }),
    Case(
      name: "byte by byte", text: "127.0.0.1: no complete answer in time",
      hub: { _, _ in Answer(body: [UInt8](repeating: 0x20, count: 1000), manner: .slow(100)) }),
    Case(
      name: "endless", text: "127.0.0.1: ",
      hub: { _, _ in Answer(body: [UInt8](repeating: 0x20, count: 1 << 20), manner: .endless) }),
    Case(
      name: "longer than it may be", text: "127.0.0.1: the answer is longer than it may be",
      hub: { _, _ in Answer(headers: [("Content-Length", "99999999999")], body: [0x7B], manner: .cut(1)) }),
    // The weights.
    Case(
      name: "a whole file instead of a part",
      text: "127.0.0.1, model.safetensors: the server does not answer parts of a file, only the whole",
      data: { _, _ in Answer(headers: [("Content-Length", "9999999")], body: [1], manner: .cut(1)) }),
    Case(
      name: "another part",
      text: "127.0.0.1, model.safetensors: another part of the file was answered than was asked for",
      data: { _, _ in Answer(status: 206, headers: [("Content-Range", "bytes 5-9/9999")], body: [1, 2, 3, 4, 5]) }),
    Case(
      name: "a part without its place",
      text: "127.0.0.1, model.safetensors: another part of the file was answered than was asked for",
      data: { _, _ in Answer(status: 206, body: [1, 2, 3, 4, 5]) }),
    Case(
      name: "less than a part",
      text: "127.0.0.1, model.safetensors: another part of the file was answered than was asked for",
      data: { _, answer in Answer(status: 206, headers: answer.headers, body: Array(answer.body.prefix(50))) }),
    Case(
      name: "another length", text: "127.0.0.1, model.safetensors: the file has 20 bytes, and the hub says",
      data: { _, _ in
        Answer(status: 206, headers: [("Content-Range", "bytes 0-19/20")], body: [UInt8](repeating: 0, count: 20))
      }),
    Case(
      name: "not safetensors", text: "127.0.0.1, model.safetensors: not safetensors: ",
      data: { _, answer in
        Answer(status: answer.status, headers: answer.headers, body: [UInt8](repeating: 0x50, count: answer.body.count))
      }),
    Case(
      name: "a header that lies", text: "'acme/llama/model.safetensors'",
      data: { _, answer in
        var body = answer.body
        body[20] = 0
        return Answer(status: answer.status, headers: answer.headers, body: body)
      }),
  ]

  @Test("one sentence, exit status 2, and soon", arguments: cases) func errors(test: Case) throws {
    var repository = try HubModels.single()
    test.change(&repository)
    let standIn = try HubStandIn(["acme/llama": repository], hub: test.hub, data: test.data)
    var bench = try HubNetworkTests.Bench(standIn, test.token.map { ["HF_TOKEN": $0] } ?? [:])
    bench.limits.idleSeconds = 1
    bench.limits.requestSeconds = 2
    bench.limits.totalSeconds = 6
    bench.limits.retries = 1
    var result = (out: "", err: "", status: Int32(0))
    let time = ContinuousClock().measure { result = bench.plan(test.model) }
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
  private static func once(_ change: @escaping @Sendable (Answer) -> Answer)
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
