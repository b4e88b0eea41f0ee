/// The folders into which huggingface_hub and the clients of ModelScope put what they download. They are read only:
/// nothing is ever written there, no folder made, no lock taken.
struct HubCaches {
  private let settings: HubSettings

  init(_ settings: HubSettings) { self.settings = settings }

  enum Found: Sendable {
    /// Everything that a plan needs.
    case complete(HubSnapshot)
    /// The config, and perhaps some of the weights.
    case partial(HubSnapshot)
    /// Other states of the model are there, or what is there is no model.
    case nothing(others: [String], problem: HubError?)
  }

  /// The best that is there of a model.
  func find(_ reference: HubReference) -> Found {
    var partial: HubSnapshot?
    var others: [String] = []
    var problem: HubError?
    for place in places(of: reference, &others) {
      do throws(HubError) {
        switch try place.examine() {
        case .complete(let snapshot): return .complete(snapshot)
        case .partial(let snapshot): partial = partial ?? snapshot
        case .nothing: break
        }
      } catch {
        problem = problem ?? place.told(error)
      }
    }
    return partial.map { .partial($0) } ?? .nothing(others: others, problem: problem)
  }

  /// The folders in which the model may be; `others` are its states that are there and not meant.
  func places(of reference: HubReference, _ others: inout [String]) -> [SnapshotFolder] {
    var places: [SnapshotFolder] = []
    if settings.hasInCaches(reference) {
      for cache in settings.caches {
        let repository = HubRepositoryFolder(Files.join(cache, HubRepositoryFolder.name(of: reference.id)))
        if let place = repository.snapshot(reference) { places.append(place) } else { others += repository.states }
      }
    }
    // Another hub has other revisions.
    let hasOthers = reference.site == .huggingFace && reference.revision != nil
    guard !hasOthers, settings.hasInModelScopeCaches(reference) else { return places }
    for root in settings.modelScopeCaches { places += Self.modelScopePlaces(of: reference, in: root, &others) }
    return places
  }

  /// The folders of ModelScope's clients; the older ones hold one revision alone, which most of them tell.
  private static func modelScopePlaces(
    of reference: HubReference, in root: String, _ others: inout [String]
  ) -> [SnapshotFolder] {
    var places: [SnapshotFolder] = []
    let isOther = reference.site != .modelScope
    let layouts = modelScopeLayouts(reference.id, in: root)
    for snapshots in layouts.prefix(1) {
      let wanted = reference.wantedModelScopeRevision
      let held = ((try? Files.list(snapshots)) ?? []).filter { !$0.hasPrefix(".") }
      if held.contains(wanted) {
        places.append(SnapshotFolder(Files.join(snapshots, wanted), reference, isOtherSite: isOther))
      } else {
        others += isOther ? held.map { "modelscope:\(reference.id)@\($0)" } : held
      }
    }
    for folder in layouts.dropFirst() where (try? Files.kind(of: folder)) == .directory {
      let held = heldRevision(folder)
      if let wanted = reference.revision, wanted != held {
        if let held, !others.contains(held) { others.append(held) }
        continue
      }
      let odd = held.flatMap {
        $0 == HubReference.Site.modelScope.defaultRevision || reference.revision != nil ? nil : $0
      }
      places.append(SnapshotFolder(folder, reference, isOtherSite: isOther, heldRevision: odd))
    }
    return places
  }

  /// `Revision:v1,CreatedAt:1700000000` of ModelScope's clients since 1.10.
  private static func heldRevision(_ folder: String) -> String? {
    guard let bytes = try? Files.read(Files.join(folder, ".mv"), limit: 4096) else { return nil }
    let first = String(decoding: bytes, as: UTF8.self).split(separator: ",").first.map(String.init)
    return first?.removing(prefix: "Revision:").flatMap { HubName.isRevision($0) ? $0 : nil }
  }

  /// All layouts that ModelScope's clients have had: the folder of all revisions of 1.40, then the older ones, the newest
  /// first.
  private static func modelScopeLayouts(_ id: String, in root: String) -> [String] {
    let parts = id.split(separator: "/").map(String.init)
    guard parts.count == 2 else { return [] }
    let (organisation, name) = (parts[0], parts[1])
    let escaped = name.split(separator: ".", omittingEmptySubsequences: false).joined(separator: "___")
    var folders = ["models/\(organisation)--\(name)/snapshots"]
    for middle in ["models/", "hub/models/", "hub/", ""] {
      folders.append("\(middle)\(organisation)/\(escaped)")
      if escaped != name { folders.append("\(middle)\(organisation)/\(name)") }
    }
    return folders.map { Files.join(root, $0) }
  }
}

extension HubReference {
  /// The revision in a cache of ModelScope.
  fileprivate var wantedModelScopeRevision: String { revision ?? Site.modelScope.defaultRevision }
}

/// `models--org--name` of huggingface_hub: `refs`, `snapshots`, `trees`, `.no_exist`.
struct HubRepositoryFolder {
  let path: String

  /// - Parameter path: with or without slashes at its end.
  init(_ path: String) {
    self.path = Files.withoutSlashesAtEnd(path)
  }

  static func name(of id: String) -> String { "models--" + id.split(separator: "/").joined(separator: "--") }

  /// `org/name` of such a folder; nil of another.
  var id: String? {
    guard let rest = Files.name(of: path).removing(prefix: "models--") else { return nil }
    var parts: [Substring] = []
    var start = rest.startIndex
    var index = rest.utf8.startIndex
    while index < rest.utf8.endIndex {
      if rest[index...].hasPrefix("--") {
        parts.append(rest[start..<index])
        index = rest.utf8.index(index, offsetBy: 2)
        start = index
      } else {
        index = rest.utf8.index(after: index)
      }
    }
    parts.append(rest[start...])
    let id = parts.joined(separator: "/")
    return HubName.fault(ofID: id) == nil ? id : nil
  }

  /// The commits that are there, in order.
  var snapshots: [String] { (try? Files.list(Files.join(path, "snapshots")))?.filter(HubName.isCommit) ?? [] }

  /// What the states that are there are called: the branches, tags and pull requests that lead to them, and the commits
  /// that none leads to. O(refs).
  var states: [String] {
    let snapshots = snapshots
    let named = refs.compactMap { name in commit(of: name).map { (name: name, commit: $0) } }
      .filter { snapshots.contains($0.commit) }
    return named.map(\.name) + snapshots.filter { commit in !named.contains { $0.commit == commit } }
  }

  /// The names below `refs`, those in folders (`refs/pr/1`) too.
  private var refs: [String] {
    var found: [String] = []
    var folders = [""]
    let root = Files.join(path, "refs")
    while let folder = folders.popLast(), found.count < 1000 {
      for name in (try? Files.list(Files.join(root, folder))) ?? [] {
        let ref = folder + name
        switch try? Files.kind(of: Files.join(root, ref)) {
        case .regular? where HubName.isRevision(ref): found.append(ref)
        case .directory? where ref.utf8.count < 256: folders.append(ref + "/")
        default: break
        }
      }
    }
    return found.sortedByBytes()
  }

  /// The folder of the state that is meant; nil when it is not there, or nothing says which it is.
  func snapshot(_ reference: HubReference) -> SnapshotFolder? {
    guard let commit = commit(of: reference.wantedRevision) else { return nil }
    let folder = Files.join(Files.join(path, "snapshots"), commit)
    guard (try? Files.kind(of: folder)) == .directory else { return nil }
    return SnapshotFolder(folder, reference, commit: commit, repository: self)
  }

  /// The commit of a branch, a tag or a pull request.
  private func commit(of revision: String) -> String? {
    if HubName.isCommit(revision) { return revision }
    guard let bytes = try? Files.read(Files.join(Files.join(path, "refs"), revision), limit: 4096)
    else { return nil }
    let text = trimmed(String(decoding: bytes, as: UTF8.self))
    return HubName.isCommit(text) ? text : nil
  }

  /// All files of a commit, if a download has left the list; nil without.
  func tree(of commit: String) -> [HubFile]? {
    let path = Files.join(Files.join(path, "trees"), commit + ".json")
    guard let bytes = try? Files.read(path, limit: HubAddress.mostText),
      let root = try? HubListing.json(bytes),
      let files = root["files"], files.kind == .object
    else { return nil }
    return files.members.compactMap { member in
      let path = member.key
      guard HubName.isPath(path) else { return nil }
      return HubFile(path: path, size: member.value["lfs_size"]?.int ?? member.value["size"]?.int)
    }
  }

  /// Whether it is known that a commit has no such file.
  func knowsAbsence(of file: String, at commit: String) -> Bool {
    (try? Files.kind(of: Files.join(Files.join(Files.join(path, ".no_exist"), commit), file))) == .regular
  }
}
