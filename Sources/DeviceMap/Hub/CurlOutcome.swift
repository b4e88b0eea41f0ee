/// What curl says of one request: the line that it writes when the request has ended.
struct CurlOutcome: Hashable, Sendable {
  let number: Int
  /// curl's exit code for this request; nil of a curl that does not tell.
  let code: Int?
  let status: Int
  /// The bytes of the body as they came; nil of a curl that tells otherwise.
  let received: Int?
  /// How many redirects were followed.
  let redirects: Int
  let url: String
  let message: String

  /// Nil for a line that is none of these.
  init?(line: some StringProtocol) {
    let parts = line.split(separator: "\t", maxSplits: 6, omittingEmptySubsequences: false)
    guard parts.count == 7, let number = Int(parts[0]), let status = Int(parts[2]), let redirects = Int(parts[4])
    else { return nil }
    (self.number, self.status, self.redirects) = (number, status, redirects)
    code = Int(parts[1])
    received = Int(parts[3])
    url = String(parts[5])
    message = String(parts[6])
  }

  /// curl ended the request since another one failed in a way that ends all.
  var isGivenUp: Bool { message.contains("critical error in another transfer") }

  /// Why there is no response; nil when there is one.
  var failure: HubTransportFailure? {
    guard let code, code != 0 else { return nil }
    let reason = Self.reason(code, message)
    // What curl says of a long header is that the memory is out.
    var failure = HubTransportFailure(reason, url: url, text: reason == .headerTooLong ? "" : message)
    failure.status = status > 0 ? status : nil
    return failure
  }

  /// The exit codes of the manual page of curl.
  private static func reason(_ code: Int, _ message: String) -> HubTransportFailure.Reason {
    if message.contains("CONNECT tunnel failed") || message.contains("from proxy after CONNECT") { return .proxy }
    if code == 5 || code == 97 || message.contains("Unsupported proxy") { return .proxy }
    // The same code as for a scheme that is not followed.
    if code == 1, message.contains("HTTP/0.9") || message.contains("HTTP version") { return .notHTTP }
    if code == 56, message.contains("oo large response headers") { return .headerTooLong }
    return reason(code)
  }

  private static func reason(_ code: Int) -> HubTransportFailure.Reason {
    switch code {
    case 1, 3, 47, 67: .redirect
    case 6, 7, 45: .unreachable
    case 8, 18, 52, 55, 56, 61, 92, 95: .cut
    case 16: .cut
    case 23: .notStored
    case 28: .timedOut
    case 35, 51, 53, 54, 58, 59, 60, 66, 77, 80, 82, 83, 90, 91: .untrusted
    case 63: .tooLong
    case 27, 100: .headerTooLong
    default: .other
    }
  }
}
