extension HubSettings {
  /// The server that a reference is read from: that of its URL, or the one that the settings put in its place.
  func endpoint(for reference: HubReference) -> HubEndpoint {
    switch reference.site {
    case .huggingFace: reference.endpoint ?? endpoint
    case .modelScope where reference.isURL && reference.endpoint == nil && modelScopeEndpoint.isInternational:
      .modelScope
    case .modelScope: reference.endpoint ?? modelScopeEndpoint
    }
  }

  /// The token for the server of a reference; nil for a server that the settings do not have it for.
  func token(for reference: HubReference) -> HubToken? {
    isTheirs(reference) ? (reference.site == .huggingFace ? token : modelScopeToken) : nil
  }

  /// What is wrong with the variables that a request for a reference heeds.
  func fault(for reference: HubReference) -> HubError? {
    isTheirs(reference) ? (reference.site == .huggingFace ? fault : modelScopeFault) : nil
  }

  /// Whether the server of a reference is one of the settings.
  private func isTheirs(_ reference: HubReference) -> Bool {
    let usual = reference.site == .huggingFace ? endpoint : modelScopeEndpoint
    return endpoint(for: reference).origin == usual.origin
  }

  /// Whether the caches of huggingface_hub are those of the server of a reference: its clients put what mirrors answer
  /// into one cache with what the hub answers.
  func hasInCaches(_ reference: HubReference) -> Bool {
    guard reference.site == .huggingFace else { return false }
    return reference.endpoint.map { [endpoint.origin, HubEndpoint.mirror.origin].contains($0.origin) } ?? true
  }

  /// Whether the caches of ModelScope's clients are meant: by its name, by a URL of the hub they were filled from, or by a
  /// name that says no hub.
  func hasInModelScopeCaches(_ reference: HubReference) -> Bool {
    switch reference.site {
    case .huggingFace: !reference.isURL
    case .modelScope: !reference.isURL || endpoint(for: reference).isInternational == modelScopeEndpoint.isInternational
    }
  }
}
