/// The layers of a plan as consecutive stages, one for each device that holds any, in the order in which they run.
///
///     embed_tokens  0 1 2 ... 17 | 18 ... 39 | 40 ... 61 | 62 ... 79  norm lm_head
///     └── stage 0 (GPU 0) ───────┘ stage 1     stage 2     └── stage 3 (GPU 3) ──┘
///
/// Engines cut models between layers only; a plan that cuts elsewhere, or comes back to a device, has no stages.
public struct PipelineStages: Sendable, Hashable {
  /// The layers of one device.
  public struct Stage: Sendable, Hashable {
    /// Where the stage is.
    public var device: Device
    /// Numbers of the layers, as the model counts them; empty for a device that holds only an end of the model.
    public var layers: Range<Int>
    /// Bytes of weights when what comes before the layers is with the first stage and what follows with the last, as
    /// engines place them; a tied head counts on both ends.
    ///
    /// Without the experts of its layers that are on the cpu.
    public var weightBytes: Int
    /// Bytes of the experts of these layers that are on the cpu while the rest is not.
    public var hostExpertBytes = 0
  }

  /// In the order in which they run.
  public let stages: [Stage]
  /// Path of the list of layers (`model.layers`).
  public let layersPath: String
  /// Layers whose experts are on the cpu while the rest of the layer is not, ascending.
  public let layersWithHostExperts: [Int]
  /// Where parameters outside the layers are that are on no accelerator: cpu, disk, or both.
  public let hostEnds: [Device]
  /// Whether the output layer shares its weights with the embedding.
  public let hasTiedHead: Bool

  /// Number of layers.
  public var layerCount: Int { stages.last?.layers.upperBound ?? 0 }

  /// Reads the stages of a plan.
  ///
  /// - Throws: ``ExportError`` when the plan cuts a layer, comes back to a device, has several stacks of layers, or was
  ///   read from JSON.
  /// - Complexity: O(modules + tensors).
  public init(_ plan: Plan) throws(ExportError) {
    let lists = LayerLists(plan.tree)
    let list = try lists.main()
    layersPath = plan.tree.path(of: list)
    var reader = StageReader(plan: plan, list: list)
    try reader.readLayers()
    layersWithHostExperts = reader.layersWithHostExperts
    hostEnds = reader.hostEnds()
    let memory = ModelMemory(plan.tree)
    hasTiedHead = reader.isTied(memory.head)
    reader.addEnds(embedding: memory.embedding, head: memory.head)
    stages = reader.weighed(hasTiedHead: hasTiedHead)
  }
}

/// The lists of blocks of a model.
struct LayerLists {
  private let tree: ModuleTree
  private let lists: [Int]

  init(_ tree: ModuleTree) {
    self.tree = tree
    let isBlock = tree.wholeBlocks()
    var parents: [Int] = []
    var module = 1
    while module < tree.count {
      guard isBlock[module] else {
        module += 1
        continue
      }
      let parent = tree.parent(of: module)
      if parents.last != parent { parents.append(parent) }
      module = tree.end(of: module)
    }
    lists = parents.filter { list in
      tree.children(of: list).enumerated().allSatisfy { isBlock[$1] && tree.name(of: $1) == String($0) }
    }
  }

  /// The list with most elements of weights: of a language model with towers its layers.
  func main() throws(ExportError) -> Int {
    if tree.isOutline { throw .outline }
    let sizes = lists.map { tree.allTensors(of: $0).reduce(0) { $0 +| max(0, tree.tensors[$1].count) } }
    guard let most = sizes.indices.max(by: { sizes[$0] < sizes[$1] }) else { throw .noLayers }
    let names = lists.map { tree.path(of: $0).split(separator: ".") }
    if names.contains(where: { $0.contains("encoder") }), let decoder = names.first(where: { $0.contains("decoder") }),
      let encoder = names.first(where: { $0.contains("encoder") && $0.dropLast(2) == decoder.dropLast(2) })
    {
      throw .severalStacks([encoder.joined(separator: "."), decoder.joined(separator: ".")])
    }
    return lists[most]
  }
}

/// Walks the layers of a plan.
private struct StageReader {
  private let plan: Plan
  private let tree: ModuleTree
  private let list: Int
  private var stages: [PipelineStages.Stage] = []
  private(set) var layersWithHostExperts: [Int] = []

  init(plan: Plan, list: Int) {
    self.plan = plan
    tree = plan.tree
    self.list = list
  }

  mutating func readLayers() throws(ExportError) {
    for (number, layer) in tree.children(of: list).enumerated() {
      let device = try device(of: layer, number: number)
      if let last = stages.last, last.device == device {
        stages[stages.count - 1].layers = last.layers.lowerBound..<number + 1
      } else {
        guard !stages.contains(where: { $0.device == device }) else {
          throw .notContiguous(device, layer: tree.path(of: layer), policy: plan.policy)
        }
        stages.append(.init(device: device, layers: number..<number + 1, weightBytes: 0))
      }
    }
  }

  /// The device of a layer; its experts may be on the cpu while the rest is not.
  private mutating func device(of layer: Int, number: Int) throws(ExportError) -> Device {
    if let device = plan.device(ofModule: layer) { return device }
    let experts = Set(hostExperts(of: layer).joined())
    let others = Set(tree.allTensors(of: layer).filter { !experts.contains($0) }.map { plan.device(ofTensor: $0) })
    guard !experts.isEmpty, others.count == 1, let device = others.first ?? nil else {
      throw .cutInside(tree.path(of: layer), policy: plan.policy)
    }
    layersWithHostExperts.append(number)
    return device
  }

  /// The tensors of the experts of a layer that are on the cpu.
  private func hostExperts(of layer: Int) -> [Range<Int>] {
    (layer..<tree.end(of: layer)).filter { tree.name(of: $0) == "experts" && plan.device(ofModule: $0) == .cpu }
      .map { tree.allTensors(of: $0) }
  }

  /// The cpu and the disk, where parameters outside the layers are on them. O(tensors).
  func hostEnds() -> [Device] {
    let layers = tree.allTensors(of: list)
    let outside = tree.tensors.indices.filter { !layers.contains($0) && tree.tensors[$0].kind == .parameter }
    return [Device.cpu, .disk].filter { device in outside.contains { plan.device(ofTensor: $0) == device } }
  }

  /// Whether the head's weights are the embedding's.
  func isTied(_ head: Int?) -> Bool {
    guard let head else { return false }
    return tree.ownTensors(of: head).contains { tree.tensors[$0].tiedTo >= 0 }
  }

  /// A device that holds the embedding or the head and no layer is a stage without layers.
  mutating func addEnds(embedding: Int?, head: Int?) {
    let layers = stages.last?.layers.upperBound ?? 0
    if let device = embedding.flatMap({ plan.device(ofModule: $0) }), device.isAccelerator, !holds(device) {
      stages.insert(.init(device: device, layers: 0..<0, weightBytes: 0), at: 0)
    }
    if let device = head.flatMap({ plan.device(ofModule: $0) }), device.isAccelerator, !holds(device) {
      stages.append(.init(device: device, layers: layers..<layers, weightBytes: 0))
    }
  }

  private func holds(_ device: Device) -> Bool { stages.contains { $0.device == device } }

  /// The stages with their bytes, the ends with the first and the last.
  func weighed(hasTiedHead: Bool) -> [PipelineStages.Stage] {
    var result = stages
    let inside = tree.allTensors(of: list)
    var position = 0
    for (number, layer) in tree.children(of: list).enumerated() {
      while position < result.count - 1, !result[position].layers.contains(number) { position += 1 }
      let experts = result[position].device.isAccelerator ? hostExperts(of: layer) : []
      let onHost = experts.reduce(0) { $0 +| tree.plannedBytes(of: $1) }
      result[position].hostExpertBytes = result[position].hostExpertBytes +| onHost
      result[position].weightBytes =
        result[position].weightBytes +| (tree.plannedBytes(of: tree.allTensors(of: layer)) - onHost)
    }
    guard !result.isEmpty else { return result }
    let before = tree.plannedBytes(of: 0..<inside.lowerBound)
    let after = tree.plannedBytes(of: inside.upperBound..<tree.tensors.count)
    result[0].weightBytes = result[0].weightBytes +| before
    result[result.count - 1].weightBytes = result[result.count - 1].weightBytes +| after
    if hasTiedHead, result.count > 1 {
      let head = ModelMemory(tree).head.map { tree.ownTensors(of: $0) } ?? 0..<0
      let shared = head.filter { tree.tensors[$0].tiedTo >= 0 }.map { Int(tree.tensors[$0].tiedTo) }
      for tensor in shared {
        result[result.count - 1].weightBytes = result[result.count - 1].weightBytes
          +| tree.plannedBytes(of: tensor..<tensor + 1)
      }
    }
    return result
  }
}
