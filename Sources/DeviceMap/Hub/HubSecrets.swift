/// What no message may show: passwords of proxies and servers, tokens.
///
/// curl, servers and transports say things in words of their own, in which they may repeat what they were given. Their
/// words are shown after it has been taken out of them.
struct HubSecrets: Hashable, Sendable {
  /// The longest first, so that no part of one is left.
  private let words: [String]

  private static let hidden = "***"
  /// Fewer characters are parts of ordinary words.
  private static let leastOfPart = 3
  /// What divides a URL, and so what a program may show of a password that has it.
  private static let dividers = ":/@?#[]\\ '\""

  /// - Parameters:
  ///   - addresses: values of variables that name servers and may have passwords.
  ///   - tokens: shown nowhere, whatever they look like.
  init(addresses: [String], tokens: [String]) {
    let words = Set(addresses.flatMap(Self.words(ofAddress:)) + tokens.filter { $0.utf8.count >= Self.leastOfPart })
    self.words = words.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
  }

  /// The user and the password of an address, whole and in the parts into which programs cut them.
  private static func words(ofAddress address: String) -> [String] {
    let rest = address.firstRange(of: "//").map { address[$0.upperBound...] } ?? address[...]
    let secret: Substring
    var words: [Substring] = []
    if let at = rest.lastIndex(of: "@") {
      let user = rest[..<at]
      words.append(user)
      secret = user.firstIndex(of: ":").map { user[user.index(after: $0)...] } ?? user
    } else {
      // What stands where a port would, and is none, is a password whose server was left out.
      let authority = rest.prefix { $0 != "/" }
      guard !authority.hasPrefix("["), let colon = authority.firstIndex(of: ":") else { return [] }
      secret = authority[authority.index(after: colon)...]
      if secret.utf8.allSatisfy(\.isDigit) { return [] }
    }
    let parts = secret.split { dividers.contains($0) }
    words += ([secret] + parts).filter { $0.utf8.count >= leastOfPart }
    return (words.map(String.init) + words.compactMap { HubName.unquoted($0) }).filter { !$0.isEmpty }
  }

  /// A text of others as it may be shown. O(length x secrets).
  func hidden(in text: String) -> String {
    Self.withoutUsers(words.reduce(text) { Self.withoutCut($1, at: $0.replacing($1, with: Self.hidden)) })
  }

  /// curl ends its texts at 255 bytes, in the middle of a long secret too.
  private static let shortestCutText = 200

  /// A long text without the beginning of a secret at its end.
  private static func withoutCut(_ secret: String, at text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.count >= shortestCutText else { return text }
    let secret = Array(secret.utf8.prefix(bytes.count))
    for count in stride(from: secret.count, to: leastOfPart, by: -1)
    where bytes.suffix(count).elementsEqual(secret.prefix(count)) {
      return String(decoding: bytes.dropLast(count), as: UTF8.self) + hidden
    }
    return text
  }

  /// A text without what stands before the server of a URL in it (`//user:password@`, `user:password@`). O(length).
  static func withoutUsers(_ text: String) -> String {
    guard text.contains("@") else { return text }
    return text.split(separator: " ", omittingEmptySubsequences: false).map(withoutUser(word:)).joined(separator: " ")
  }

  private static func withoutUser(word: Substring) -> String {
    guard let at = word.lastIndex(of: "@") else { return String(word) }
    if let start = word.firstRange(of: "//")?.upperBound, start <= at {
      return "\(word[..<start])\(hidden)\(word[at...])"
    }
    let mark = word[..<at].lastIndex { "'\"(<,;=".contains($0) }
    let start = mark.map { word.index(after: $0) } ?? word.startIndex
    return word[start..<at].contains(":") ? "\(word[..<start])\(hidden)\(word[at...])" : String(word)
  }

  /// The address of a server without user and password, however odd it is.
  static func withoutUser(_ address: String) -> String {
    guard let at = address.lastIndex(of: "@") else { return address }
    let start = address.firstRange(of: "//")?.upperBound ?? address.startIndex
    return "\(address[..<min(start, at)])\(hidden)\(address[at...])"
  }
}

extension HubError {
  /// The error without what others must not have said of it.
  func hiding(_ secrets: HubSecrets) -> HubError {
    func hidden(_ failure: HubTransportFailure) -> HubTransportFailure {
      var failure = failure
      failure.text = secrets.hidden(in: failure.text)
      return failure
    }
    return switch self {
    case .status(let status, let server, let message, let request):
      .status(status, server, message: message.map { secrets.hidden(in: $0) }, request: request)
    case .refused(let host, let message): .refused(host: host, message: secrets.hidden(in: message))
    case .transport(let failure, let server): .transport(hidden(failure), server)
    case .dataHost(let failure, let reference, let endpoint): .dataHost(hidden(failure), reference, endpoint: endpoint)
    case .curlFailed(let text): .curlFailed(secrets.hidden(in: text))
    default: self
    }
  }
}
