/// What the balanced policies leave of each budget.
///
/// Each GPU but the last gets an equal share of the model and a margin of 1.25 times the larger of the largest block
/// and the largest leaf (transformers), or of the first block and the mean leaf (accelerate).
struct Balance {
  /// In the order of the task's devices.
  private(set) var caps: [DeviceCap]
  private(set) var notes: [Note] = []
  /// Bytes that are kept free of measured limits, in the order of the task's devices.
  private(set) var margins: [Int]
  private let task: PlacementTask

  init(_ task: PlacementTask) {
    self.task = task
    caps = task.devices.map { DeviceCap(bytes: task.room(on: $0).bytes) }
    margins = [Int](repeating: 0, count: caps.count)
  }

  mutating func apply(_ method: ReferencePolicy.Method) {
    if task.budgetsAreMeasured, task.engine == .transformers {
      for index in caps.indices where task.devices[index].device == .cpu { keepMargin(index) }
    }
    if method != .sequential { share(lowZero: method == .balancedLow0) }
    for index in caps.indices { caps[index].multiply(by: task.options.capFactor) }
  }

  private mutating func share(lowZero: Bool) {
    // transformers counts mps among the accelerators, accelerate (off a Mac) only GPUs.
    let counted = caps.indices.filter { index in
      let device = task.devices[index].device
      return (task.engine == .transformers ? device.isAccelerator : isGPU(index)) && caps[index].bits != 0
    }
    guard !counted.isEmpty else { return }
    if counted.count == 1, task.budgetsAreMeasured, let first = caps.indices.first(where: isGPU) {
      keepMargin(first)
    }
    let usable = counted.filter(isGPU)
    let isLow = lowZero && counted.count > 1
    let shares = isLow ? counted.count - 1 : counted.count
    let share = 8 * (task.sizes.totalBits / (8 * shares) + marginBytes())
    // A GPU 0 without budget is already the one that gets the least; then the others share as usual.
    let lowest = isLow && !isFirstGPUEmpty ? usable.first : nil
    for index in usable.dropLast() where index != lowest { caps[index].lower(to: share) }
    if let first = lowest {
      lower(first, others: counted.filter { $0 != first })
    } else if isLow {
      noteMissingIDs(below: counted.count)
    }
  }

  /// The reference adds up the budgets of GPUs 1, 2, ... by id and fails where one is missing.
  private mutating func noteMissingIDs(below count: Int) {
    let ids = Set(task.devices.map(\.device))
    guard !(1..<count).allSatisfy({ ids.contains(.gpu($0)) }) else { return }
    notes.append(
      Note(
        code: "low-0-first-usable",
        "the reference expects GPUs 0, 1, 2, ... for balanced_low_0; here GPU 0 has no memory and gets the least"))
  }

  /// Leaves the first GPU only what the others cannot hold.
  private mutating func lower(_ first: Int, others: [Int]) {
    let room = others.reduce(0) { sum, index in
      let (total, overflow) = sum.addingReportingOverflow(caps[index].bits ?? 0)
      return overflow ? Int.max : total
    }
    caps[first].lower(to: max(0, task.sizes.totalBits - room))
    let ids = ([first] + others).map { task.devices[$0].device }
    if ids != ids.indices.map({ Device.gpu($0) }) {
      notes.append(
        Note(
          code: "low-0-first-usable",
          "the reference expects usable GPUs 0, 1, 2, ... for balanced_low_0; here device \(ids[0]) gets the least"))
    }
  }

  private var isFirstGPUEmpty: Bool {
    caps.indices.contains { task.devices[$0].device == .gpu(0) && caps[$0].bits == 0 }
  }

  private func isGPU(_ index: Int) -> Bool {
    if case .gpu = task.devices[index].device { true } else { false }
  }

  /// Leaves nine tenths of a device, as the references do where limits were measured.
  private mutating func keepMargin(_ index: Int) {
    let device = task.devices[index]
    caps[index].multiply(by: 0.9)
    margins[index] = task.margins[index]
    // What runs needs its room beside the margin.
    guard let limit = device.limit, let room = task.room(on: device).bytes, room < limit else { return }
    caps[index].lower(to: 8 * max(0, room - margins[index]))
  }

  private mutating func marginBytes() -> Int {
    let bits: Double
    switch task.engine {
    case .transformers: bits = Double(max(largestBlock(), largestOwner()))
    case .accelerate, .transformers4: bits = max(Double(largestFirstBlock()), 8 * Double(meanLeafBytes()))
    }
    return Int(1.25 * (bits / 8))
  }

  /// The largest module of a no-split class, the root included.
  private mutating func largestBlock() -> Int {
    let task = task
    var largest: Int?
    for module in 0..<task.tree.count where task.isNoSplit(module) {
      largest = max(largest ?? 0, task.bits(of: module))
    }
    if let largest { return largest }
    let classes = task.options.noSplitClasses ?? task.tree.noSplitClasses
    if !classes.isEmpty {
      notes.append(
        Note(
          code: "no-split-class-absent",
          "no module is of a class that must not be cut (\(classes.joined(separator: ", "))); the reference fails here, "
            + "the classes are ignored instead"))
    }
    return 0
  }

  /// The largest total of the tensors that one module other than the root owns itself.
  private func largestOwner() -> Int {
    let (tree, sizes) = (task.tree, task.sizes)
    var largest = 0
    for module in 1..<max(1, tree.count) { largest = max(largest, sizes.bits(of: tree.ownTensors(of: module))) }
    return largest
  }

  /// Of each no-split class the first module with parameters, else the first with buffers; the largest of these.
  private func largestFirstBlock() -> Int {
    let (task, tree) = (task, task.tree)
    var best: [SymbolTable.Symbol: (module: Int, hasParameters: Bool)] = [:]
    for module in 1..<max(1, tree.count) where task.isNoSplit(module) {
      let name = tree.records[module].className
      if best[name]?.hasParameters == true { continue }
      let counted = tree.allTensors(of: module).lazy.filter { !task.sizes.isCountedElsewhere($0) }
      if counted.contains(where: { tree.tensors[$0].kind == .parameter }) {
        best[name] = (module, true)
      } else if best[name] == nil, !counted.isEmpty {
        best[name] = (module, false)
      }
    }
    return best.values.map { task.bits(of: $0.module) }.max() ?? 0
  }

  /// The mean size of the modules that own tensors and have none further down, in whole bytes.
  private func meanLeafBytes() -> Int {
    let (tree, sizes) = (task.tree, task.sizes)
    var total = 0
    var count = 0
    var counted = ContiguousArray(repeating: 0, count: 1)
    counted.reserveCapacity(tree.tensors.count + 1)
    for tensor in tree.tensors.indices { counted.append(counted[tensor] + (sizes.isCountedElsewhere(tensor) ? 0 : 1)) }
    for module in 1..<max(1, tree.count) {
      let own = tree.ownTensors(of: module)
      let end = tree.allTensors(of: module).upperBound
      let isLowest = counted[own.upperBound] > counted[own.lowerBound] && counted[end] == counted[own.upperBound]
      guard isLowest else { continue }
      total += sizes.bits(of: own)
      count += 1
    }
    return Int(Double(total) / 8 / Double(max(count, 1)))
  }
}
