/// Which files of a repository are the model: the order of transformers 5.23.0, as for a folder, or what a pattern
/// chooses.
struct HubSelection: Hashable, Sendable {
  /// The path of the config.json, if there is one.
  var config: String?
  /// The path of the index that has to be read to know the files; nil when their names say it.
  var index: String?
  /// The path of an index beside files whose names say that they are all: it is read too, since it may say otherwise.
  var comparedIndex: String?
  /// The path of an index that is passed over, since the file that it would be for is there whole.
  var ignoredIndex: String?
  /// The paths of the safetensors files, as far as they are known without the index.
  var shards: [String] = []
  /// Weights in other formats, when these are all there are.
  var otherWeights: [String] = []
  /// Safetensors files that are not part of the model.
  var leftOut: [String] = []
  /// Where no safetensors files are read, and nobody asked for the config alone: what there is instead.
  var insteadOfWeights: [String] = []
  /// Whether the config alone was asked for.
  var isConfigAlone = false
  /// Whether these are the model's weights whatever else the repository has.
  var isSure = false
  /// Whether the repository holds an adapter, whose config names the model that it is for.
  var isAdapter = false

  /// - Parameters:
  ///   - files: All files of the repository, or those of them that are on disk.
  ///   - isWhole: Whether these are all; else files of a numbered set may be missing.
  ///   - named: `transformers_weights` of the config.
  /// - Throws: ``HubError`` when there is no model, or more than one.
  init(_ files: [HubFile], of reference: HubReference, isWhole: Bool = true, named: String? = nil) throws(HubError) {
    do throws(HubError) {
      try self.init(choosing: files, of: reference, isWhole: isWhole, named: named)
    } catch {
      let isMeant =
        (reference.isPipeline ? nil : reference.file)
        .map { pattern in { (path: String) in HubName.matches(path, pattern) } } ?? { _ in true }
      let patterns = HubChoices(files.filter { isMeant($0.path) }, among: files, of: reference).patterns
      switch error {
      case .severalWeights where patterns.count == 1: throw .weightsElsewhere(reference, pattern: patterns[0])
      case .severalWeights: throw .severalWeights(reference, choices: patterns)
      case .notAModel(_, .pipeline): throw .notAModel(reference, .pipeline(HubChoices.ofPipeline(patterns)))
      default: throw error
      }
    }
  }

  /// The same, without saying of several weights which there are.
  init(choosing files: [HubFile], of reference: HubReference, isWhole: Bool = true, named: String? = nil)
    throws(HubError)
  {
    if let pattern = reference.file {
      try self.init(files, matching: pattern, of: reference, isWhole: isWhole)
    } else {
      try self.init(root: files, of: reference, isWhole: isWhole, named: named)
    }
  }

  /// The model in the root of the repository.
  private init(
    root files: [HubFile], of reference: HubReference, isWhole: Bool, named: String?
  ) throws(HubError) {
    let here = files.filter { $0.folder.isEmpty }
    let names = Set(here.map(\.name))
    if !names.contains("config.json") {
      if names.contains("model_index.json") {
        throw .notAModel(reference, .pipeline([]))
      }
      if names.contains(HubAddress.adapterConfig) {
        self.init()
        isAdapter = true
        return
      }
    }
    // The weights of an adapter are never those of the model beside it.
    let adapters = names.contains(HubAddress.adapterConfig) ? here.filter(\.isOfAdapter) : []
    let own = adapters.isEmpty ? here : here.filter { !$0.isOfAdapter }
    try self.init(folder: "", own, of: reference, isWhole: isWhole, named: named)
    leftOut = (leftOut + adapters.filter(\.isSafetensors).map(\.path)).sortedByBytes()
    guard shards.isEmpty, index == nil else { return }
    otherWeights = own.filter(\.isOtherWeights).map(\.path).sortedByBytes()
    if !adapters.isEmpty, otherWeights.isEmpty, isWhole {
      isAdapter = true
      return
    }
    let folders = Self.folders(files)
    if config != nil {
      let others = here.map(\.name).filter { $0 != "config.json" && !$0.hasPrefix(".") }.sortedByBytes()
      if otherWeights.isEmpty { insteadOfWeights = folders.map { $0 + "/*" } + others }
      return
    }
    if !folders.isEmpty { throw .severalWeights(reference, choices: []) }
    throw .notAModel(reference, otherWeights.isEmpty ? .nothing(Self.names(files)) : .otherWeights(otherWeights))
  }

  /// The files that a pattern chooses: all of one model, or of one folder.
  private init(
    _ files: [HubFile], matching pattern: String, of reference: HubReference, isWhole: Bool
  ) throws(HubError) {
    if reference.isPipeline, files.contains(where: { $0.path == pattern }) {
      throw .notAModel(reference, .pipeline([]))
    }
    if let file = files.first(where: { $0.path == pattern }), file.name == "config.json" {
      self.init()
      (config, isConfigAlone) = (pattern, true)
      return
    }
    let weights = files.filter { $0.isSafetensors || $0.isIndex }
    let chosen = weights.filter { HubName.matches($0.path, pattern) }
    guard let first = chosen.first else {
      let others = files.filter { $0.isOtherWeights && HubName.matches($0.path, pattern) }.map(\.path)
      guard others.isEmpty else {
        throw .notSafetensors(
          reference, files: others.sortedByBytes(), hasConfig: files.contains { $0.path == "config.json" })
      }
      throw .noSuchFile(
        reference, pattern: pattern, files: weights.filter(\.isSafetensors).map(\.path).sortedByBytes(),
        others: Self.names(files))
    }
    let folder = first.folder
    guard chosen.allSatisfy({ $0.folder == folder }) else {
      throw .severalWeights(reference, choices: [])
    }
    let configs = files.filter { $0.name == "config.json" && ($0.folder == folder || $0.folder.isEmpty) }
    if chosen.count == 1, first.isSafetensors, first.path == pattern || ShardNumber(first.name) == nil {
      self.init()
      shards = [first.path]
      isSure = first.path == pattern
    } else {
      try self.init(folder: folder, chosen, of: reference, isWhole: isWhole, named: nil)
    }
    config = (configs.first { $0.folder == folder } ?? configs.first)?.path
    let all = Set(weights.filter { $0.isSafetensors && $0.folder == folder }.map(\.path))
    leftOut = index == nil ? all.subtracting(shards).sortedByBytes() : []
  }

  /// The weights of a component of a pipeline, in the folder of its name.
  init(component: String, _ files: [HubFile], of reference: HubReference) throws(HubError) {
    try self.init(folder: component + "/", files, of: reference, isWhole: true, named: nil)
  }

  private init() {}

  /// The model in one folder.
  private init(
    folder: String, _ files: [HubFile], of reference: HubReference, isWhole: Bool, named: String?
  ) throws(HubError) {
    let names = files.map(\.name)
    let tensors = files.filter(\.isSafetensors).map(\.name).sortedByBytes()
    if names.contains("config.json") { config = folder + "config.json" }
    func take(_ chosen: [String]) {
      shards = chosen.map { folder + $0 }
      let known = Set(chosen)
      leftOut = tensors.filter { !known.contains($0) }.map { folder + $0 }
    }
    if let named, names.contains(named), named.hasSuffix(".safetensors") {
      take([named])
      isSure = true
      return
    }
    if let named, names.contains(named), named.hasSuffix(".safetensors.index.json") {
      index = folder + named
      return
    }
    let own = tensors.filter { !$0.hasPrefix("consolidated") }
    for stem in ["model", "diffusion_pytorch_model"] {
      if names.contains(stem + ".safetensors") {
        take([stem + ".safetensors"])
        isSure = stem == "model"
        let index = stem + ".safetensors.index.json"
        if names.contains(index) { ignoredIndex = folder + index }
        return
      }
      guard names.contains(stem + ".safetensors.index.json") else { continue }
      // The index of a complete set says nothing that the names do not, unless other files may belong to the model, or
      // it is that of another set.
      if let set = ShardSet(own), !isWhole || set.isComplete {
        take(try set.checked(reference).names)
        comparedIndex = folder + stem + ".safetensors.index.json"
        return
      }
      index = folder + stem + ".safetensors.index.json"
      return
    }
    if tensors.count < 2, ShardNumber(tensors.first ?? "") == nil {
      take(tensors)
      return
    }
    let set = ShardSet(tensors) ?? ShardSet(own)
    let indices = names.filter { $0.hasSuffix(".safetensors.index.json") }
    if let set, set.isComplete || !isWhole || indices.count != 1 {
      take(try set.checked(reference).names)
    } else if indices.count == 1 {
      index = folder + indices[0]
    } else {
      throw .severalWeights(reference, choices: [])
    }
  }

  /// The files in the root, and the folders, those with a slash behind them.
  private static func names(_ files: [HubFile]) -> [String] {
    let names = Set(files.map { file in file.path.firstIndex(of: "/").map { String(file.path[...$0]) } ?? file.path })
    return names.filter { !$0.hasPrefix(".") }.sortedByBytes()
  }

  /// The folders that hold safetensors files, in order.
  private static func folders(_ files: [HubFile]) -> [String] {
    let folders = Set(files.filter { $0.isSafetensors && !$0.folder.isEmpty }.map { String($0.folder.dropLast()) })
    return folders.sortedByBytes()
  }
}

extension ShardSet {
  /// The most files of one model.
  static let mostShards = 10_000

  /// - Throws: ``HubError/tooLarge(_:what:limit:)`` for a set of which not even the names are made.
  fileprivate func checked(_ reference: HubReference) throws(HubError) -> ShardSet {
    guard total <= Self.mostShards else {
      throw .tooLarge(reference, what: "files of weights", limit: Self.mostShards)
    }
    return self
  }
}
