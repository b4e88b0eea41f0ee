import DeviceMap

/// What reads bytes that anybody may have written, one plain function each. A target may refuse what it is given; it must
/// not crash, hang or contradict itself. Beside the tests, libFuzzer calls them (Fixtures/fuzz).
package enum FuzzTarget: String, CaseIterable, Sendable {
  case header, json, index, config, names, modeling, catalog, pattern, modulePattern, map, limits, programs, paths

  /// Works on `bytes`. O(their length), as long as the library keeps its word.
  package func run(_ bytes: [UInt8]) {
    switch self {
    case .header, .json, .index, .pattern: FormatFuzzTarget(rawValue: rawValue)?.run(bytes)
    case .config: Self.readConfig(bytes)
    case .names: Self.readNames(bytes)
    case .modeling: Self.readModeling(bytes)
    case .catalog: Self.readCatalog(bytes)
    case .modulePattern: Self.matchModules(bytes)
    case .map: Self.readMap(bytes)
    case .limits: Self.readLimits(bytes)
    case .programs: Self.readPrograms(bytes)
    case .paths: Self.readPaths(bytes)
    }
  }

  private static func text(_ bytes: some Sequence<UInt8>) -> String { String(decoding: Array(bytes), as: UTF8.self) }

  /// A config.json of a class that the first byte picks.
  private static func readConfig(_ bytes: [UInt8]) {
    guard let json = try? JSONDocument(parsing: Array(bytes.dropFirst()), dialect: .python).root else { return }
    var options = TreeOptions()
    let names = ["LlamaForCausalLM", "Qwen3MoeForCausalLM", "Gemma3ForConditionalGeneration", "JambaForCausalLM"]
    if let first = bytes.first, first < 128 { options.architecture = names[Int(first) % names.count] }
    guard let tree = try? ModuleTree(config: json, tensors: nil, options: options) else { return }
    precondition(tree.count > 0)
    _ = try? ModelFit(tree)
  }

  /// Names of tensors, a line each, for an architecture that is known and one that is not.
  private static func readNames(_ bytes: [UInt8]) {
    let names = bytes.split(separator: 0x0A).prefix(64).map { (name: text($0), dtype: DType.f32, shape: [2]) }
    for config in [#"{"architectures": ["LlamaForCausalLM"], "num_hidden_layers": 1}"#, "{}"] {
      let json = try? JSONDocument(parsing: config).root
      guard let tree = try? ModuleTree(config: json, tensors: StoredTensors(names), options: TreeOptions()) else {
        continue
      }
      precondition(tree.count > 0)
    }
  }

  private static func readModeling(_ bytes: [UInt8]) {
    let names = ["model.a.0.b.weight", "model.a.1.b.weight", "model.c.weight"]
    let tensors = names.map { (name: $0, dtype: DType.f32, shape: [2]) }
    let json = try? JSONDocument(parsing: #"{"architectures": ["A"]}"#).root
    let files = ModelingFiles(texts: [text(bytes)])
    let tree = try? ModuleTree(
      config: json, tensors: StoredTensors(tensors), options: TreeOptions(), modeling: files)
    precondition(tree?.tensors.count == 3)
  }

  /// A catalog, and the tree of its class `A`.
  private static func readCatalog(_ bytes: [UInt8]) {
    var options = TreeOptions()
    options.architecture = "A"
    do { try options.catalog.add(bytes, path: "x") } catch { return }
    let json = try? JSONDocument(parsing: #"{"hidden_size": 8, "num_hidden_layers": 2}"#).root
    _ = try? ModuleTree(config: json, tensors: nil, options: options)
  }

  private static let tree = ModuleTree {
    Module("model") {
      Module("layers") {
        for index in 0..<3 { Module("\(index)", class: "Block") { Module("mlp", class: "Linear", bytes: 8) } }
      }
    }
  }

  private static func matchModules(_ bytes: [UInt8]) {
    guard let pattern = try? ModulePattern(text(bytes)) else { return }
    precondition(pattern.matches(in: tree).count <= tree.count)
  }

  private static func readMap(_ bytes: [UInt8]) {
    guard let map = try? DeviceMapFile(ContiguousArray(bytes), path: "x") else { return }
    precondition(map.entries.count <= bytes.count)
  }

  private static func readLimits(_ bytes: [UInt8]) {
    let text = text(bytes)
    if let size = try? MemorySize(parsing: text) { precondition(size.bytes >= 0) }
    _ = try? MaxMemory(parsing: text).budgets()
  }

  private static func readPrograms(_ bytes: [UInt8]) {
    let text = text(bytes)
    for gpu in (try? NvidiaSMI.parse(text)) ?? [] { precondition(gpu.index >= 0) }
    for gpu in (try? RocmSMI.parse(text)) ?? [] { precondition((gpu.freeBytes ?? 0) <= (gpu.totalBytes ?? .max)) }
    _ = try? HostMemory.availableBytes(meminfo: text)
    _ = try? HostMemory.totalBytes(meminfo: text)
  }

  private static func readPaths(_ bytes: [UInt8]) {
    let path = PathText.text(ContiguousArray(bytes).span)
    precondition(Array(PathText.bytes(path)) == bytes)
    let shown = path.printable
    precondition(shown.printable == shown)
    precondition(Files.join(Files.directory(of: path), Files.name(of: path)).utf8.count <= path.utf8.count + 1)
  }
}
