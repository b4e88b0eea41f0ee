extension WeightPacking {
  /// Sizes of packed weights from config.json alone, where bits, groups and blocks tell them.
  ///
  /// Scales and zero points are added to the weight that they belong to. Formats without a closed form keep the unpacked
  /// sizes, and a note says so.
  ///
  /// - Parameter rules: how names in files become names of the model, for formats that list the former.
  static func estimate(
    _ tree: inout ModuleTree, _ config: QuantizationConfig, rules: NameRules?
  ) throws(TreeError) {
    guard let rule = PackedSize(config) else {
      tree.notes.append(
        Note(
          .warning, code: "unpacked-sizes",
          "what \(config.format.name) weights take is not told by config.json; the sizes are those of the unpacked model, "
            + "the safetensors headers give the true ones"))
      return
    }
    let skips = try skips(of: config, in: tree, rules)
    let entries = try entries(of: config, in: tree, rules).merging(dynamicEntries(of: config, in: tree)) { $1 }
    var isComplete = true
    var beside = config.format.scalesActivations ? scalesOfActivations(tree) : []
    if config.format.packedExperts == nil {
      try forEachWeight(&tree, of: config.format, skips: skips, embeddings: config.packsEmbeddings) {
        tree, module, tensor in
        var own = rule
        if let entry = entries[module] {
          guard !entry.isSpared else { return }
          own = PackedSize(config, module: entry) ?? rule
        }
        // A weight under another name is tied to nothing.
        if config.format == .compressedTensors { tree.tensors[tensor].tiedTo = -1 }
        isComplete = pack(&tree.tensors[tensor], own) && isComplete
        if let scales = scales(ofTied: tree.tensors[tensor], own, module) { beside.append(scales) }
      }
    }
    if !config.storesExpertsUnpacked {
      packExperts(
        &tree, PackedSize(config, ofExperts: true) ?? rule, skips, spared: entries.filter(\.value.isSpared),
        only: config.format.packedExperts)
    }
    if skips.work.isExceeded { throw .tooMuchWork(module: "") }
    tree.add(beside)
    tree.notes.append(
      Note(
        code: "sizes-by-rule",
        "sizes of \(config.format.name) weights were computed from \(config.keyPath)"
          + (isComplete ? "" : ", some without their scales") + "; the safetensors headers give exact ones"))
  }

  /// Weights that config.json calls packed and the files hold as they are: the reference makes modules for packed weights,
  /// counts these in its maps, and holds in memory what it finds (measured with bitsandbytes 0.50.2, whose modules then do
  /// not run). Formats without a closed form are counted as the files have them.
  static func countPlain(_ tree: inout ModuleTree, _ config: QuantizationConfig) throws(TreeError) {
    let before = tree.notes
    if config.format == .bitsandbytes4 || config.format == .bitsandbytes8 {
      try pack(&tree, as: config.format, skips: config.skippedModules)
    } else if PackedSize(config) != nil {
      try estimate(&tree, config, rules: nil)
    }
    tree.notes = before
    for tensor in tree.tensors.indices where tree.tensors[tensor].unpackedBits > 0 {
      let record = tree.tensors[tensor]
      tree.tensors[tensor].besideBits = record.unpackedBits - record.storedBits
    }
    let counted = tree.plannedBytes(of: tree.allTensors(of: 0))
    tree.notes.append(
      Note(
        .warning, code: "unpacked-files",
        "\(config.keyPath) says that the weights are packed (\(config.format.name)), but the files hold them unpacked: "
          + "maps of transformers count \(ByteText.size(counted)), the files have \(ByteText.size(tree.unpackedBytes(of: 0))), and "
          + "what is loaded does not run; take \(config.keyPath) out of config.json"))
  }

  /// What the config says of single modules, by module. Names are those of the files, perhaps within a wrapper.
  private static func entries(
    of config: QuantizationConfig, in tree: ModuleTree, _ rules: NameRules?
  ) -> [Int: QuantizationConfig.ModuleEntry] {
    var result: [Int: QuantizationConfig.ModuleEntry] = [:]
    for (path, entry) in config.moduleEntries {
      var spellings = [path]
      for (prefix, other) in WrappedNames.wrappers where path.hasPrefix(prefix) {
        spellings.append(other + path.dropFirst(prefix.count))
      }
      spellings += spellings.compactMap { spelling in rules?.renamed(module: spelling) }
      if let module = spellings.lazy.compactMap({ tree.module(at: $0) }).first { result[module] = entry }
    }
    return result
  }

  /// What `dynamic` of GPTQModel says of modules that hold a weight. O(modules x patterns).
  private static func dynamicEntries(
    of config: QuantizationConfig, in tree: ModuleTree
  ) throws(TreeError) -> [Int: QuantizationConfig.ModuleEntry] {
    var entries: [(pattern: NamePattern, entry: QuantizationConfig.ModuleEntry)] = []
    for (text, entry) in config.dynamicEntries {
      do throws(NamePattern.Failure) {
        entries.append((try NamePattern("^(?:\(text))"), entry))
      } catch {
        throw .field(
          keyPath: "\(config.keyPath).dynamic", found: "'\(text)'",
          expected: "a regular expression (without references back and flags)")
      }
    }
    if entries.isEmpty { return [:] }
    let work = WorkBudget()
    var result: [Int: QuantizationConfig.ModuleEntry] = [:]
    for module in 1..<max(tree.count, 1) where !tree.ownTensors(of: module).isEmpty {
      let path = Array(tree.path(of: module).utf8)
      result[module] = entries.first { $0.pattern.firstMatch(in: path, work) != nil }?.entry
    }
    if work.isExceeded { throw .tooMuchWork(module: "") }
    return result
  }

  /// Sets what a weight takes; false when its scales cannot be told.
  private static func pack(_ record: inout ModuleTree.TensorRecord, _ rule: PackedSize) -> Bool {
    guard let size = rule.bits(elements: record.count, columns: Int(record.columns), dtype: record.dtype) else {
      return false
    }
    record.unpackedBits = record.count * record.dtype.bits
    record.storedBits = size.bits - size.besideBits
    record.besideBits = size.besideBits
    return size.hasScales
  }

  /// Experts that the model holds as one parameter are packed as the linear layers are that they stand for.
  ///
  /// - Parameters:
  ///   - spared: modules that stay as they are.
  ///   - only: the class of modules that are packed; nil for all.
  private static func packExperts(
    _ tree: inout ModuleTree, _ rule: PackedSize, _ skips: ModuleSkips,
    spared: [Int: QuantizationConfig.ModuleEntry], only className: String?
  ) {
    guard let experts = tree.symbols.find("experts") else { return }
    for module in 1..<max(tree.count, 1) where tree.records[module].name == experts {
      if let className, tree.className(of: module) != className { continue }
      if spared[module] != nil || skips.skips(Array(tree.path(of: module).utf8)) { continue }
      for tensor in tree.ownTensors(of: module) where !tree.symbols[tree.tensors[tensor].name].hasSuffix("bias") {
        _ = pack(&tree.tensors[tensor], rule)
      }
    }
  }

  private static func skips(
    of config: QuantizationConfig, in tree: ModuleTree, _ rules: NameRules?
  ) throws(TreeError) -> ModuleSkips {
    var patterns = config.skippedModules ?? []
    if config.format.renamesListed, let rules { patterns = patterns.map { rules.renamed(module: $0) } }
    if config.format.marksPatterns { patterns = patterns.map { $0.hasPrefix("re:") ? "(?:\($0.dropFirst(3))).*" : $0 } }
    switch config.format.spared {
    case .listed: break
    case .towers: patterns += towers(tree, config)
    case .outsideBlocks: patterns += outsideBlocks(tree) + towers(tree, config)
    case .defaultsAndListed: patterns += defaultSkips(tree) + tree.modulesKeptInFloat32
    case .defaultsUnlessListed:
      patterns += tree.modulesKeptInFloat32
      if config.skippedModules == nil { patterns += defaultSkips(tree) }
    }
    return try moduleSkips(patterns, keyPath: config.keyPath)
  }

  /// Towers for images and sound, which mlx-vlm leaves as they are by default, without those of which the config says
  /// something.
  private static func towers(_ tree: ModuleTree, _ config: QuantizationConfig) -> [String] {
    var result: [String] = []
    for module in 1..<max(tree.count, 1) where Tower.isModule(tree.name(of: module)) {
      let path = tree.path(of: module)
      let name = tree.name(of: module)
      let isTold = config.moduleEntries.contains { $0.path.split(separator: ".").contains(name[...]) }
      if !isTold, !result.contains(where: { path.hasPrefix($0 + ".") }) { result.append(path) }
    }
    return result
  }

  /// Modules next to the lists of blocks, on every level from the root down to them.
  private static func outsideBlocks(_ tree: ModuleTree) -> [String] {
    let classes = Set(tree.noSplitClasses.compactMap { tree.symbols.find($0) })
    var leads: Set<Int> = [0]
    for module in 1..<max(tree.count, 1) where classes.contains(tree.records[module].className) {
      var current = module
      while current > 0, leads.insert(current).inserted { current = tree.parent(of: current) }
    }
    var result: [String] = []
    for module in 1..<max(tree.count, 1)
    where !leads.contains(module) && leads.contains(tree.parent(of: module))
      && !classes.contains(tree.records[tree.parent(of: module)].className)
    {
      result.append(tree.path(of: module))
    }
    return result
  }
}

extension QuantizationConfig {
  /// The files hold experts, which a model has as one parameter, unpacked: transformers 5 wrote them so.
  fileprivate var storesExpertsUnpacked: Bool {
    [.bitsandbytes4, .bitsandbytes8, .torchao].contains(format)
      && writer.flatMap { Release($0) }.map { $0.major >= 5 } ?? false
  }
}
