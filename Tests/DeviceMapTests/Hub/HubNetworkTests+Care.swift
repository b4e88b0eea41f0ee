import Foundation
import Synchronization
import Testing

@testable import DeviceMap

/// What is kept from others, and for how long a hub is waited for.
extension HubNetworkTests {
  // MARK: - Secrets and traces

  @Test("the token goes to the hub alone, and stands in no list of processes", arguments: [nil, false] as [Bool?])
  func token(follows: Bool?) throws {
    var repository = try HubModels.sharded()
    repository.isPrivate = true
    repository.hasBulk = false
    let seen = Mutex<[String]>([])
    let standIn = try HubStandIn(
      ["acme/llama": repository],
      hub: { request, answer in
        seen.withLock { $0 += Self.processes() }
        return answer
      },
      data: { request, answer in
        seen.withLock { $0 += Self.processes() }
        return answer
      })
    var settings = HubSettings()
    settings.endpoint = try #require(HubEndpoint(standIn.hub.url))
    settings.token = try HubToken(HubStandIn.token, source: "HF_TOKEN")
    var transport = CurlTransport()
    transport.followsWithToken = follows
    let client = HubClient(transport, settings: settings)
    let snapshot = try Self.wait { () async throws(HubError) in
      try await client.snapshot(of: try HubReference("acme/llama"))
    }
    #expect(snapshot.missing == nil)
    #expect(standIn.hub.requests.allSatisfy { $0.headers["authorization"] == "Bearer \(HubStandIn.token)" })
    #expect(standIn.data.requests.count == 3)
    #expect(standIn.data.requests.allSatisfy { $0.headers["authorization"] == nil && $0.headers["cookie"] == nil })
    let lines = seen.withLock { $0 }
    #expect(lines.contains { $0.contains("curl") }, "curl was looked for while it ran")
    #expect(!lines.contains { $0.contains(HubStandIn.token) })
  }

  /// The arguments of all processes.
  static func processes() -> [String] {
    #if os(Linux)
      let numbers = ((try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []).filter { Int($0) != nil }
      return numbers.compactMap { try? Data(contentsOf: URL(filePath: "/proc/\($0)/cmdline")) }
        .map { String(decoding: $0, as: UTF8.self).replacing("\0", with: " ") }.filter { $0.hasPrefix("curl") }
    #else
      guard case .ended(_, let output, _) = ChildProcess.run("ps", ["-axww", "-o", "args"], seconds: 10) else {
        return []
      }
      return String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init).filter {
        $0.contains("curl -q")
      }
    #endif
  }

  @Test("a URL of another server gets no token") func foreignServer() throws {
    let standIn = try HubStandIn(["acme/llama": try HubModels.single()])
    let bench = try Bench(standIn, ["HF_TOKEN": HubStandIn.token, "HF_ENDPOINT": "http://127.0.0.1:1"])
    #expect(bench.plan(standIn.hub.url + "/acme/llama").status == 0)
    #expect(standIn.hub.requests.allSatisfy { $0.headers["authorization"] == nil })
  }

  @Test("a hub that sends elsewhere with the token's request gets it kept", arguments: [302, 307, 308])
  func foreignRedirect(status: Int) throws {
    let other = try LoopbackServer { _ in .text(200, "{}") }
    let standIn = try HubStandIn(
      ["acme/llama": try HubModels.single()],
      hub: { request, answer in
        LoopbackServer.Answer(status: status, headers: [("Location", other.url + request.target)])
      })
    let bench = try Bench(standIn, ["HF_TOKEN": HubStandIn.token])
    #expect(bench.plan("acme/llama").status == 2)
    #expect(!other.requests.isEmpty)
    #expect(other.requests.allSatisfy { $0.headers["authorization"] == nil })
  }

  @Test("nothing is written below HF_HOME, and no file of curl is read") func traces() throws {
    let bench = try Bench(try HubStandIn(["acme/llama": try HubModels.sharded()]))
    let home = bench.home.path + "/hf"
    try FileManager.default.createDirectory(atPath: home + "/hub", withIntermediateDirectories: true)
    try Data("x".utf8).write(to: URL(filePath: home + "/token"))
    try Data("url = \"http://127.0.0.1:1/\"\n".utf8).write(to: URL(filePath: bench.home.path + "/.curlrc"))
    try Data("".utf8).write(to: URL(filePath: home + "/token"))
    let before = try RecordedCache.listing(home)
    #expect(bench.plan("acme/llama").status == 0)
    #expect(try RecordedCache.listing(home) == before)
    let kept = try RecordedCache.listing(bench.home.path).filter { $0.contains(".headers") }
    #expect(kept.count == 1)
  }

  @Test("no link leads what is kept into the folders of others", arguments: ["root", "host", "model", "dots", "file"])
  func foreignLinks(place: String) throws {
    var bench = try Bench(try HubStandIn(["acme/llama": try HubModels.single()]))
    let home = bench.home.path + "/hf"
    let cache = bench.home.path + "/cache"
    let host = cache + "/device-map/hub/127.0.0.1_\(bench.standIn.hub.port)"
    let manager = FileManager.default
    try manager.createDirectory(atPath: home + "/hub", withIntermediateDirectories: true)
    bench.variables["XDG_CACHE_HOME"] = cache
    switch place {
    case "root":
      try manager.createSymbolicLink(atPath: cache, withDestinationPath: "hf")
    case "host":
      try manager.createDirectory(atPath: cache + "/device-map/hub", withIntermediateDirectories: true)
      try manager.createSymbolicLink(atPath: host, withDestinationPath: home)
    case "model":
      try manager.createDirectory(atPath: host, withIntermediateDirectories: true)
      try manager.createSymbolicLink(atPath: host + "/acme--llama", withDestinationPath: home + "/hub")
    case "file":
      try manager.createDirectory(atPath: host + "/acme--llama", withIntermediateDirectories: true)
      let file = host + "/acme--llama/\(HubStandIn.commit).headers"
      try manager.createSymbolicLink(atPath: file, withDestinationPath: home + "/hub/x")
    default: bench.variables["XDG_CACHE_HOME"] = bench.home.path + "/other/../hf"
    }
    let before = try RecordedCache.listing(home)
    #expect(bench.plan("acme/llama").out == Self.local())
    #expect(try RecordedCache.listing(home) == before)
  }

  @Test("no request is made offline", arguments: [["HF_HUB_OFFLINE": "1"], ["TRANSFORMERS_OFFLINE": "1"]])
  func offline(variables: [String: String]) throws {
    let bench = try Bench(try HubStandIn(["acme/llama": try HubModels.single()]), variables)
    let result = bench.plan("acme/llama")
    #expect(result.status == 2)
    #expect(result.err.contains("\(variables.keys.first ?? "") forbids to ask the hub"))
    let name = variables.keys.first ?? ""
    let both = bench.plan("acme/llama", "--refresh")
    #expect(both.status == 2 && both.err.contains("'\(name)' and '--refresh' cannot both be meant"))
    #expect(bench.standIn.hub.requests.isEmpty && bench.standIn.data.requests.isEmpty)
  }

  // MARK: - Time

  @Test("a server that is silent, or gives a byte now and then, is left after some seconds") func slow() throws {
    for manner in [LoopbackServer.Answer.Manner.silent, .slow(40)] {
      for path in ["/revision/", "config.json", ".safetensors"] {
        let standIn = try HubStandIn(["acme/llama": try HubModels.single()]) { request, answer in
          guard request.path.contains(path) else { return answer }
          return LoopbackServer.Answer(body: [UInt8](repeating: 0x20, count: 5000), manner: manner)
        }
        var bench = try Bench(standIn)
        bench.limits.idleSeconds = 1
        bench.limits.leastBytesPerSecond = 100
        bench.limits.retriesOfSlow = 0
        let (result, time) = bench.timedPlan("acme/llama")
        #expect(result.status == 2 && result.err.contains("no complete answer in time"), "\(result.err)")
        #expect(time < .seconds(30), "\(path)")
      }
    }
  }

  @Test("whatever a server does, all of it ends, and more files have more time", arguments: [0, 400])
  func wholeTime(files: Int) throws {
    var repository = try HubModels.single()
    if files > 0 {
      repository.files = [("config.json", try HubModels.config())]
      repository.files += (1...files).map { ("m-\($0)-of-\(files).safetensors", [UInt8](repeating: 0, count: 64)) }
    }
    let standIn = try HubStandIn(
      ["acme/llama": repository],
      data: { _, _ in
        // Fast enough for each moment, and never done.
        LoopbackServer.Answer(body: [UInt8](repeating: 1, count: 5000), manner: .slow(5))
      })
    var bench = try Bench(standIn)
    bench.limits.totalSeconds = 3
    bench.limits.filesPerSecond = 200
    bench.limits.retries = 0
    let (result, time) = bench.timedPlan("acme/llama")
    #expect(result.status == 0 && result.err.contains("which cannot be reached"), "\(result.err)")
    #expect(time > .seconds(files > 0 ? 4.5 : 2.5) && time < .seconds(60))
  }
}
