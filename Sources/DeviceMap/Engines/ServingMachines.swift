/// The machines and GPUs on which the ranks of a layout run.
public struct ServingMachines: Hashable, Sendable {
  /// GPUs of each machine; nil where all are in one.
  public var each: Int?
  /// Numbers of the GPUs, as nvidia-smi counts them, in the order of the ranks; nil where nobody named them, and for several
  /// machines.
  public var gpus: [Int]?

  /// - Parameters:
  ///   - each: GPUs of each machine; nil where all are in one.
  ///   - gpus: numbers of the GPUs in the order of the ranks.
  public init(each: Int? = nil, gpus: [Int]? = nil) { (self.each, self.gpus) = (each, gpus) }

  /// Machines that a layout takes.
  func count(_ layout: ParallelLayout) -> Int {
    guard let each, each > 0 else { return 1 }
    return (layout.deviceCount +| (each - 1)) / each
  }

  /// The number that the GPU of a rank has on its machine: that of the rank where no other is given.
  func gpu(of rank: Int) -> Int {
    if let each, each > 0 { return rank % each }
    guard let gpus, gpus.indices.contains(rank) else { return rank }
    return gpus[rank]
  }

  /// What a rank runs on: `GPU 5`, `node 1, GPU 1`.
  func name(of ranks: Range<Int>) -> String {
    let machine = each.flatMap { $0 > 0 ? ranks.lowerBound / $0 : nil }
    let numbers = ranks.map { gpu(of: $0) }
    guard let first = numbers.first, let last = numbers.last else { return "no GPU" }
    let isRun = zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 +| 1 }
    let list = isRun ? "\(first)-\(last)" : numbers.map(String.init).joined(separator: ",")
    return (machine.map { "node \($0), " } ?? "") + (numbers.count == 1 ? "GPU \(first)" : "GPUs \(list)")
  }

  /// The variable that names the GPUs to an engine, with a space behind it; nothing where nobody named them.
  var variable: String { StageText.environment(gpus ?? []) }
}

extension ServingPlan {
  /// Machines that the ranks take.
  ///
  /// - Complexity: O(1).
  public var machineCount: Int { machines.count(shares.layout) }

  /// Machines, and the ranks that each starts.
  ///
  /// - Throws: ``ExportError`` where they would have different numbers of ranks.
  func perMachine(_ target: ExportTarget) throws(ExportError) -> (count: Int, ranks: Int) {
    let layout = shares.layout
    let count = machines.count(layout)
    guard count > 1, let each = machines.each else { return (1, layout.deviceCount) }
    guard layout.deviceCount == count *| each else {
      throw .refused(
        target,
        reason: "starts as many ranks on each machine, and \(layout.deviceCount) do not fill \(count) of \(each)",
        nearest: "give --pp so many stages that all machines are full")
    }
    return (count, each)
  }

  /// One command for each machine: what is common to all, and what each has of its own.
  ///
  /// - Throws: ``ExportError`` where the machines would have different numbers of ranks.
  func commands(
    _ common: String, _ target: ExportTarget, own: (_ machine: Int, _ count: Int) -> String
  ) throws(ExportError) -> [String] {
    let count = try perMachine(target).count
    guard count > 1 else { return [common] }
    return ["# one command for each machine; ADDRESS is that of the first"]
      + (0..<count).map { "\(common) \(own($0, count))" }
  }
}
