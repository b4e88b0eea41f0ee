/// What curl says of one request: the line that it writes when the request has ended.
struct CurlOutcome: Hashable, Sendable {
  let number: Int
  /// curl's exit code for this request; nil of a curl that does not tell.
  let code: Int?
  let status: Int
  let url: String
  let message: String

  /// Nil for a line that is none of these.
  init?(line: some StringProtocol) {
    let parts = line.split(separator: "\t", maxSplits: 4, omittingEmptySubsequences: false)
    guard parts.count == 5, let number = Int(parts[0]), let status = Int(parts[2]) else { return nil }
    (self.number, self.status) = (number, status)
    code = Int(parts[1])
    url = String(parts[3])
    message = String(parts[4])
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

/// The header of an answer as curl stores it: one block for each response on the way to the last.
enum CurlHead {
  /// The status of the last response; nil without one.
  static func status(_ bytes: ContiguousArray<UInt8>) -> Int? {
    let lines = bytes.split(separator: UInt8(ascii: "\n")).filter { $0.starts(with: "HTTP/".utf8) }
    return lines.last.flatMap { line in
      let words = line.split(separator: UInt8(ascii: " "))
      return words.count > 1 ? Int(String(decoding: words[1].prefix(3), as: UTF8.self)) : nil
    }
  }

  /// The fields of the last response, and of those before.
  static func fields(
    _ bytes: ContiguousArray<UInt8>
  ) -> (last: [HubResponse.Field], earlier: [HubResponse.Field]) {
    var fields: [HubResponse.Field] = []
    var earlier: [HubResponse.Field] = []
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true) {
      let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      if line.starts(with: "HTTP/".utf8) {
        earlier += fields
        fields = []
        continue
      }
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let value = line[(colon + 1)...].drop { $0 == UInt8(ascii: " ") || $0 == 9 }
      fields.append(
        HubResponse.Field(String(decoding: line[..<colon], as: UTF8.self), String(decoding: value, as: UTF8.self)))
    }
    return (fields, earlier)
  }
}
