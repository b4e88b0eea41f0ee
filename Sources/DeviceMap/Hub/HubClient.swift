/// Reads models by their names: from the caches of this machine, else from a hub, headers only.
///
/// ```swift
/// let client = HubClient(CurlTransport(), settings: HubSettings(environment: environment))
/// let snapshot = try await client.snapshot(of: HubReference("org/name"))
/// let tree = try ModuleTree(snapshot.checkpoint())
/// ```
///
/// The order is that of the caches of huggingface_hub and ModelScope, the headers kept from an earlier call, the hub.
/// Everything that is read belongs to one commit. What is written is the folder of headers and nothing else.
public struct HubClient: Sendable {
  let transport: any HubTransport
  /// Which hubs and caches, and what is sent to them.
  public var settings: HubSettings
  /// Whether caches are passed over.
  public var refreshes = false
  /// How long a hub may take, and how much it may send.
  public var limits = HubLimits()
  /// Told what is being read (`headers`) and how much of it: done and all.
  public var progress: @Sendable (_ what: StaticString, _ done: Int, _ count: Int) -> Void = { _, _, _ in }

  /// - Parameters:
  ///   - transport: what carries requests.
  ///   - settings: which hubs and caches.
  public init(_ transport: any HubTransport, settings: HubSettings) {
    self.transport = transport
    self.settings = settings
  }

  /// The model that a reference names.
  ///
  /// - Throws: ``HubError`` when it cannot be found or read, within the time of ``HubLimits``.
  /// - Complexity: one request for the list of files, then one for each header; O(bytes of the answers).
  public func snapshot(of reference: HubReference) async throws(HubError) -> HubSnapshot {
    let found = refreshes ? HubCaches.Found.nothing(others: [], problem: nil) : HubCaches(settings).find(reference)
    if case .complete(let snapshot) = found { return snapshot }
    if let reason = settings.offline { return try offline(reference, found, reason) }
    do throws(HubError) {
      if let fault = settings.fault(for: reference) { throw fault }
      return try await HubReading(self, reference).snapshot()
    } catch {
      guard case .partial(var snapshot) = found else { throw error.naming(found) }
      // What is on disk is an answer where the hub gives none; that it has the model no more is one.
      guard error.isConnection else { throw .besideCache(error, folder: snapshot.origin.text) }
      snapshot.add(note: .hubFailed(error))
      return snapshot
    }
  }

  /// What can be said without the hub.
  private func offline(
    _ reference: HubReference, _ found: HubCaches.Found, _ reason: String
  ) throws(HubError) -> HubSnapshot {
    if let cache = HeaderCache(settings, reference),
      let commit = reference.isPinned ? reference.revision : cache.expectedCommit
    {
      if let kept = cache.snapshot(at: commit) { return kept }
      if let fault = cache.pipelineFault(at: commit) { throw fault }
    }
    switch found {
    case .complete(let snapshot), .partial(let snapshot): return snapshot
    case .nothing(_, let problem?): throw problem.undone(by: reason)
    case .nothing(let others, nil): throw .offline(reference, reason: reason, found: others)
    }
  }
}

extension HubError {
  /// The error about a cache, saying what forbids to ask the hub instead.
  func undone(by reason: String) -> HubError {
    if case .inCache(let error, let folder, _) = self { .inCache(error, folder: folder, undo: reason) } else { self }
  }

  /// The error about a revision, with those that caches have.
  fileprivate func naming(_ found: HubCaches.Found) -> HubError {
    guard case .revisionNotFound(let reference, []) = self, case .nothing(let others, _) = found else { return self }
    return .revisionNotFound(reference, known: others)
  }

  /// Whether the network is to blame and not the request.
  var isConnection: Bool {
    switch self {
    case .transport, .dataHost, .rateLimited, .status, .curlMissing, .curlTooOld, .curlFailed, .noTemporaryFolder,
      .unexpected:
      true
    default: false
    }
  }
}
