/// What is known of a repository: its list of files, and those that have been read, whole or their headers.
struct HubParts: Sendable {
  var listing: HubListing
  private(set) var texts: [String: ContiguousArray<UInt8>] = [:]
  private(set) var headers: [String: SafetensorsHeader] = [:]
  /// Why headers are missing that are not going to come.
  var problem: HubError?
  /// The paths of files that cannot be had; the others can.
  var refused: Set<String> = []
  /// Whether there may be weights that nothing here tells of.
  var weightsUnknown = false
  /// Whether nothing here tells that these weights are those that are loaded.
  var isUnsure = false
  /// What the hub told of the usual index with the headers; nil where it did not.
  var indexed: Indexed?

  /// The files that an index names, and whether its tensors have as many bytes as it says.
  struct Indexed: Hashable {
    var files: Set<String>
    var isSum: Bool
  }

  /// The commit that an answer was of, where the list of files does not say it.
  var seenCommit: String?

  init(_ listing: HubListing) { self.listing = listing }

  mutating func add(text: ContiguousArray<UInt8>, of path: String) { texts[path] = text }
  mutating func add(header: SafetensorsHeader, of path: String) { headers[path] = header }

  /// Adds what was read of the same commit before.
  mutating func add(_ other: HubParts) {
    texts.merge(other.texts) { mine, _ in mine }
    headers.merge(other.headers) { mine, _ in mine }
  }

  /// The sizes of all files by their paths. O(files).
  func sizeTable() -> [String: Int] {
    Dictionary(
      listing.files.compactMap { file in file.size.map { (file.path, $0) } }, uniquingKeysWith: { first, _ in first })
  }

  /// Which of some files are in the list, and which are not, where the list is of all.
  func split(_ paths: [String]) -> (there: [String], absent: [String]) {
    let paths = paths.filter { !refused.contains($0) }
    if listing.mayBeCut { return (paths, []) }
    let known = Set(listing.files.map(\.path))
    return (paths.filter(known.contains), paths.filter { !known.contains($0) })
  }

  /// What has to be read next; nothing when all is there.
  struct Needs: Hashable {
    /// Paths of files to be read whole.
    var texts: [String] = []
    /// Paths of safetensors files whose headers are to be read.
    var headers: [String] = []

    var isEmpty: Bool { texts.isEmpty && headers.isEmpty }
  }

  /// Which files are the model, as far as it is known, and what is missing to say more.
  func needs(
    of reference: HubReference, isWhole: Bool = true
  ) throws(HubError) -> (selection: HubSelection, needs: Needs) {
    var selection = try HubSelection(listing.files, of: reference, isWhole: isWhole)
    var needs = Needs()
    if selection.isAdapter {
      guard let text = texts[HubAddress.adapterConfig] else {
        needs.texts.append(HubAddress.adapterConfig)
        return (selection, needs)
      }
      let root = try? JSONDocument(parsing: text, dialect: .python).root
      throw .notAModel(reference, .adapter(base: root?["base_model_name_or_path"]?.string))
    }
    if let path = selection.config {
      if let text = texts[path] {
        if let named = Self.namedWeights(text) {
          selection = try HubSelection(listing.files, of: reference, isWhole: isWhole, named: named)
        }
      } else {
        needs.texts.append(path)
      }
    }
    if mayHaveModules(selection, reference), texts[CheckpointFiles.moduleList] == nil {
      needs.texts.append(CheckpointFiles.moduleList)
    }
    let more = try self.needs(of: &selection, reference)
    needs.texts += more.texts
    needs.headers = more.headers
    return (selection, needs)
  }

  /// What has to be read of the files of a selection, which an index that is there may change.
  func needs(of selection: inout HubSelection, _ reference: HubReference) throws(HubError) -> Needs {
    var needs = Needs()
    if let path = selection.index, texts[path] == nil {
      needs.texts.append(path)
      return needs
    }
    if let path = selection.comparedIndex, texts[path] == nil, isCompared(path, of: selection) {
      needs.texts.append(path)
    }
    if let path = selection.index ?? selection.comparedIndex, let text = texts[path] {
      selection.shards = try Self.shards(text, index: path, reference)
      let known = Set(selection.shards)
      let folder = HubFile(path: path, size: nil).folder
      selection.leftOut = listing.files.filter { $0.isSafetensors && $0.folder == folder && !known.contains($0.path) }
        .map(\.path).sortedByBytes()
    }
    guard selection.shards.count <= ShardSet.mostShards else {
      throw .tooLarge(reference, what: "files of weights", limit: ShardSet.mostShards)
    }
    needs.headers = selection.shards.filter { headers[$0] == nil }
    return needs
  }

  /// The largest index, in bytes, that is read only to compare it: that of 20 000 tensors. Of a larger one the hub tells with
  /// the headers which files it names and how many bytes: it is read where that is not what there is.
  static let mostCompared = 1 << 21

  private func isCompared(_ index: String, of selection: HubSelection) -> Bool {
    if (sizeTable()[index] ?? 0) <= Self.mostCompared { return true }
    return indexed.map { !$0.isSum || $0.files != Set(selection.shards) } ?? false
  }

  /// Whether sentence-transformers may have more modules with weights beside the model.
  private func mayHaveModules(_ selection: HubSelection, _ reference: HubReference) -> Bool {
    reference.file == nil && selection.config != nil
      && listing.files.contains {
        $0.path == CheckpointFiles.moduleList && $0.size ?? 0 <= CheckpointFiles.moduleListLimit
      }
  }

  /// What modules.json names beside the model, where it has weights; nil where it was not read.
  func modulesBeside(of selection: HubSelection, _ reference: HubReference) -> CheckpointNote? {
    guard mayHaveModules(selection, reference), let text = texts[CheckpointFiles.moduleList] else { return nil }
    return CheckpointFiles.modules(text) { folder in
      listing.files.filter { $0.folder == folder + "/" && ($0.isSafetensors || $0.isOtherWeights) }.map { $0.size ?? 0 }
    }
  }

  /// `transformers_weights` of a config.
  private static func namedWeights(_ text: ContiguousArray<UInt8>) -> String? {
    try? JSONDocument(parsing: text, dialect: .python).root["transformers_weights"]?.string
  }

  /// The paths of the files that an index names, in order.
  private static func shards(
    _ text: ContiguousArray<UInt8>, index: String, _ reference: HubReference
  ) throws(HubError) -> [String] {
    let names: [String]
    do throws(CheckpointError) {
      names = try ShardIndex(text, path: index).shards
    } catch {
      throw .notReadable(reference, error)
    }
    let folder = HubFile(path: index, size: nil).folder
    return names.sortedByBytes().map { folder + $0 }
  }
}
