/// A diffusers pipeline in a repository: the headers of its components in their default variant.
public struct HubPipeline: Sendable {
  /// The components that model_index.json names.
  public let pipeline: DiffusersPipeline
  /// Which state of which repository it is, and where it was read.
  public let source: HubSource
  /// What messages call it.
  private let name: String
  /// Whether nothing tells that the files of a cache are those that are loaded.
  private let isUnsure: Bool
  /// The files of it that a cache is known to lack.
  private var lacks: [String] = []
  /// Why the hub could not be asked for more than a cache has.
  private var problem: HubError?

  /// A component before its headers are read.
  private struct Draft {
    let name: String
    let className: String
    var selection: HubSelection
  }

  /// What was read of a hub or kept of it; nil, with what has to be read, where not all is there.
  ///
  /// - Throws: ``HubError`` for a repository that holds no pipeline whose components can be read.
  init?(
    _ parts: HubParts, _ reference: HubReference, origin: HubSnapshot.Origin, needs: inout HubParts.Needs
  ) throws(HubError) {
    needs = HubParts.Needs()
    guard let text = parts.texts[DiffusersPipeline.indexName] else {
      needs.texts.append(DiffusersPipeline.indexName)
      return nil
    }
    let index: ModelConfig
    do throws(CheckpointError) {
      index = try ModelConfig(text, file: "\(reference.id)/\(DiffusersPipeline.indexName)")
    } catch {
      throw .notReadable(reference, error)
    }
    var drafts = try Self.drafts(index, parts, reference)
    for place in drafts.indices {
      let more = try parts.needs(of: &drafts[place].selection, reference)
      needs.texts += more.texts
      needs.headers += more.headers
    }
    guard needs.isEmpty else { return nil }
    do throws(CheckpointError) {
      var components: [DiffusersPipeline.Component] = []
      for draft in drafts {
        let snapshot = HubSnapshot(reference, parts, draft.selection, origin: origin)
        components.append(
          DiffusersPipeline.Component(
            name: draft.name, className: draft.className, checkpoint: try snapshot.checkpoint(below: draft.name + "/")))
      }
      pipeline = try DiffusersPipeline(index, components, at: reference.id)
    } catch {
      throw .notReadable(reference, error)
    }
    source = HubSource(reference, commit: parts.listing.commit, origin: origin, isComplete: true)
    (name, isUnsure) = (reference.text, false)
  }

  /// What a folder of a cache holds, of which nobody has said what there should be, or which lacks these files.
  init(_ pipeline: DiffusersPipeline, _ reference: HubReference, commit: String?, folder: String, lacks: [String]) {
    self.pipeline = pipeline
    source = HubSource(reference, commit: commit, origin: .cache(folder: folder), isComplete: false)
    (name, isUnsure, self.lacks) = (reference.text, true, lacks)
  }

  /// The components with weights, in the order of model_index.json.
  private static func drafts(
    _ index: ModelConfig, _ parts: HubParts, _ reference: HubReference
  ) throws(HubError) -> [Draft] {
    var drafts: [Draft] = []
    let folders = Dictionary(grouping: parts.listing.files, by: \.folder)
    for (name, className) in DiffusersPipeline.components(of: index) {
      guard ShardIndexScanner.isPlainName(name.utf8) else {
        throw .notReadable(reference, .componentOutside(file: DiffusersPipeline.indexName, component: name))
      }
      let files = folders[name + "/"] ?? []
      let folder = "\(reference.id)/\(name)"
      if !files.contains(where: \.isSafetensors) {
        let others = files.filter(\.isOtherWeights).map(\.name)
        if !others.isEmpty { throw .notReadable(reference, .unsupportedWeights(directory: folder, files: others)) }
        guard DiffusersPipeline.isModel(className) else { continue }
        throw .notReadable(reference, .componentWithoutWeights(directory: folder, className: className))
      }
      drafts.append(
        Draft(name: name, className: className, selection: try HubSelection(component: name, files, of: reference)))
    }
    return drafts
  }

  /// The remarks as results carry them: what was read and where.
  package var remarks: [Note] {
    let state = source.commit.map { " at commit \($0)" } ?? " (commit unknown)"
    var notes = [Note(code: "hub-source", "\(name)\(state), from \(source.origin)")]
    if isUnsure {
      let doubt =
        lacks.isEmpty
        ? "nothing in the cache says that its files are all that the pipeline is loaded from"
        : "the plan is made from the files that the cache has, which are not those that the pipeline is loaded from by default; "
          + "missing or cut: \(CheckpointError.list(lacks))"
      notes.append(
        Note(.warning, code: "incomplete-snapshot", "\(doubt); ask the hub (\(name) --refresh, without --offline)"))
    }
    return notes + (problem.map { [HubNote.hubFailed($0).note] } ?? [])
  }

  /// What a cache has, where the hub does not answer.
  fileprivate func without(_ error: HubError) -> HubPipeline {
    var result = self
    result.problem = error
    return result
  }
}

extension HubReading {
  /// The components of a pipeline: the list of files, then model_index.json, then all headers at once.
  func pipeline() async throws(HubError) -> HubPipeline {
    do throws(HubError) {
      return try await readPipeline()
    } catch {
      throw error.hiding(client.settings.secrets)
    }
  }

  private func readPipeline() async throws(HubError) -> HubPipeline {
    let cache = HeaderCache(client.settings, reference)
    if let commit = reference.revision, reference.isPinned, !client.refreshes, let kept = cache?.pipeline(at: commit) {
      return kept
    }
    var parts = try await firstRound(asksForAll: false)
    if let commit = parts.listing.commit, !client.refreshes, let kept = cache?.parts(at: commit) { parts.add(kept) }
    var needs = HubParts.Needs()
    while true {
      let found = try HubPipeline(parts, reference, origin: .hub(address.endpoint.url), needs: &needs)
      if let found {
        cache?.store(parts)
        return found
      }
      try await read(needs, &parts)
    }
  }

  /// Reads texts and headers, all of which have to be there.
  private func read(_ needs: HubParts.Needs, _ parts: inout HubParts) async throws(HubError) {
    let revision = parts.listing.commit ?? reference.wantedRevision
    let (headers, absent) = parts.split(needs.headers)
    if !absent.isEmpty { throw .notInRepository(reference, files: absent) }
    if let failure = try await read(headers, needs.texts, revision, &parts) { throw failure.error }
  }
}

extension HubClient {
  /// The components of the pipeline that a reference names.
  ///
  /// - Throws: ``HubError`` when it cannot be found or read, within the time of ``HubLimits``.
  /// - Complexity: one request for the list of files, then one for each header; O(bytes of the answers).
  public func pipeline(of reference: HubReference) async throws(HubError) -> HubPipeline {
    let (cached, problem) = refreshes ? (nil, nil) : HubCaches(settings).pipeline(reference)
    if let cached, cached.source.isComplete { return cached }
    if let reason = settings.offline {
      let cache = HeaderCache(settings, reference)
      let commit = reference.isPinned ? reference.revision : cache?.expectedCommit
      if let kept = commit.flatMap({ cache?.pipeline(at: $0) }) ?? cached { return kept }
      throw problem?.undone(by: reason) ?? .offline(reference, reason: reason, found: [])
    }
    do throws(HubError) {
      if let fault = settings.fault(for: reference) { throw fault }
      return try await HubReading(self, reference).pipeline()
    } catch {
      guard let cached, error.isConnection else { throw error }
      return cached.without(error)
    }
  }
}

extension HeaderCache {
  /// The pipeline whose headers were read before; nil if that were not all of them.
  fileprivate func pipeline(at commit: String) -> HubPipeline? {
    guard let parts = parts(at: commit) else { return nil }
    var needs = HubParts.Needs()
    return try? HubPipeline(parts, reference, origin: .kept(file: file(of: commit)), needs: &needs)
  }
}

extension HubCaches {
  /// The pipeline in the first folder that holds one; where none does, what is wrong with the first that cannot be placed.
  fileprivate func pipeline(_ reference: HubReference) -> (found: HubPipeline?, problem: HubError?) {
    var others: [String] = []
    var problem: HubError?
    for place in places(of: reference, &others) {
      do throws(HubError) {
        if let pipeline = try place.pipeline() { return (pipeline, nil) }
      } catch {
        problem = problem ?? place.told(error)
      }
    }
    return (nil, problem)
  }
}
