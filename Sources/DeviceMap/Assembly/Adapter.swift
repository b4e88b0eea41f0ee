/// The weights of a PEFT adapter (LoRA and its kin), which are put beside those of the modules that it changes.
///
/// They are float32 once they are loaded: PEFT makes them so in a model of 16 bits (`autocast_adapter_dtype`).
public struct Adapter: Sendable {
  /// The model that it was made for (`base_model_name_or_path`); nil where adapter_config.json names none.
  public let base: String?
  private let tensors: [(name: String, count: Int)]

  /// Reads adapter_config.json and the header of adapter_model.safetensors.
  ///
  /// - Parameter directory: the folder that holds both.
  /// - Throws: ``CheckpointError`` when one of them cannot be read.
  /// - Complexity: O(bytes of the header).
  public init(at directory: String) throws(CheckpointError) {
    base = try ModelConfig(path: Files.join(directory, "adapter_config.json"))["base_model_name_or_path"]?.string
    let checkpoint = try Checkpoint(at: Files.join(directory, "adapter_model.safetensors"))
    tensors = checkpoint.tensors.map { ($0.name, $0.elementCount) }
  }

  /// What PEFT puts before the names of the model.
  fileprivate static let wrapper = "base_model.model."

  /// Where a tensor of the adapter goes: the innermost module on the way of its name, and its name there; nil when the
  /// model has none.
  private func way(of name: String, in tree: ModuleTree) -> (module: Int, own: String)? {
    let plain = name.hasPrefix(Self.wrapper) ? String(name.dropFirst(Self.wrapper.utf8.count)) : name
    let parts = plain.split(separator: ".").map(String.init)
    var (module, depth) = (0, 0)
    while depth < parts.count,
      let child = tree.children(of: module).first(where: { tree.name(of: $0) == parts[depth] })
    {
      (module, depth) = (child, depth + 1)
    }
    guard module > 0, depth < parts.count else { return nil }
    return (module, parts[depth...].joined(separator: "."))
  }

  /// The name of a module that is saved whole, and stands beside the one of the model.
  private static func copy(_ own: String) -> String { "modules_to_save." + own }

  private static func has(_ tree: ModuleTree, _ name: String, in module: Int) -> Bool {
    tree.ownTensors(of: module).contains { tree.symbols[tree.tensors[$0].name] == name }
  }

  /// The paths of the adapter's tensors in the tree that holds them. O(tensors x depth x children).
  package func paths(in tree: ModuleTree) -> Set<String> {
    var result: Set<String> = []
    for tensor in tensors {
      guard let (module, own) = way(of: tensor.name, in: tree) else { continue }
      let name = Self.has(tree, Self.copy(own), in: module) ? Self.copy(own) : own
      result.insert(tree.path(of: module) + "." + name)
    }
    return result
  }

  fileprivate func additions(to tree: ModuleTree) -> (found: [AddedTensor], strangers: [String]) {
    var found: [AddedTensor] = []
    var strangers: [String] = []
    for tensor in tensors {
      guard let (module, own) = way(of: tensor.name, in: tree) else {
        strangers.append(tensor.name)
        continue
      }
      let name = Self.has(tree, own, in: module) ? Self.copy(own) : own
      found.append(AddedTensor(module: module, path: [name], dtype: .f32, count: tensor.count, storedBits: -1))
    }
    return (found, strangers)
  }

  /// What to say of an adapter on a model.
  fileprivate func notes(found: Int, strangers: [String]) -> [Note] {
    var notes = [
      Note(
        code: "adapter",
        "\(found) tensors of the adapter are counted in float32 beside the modules that they change"
          + (base.map { "; it was made for \($0)" } ?? ""))
    ]
    if let first = strangers.first {
      notes.append(
        Note(
          .warning, code: "adapter-of-other-model",
          "\(strangers.count) tensors of the adapter change no module of the model, the first is \(first)"))
    }
    return notes
  }
}

extension ModuleTree {
  /// The tree with the weights of an adapter.
  ///
  /// - Complexity: O(modules + tensors).
  public func adding(_ adapter: Adapter) -> ModuleTree {
    let (found, strangers) = adapter.additions(to: self)
    var copy = ReplacingCopy(self, found)
    var tree = copy.copied()
    tree.notes += adapter.notes(found: found.count, strangers: strangers)
    return tree
  }
}

extension Checkpoint {
  /// Whether all tensors are those of an adapter. O(tensors), O(1) for a model.
  var holdsAdapter: Bool { !tensors.isEmpty && tensors.allSatisfy { $0.name.hasPrefix(Adapter.wrapper) } }
}
