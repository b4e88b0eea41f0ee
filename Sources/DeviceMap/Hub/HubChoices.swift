/// The patterns for `--file` of which each chooses one of several weights, tried before they are advised.
struct HubChoices {
  let patterns: [String]

  /// So many are made; who has more of them reads the list of files.
  private static let most = 32

  /// - Parameters:
  ///   - files: The weights that are meant.
  ///   - all: All files of the repository, of which a pattern may choose more than is meant.
  init(_ files: [HubFile], among all: [HubFile], of reference: HubReference) {
    let weights = all.filter { $0.isSafetensors || $0.isIndex }.map(\.path)
    var patterns: [String] = []
    for model in Self.models(files) {
      guard patterns.count < Self.most else { break }
      let wanted = Set(model)
      let pattern = Self.candidates(model).first { pattern in
        let matched = weights.filter { HubName.matches($0, pattern) }
        guard wanted.isSubset(of: matched), let chosen = try? reference.choosing(file: pattern),
          let selection = try? HubSelection(choosing: all, of: chosen)
        else { return false }
        return selection.index != nil || Set(selection.shards).isSuperset(of: wanted)
      }
      if let pattern { patterns.append(pattern) }
    }
    self.patterns = patterns
  }

  /// The patterns for the parts of a pipeline in the order in which they may be meant: the part that is largest, the others,
  /// their variants, and last the files that are no part of it.
  static func ofPipeline(_ patterns: [String]) -> [String] {
    func rank(_ pattern: String) -> Int {
      let file = HubFile(path: pattern, size: nil)
      if file.folder.isEmpty { return 3 }
      if let stem = file.name.removing(suffix: ".safetensors"), stem.contains(".") { return 2 }
      return ["transformer/", "unet/", "prior/"].contains(file.folder) ? 0 : 1
    }
    return (0...3).flatMap { wanted in patterns.filter { rank($0) == wanted } }
  }

  /// The files of each model: numbered sets, and files that are whole, in the order of their paths.
  private static func models(_ files: [HubFile]) -> [[String]] {
    var places: [String: Int] = [:]
    var models: [[String]] = []
    let weights = files.filter(\.isSafetensors).sorted { $0.path.precedes($1.path) }
    for file in weights {
      let number = ShardNumber(file.name)
      let key = number.map { "\(file.folder)\($0.head)/\($0.totalText)" } ?? "\(file.path)/"
      if let place = places[key] {
        models[place].append(file.path)
      } else {
        places[key] = models.count
        models.append([file.path])
      }
    }
    // Names of one set that do not belong together are files of their own.
    return models.flatMap { model in
      model.count == 1 || ShardSet(model.map { Files.name(of: $0) }) != nil ? [model] : model.map { [$0] }
    }
  }

  /// Patterns for the files of one model, the shortest first.
  private static func candidates(_ model: [String]) -> [String] {
    let file = HubFile(path: model[0], size: nil)
    let folder = file.folder.isEmpty ? [] : [file.folder + "*"]
    guard let number = ShardNumber(file.name), number.total > 1 else { return folder + [file.path] }
    let head = file.folder + number.head
    return folder + [head + "*", "\(head)*-of-\(number.totalText).safetensors"] + [file.path]
  }
}
