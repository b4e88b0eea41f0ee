/// The modules of a tree with their sizes, as text and as JSON. Sizes are those of the transformers engine.
package struct TreeListing {
  private let tree: ModuleTree
  private let sizes: ModuleSizes
  private let loaded: ModuleSizes
  private let unpacked: UnpackedSizes
  private let activeParameters: Int

  package init(_ tree: ModuleTree) throws(PlacementError) {
    self.tree = tree
    sizes = try ModuleSizes(tree, engine: .transformers)
    loaded = try ModuleSizes(tree, engine: .transformers, counting: .loaded)
    unpacked = UnpackedSizes(tree)
    activeParameters = max(0, tree.parameterCount - TokenReads(tree, weights: sizes).inactiveElements)
  }

  private func bytes(of module: Int) -> Int { (sizes.bits(of: tree.allTensors(of: module)) + 7) / 8 }

  // MARK: - JSON

  /// `{"total_bytes", "loaded_bytes", "parameters", "active_parameters", "no_split", "tied", "modules": [{"name",
  /// "class", "bytes"}], "notes"}`, the root left out.
  package func json() -> OutputBuffer {
    var writer = JSONWriter(style: .compact, capacity: 80 * tree.count)
    let paths = PathWalk(tree)
    writer.object { writer in
      writer.schemaVersion()
      writer.key("total_bytes")
      writer.integer(bytes(of: 0))
      writer.key("loaded_bytes")
      writer.integer((loaded.totalBits + 7) / 8)
      writer.key("parameters")
      writer.integer(tree.parameterCount)
      writer.key("active_parameters")
      writer.integer(activeParameters)
      writer.key("no_split")
      writer.array { for name in tree.noSplitClasses { $0.string(name) } }
      writer.key("tied")
      writer.array { writer in
        for group in tree.tiedGroups {
          writer.array { for tensor in group { $0.string(tree.path(ofTensor: tensor)) } }
        }
      }
      writer.key("modules")
      writer.array { writer in
        paths.forEach { module, path in
          guard module > 0, !tree.records[module].isRepeated else { return }
          writer.object {
            $0.key("name")
            $0.string(path)
            $0.key("class")
            $0.string(tree.className(of: module))
            $0.key("bytes")
            $0.integer(bytes(of: module))
            addUnpacked(module, to: &$0)
          }
        }
      }
      writer.notes(tree.notes)
    }
    var output = writer.output
    output.append(byte: UInt8(ascii: "\n"))
    return output
  }

  /// What a module with packed weights unpacks to; left out where that is what it takes.
  private func addUnpacked(_ module: Int, to writer: inout JSONWriter) {
    let unpacked = unpacked.bytes(of: module, in: tree)
    guard unpacked != bytes(of: module) else { return }
    writer.key("unpacked_bytes")
    writer.integer(unpacked)
    guard let dtype = tree.quantization?.unpackedDType else { return }
    writer.key("unpacked_dtype")
    writer.string(dtype.torchName ?? dtype.name)
  }

  // MARK: - Text

  /// An indented listing; equal neighbours with consecutive numbers are one line (`0-31`). The last line counts the
  /// parameters.
  ///
  /// - Parameters:
  ///   - depth: how many levels under the root are shown.
  ///   - width: columns of the screen, nil for any number.
  package func text(depth: Int, width: Int? = nil) -> String {
    var columns: [(String, TextTable.Alignment)] = [
      ("module", .left), ("class", .left), ("dtype", .left), ("bytes", .right), ("", .left),
    ]
    if tree.quantization != nil { columns.insert(("unpacked", .right), at: 4) }
    var table = TextTable(columns)
    add(0, level: 0, depth: depth, label: tree.architecture ?? tree.className(of: 0), to: &table)
    let parameters = ParameterText.text(tree.parameterCount, active: activeParameters)
    return table.text(width: width) + parameters.wrapped(to: width, hanging: 2) + "\n"
  }

  private func add(_ module: Int, level: Int, depth: Int, label: String, to table: inout TextTable) {
    let indent = String(repeating: "  ", count: level)
    var cells = [
      indent + label, level == 0 ? "" : tree.className(of: module), dtypes(of: module),
      ByteText.size(bytes(of: module)), marks(of: module),
    ]
    if tree.quantization != nil { cells.insert(unpackedText(module), at: 4) }
    table.add(cells)
    guard level < depth else { return }
    let children = tree.children(of: module).filter { !tree.records[$0].isRepeated }
    var first = 0
    while first < children.count {
      var last = first
      while last + 1 < children.count, areAlike(children[last], children[last + 1]) { last += 1 }
      let name = tree.name(of: children[first])
      let label = last > first ? name + "-" + tree.name(of: children[last]) : name
      add(children[first], level: level + 1, depth: depth, label: label, to: &table)
      first = last + 1
    }
  }

  /// Dtype and size that a module unpacks to, where that is not what it takes.
  private func unpackedText(_ module: Int) -> String {
    let bytes = unpacked.bytes(of: module, in: tree)
    if bytes == self.bytes(of: module) { return "" }
    return (tree.quantization?.unpackedDType.map { ($0.torchName ?? $0.name) + " " } ?? "") + ByteText.size(bytes)
  }

  /// Whether two neighbours differ in nothing but their number.
  private func areAlike(_ left: Int, _ right: Int) -> Bool {
    guard let a = Int(tree.name(of: left)), let b = Int(tree.name(of: right)), b == a + 1 else { return false }
    guard tree.end(of: left) - left == tree.end(of: right) - right else { return false }
    for offset in 0..<(tree.end(of: left) - left) {
      let (x, y) = (tree.records[left + offset], tree.records[right + offset])
      guard x.className == y.className, offset == 0 || x.name == y.name, x.tensorCount == y.tensorCount else {
        return false
      }
      guard bytes(of: left + offset) == bytes(of: right + offset) else { return false }
    }
    return true
  }

  /// The dtypes of the module's tensors, in order of first appearance.
  private func dtypes(of module: Int) -> String {
    var seen: [String] = []
    for tensor in tree.allTensors(of: module) {
      let name = dtype(of: tree.tensors[tensor])
      if !seen.contains(name) { seen.append(name) }
    }
    return seen.joined(separator: ",")
  }

  /// The dtype of a tensor, or the width that it is packed into while the model is loaded.
  private func dtype(of tensor: ModuleTree.TensorRecord) -> String {
    if tensor.unpackedBits > 0, tree.quantization?.source == .whileLoading {
      return tensor.storedBits == 4 * tensor.count ? "int4" : "int8"
    }
    return tensor.dtype.torchName ?? tensor.dtype.name
  }

  private func marks(of module: Int) -> String {
    var marks: [String] = []
    if tree.noSplitClasses.contains(tree.className(of: module)) { marks.append("no-split") }
    for tensor in tree.ownTensors(of: module) where tree.tensors[tensor].tiedTo >= 0 {
      marks.append("tied to " + tree.path(ofTensor: Int(tree.tensors[tensor].tiedTo)))
    }
    return marks.joined(separator: ", ")
  }
}
