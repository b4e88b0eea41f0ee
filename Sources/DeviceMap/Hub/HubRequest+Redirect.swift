extension HubRequest {
  /// The request that a redirect asks for, without secrets where it leads to another origin; nil where it must not be
  /// followed: to another scheme than http(s), from https to http, or to no URL.
  func redirected(to location: String) -> HubRequest? {
    guard let here = HubOrigin(url: url), let next = Self.resolve(location, against: url, here),
      let there = HubOrigin(url: next), !(here.scheme == "https" && there.scheme == "http")
    else { return nil }
    var request = self
    request.url = next
    if there != here { (request.authorization, request.cookie) = (nil, nil) }
    return request
  }

  private static func resolve(_ location: String, against base: String, _ origin: HubOrigin) -> String? {
    guard location.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\"") }) else { return nil }
    if location.hasPrefix("//") { return "\(origin.scheme):\(location)" }
    let afterScheme = base.utf8.dropFirst(origin.scheme.utf8.count + 3)
    let authority = String(Substring(afterScheme.prefix { !"/?#".utf8.contains($0) }))
    if location.hasPrefix("/") { return "\(origin.scheme)://\(authority)\(location)" }
    let isAbsolute = location.prefix { $0.isLetter || $0.isNumber || "+-.".contains($0) }.endIndex
    if location[isAbsolute...].hasPrefix(":") { return location }
    let path = String(Substring(afterScheme.drop { $0 != UInt8(ascii: "/") }.prefix { !"?#".utf8.contains($0) }))
    let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[...$0] } ?? "/"
    return "\(origin.scheme)://\(authority)\(folder)\(location)"
  }
}
