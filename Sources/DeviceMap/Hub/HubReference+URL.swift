extension HubReference {
  /// `text` as a URL; nil if it is none. Browsers show those of the hubs that everybody knows without their scheme.
  static func url(_ text: String) -> String? {
    let lowercased = text.prefix(64).lowercased()
    if lowercased.hasPrefix("https://") || lowercased.hasPrefix("http://") { return text }
    let host = lowercased.prefix { $0 != "/" && $0 != ":" }
    return host.endIndex < lowercased.endIndex && knownHosts.contains(String(host)) ? "https://" + text : nil
  }

  /// The URL of a model that old repositories name without an organisation (`gpt2`); nil of a text that is no such name.
  package static func urlOfBareName(_ text: String) -> String? {
    let isName = HubName.fault(ofID: text) == nil && !text.contains("/") && !fileEndings.contains { text.hasSuffix($0) }
    return isName ? "\(HubEndpoint.huggingFace.url)/\(text)" : nil
  }

  private static let knownHosts: Set<String> = [
    "huggingface.co", "www.huggingface.co", "hf.co", "hf-mirror.com", "modelscope.cn", "www.modelscope.cn",
    "modelscope.ai", "www.modelscope.ai",
  ]

  /// The URL of a model, of a folder of it, or of a file: as a browser shows it or as a client loads it.
  init(url: String) throws(HubError) {
    guard let origin = HubOrigin(url: url) else { throw .invalidURL(url) }
    let afterScheme = url.utf8.dropFirst(origin.scheme.utf8.count + 3)
    let path = afterScheme.drop { $0 != UInt8(ascii: "/") }.prefix { !"?#".utf8.contains($0) }
    var parts: [String] = []
    for part in path.split(separator: UInt8(ascii: "/")) {
      guard let text = HubName.unquoted(Substring(part)) else { throw .invalidURL(url) }
      parts.append(text)
    }
    guard !parts.isEmpty else { throw .invalidURL(url) }
    let site = Self.site(of: origin)
    if parts.first == "models", parts.count > 2 { parts.removeFirst() }
    let hasOrganisation = parts.count > 1 && !Self.verbs.contains(parts[1])
    let id = parts.prefix(hasOrganisation ? 2 : 1).joined(separator: "/")
    let rest = Array(parts.dropFirst(hasOrganisation ? 2 : 1))
    guard let place = Self.place(rest) else { throw .invalidURL(url) }
    try self.init(
      id, revision: place.revision, file: place.file, site: site, endpoint: Self.endpoint(origin, site), isURL: true)
  }

  private static let verbs: Set<String> = [
    "tree", "blob", "resolve", "raw", "commit", "commits", "files", "summary",
  ]

  /// What follows the name: `tree/REVISION/FOLDER`, `blob/REVISION/FILE`, `resolve/REVISION/FILE`.
  private static func place(_ parts: [String]) -> (revision: String?, file: String?)? {
    guard let verb = parts.first else { return (nil, nil) }
    guard verbs.contains(verb) else { return nil }
    guard parts.count > 1, verb != "files", verb != "summary" else { return (nil, nil) }
    // A pull request is the one revision that is shown with slashes.
    let length = parts.count > 3 && parts[1] == "refs" ? 3 : 1
    let revision = parts[1...length].joined(separator: "/")
    let path = parts[(length + 1)...].joined(separator: "/")
    if path.isEmpty { return (revision, nil) }
    return (revision, verb == "tree" ? path + "/*" : path)
  }

  private static func site(of origin: HubOrigin) -> Site {
    let host = origin.host
    return ["modelscope.cn", "modelscope.ai"].contains { host == $0 || host.hasSuffix("." + $0) }
      ? .modelScope : .huggingFace
  }

  /// The server of a URL, unless it is the one that is meant without a URL: then settings may replace it by a mirror. A
  /// port that is not the usual one is another server.
  private static func endpoint(_ origin: HubOrigin, _ site: Site) -> HubEndpoint? {
    let isUsualPort = origin.port == (origin.scheme == "https" ? 443 : 80)
    switch (site, origin.host) {
    case (.huggingFace, "huggingface.co"), (.huggingFace, "www.huggingface.co"), (.huggingFace, "hf.co"):
      if isUsualPort { return nil }
    case (.modelScope, let host) where isUsualPort:
      return host.hasSuffix("modelscope.cn") ? nil : .modelScopeInternational
    default: break
    }
    return HubEndpoint("\(origin.scheme)://\(origin.host)\(isUsualPort ? "" : ":\(origin.port)")")
  }
}
