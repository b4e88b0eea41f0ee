/// Which files a path stands for.
struct CheckpointFiles: Sendable {
  /// The directory of the files.
  var directory: String
  /// The path that the user gave, where it is that of a file: only that may be a pipe.
  var given: String?
  /// The path of the config.json, if there is one.
  var config: String?
  /// The path of the index, if the checkpoint has one.
  var index: String?
  /// The safetensors files without an index.
  var files: [String] = []
  /// What is odd.
  var notes: [CheckpointNote] = []
  /// All safetensors files in the directory, to tell which an index leaves out; empty if it was not listed.
  var listed: [String] = []

  /// Finds the files for a directory, a config.json, a safetensors file or an index.
  static func find(_ path: String) throws(CheckpointError) -> CheckpointFiles {
    let kind = try CheckpointError.wrap { () throws(FileError) in try Files.kind(of: path) }
    switch kind {
    case nil: throw .file(FileError(path: path, operation: .open, reason: .notFound))
    case .directory: return try inDirectory(path)
    case .regular, .other: return try forFile(path)
    }
  }

  // MARK: - A file

  private static func forFile(_ path: String) throws(CheckpointError) -> CheckpointFiles {
    let name = Files.name(of: path)
    var found = CheckpointFiles(directory: Files.directory(of: path))
    if name.hasSuffix(".safetensors") {
      found.files = [name]
      found.given = Files.join(found.directory, name)
      found.config = try found.siblingConfig()
      if isOneOfSeveral(name) { found.notes.append(.oneOfSeveral(file: name)) }
    } else if name.hasSuffix(".json") {
      try refuseOther(found.directory.isEmpty ? "." : found.directory, [name])
      // An index may have a variant in its name: model.safetensors.index.fp16.json.
      if name.contains(".index.") {
        found.index = path
        found.config = try found.siblingConfig()
      } else {
        found.config = path
      }
      found.given = path
    } else if isOtherWeights(name) {
      throw .unsupportedFile(path: path)
    } else {
      // A pipe, or a file of a cache that has no name: what it is shows when it is read.
      found.files = [name]
      found.given = Files.join(found.directory, name)
    }
    return found
  }

  /// What may stand at the path of one of the files.
  func acceptance(of path: String) -> OpenFile.Acceptance { path == given ? .anything : .files }

  private func siblingConfig() throws(CheckpointError) -> String? {
    let path = Files.join(directory, "config.json")
    let kind = try CheckpointError.wrap { () throws(FileError) in try Files.kind(of: path) }
    return kind == nil ? nil : path
  }

  /// `model-00001-of-00003.safetensors`, unless it is the only one.
  private static func isOneOfSeveral(_ name: String) -> Bool {
    let stem = name.utf8.dropLast(".safetensors".utf8.count)
    guard let dash = stem.lastIndex(of: UInt8(ascii: "-")) else { return false }
    let total = stem[stem.index(after: dash)...]
    return stem[..<dash].suffix(3).elementsEqual("-of".utf8) && Int(String(Substring(total))).map { $0 > 1 } ?? false
  }

  // MARK: - A directory

  /// The order of transformers 5.23.0: the file that the config names, `model.safetensors`, its index. Then what else
  /// there may be: the names of diffusers, and at last all safetensors files.
  private static func inDirectory(_ path: String) throws(CheckpointError) -> CheckpointFiles {
    let names = try CheckpointError.wrap { () throws(FileError) in try Files.list(path) }
    var found = CheckpointFiles(directory: path)
    found.listed = names.filter { $0.hasSuffix(".safetensors") }
    if names.contains("config.json") {
      found.config = Files.join(path, "config.json")
      if names.contains(moduleList), let note = modulesBeside(path) { found.notes.append(note) }
    } else {
      try refuseOther(path, names)
    }
    for stem in ["model", "diffusion_pytorch_model"] {
      let single = stem + ".safetensors"
      let index = single + ".index.json"
      if names.contains(single) {
        found.files = [single]
        if names.contains(index) { found.notes.append(.indexIgnored(index: index, file: single)) }
        return found
      }
      if names.contains(index) {
        found.index = Files.join(path, index)
        return found
      }
    }
    let own = try withoutAdapter(path, names)
    found.files = own.filter { $0.hasSuffix(".safetensors") }
    if found.files.isEmpty {
      let others = own.filter(isOtherWeights)
      if !others.isEmpty { found.notes.append(.otherWeights(others)) }
      let folders = found.config == nil || others.isEmpty ? directoriesWithWeights(path) : []
      guard found.config != nil else {
        throw folders.isEmpty
          ? .nothingToRead(directory: path, others: others) : .weightsBelow(directory: path, folders: folders)
      }
      if !folders.isEmpty { found.notes.append(.weightsInFolders(folders)) }
      if folders.isEmpty, others.isEmpty { found.notes.append(.noWeights) }
    }
    return found
  }

  /// Whether a file of this name in a checkpoint may be read.
  static func reads(_ name: String) -> Bool {
    name == "config.json" || name.hasSuffix(".safetensors") || name.contains(".safetensors.index.")
      || name.hasSuffix(".py")
  }

  /// What a trainer writes beside a model to go on later, by the beginnings of the names: no weights.
  private static let trainingStates = [
    "training_args", "optimizer", "scheduler", "scaler", "rng_state", "trainer_state",
  ]

  /// Whether a file of this name holds weights in a format that is not read.
  static func isOtherWeights(_ name: String) -> Bool {
    if trainingStates.contains(where: name.hasPrefix) { return false }
    return [".bin", ".pt", ".pth", ".ckpt", ".gguf", ".h5", ".msgpack", ".onnx", ".npz", ".pickle", ".pkl"]
      .contains { name.hasSuffix($0) }
  }
}
