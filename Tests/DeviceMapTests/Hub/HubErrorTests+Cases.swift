import DeviceMap
import Foundation
import Testing

/// What hubs answer, and what is said of it.
extension HubErrorTests {
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

  static func error(_ status: Int, _ code: String?, _ message: String)
    -> @Sendable (LoopbackServer.Request, Answer) -> Answer
  {
    { _, _ in HubStandIn.error(status, code, message) }
  }

  /// An answer whose servers say that it is of another commit.
  static func ofOtherCommit(_ answer: Answer, _ isWanted: Bool) -> Answer {
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
}
