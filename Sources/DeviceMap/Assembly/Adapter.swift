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
    let file = Files.join(directory, "adapter_model.safetensors")
    let other = Files.join(directory, "adapter_model.bin")
    let isOther = try CheckpointError.wrap { () throws(FileError) in
      let isThere = try Files.kind(of: file) != nil
      return isThere ? false : try Files.kind(of: other) != nil
    }
    if isOther { throw .unsupportedFile(path: other) }
    let checkpoint = try Checkpoint(at: file)
    tensors = checkpoint.tensors.map { ($0.name, $0.elementCount) }
  }

  /// What PEFT puts before the names of the model.
  fileprivate static let wrapper = "base_model.model."
  /// What it puts before the names of what all modules share.
  private static let around = "base_model."

  /// Where a tensor of the adapter goes: the innermost module on the way of its name, and its name there; nil when the
  /// model has none. What belongs to no module alone (prompts, prefixes, matrices that layers share) is beside the first
  /// module that has tensors.
  private func way(of name: String, in tree: ModuleTree) -> (module: Int, own: String)? {
    let prefix = [Self.wrapper, Self.around].first { name.hasPrefix($0) } ?? ""
    let plain = String(name.dropFirst(prefix.utf8.count))
    let parts = plain.split(separator: ".").map(String.init)
    if parts.count == 1, let module = (1..<max(tree.count, 1)).first(where: { !tree.ownTensors(of: $0).isEmpty }) {
      return (module, plain)
    }
    var (module, depth) = (0, 0)
    while depth < parts.count,
      let child = tree.children(of: module).first(where: { tree.name(of: $0) == parts[depth] })
    {
      (module, depth) = (child, depth + 1)
    }
    // A module that only holds others has nothing that an adapter changes: the names are those of another model.
    let isChanged = !tree.ownTensors(of: module).isEmpty || !tree.children(of: module).contains { _ in true }
    guard module > 0, depth < parts.count, isChanged else { return nil }
    return (module, parts[depth...].joined(separator: "."))
  }

  /// Whether a name is one that PEFT gives to what it adds to a module.
  fileprivate static func isPart(_ name: String) -> Bool {
    name.split(separator: ".").contains { part in
      part == "modules_to_save"
        || ["lora_", "ia3_", "hada_", "lokr_", "oft_", "boft_", "vera_", "adaption_"].contains {
          part.hasPrefix($0)
        }
    }
  }

  /// The name of a module that is saved whole, and stands beside the one of the model.
  private static func copy(_ own: String) -> String { "modules_to_save." + own }

  private static func tensor(_ name: String, of module: Int, in tree: ModuleTree) -> Int? {
    tree.ownTensors(of: module).first { tree.symbols[tree.tensors[$0].name] == name }
  }

  /// The paths of the adapter's tensors in the tree that holds them. O(tensors x depth x children).
  package func paths(in tree: ModuleTree) -> Set<String> {
    var result: Set<String> = []
    for tensor in tensors {
      guard let (module, own) = way(of: tensor.name, in: tree) else { continue }
      let name = Self.tensor(Self.copy(own), of: module, in: tree) == nil ? own : Self.copy(own)
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
      // A module that is trained whole stays in its dtype.
      let whole = Self.tensor(own, of: module, in: tree)
      let name = whole == nil ? own : Self.copy(own)
      let dtype = whole.map { tree.tensors[$0].dtype } ?? .f32
      found.append(AddedTensor(module: module, path: [name], dtype: dtype, count: tensor.count, storedBits: -1))
    }
    return (found, strangers)
  }

  /// What to say of an adapter on a model.
  fileprivate func notes(found: Int, strangers: [String]) -> [Note] {
    var notes = [
      Note(
        code: "adapter",
        "\(found) tensors of the adapter are counted in float32 (modules that are saved whole in their own dtype) beside the "
          + "modules that they change"
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
  /// Whether all tensors are those of an adapter; a whole model may have been saved from within one. O(tensors), O(1) for
  /// other models.
  var holdsAdapter: Bool {
    guard !tensors.isEmpty, tensors.allSatisfy({ $0.name.hasPrefix(Adapter.wrapper) }) else { return false }
    return config == nil || tensors.contains { Adapter.isPart($0.name) }
  }
}
