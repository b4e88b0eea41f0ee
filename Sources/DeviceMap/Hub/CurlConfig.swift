/// The text that tells curl what to send: one block a request, each with all of its options, so that nothing of one
/// request (a token, a range) is in force for another.
///
/// It goes to curl through a pipe; no part of it stands in arguments, where other users could read it.
struct CurlConfig {
  /// The folder for what is answered: `0` the header and the body of the first request.
  let folder: String
  let limits: HubLimits
  /// Whether curl follows redirects; without, a redirect is the answer.
  let followsRedirects: Bool
  let userAgent: String
  /// How many requests are on their way at once.
  static let parallel = 32

  /// Nil when a value cannot be written in a line.
  func text(of requests: [(number: Int, request: HubRequest)]) -> [UInt8]? {
    var text: [UInt8] = []
    // curl waits for the first answer of a host to know whether a connection carries several requests at once, which
    // without TLS none does.
    if requests.allSatisfy({ $0.request.url.hasPrefix("http:") }) { text += Array("parallel-immediate\n".utf8) }
    for (place, item) in requests.enumerated() {
      if place > 0 { text += Array("next\n".utf8) }
      guard let block = block(item.number, item.request, isFirst: place == 0) else { return nil }
      text += block
    }
    return text
  }

  private func block(_ number: Int, _ request: HubRequest, isFirst: Bool) -> [UInt8]? {
    var lines = ["silent", "no-progress-meter", "globoff", "disallow-username-in-url", "no-buffer"]
    if isFirst { lines += ["parallel", "parallel-max = \(Self.parallel)"] }
    let schemes = request.url.hasPrefix("https:") ? "=https" : "=http,https"
    lines += [
      "proto = \"\(schemes)\"", "proto-redir = \"\(schemes)\"", "connect-timeout = \(limits.connectSeconds)",
      "speed-limit = \(limits.leastBytesPerSecond)", "speed-time = \(limits.idleSeconds)",
      "max-time = \(limits.requestSeconds)",
      "max-filesize = \(request.mostBytes)",
    ]
    // One file a request: making a file costs more than all else that is done for it.
    lines += ["include", "suppress-connect-headers"]
    if followsRedirects { lines += ["location", "max-redirs = \(HubRequest.mostRedirects)"] }
    if request.allowsCompression { lines.append("compressed") }
    if let range = request.range { lines.append("range = \"\(range.lowerBound)-\(range.upperBound)\"") }
    var values = [("user-agent", userAgent), ("url", request.url)]
    if let value = request.authorization { values.append(("header", "Authorization: \(value)")) }
    if let value = request.cookie { values.append(("header", "Cookie: \(value)")) }
    values.append(("output", Files.join(folder, "\(number)")))
    for (name, value) in values {
      guard let quoted = Self.quoted(value) else { return nil }
      lines.append("\(name) = \(quoted)")
    }
    // To stderr, which curl does not hold back; what is not known to an old curl is left out of the line.
    lines.append(#"write-out = "%{stderr}\#(number)\t\#(Self.told)\n""#)
    return Array(PathText.bytes(lines.joined(separator: "\n") + "\n"))
  }

  /// What a line says of a request behind its number (see ``CurlOutcome``).
  private static let told = ["exitcode", "http_code", "size_download", "num_redirects", "url_effective", "errormsg"]
    .map { "%{\($0)}" }.joined(separator: #"\t"#)

  /// A value in double quotes; nil for one with control characters.
  static func quoted(_ value: String) -> String? {
    var result = "\""
    for scalar in value.unicodeScalars {
      guard scalar.value >= 0x20, scalar.value != 0x7F else { return nil }
      if scalar == "\"" || scalar == "\\" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}
