import Synchronization

@testable import DeviceMap

/// A hub on the loopback interface, and another server that has the weights: small files are sent by way of a relative
/// redirect, large ones by way of the other server, which does not want to see a token.
final class HubStandIn: Sendable {
  /// A repository and how it behaves.
  struct Repository: Sendable {
    var files: [(path: String, bytes: [UInt8])] = []
    /// The lengths of files of which only the first bytes are there.
    var lengths: [String: Int] = [:]
    var isPrivate = false
    var isGated = false
    var isDisabled = false
    var hasBulk = true
    /// How often each request fails with this status before it succeeds.
    var failing: (status: Int, times: Int, headers: [(String, String)]) = (503, 0, [])
    /// Whether the servers say of which commit an answer is.
    var saysCommit = true
    var revisions = ["main", "refs/pr/1", HubStandIn.commit]
    var commit = HubStandIn.commit

    func bytes(_ path: String) -> [UInt8]? { files.first { $0.path == path }?.bytes }
    func length(_ path: String) -> Int { lengths[path] ?? bytes(path)?.count ?? 0 }
  }

  static let commit = "0123456789abcdef0123456789abcdef01234567"
  static let token = "hf_secretOfTheTests"

  let hub: LoopbackServer
  let data: LoopbackServer

  /// - Parameters:
  ///   - change: Changes what the hub, or the server of the weights, answers.
  init(
    _ repositories: [String: Repository],
    hub changeHub: @escaping @Sendable (LoopbackServer.Request, LoopbackServer.Answer) -> LoopbackServer.Answer = {
      $1
    },
    data changeData: @escaping @Sendable (LoopbackServer.Request, LoopbackServer.Answer) -> LoopbackServer.Answer = {
      $1
    }
  ) throws {
    let data = try LoopbackServer { request in changeData(request, Self.dataAnswer(request, repositories)) }
    let count = Counter()
    self.data = data
    let dataURL = data.url
    hub = try LoopbackServer { request in
      changeHub(request, Self.hubAnswer(request, repositories, dataURL, count))
    }
  }

  private final class Counter: Sendable {
    private let counts = Mutex<[String: Int]>([:])

    /// The number of calls with this key before.
    func next(_ key: String) -> Int {
      counts.withLock { counts in
        counts[key, default: 0] += 1
        return (counts[key] ?? 1) - 1
      }
    }
  }

  // MARK: - The server of the weights

  private static func dataAnswer(
    _ request: LoopbackServer.Request, _ repositories: [String: Repository]
  ) -> LoopbackServer.Answer {
    if request.headers["authorization"] != nil || request.headers["cookie"] != nil {
      return .text(400, "InvalidArgument")
    }
    guard request.target.contains("Signature=") else { return .text(403, "AccessDenied") }
    let parts = request.path.split(separator: "/").map { HubName.unquoted($0) ?? "" }
    let path = parts.dropFirst(2).joined(separator: "/")
    guard parts.count > 2, let repository = repositories[parts[0] + "/" + parts[1]], let bytes = repository.bytes(path)
    else { return .text(404, "NoSuchKey") }
    return part(of: bytes, length: repository.length(path), request)
  }

  /// A part of a file of which perhaps only the first bytes are there.
  static func part(of bytes: [UInt8], length: Int, _ request: LoopbackServer.Request) -> LoopbackServer.Answer {
    guard let range = request.range else { return LoopbackServer.Answer(body: bytes) }
    guard range.first < length else { return .text(416, "", [("Content-Range", "bytes */\(length)")]) }
    let last = min(range.last, length - 1)
    var body = Array(bytes[min(range.first, bytes.count)..<min(last + 1, bytes.count)])
    body += [UInt8](repeating: 0, count: last + 1 - range.first - body.count)
    return LoopbackServer.Answer(
      status: 206, headers: [("Content-Range", "bytes \(range.first)-\(last)/\(length)")], body: body)
  }

  // MARK: - The hub

  private static func hubAnswer(
    _ request: LoopbackServer.Request, _ repositories: [String: Repository], _ dataURL: String, _ counter: Counter
  ) -> LoopbackServer.Answer {
    let parts = request.path.split(separator: "/").map { HubName.unquoted($0) ?? "" }
    let isAPI = parts.first == "api" && parts.count > 3
    if parts.starts(with: ["api", "resolve-cache"]) { return cached(parts, repositories) }
    let id = isAPI ? parts[2...3].joined(separator: "/") : parts.prefix(2).joined(separator: "/")
    let verb = Array(parts.dropFirst(isAPI ? 4 : 2))
    let bearer = request.headers["authorization"]
    if let bearer, bearer != "Bearer \(token)" {
      return error(401, nil, "Invalid credentials in Authorization header")
    }
    guard let repository = repositories[id], !repository.isPrivate || bearer != nil else {
      return error(bearer == nil ? 401 : 404, "RepoNotFound", "Repository not found")
    }
    if counter.next(request.target) < repository.failing.times {
      var answer = error(repository.failing.status, nil, "Not now")
      answer.headers += repository.failing.headers
      return answer
    }
    if verb.count > 1, verb[0] != "safetensors-metadata", !repository.revisions.contains(verb[1]) {
      return error(404, "RevisionNotFound", "Invalid rev id: \(verb[1])")
    }
    if isAPI, verb.first == "revision" { return information(id, repository) }
    if repository.isGated, bearer == nil { return error(401, "GatedRepo", "Access to model \(id) is restricted.") }
    if isAPI, verb.first == "safetensors-metadata", repository.hasBulk { return bulk(repository) }
    let path = verb.dropFirst(2).joined(separator: "/")
    guard !isAPI, verb.first == "resolve", repository.bytes(path) != nil else {
      return error(404, "EntryNotFound", "Entry not found")
    }
    var headers = repository.saysCommit ? [("X-Repo-Commit", repository.commit)] : []
    if path.hasSuffix(".safetensors") {
      headers.append(("Location", "\(dataURL)/\(id)/\(HubName.quoted(path, keepsSlash: true))?Expires=1&Signature=x"))
      return LoopbackServer.Answer(status: 302, headers: headers, body: Array("Found".utf8))
    }
    headers.append(
      ("Location", "/api/resolve-cache/models/\(id)/\(repository.commit)/\(HubName.quoted(path, keepsSlash: true))"))
    return LoopbackServer.Answer(status: 307, headers: headers)
  }

  private static func cached(_ parts: [String], _ repositories: [String: Repository]) -> LoopbackServer.Answer {
    guard let repository = repositories[parts[3...4].joined(separator: "/")],
      let bytes = repository.bytes(parts[6...].joined(separator: "/"))
    else { return error(404, "EntryNotFound", "Entry not found") }
    return LoopbackServer.Answer(
      headers: repository.saysCommit ? [("X-Repo-Commit", repository.commit)] : [], body: bytes)
  }

  private static func information(_ id: String, _ repository: Repository) -> LoopbackServer.Answer {
    var writer = JSONWriter()
    writer.object { root in
      root.key("id")
      root.string(id)
      root.key("sha")
      root.string(repository.commit)
      root.key("disabled")
      root.bool(repository.isDisabled)
      root.key("siblings")
      root.array { list in
        for file in repository.files {
          list.object {
            $0.key("rfilename")
            $0.string(file.path)
            $0.key("size")
            $0.integer(repository.length(file.path))
          }
        }
      }
    }
    return LoopbackServer.Answer(body: writer.output.bytes)
  }

  /// The headers of the files that the index names.
  private static func bulk(_ repository: Repository) -> LoopbackServer.Answer {
    guard let index = repository.bytes("model.safetensors.index.json"),
      let root = try? JSONDocument(parsing: index).root, let map = root["weight_map"]
    else { return error(404, "EntryNotFound", "Entry not found") }
    let metadata = root["metadata"]?.source ?? "{}"
    var body = Array(#"{"index":{"metadata":\#(metadata)},"headers":{"#.utf8)
    for (place, name) in Set(map.members.compactMap { $0.value.string }).sorted().enumerated() {
      guard let bytes = repository.bytes(name) else { continue }
      let length = bytes.prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) }
      var header = bytes[8..<8 + length]
      while header.last == UInt8(ascii: " ") { header.removeLast() }
      body += Array("\(place > 0 ? "," : "")\"\(name)\":".utf8) + header
    }
    return LoopbackServer.Answer(body: body + Array("}}".utf8))
  }

  static func error(_ status: Int, _ code: String?, _ message: String) -> LoopbackServer.Answer {
    var headers = [("X-Error-Message", message), ("x-request-id", "Root=1-test")]
    if let code { headers.append(("X-Error-Code", code)) }
    return .text(status, "{\"error\":\"\(message)\"}", headers)
  }
}
