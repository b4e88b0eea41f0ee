/// Why a model does not fit the accelerators, and what would make it fit, in sentences.
package struct Remedies {
  private let feasibility: Feasibility

  package init(_ feasibility: Feasibility) { self.feasibility = feasibility }

  /// The smallest set of facts that proves that something must be offloaded; empty when nothing must.
  package func proof() -> [String] {
    guard let left = feasibility.left else { return [] }
    let accelerators = feasibility.task.devices.filter(\.device.isAccelerator)
    guard !accelerators.isEmpty else { return ["There is no accelerator."] }
    let total = (feasibility.task.sizes.totalBits + 7) / 8
    let offered = accelerators.reduce(0) { sum, budget in
      let (value, overflow) = sum.addingReportingOverflow(budget.bytes ?? .max)
      return overflow ? .max : value
    }
    if total > offered {
      return [
        "The model needs \(ByteText.size(total)), the accelerators offer \(ByteText.size(offered)) together: "
          + "at least \(ByteText.size(total - offered)) must be offloaded."
      ]
    }
    let widest = accelerators.map { $0.bytes ?? .max }.max() ?? 0
    if left.bytes > widest {
      return [
        "\(left.path) needs \(ByteText.size(left.bytes)) in one piece, the largest accelerator has \(ByteText.size(widest))."
      ]
    }
    return feasibility.stretches.map(reach) + [
      "\(left.path) and what follows (\(ByteText.size(feasibility.leftBytes))) are left: filled as far as they go, in "
        + "this order, the accelerators hold no more."
    ]
  }

  /// What would make everything fit: a policy, an order, so many bytes more on a device, another dtype.
  ///
  /// - Parameter dtypes: the same model in other dtypes, with whether it fits then.
  package func ways(dtypes: [(name: String, fits: Bool)]) -> [String] {
    guard !feasibility.fits else {
      return ["A placement without offload exists in this order: --policy optimal finds it."]
    }
    var ways: [String] = []
    if feasibility.fitsInAnyOrder == true {
      ways.append("A placement without offload exists in another order: --policy optimal --any-order finds it.")
    }
    let more = feasibility.stretches.compactMap { stretch in
      feasibility.missingBytes(on: stretch.device).map { (stretch.device, $0) }
    }
    if let least = more.min(by: { $0.1 < $1.1 }) {
      ways.append(
        "With \(ByteText.size(least.1)) more (\(least.1) bytes) on \(Explanation.name(least.0)) everything would fit.")
    }
    if let dtype = dtypes.first(where: \.fits) { ways.append("With --dtype \(dtype.name) everything would fit.") }
    return ways
  }

  private func reach(_ stretch: Feasibility.DeviceRange) -> String {
    guard let first = stretch.first, let last = stretch.last else {
      return "\(Explanation.name(stretch.device)) holds nothing: the next part is larger than its budget."
    }
    let names = first == last ? first : "\(first) to \(last)"
    return "\(Explanation.name(stretch.device)) gets no further than \(names) (\(ByteText.size(stretch.bytes)))."
  }
}
