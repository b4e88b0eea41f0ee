/// Which weights a quantizer of transformers 5.23.0 packs, and what they then take.
enum WeightPacking {
  /// Packs the weights of a tree as `from_pretrained` does while it loads them with bitsandbytes.
  ///
  /// Packed are the weights of all modules of the classes `Linear` and `Conv1D` but those to skip. A packed weight takes
  /// 8 or 4 bits an element; what is kept beside it takes room, and is not counted in maps, as in the reference.
  /// O(modules x depth).
  ///
  /// - Parameter skips: what config.json says is to be skipped; nil for the reference's choice.
  static func pack(_ tree: inout ModuleTree, as format: QuantizationFormat, skips: [String]?) throws(TreeError) {
    let size = PackedSize(whileLoading: format)
    let bits = format == .bitsandbytes4 ? 4 : 8
    let patterns = (skips ?? defaultSkips(tree)) + tree.modulesKeptInFloat32
    try forEachWeight(&tree, of: format, skips: moduleSkips(patterns, keyPath: "quantization_config")) {
      tree, _, tensor in
      let record = tree.tensors[tensor]
      tree.tensors[tensor].unpackedBits = record.count * record.dtype.bits
      tree.tensors[tensor].storedBits = record.count * bits
      if let whole = size.bits(elements: record.count, columns: Int(record.columns), dtype: record.dtype) {
        tree.tensors[tensor].besideBits = whole.bits - record.count * bits
      }
    }
    noteExperts(&tree, format)
  }

  /// The modules that patterns of config.json spare.
  static func moduleSkips(_ patterns: [String], keyPath: String) throws(TreeError) -> ModuleSkips {
    do throws(UnreadPattern) {
      return try ModuleSkips(patterns)
    } catch {
      throw .field(
        keyPath: keyPath, found: "'\(error.text)' among the modules that are not packed",
        expected: "a regular expression (without references back and flags)")
    }
  }

  /// Experts that the model holds as one parameter are no linear layers, and stay as they are.
  private static func noteExperts(_ tree: inout ModuleTree, _ format: QuantizationFormat) {
    guard let experts = tree.symbols.find("experts") else { return }
    var bits = 0
    for module in 1..<max(tree.count, 1) where tree.records[module].name == experts {
      for tensor in tree.ownTensors(of: module) { bits = bits +| tree.plannedBits(ofTensor: tensor) }
    }
    guard bits > 0 else { return }
    tree.notes.append(
      Note(
        .warning, code: "experts-not-packed",
        "\(format.name) packs linear layers only: experts, which the model holds as one parameter, stay as they are and take "
          + "\(ByteText.size(bits / 8))"))
  }

  /// Counts experts that the model holds as one parameter as the reference does that packs linear layers alone: unpacked, in
  /// maps at least. Where it does not find them in the files, what they hold stays what the files have. O(modules).
  static func countExperts(_ tree: inout ModuleTree, _ format: QuantizationFormat) {
    guard format.experts != .packed, let experts = tree.symbols.find("experts") else { return }
    var (counted, held) = (0, 0)
    for module in 1..<max(tree.count, 1) where tree.records[module].name == experts {
      for tensor in tree.ownTensors(of: module) where tree.tensors[tensor].unpackedBits >= 0 {
        let bits = tree.plannedBits(ofTensor: tensor) +| tree.tensors[tensor].besideBits
        let unpacked = tree.tensors[tensor].unpackedBits
        tree.tensors[tensor].storedBits = unpacked
        tree.tensors[tensor].besideBits = format.experts == .leftUnpacked ? bits - unpacked : 0
        held = held +| bits
        counted = counted +| unpacked
      }
    }
    guard held != counted else { return }
    let sizes = "\(ByteText.size(held / 8)) packed, \(ByteText.size(counted / 8)) unpacked"
    tree.notes.append(
      format.experts == .leftUnpacked
        ? Note(
          .warning, code: "experts-counted-unpacked",
          "transformers packs linear layers only (\(format.name)): its maps count experts, which the model holds as one parameter, "
            + "unpacked, and packed ones of the files it does not find: \(sizes)")
        : Note(
          .warning, code: "experts-unpacked",
          "transformers unpacks experts of \(format.name), which the model holds as one parameter, while it loads them: \(sizes)"
        ))
  }

  /// Calls `body` with the weight of each module that is to be packed.
  static func forEachWeight(
    _ tree: inout ModuleTree, of format: QuantizationFormat, skips: ModuleSkips, embeddings: Bool = false,
    _ body: (inout ModuleTree, Int, Int) -> Void
  ) throws(TreeError) {
    let weight = tree.symbols.find("weight")
    var names = ["Linear"]
    if format.packsTransposed { names.append("Conv1D") }
    if format.packsDerived { names += tree.linearClasses }
    let classes = Set(names.compactMap { tree.symbols.find($0) })
    var path: [UInt8] = []
    var lengths: [Int] = []
    var ends: [Int] = []
    for module in 1..<max(tree.count, 1) {
      while let end = ends.last, end <= module {
        ends.removeLast()
        path.removeLast(path.count - lengths.removeLast())
      }
      lengths.append(path.count)
      ends.append(tree.end(of: module))
      if !path.isEmpty { path.append(UInt8(ascii: ".")) }
      path.append(contentsOf: tree.name(of: module).utf8)
      let name = tree.records[module].className
      let isPacked =
        classes.contains(name) || embeddings && tree.className(of: module).hasSuffix("Embedding")
      guard isPacked, !skips.skips(path) else { continue }
      for tensor in tree.ownTensors(of: module) where tree.tensors[tensor].name == weight {
        body(&tree, module, tensor)
      }
    }
    if skips.work.isExceeded { throw .tooMuchWork(module: "") }
  }

  // MARK: - What stays as it is

  /// The keys that `get_keys_to_not_convert` finds: tied tensors, the last parameter, the output embedding.
  static func defaultSkips(_ tree: ModuleTree) -> [String] {
    var tensors: Set<Int> = []
    for (index, tensor) in tree.tensors.enumerated() where tensor.tiedTo >= 0 {
      tensors.insert(index)
      tensors.insert(Int(tensor.tiedTo))
    }
    if let last = tree.tensors.lastIndex(where: { $0.kind == .parameter }) { tensors.insert(last) }
    var keys = tensors.sorted().map { tensor in
      let path = tree.path(ofTensor: tensor)
      return path.hasSuffix(".weight") ? String(path.dropLast(7)) : path
    }
    let output = tree.outputEmbedding ?? "lm_head"
    if tree.module(at: output) != nil { keys.append(output) }
    return keys
  }
}
