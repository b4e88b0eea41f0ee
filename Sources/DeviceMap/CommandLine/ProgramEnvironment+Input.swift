extension ProgramEnvironment {
  /// The word that stands for stdin where a file is read, and for stdout where one is written.
  static let stream = "-"

  /// The bytes of a file that the command line names, or of stdin.
  ///
  /// - Parameter limit: more bytes than these are refused.
  func read(_ path: String, limit: Int) throws -> ContiguousArray<UInt8> {
    path == Self.stream ? try input(limit) : try Files.read(path, limit: limit, accepting: .anything)
  }

  /// What messages call a file that is read.
  static func title(of path: String) -> String { path == stream ? "stdin" : path }
}

extension Arguments {
  /// The files that are read.
  var inputPaths: [String] { positionals + values("catalog") }

  /// What the engine that a text is for is to load: `--as`, or what CHECKPOINT stands for: the folder of a config.json or
  /// of weights, the id of a model on a hub, or a placeholder for another file, which no engine loads.
  ///
  /// - Throws: ``UsageError/unnamedModel`` when that is stdin.
  func modelToLoad(by target: ExportTarget) throws -> (name: String, notes: [Note]) {
    if let name = value("as") { return (name, []) }
    let text = positionals[0]
    guard text != ProgramEnvironment.stream else { throw UsageError.unnamedModel }
    guard let kind = try Files.kind(of: text) else {
      return (try HubReference(parsing: text)?.id ?? text, [])
    }
    // What is not loaded by its name is called as it was given.
    if Self.namingNoModel.contains(target) { return (text, []) }
    if kind == .directory {
      // The folder of a cache holds the states of a repository, of which an engine loads one.
      let isRepository = HubRepositoryFolder(text).id != nil
      return (isRepository ? try CheckpointSource.cacheFolder(text, self)?.folder ?? text : text, [])
    }
    let name = Files.name(of: text)
    if name == "config.json" || name.hasSuffix(".safetensors") || name.contains(".safetensors.index.") {
      let folder = Files.directory(of: text)
      return (folder.isEmpty ? "." : Files.withoutSlashesAtEnd(folder), [])
    }
    return (
      Self.placeholder,
      [
        Note(
          code: "model-not-named",
          "'\(text)' is no model to load: --as NAME says what is written instead of \(Self.placeholder)")
      ]
    )
  }

  /// The texts that do not say from where an engine loads.
  private static let namingNoModel: [ExportTarget] = [
    .llamaCpp, .mistralrsTopology, .torch, .deepspeed, .megatron, .tensorrtLLM, .ollama, .json,
  ]

  /// What stands for a model that nobody has named.
  private static let placeholder = "MODEL"

  /// The state of a repository that the engine is to load; nil for the usual one.
  func revisionToLoad() throws -> String? {
    guard !has("as") else { return nil }
    guard try Files.kind(of: positionals[0]) == nil else { return nil }
    if let revision = value("revision") { return revision }
    return try HubReference(parsing: positionals[0])?.revision
  }

  /// Where the model is that the engine is to load, beside its name.
  ///
  /// - Parameter snapshot: what was read of a repository; nil of files.
  func placeToLoad(_ snapshot: HubSnapshot?) throws -> ModelPlace {
    if let name = value("as") {
      var place = ModelPlace()
      place.isRepository = try Files.kind(of: name) == nil && (try? HubReference(parsing: name)) ?? nil != nil
      return place
    }
    guard let kind = try Files.kind(of: positionals[0]) else { return snapshot?.place ?? ModelPlace() }
    var place = ModelPlace()
    if kind == .directory {
      if let snapshot { (place.folder, place.files, place.names) = snapshot.chosen }
      return place
    }
    let name = Files.name(of: positionals[0])
    guard name.hasSuffix(".safetensors") || name.contains(".safetensors.index.") else { return place }
    place.names = ModelPlace.Names(of: [name], isWhole: false)
    let folder = Files.directory(of: positionals[0])
    let others = try Files.list(folder.isEmpty ? "." : folder).filter { $0.hasSuffix(".safetensors") && $0 != name }
    if name.hasSuffix(".safetensors") ? !others.isEmpty : place.names != .usual { place.files = [name] }
    return place
  }

  /// - Throws: ``UsageError/streamTwice(_:)`` when more than one file is to come from stdin, or go to stdout.
  func checkStreams() throws(UsageError) {
    let isStream = { (word: String) in word == ProgramEnvironment.stream }
    if inputPaths.count(where: isStream) > 1 { throw .streamTwice("stdin") }
    let outputs = ["svg", "html", "output"].compactMap { name in value(name).map { (option: "--\(name)", path: $0) } }
    if outputs.count(where: { isStream($0.path) }) > 1 { throw .streamTwice("stdout") }
    for (index, output) in outputs.enumerated() {
      guard let same = outputs[..<index].first(where: { $0.path == output.path }) else { continue }
      throw .contradiction("\(same.option) \(same.path)", "\(output.option) \(output.path)")
    }
  }
}
