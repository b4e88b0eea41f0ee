import DeviceMap
import Testing

/// Messages name the variable of the hub that was asked, and none where a URL says which it is.
@Suite("What to check where a hub does not answer well") struct HubServerTests {
  static let servers: [(HubServer, names: String, other: String)] = [
    (HubServer("h"), "HF_ENDPOINT", "MODELSCOPE_"), (HubServer("h", .modelScope), "MODELSCOPE_ENDPOINT", "HF_"),
    (HubServer("h", .modelScope, isOfURL: true), "the URL", "_ENDPOINT"),
    (HubServer("h", isOfURL: true), "the URL", "_ENDPOINT"),
  ]

  /// Errors that say to check where the server is set.
  private static func named(_ server: HubServer) -> [HubError] {
    [403, 418, 204].map { .status($0, server, message: nil, request: nil) }
      + [.html, .notJSON, .missing("x")].map { .unexpected(server, file: "f", $0) }
      + [.unreachable, .timedOut, .cut, .redirect, .tooLong, .headerTooLong, .notHTTP, .other].map {
        .transport(HubTransportFailure($0, host: "h", text: "t"), server)
      }
  }

  /// Errors that say something else.
  private static func others(_ server: HubServer) -> [HubError] {
    [407, 451, 511, 500].map { .status($0, server, message: nil, request: nil) }
      + [.proxy, .untrusted, .notStored].map { .transport(HubTransportFailure($0, host: "h", text: "t"), server) }
      + [.rateLimited(server, seconds: 1, hasToken: false)]
  }

  @Test(arguments: 0..<4) func settings(number: Int) {
    #expect(Self.servers.count == 4)
    let (server, names, other) = Self.servers[number]
    for error in Self.named(server) {
      #expect(error.description.contains(names) && !error.description.contains(other), "\(error)")
    }
    guard !server.isOfURL else { return }
    for error in Self.others(server) { #expect(!error.description.contains(other), "\(error)") }
  }

  @Test("a limit names the token of its hub") func tokens() {
    #expect(
      HubError.rateLimited(HubServer("h", .modelScope), seconds: 1, hasToken: false).description
        == "h takes no more requests for now; wait a second, or set MODELSCOPE_API_TOKEN, with which there may be more")
  }
}
