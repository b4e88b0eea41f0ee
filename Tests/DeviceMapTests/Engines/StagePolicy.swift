import DeviceMap

/// Puts given numbers of layers on devices in order; what stands before the layers with the first, the rest with the last.
struct StagePolicy: PlacementPolicy {
  let name = "stages"
  /// Layers a device, in the order of the layers.
  let counts: [(device: Device, layers: Int)]
  /// Path of the list of layers.
  let layers: String
  /// Layers whose `mlp.experts` go to the cpu.
  var hostExperts: Range<Int> = 0..<0

  func place(_ task: PlacementTask) -> Placement {
    let tree = task.tree
    var assignments: [Placement.Assignment] = []
    guard let list = tree.module(at: layers), let first = counts.first, let last = counts.last else {
      return Placement([])
    }
    func walk(_ module: Int) {
      if module == list { return placeLayers(of: list, tree, &assignments) }
      guard module < list, list < tree.end(of: module) else {
        return assignments.append(.init(.module(module), on: module < list ? first.device : last.device))
      }
      for tensor in tree.ownTensors(of: module) { assignments.append(.init(.tensor(tensor), on: first.device)) }
      for child in task.children(of: module) { walk(child) }
    }
    walk(task.root)
    return Placement(assignments)
  }

  private func placeLayers(of list: Int, _ tree: ModuleTree, _ assignments: inout [Placement.Assignment]) {
    var devices = counts.flatMap { Array(repeating: $0.device, count: $0.layers) }.makeIterator()
    for (number, layer) in tree.children(of: list).enumerated() {
      guard let device = devices.next() else { return }
      guard hostExperts.contains(number) else {
        assignments.append(.init(.module(layer), on: device))
        continue
      }
      for child in tree.children(of: layer) where tree.name(of: child) != "mlp" {
        assignments.append(.init(.module(child), on: device))
      }
      guard let mlp = tree.children(of: layer).first(where: { tree.name(of: $0) == "mlp" }) else { continue }
      for child in tree.children(of: mlp) {
        assignments.append(.init(.module(child), on: tree.name(of: child) == "experts" ? .cpu : device))
      }
    }
  }
}

/// Models of the exports, from their hyperparameters alone.
enum ExportModels {
  static func tree(_ config: String) throws -> ModuleTree {
    try ModuleTree(config: ModelConfig(parsing: config))
  }

  /// Llama-3-70B.
  static func llama70B() throws -> ModuleTree { try tree(llama70BConfig) }

  static let llama70BConfig = """
    {"architectures": ["LlamaForCausalLM"], "model_type": "llama", "hidden_size": 8192, "intermediate_size": 28672,
     "num_hidden_layers": 80, "num_attention_heads": 64, "num_key_value_heads": 8, "vocab_size": 128256,
     "torch_dtype": "bfloat16", "tie_word_embeddings": false}
    """

  static func small(_ architecture: String, _ type: String, layers: Int, tied: Bool = false, more: String = "")
    throws -> ModuleTree
  {
    try tree(
      """
      {"architectures": ["\(architecture)"], "model_type": "\(type)", "hidden_size": 64, "intermediate_size": 96,
       "num_hidden_layers": \(layers), "num_attention_heads": 8, "num_key_value_heads": 4, "vocab_size": 256,
       "dtype": "bfloat16", "tie_word_embeddings": \(tied)\(more)}
      """)
  }
}
