/// The server of a hub: `https://huggingface.co`, a mirror, a proxy inside a company.
public struct HubEndpoint: Hashable, Sendable {
  /// Scheme, host, port and perhaps a path; no slash at the end.
  public let url: String
  /// Where it stands: what has to be equal for a token to be sent.
  let origin: HubOrigin

  /// Nil when `text` is not `http(s)://host[:port][/path]` of plain characters without a password.
  ///
  /// - Complexity: O(length).
  public init?(_ text: String) {
    var end = text.endIndex
    while end > text.startIndex, text[text.index(before: end)] == "/" { end = text.index(before: end) }
    let url = String(text[..<end])
    guard let origin = HubOrigin(url: url) else { return nil }
    let plain = url.utf8.allSatisfy { byte in
      byte.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || "-._~:/[]".utf8.contains(byte)
    }
    guard plain, !url.contains(".."), let path = url.firstRange(of: "://") else { return nil }
    // Schemes and hosts are the same in any case, and curl is told to follow `https` alone.
    let rest = url[path.upperBound...]
    let authority = rest.prefix { $0 != "/" }
    self.url = origin.scheme + "://" + authority.lowercased() + rest[authority.endIndex...]
    self.origin = origin
  }

  private init(known host: String) {
    url = "https://" + host
    origin = HubOrigin(scheme: "https", host: host, port: 443)
  }

  /// The hub that is asked where nothing else is said.
  public static let huggingFace = HubEndpoint(known: "huggingface.co")
  /// The hub of `modelscope:`.
  public static let modelScope = HubEndpoint(known: "modelscope.cn")
  static let modelScopeInternational = HubEndpoint(known: "modelscope.ai")
  /// The mirror of the Hugging Face hub that most use where that one cannot be reached.
  static let mirror = HubEndpoint(known: "hf-mirror.com")

  /// Whether it is ModelScope's hub outside China, which has other models than that within.
  var isInternational: Bool { origin.host == "modelscope.ai" || origin.host.hasSuffix(".modelscope.ai") }

  /// Host and port as a name of a folder.
  var folderName: String {
    let isUsual = origin.port == (origin.scheme == "https" ? 443 : 80)
    let host = origin.host.utf8.map { $0 == UInt8(ascii: ":") ? UInt8(ascii: "_") : $0 }
    let path = url.split(separator: "/", omittingEmptySubsequences: true).dropFirst(2).joined(separator: "_")
    let name = String(decoding: host, as: UTF8.self) + (isUsual ? "" : "_\(origin.port)")
    return name + (path.isEmpty ? "" : "_" + path)
  }
}

/// Scheme, host and port of a URL.
struct HubOrigin: Hashable, Sendable {
  let scheme: String
  let host: String
  let port: Int

  init(scheme: String, host: String, port: Int) {
    (self.scheme, self.host, self.port) = (scheme, host, port)
  }

  /// Nil for what is not `http(s)://host[:port]...` or names a user.
  init?(url: String) {
    guard let colon = url.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let scheme = url[..<colon].lowercased()
    guard scheme == "https" || scheme == "http", let rest = String(url[colon...]).removing(prefix: "://") else {
      return nil
    }
    let authority = rest.prefix { !"/?#\\".contains($0) }
    guard !authority.isEmpty, !authority.contains("@") else { return nil }
    var host = authority
    var port = scheme == "https" ? 443 : 80
    let afterBracket = authority.lastIndex(of: "]").map { authority.index(after: $0) } ?? authority.startIndex
    if let mark = authority[afterBracket...].firstIndex(of: ":") {
      guard let number = UInt16(authority[authority.index(after: mark)...]), number > 0 else { return nil }
      (host, port) = (authority[..<mark], Int(number))
    }
    let name = host.lowercased()
    guard !name.isEmpty, name.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
    (self.scheme, self.host, self.port) = (scheme, name, port)
  }
}
