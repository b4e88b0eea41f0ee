extension GPUModel {
  /// How the memory is built, which decides how much of its bandwidth decoding reaches.
  public enum MemoryTechnology: Hashable, Sendable {
    /// Chips beside the processor.
    case hbm, gddr
    /// Shared with the processor.
    case unified
  }

  /// What its memory is made of.
  ///
  /// - Complexity: O(length of the name).
  public var memoryTechnology: MemoryTechnology {
    if vendor == .apple || ["GB10", "Strix Halo"].contains(name) { return .unified }
    let stacked = [
      "A100", "A800", "A30", "B200", "B300", "GB200", "GB300", "GH200", "H", "V100", "P100", "MI", "Max ", "Gaudi",
      "Ascend",
    ]
    return stacked.contains { name.hasPrefix($0) } ? .hbm : .gddr
  }

  /// What decoding one sequence reaches of the bandwidth, as published runs show it: two thirds to nine tenths on GDDR
  /// cards and Macs (the bare bandwidth is 1.1 to 1.5 times too fast), a third to two thirds with HBM (1.5 to 2.9 times).
  public var readEfficiency: ClosedRange<Double> { memoryTechnology == .hbm ? 0.34...0.67 : 0.66...0.91 }
}
