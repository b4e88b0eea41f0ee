/// Which state of a model in a repository a plan is for, and where it was read.
public struct HubSource: Hashable, Sendable {
  /// The hub (`huggingface`).
  public var hub: String
  /// The model (`org/name`).
  public var id: String
  /// The branch, tag or commit that was asked for.
  public var revision: String
  /// The commit, 40 hexadecimal digits; nil where it is not known.
  public var commit: String?
  /// The weights that were chosen; nil where there was no choice.
  public var file: String?
  /// The folder or URL that it was read from.
  public var origin: String
  /// Whether the headers of all weights were read.
  public var isComplete: Bool

  /// - Parameters:
  ///   - hub: the name of the hub.
  ///   - id: the model.
  ///   - revision: what was asked for.
  ///   - commit: what that is; nil where it is not known.
  ///   - file: the weights that were chosen.
  ///   - origin: the folder or URL that it was read from.
  ///   - isComplete: whether the headers of all weights were read.
  public init(
    hub: String, id: String, revision: String, commit: String?, file: String?, origin: String, isComplete: Bool
  ) {
    self.hub = hub
    self.id = id
    self.revision = revision
    self.commit = commit
    self.file = file
    self.origin = origin
    self.isComplete = isComplete
  }
}

extension HubSource {
  init(_ reference: HubReference, commit: String?, origin: HubSnapshot.Origin, isComplete: Bool) {
    self.init(
      hub: reference.site.rawValue, id: reference.id, revision: reference.wantedRevision, commit: commit,
      file: reference.isPipeline ? nil : reference.file, origin: origin.text, isComplete: isComplete)
  }
}

extension HubSnapshot {
  /// The state in short, for the JSON of a plan.
  public var source: HubSource { HubSource(reference, commit: commit, origin: origin, isComplete: isComplete) }
}

extension HubSnapshot {
  /// Where the model is for who loads it by the name of its repository.
  package var place: ModelPlace {
    var place = ModelPlace()
    place.isRepository = true
    place.isModelScope = reference.site == .modelScope
    place.server = reference.endpoint?.url
    (place.folder, place.files, place.names) = chosen
    return place
  }

  /// The folder that holds the model, the files that were chosen among several, and how their names are found.
  package var chosen: (folder: String?, files: [String], names: ModelPlace.Names) {
    let paths = selection.index.map { [$0] } ?? selection.shards
    let folder = (paths.first ?? selection.config).map { HubFile(path: $0, size: nil).folder } ?? ""
    let isChosen = reference.file != nil && !selection.leftOut.isEmpty
    let names = paths.map { HubFile(path: $0, size: nil).name }
    return (
      folder.isEmpty ? nil : String(folder.dropLast()), isChosen ? names : [],
      ModelPlace.Names(of: names, isWhole: ShardSet(names)?.isComplete ?? false)
    )
  }
}
