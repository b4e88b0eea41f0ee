/// The server that was asked, as messages need it: what it is called, and what says that it is that one.
public struct HubServer: Hashable, Sendable {
  /// Its name on the network.
  public let host: String
  /// Whose interface it has.
  public let site: HubReference.Site
  /// Whether the URL of the model names it, so that no variable does.
  public let isOfURL: Bool

  /// - Parameters:
  ///   - host: its name on the network.
  ///   - site: whose interface it has.
  ///   - isOfURL: whether the URL of the model names it.
  public init(_ host: String, _ site: HubReference.Site = .huggingFace, isOfURL: Bool = false) {
    (self.host, self.site, self.isOfURL) = (host, site, isOfURL)
  }

  /// What has to be checked where it may be the wrong one.
  var setting: String {
    if isOfURL { return "the URL" }
    return site == .huggingFace ? "HF_ENDPOINT" : "MODELSCOPE_ENDPOINT"
  }
}

extension HubAddress {
  /// The server of these requests.
  var server: HubServer { HubServer(endpoint.origin.host, reference.site, isOfURL: reference.endpoint != nil) }
}
