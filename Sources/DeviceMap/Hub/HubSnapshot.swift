/// One state of a model in a repository: what its files say, and where that was read.
public struct HubSnapshot: Sendable {
  /// What was asked for.
  public let reference: HubReference
  /// The commit, 40 hexadecimal digits; nil where it is not known.
  public let commit: String?
  /// Where it was read.
  public let origin: Origin
  /// How much of the weights is there; nil when all is.
  public private(set) var missing: Missing?
  /// Whether a cache has these weights, and nothing that says that they are the ones that are loaded.
  public let isUnsure: Bool
  /// What is odd, in a fixed order.
  public private(set) var notes: [HubNote]
  let parts: HubParts
  let selection: HubSelection

  /// Where a snapshot was read.
  public enum Origin: Hashable, Sendable {
    /// A folder of a cache of huggingface_hub or ModelScope.
    case cache(folder: String)
    /// The headers kept from an earlier call, in this file.
    case kept(file: String)
    /// The server of this URL.
    case hub(String)

    /// The path or the URL.
    ///
    /// - Complexity: O(length).
    public var text: String {
      switch self {
      case .cache(let folder): folder
      case .kept(let file): file
      case .hub(let url): url
      }
    }
  }

  /// How many of the files with weights are there.
  public struct Missing: Hashable, Sendable {
    /// Files whose headers are there.
    public var present: Int
    /// Nil where it is not known how many there should be.
    public var total: Int?
    /// Why the others are not; nil when they were not downloaded.
    public var reason: HubError?
  }

  /// What was read from a hub or kept of it.
  init(_ reference: HubReference, _ parts: HubParts, _ selection: HubSelection, origin: Origin) {
    self.reference = reference
    commit = parts.listing.commit
    self.origin = origin
    self.parts = parts
    self.selection = selection
    isUnsure = parts.isUnsure
    notes = selection.isConfigAlone ? [.configAlone] : []
    if parts.isUnsure { notes.append(.unsure(reference, files: selection.shards)) }
    let isSure = !parts.weightsUnknown && selection.index == nil
    if selection.shards.isEmpty, isSure, !selection.isConfigAlone, selection.otherWeights.isEmpty {
      notes.append(.noSafetensors(reference, instead: selection.insteadOfWeights))
    }
    let present = selection.shards.count { parts.headers[$0] != nil }
    if present < selection.shards.count || parts.problem != nil || parts.weightsUnknown {
      let total = selection.shards.isEmpty ? nil : selection.shards.count
      missing = Missing(present: present, total: total, reason: parts.problem)
    }
  }

  mutating func add(note: HubNote) { notes.append(note) }

  /// Whether the headers of all weights were read.
  public var isComplete: Bool { missing == nil && !isUnsure && !selection.shards.isEmpty }

  /// What the files say. Where some are missing it is what the others say, and ``Checkpoint/isPartial`` is true.
  ///
  /// - Throws: ``CheckpointError`` when the files are not acceptable or do not belong together.
  /// - Complexity: O(bytes of headers and index).
  public func checkpoint() throws(CheckpointError) -> Checkpoint { try checkpoint(below: "") }

  /// - Parameter component: the folder, with its slash, of which a pipeline has the model; files are called as within it.
  func checkpoint(below component: String) throws(CheckpointError) -> Checkpoint {
    func name(_ path: String) -> String { path.removing(prefix: component) ?? path }
    var config: ModelConfig?
    if let path = selection.config, let text = parts.texts[path] {
      config = try ModelConfig(text, file: "\(reference.id)/\(path)")
    }
    var shards: [(name: String, header: SafetensorsHeader)] = []
    for path in selection.shards {
      if let header = parts.headers[path] { shards.append((name(path), header)) }
    }
    var notes: [CheckpointNote] = []
    if let pattern = reference.file, selection.shards == [pattern], ShardNumber(pattern).map({ $0.total > 1 }) ?? false
    {
      notes.append(.oneOfSeveral(file: pattern))
    }
    // The others of a set of which one was chosen are no strangers to it.
    let leftOut = selection.leftOut.filter { !isOfSet($0) }
    if let index = selection.ignoredIndex, let file = selection.shards.first, missing == nil {
      notes.append(.indexIgnored(index: name(index), file: name(file)))
    }
    if let note = parts.modulesBeside(of: selection, reference) { notes.append(note) }
    if !selection.otherWeights.isEmpty, !parts.weightsUnknown { notes.append(.otherWeights(selection.otherWeights)) }
    let names = selection.shards.map { HubFile(path: $0, size: nil).name }
    if reference.file == nil, selection.index == nil, ShardSet(names) == nil,
      let note = CheckpointNote(unusual: names, config)
    {
      notes.append(note)
    }
    if !leftOut.isEmpty, missing == nil { notes.append(.extraFiles(leftOut.map(name))) }
    // Of a part of the files an index says nothing that could be compared.
    var index = try missing == nil ? (selection.index ?? selection.comparedIndex).flatMap(self.index(at:)) : nil
    if let named = index?.folder { index?.folder = name(named) }
    return try Checkpoint(
      path: path(component), config: config, shards: shards, index: index, notes: notes,
      isPartial: missing != nil && !shards.isEmpty)
  }

  /// Whether a file belongs to the numbered set of the one that was chosen.
  private func isOfSet(_ path: String) -> Bool {
    guard selection.shards.count == 1, let own = ShardNumber(selection.shards[0]), let other = ShardNumber(path) else {
      return false
    }
    return own.head == other.head && own.totalText == other.totalText
  }

  /// The index that was read, by the name that errors have for it.
  private func index(at path: String) throws(CheckpointError) -> ShardIndex? {
    guard let text = parts.texts[path] else { return nil }
    let name = if case .cache(let folder) = origin { Files.join(folder, path) } else { "\(reference.id)/\(path)" }
    var index = try ShardIndex(text, path: name)
    index.folder = HubFile(path: path, size: nil).folder
    return index
  }

  /// What the checkpoint is called: the folder of a cache, where more than headers may be found, or no path at all.
  private func path(_ component: String) -> String {
    if case .cache(let folder) = origin {
      return component.isEmpty ? folder : Files.join(folder, String(component.dropLast()))
    }
    return "\(Checkpoint.hubScheme)\(reference.id)\(commit.map { "@" + $0 } ?? "")/\(component)"
  }
}

/// What is odd about a snapshot that can be read all the same.
public enum HubNote: Hashable, Sendable {
  /// The hub could not be asked for what the caches lack.
  case hubFailed(HubError)
  /// The snapshot is not the model of a hub that was asked for, but one of another hub with the same name.
  case otherSite(folder: String)
  /// The folder of a cache holds another revision than the usual one, and no other.
  case heldRevision(String, folder: String)
  /// The repository has no safetensors files where the model's would be, but these.
  case noSafetensors(HubReference, instead: [String])
  /// The config alone was asked for.
  case configAlone
  /// A cache has weights, and not the config.json that the repository has or may have.
  case configMissing(HubReference, folder: String)
  /// A cache has these files, and nothing that says that the model is loaded from them and no others.
  case unsure(HubReference, files: [String])
}

extension HubNote: CustomStringConvertible {
  /// One sentence for people.
  public var description: String {
    switch self {
    case .hubFailed(let error): "the caches do not have all of it, and the hub did not answer: \(error)"
    case .otherSite(let folder): "found in the cache of ModelScope, '\(folder)'; --refresh asks the Hugging Face hub"
    case .heldRevision(let revision, let folder):
      "the cache of ModelScope holds revision '\(revision)', '\(folder)'; --refresh asks for the one of today"
    case .noSafetensors(let reference, let instead):
      "'\(reference.text)' has no safetensors files to read, so that sizes come from config.json alone"
        + (instead.isEmpty ? "" : "; there are \(CheckpointError.list(instead))")
        + (instead.first.map { $0.hasSuffix("/*") ? ", of which --file '\($0)' chooses" : "" } ?? "")
    case .configAlone: "sizes come from config.json alone, as it was asked for"
    case .configMissing(let reference, let folder):
      "the config.json is not in the cache, '\(folder)', so that the architecture is guessed from the names of the tensors; "
        + "ask the hub (\(reference.text) --refresh, without --offline)"
    case .unsure(let reference, let files):
      "nothing in the cache says that '\(reference.id)' is loaded from \(CheckpointError.list(files)) and no other files; "
        + "ask the hub (\(reference.text) --refresh, without --offline)"
        + (reference.file == nil ? ", or name the file with --file" : "")
    }
  }

  /// The remark as results carry it.
  package var note: Note {
    switch self {
    case .unsure, .configMissing: Note(.warning, code: "incomplete-snapshot", description)
    case .hubFailed, .otherSite, .heldRevision: Note(.warning, code: "hub", description)
    case .noSafetensors: Note(.warning, code: "no-safetensors", description)
    case .configAlone: Note(code: "config-alone", description)
    }
  }
}

extension HubSnapshot {
  /// The remarks as results carry them: what was read and where, what is missing, what is odd.
  package var remarks: [Note] {
    let state = commit.map { " at commit \($0)" } ?? " (commit unknown)"
    let place: String
    switch origin {
    case .cache(let folder): place = "from the cache folder '\(folder)'"
    case .kept: place = "from the headers kept of an earlier call"
    case .hub(let url): place = "from \(url)"
    }
    var result = [Note(code: "hub-source", "\(reference.text)\(state), \(place)")]
    if let missing {
      let shards = missing.total.map { "\(missing.present) of \($0) shards are there" } ?? nothingThere
      let basis = missing.present > 0 ? "config.json and their headers" : "config.json alone"
      let reason = missing.reason.map { ": \($0)" } ?? lacks
      result.append(
        Note(.warning, code: "incomplete-snapshot", "\(shards); the plan is made from \(basis)\(reason)"))
    }
    return result + notes.map(\.note)
  }

  /// What is said of a cache without safetensors of the model, of which nobody knows what else the repository has.
  private var nothingThere: String {
    let others = selection.otherWeights + selection.leftOut + selection.insteadOfWeights.filter { $0.hasSuffix("/*") }
    guard !others.isEmpty else { return "no weights are there" }
    return "no weights of the model are in the cache, only \(CheckpointError.list(others)), which "
      + "\(others.count == 1 ? "is" : "are") not read; whether the repository has others is not known"
  }

  /// The files that were not downloaded, or not to their ends.
  private var lacks: String {
    let absent = selection.shards.filter { parts.headers[$0] == nil }
    return absent.isEmpty ? "" : ": missing or cut: \(CheckpointError.list(absent))"
  }
}
