/// Whether a model fits devices at a context, how much is missing, and what would be enough.
///
///     let model = try ModuleTree(Checkpoint(at: "Qwen2.5-7B-Instruct"))
///     let fit = try ModelFit(model)
///     fit.on([DeviceBudget(.mps, bytes: GPUModel.macWorkingSet(ram: 48 << 30))], Workload(context: 32_768)).fits
public struct ModelFit: Sendable {
  /// What running the model takes besides weights; `memory.unknown` says why only weights count.
  public let memory: ModelMemory
  /// Bytes of all parameters and buffers as loaded, a shared storage once.
  public let weightBytes: Int
  /// The same by dtype, in the order of ``DType``.
  public let weightsByDType: [(dtype: DType, bytes: Int)]
  /// Bytes kept free on each accelerator when a workload is given.
  public var reserve = RunningMemory.defaultReserve
  /// Whether devices may take their stretches of the model in any order; else in the order of the list.
  public var anyOrder = false
  /// Parameters that a cast to another dtype would change, as elements, and the bytes of all the rest.
  private let floating: (elements: Int, otherBytes: Int)
  private let chain: FitChain
  private let tree: ModuleTree

  /// - Throws: ``PlacementError`` when the sizes overflow.
  /// - Complexity: O(modules + tensors).
  public init(_ tree: ModuleTree, options: PlacementOptions = PlacementOptions()) throws(PlacementError) {
    var plain = options
    plain.running = nil
    let sizes = try ModuleSizes(tree, engine: .transformers, options: plain)
    self.tree = tree
    memory = ModelMemory(tree)
    weightBytes = (sizes.totalBits + 7) / 8
    var bits = [Int](repeating: 0, count: DType.allCases.count)
    var floating = (elements: 0, otherBits: 0)
    for (index, tensor) in tree.tensors.enumerated() where !sizes.isCountedElsewhere(index) {
      bits[Int(tensor.dtype.rawValue)] += sizes.bits(ofTensor: index)
      if tensor.kind == .parameter, tensor.dtype.isFloatingPoint, tensor.storedBits < 0 {
        floating.elements += max(0, tensor.count)
      } else {
        floating.otherBits += sizes.bits(ofTensor: index)
      }
    }
    weightsByDType = DType.allCases.compactMap { dtype in
      let bits = bits[Int(dtype.rawValue)]
      return bits > 0 ? (dtype, (bits + 7) / 8) : nil
    }
    self.floating = (floating.elements, (floating.otherBits + 7) / 8)
    chain = FitChain(tree, sizes: sizes, memory: memory)
  }

  /// Bytes of the weights when every floating parameter takes so many bits.
  public func weightBytes(bits: Int) -> Int {
    (floating.elements *| bits) / 8 +| floating.otherBytes
  }

  /// The loads of a workload, nil for weights alone.
  public func running(_ work: Workload?) -> RunningMemory? {
    work.map { RunningMemory(memory, $0, reserve: reserve) }
  }

  /// What one device carries.
  public struct Use: Hashable, Sendable {
    public var device: Device
    /// Bytes that may be used in all.
    public var budget: Int
    public var weights: Int
    /// Bytes of caches and states.
    public var states: Int
    /// Bytes for the layer that runs, or the logits.
    public var transient: Int
    public var reserve: Int
    /// The first and the last module on it, nil when it stays empty.
    public var first: String?
    public var last: String?

    public var used: Int { weights +| states +| transient +| reserve }
    /// Bytes that are left; negative when even its reserve does not fit.
    public var free: Int { budget - used }
  }

  /// The answer for given devices and a workload.
  public struct Answer: Hashable, Sendable {
    public var fits: Bool
    /// Bytes by which the need exceeds what there is; 0 when it fits.
    public var missing: Int
    public var uses: [Use]
    /// The device with the least room left, among those in use.
    public var binding: Device?
  }

  /// Fits the model on the accelerators of the list or, when there is none, on its cpu.
  ///
  /// Blocks stay whole, tied weights together; each device takes one stretch of the model.
  ///
  /// - Parameter work: nil for weights alone.
  /// - Complexity: O(layers + devices x log layers); in any order 2^devices as often, with up to ten devices.
  public func on(_ devices: [DeviceBudget], _ work: Workload? = nil) -> Answer {
    let running = running(work)
    let usable = Self.usable(devices)
    let states = chain.states(running)
    let reach = FitReach(chain.resident(running))
    let rooms = usable.map { (running?.keepingFree($0) ?? $0).bytes ?? .max }
    let stretches = reach.stretches(rooms: rooms, anyOrder: anyOrder)
    let placed = stretches.map(\.range.upperBound).max() ?? 0
    let kept = usable.map { $0.device.isAccelerator && running != nil ? running?.transientBytes ?? 0 : 0 }
    let uses = stretches.map { index, range in
      Use(
        device: usable[index].device, budget: usable[index].bytes ?? .max,
        weights: range.reduce(0) { $0 +| chain.parts[$1].weights },
        states: range.reduce(0) { $0 +| states[$1] },
        transient: range.isEmpty ? 0 : kept[index],
        reserve: range.isEmpty || !usable[index].device.isAccelerator ? 0 : running?.reserve ?? 0,
        first: range.first.map { tree.path(of: chain.parts[$0].module) },
        last: range.last.map { tree.path(of: chain.parts[$0].module) })
    }
    let missing = missing(reach, from: placed, rooms: rooms)
    let binding = uses.filter { $0.first != nil }.min { $0.free < $1.free }?.device
    return Answer(
      fits: missing == 0, missing: missing, uses: uses.sorted { $0.device < $1.device }, binding: binding)
  }

  /// What found no place, or what all is too much by, whichever is more.
  private func missing(_ reach: FitReach, from placed: Int, rooms: [Int]) -> Int {
    guard placed < reach.count else { return 0 }
    let left = reach.bytes(placed..<reach.count)
    let room = rooms.reduce(0, +|)
    let excess = reach.bytes(0..<reach.count) - min(room, reach.bytes(0..<reach.count))
    return rooms.count == 1 ? max(1, excess) : max(left, excess)
  }

  private static func usable(_ devices: [DeviceBudget]) -> [DeviceBudget] {
    let accelerators = devices.filter(\.device.isAccelerator)
    return accelerators.isEmpty ? devices.filter { $0.device == .cpu } : accelerators
  }

  /// Whether it fits, without the details. As ``on(_:_:)``.
  func fits(_ devices: [DeviceBudget], _ work: Workload?) -> Bool {
    let running = running(work)
    let rooms = Self.usable(devices).map { (running?.keepingFree($0) ?? $0).bytes ?? .max }
    let reach = FitReach(chain.resident(running))
    return reach.stretches(rooms: rooms, anyOrder: anyOrder).contains { $0.range.upperBound == reach.count }
  }

  /// How far the parts get on one device after another.
  func reach(_ running: RunningMemory?) -> FitReach { FitReach(chain.resident(running)) }
}
