extension HubReference {
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
      id, revision: place.revision, file: place.file, site: site, endpoint: Self.endpoint(origin, site, url))
  }

  private static let verbs: Set<String> = ["tree", "blob", "resolve", "raw", "commit", "files", "summary"]

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

  /// The server of a URL, unless it is the one that is meant without a URL: then settings may replace it by a mirror.
  private static func endpoint(_ origin: HubOrigin, _ site: Site, _ url: String) -> HubEndpoint? {
    switch (site, origin.host) {
    case (.huggingFace, "huggingface.co"), (.huggingFace, "www.huggingface.co"), (.huggingFace, "hf.co"): nil
    case (.modelScope, "modelscope.cn"), (.modelScope, "www.modelscope.cn"): nil
    case (.modelScope, _): .modelScopeInternational
    default:
      HubEndpoint(
        "\(origin.scheme)://\(origin.host)"
          + (origin.port == (origin.scheme == "https" ? 443 : 80) ? "" : ":\(origin.port)"))
    }
  }
}
