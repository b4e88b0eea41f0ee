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
    return feasibility.ranges.map(reach) + [
      "\(left.path) and what follows (\(ByteText.size(feasibility.leftBytes))) are left: filled as far as they go, in "
        + "this order, the accelerators hold no more."
    ]
  }

  /// Bytes more on one device.
  package struct MoreBytes: Hashable, Sendable {
    package var device: Device
    package var bytes: Int

    package init(device: Device, bytes: Int) {
      self.device = device
      self.bytes = bytes
    }
  }

  /// Bytes more on one device with which a placement without offload exists, the fewest first.
  package var least: [MoreBytes] {
    feasibility.missingBytes().map { MoreBytes(device: $0.device, bytes: $0.bytes) }
      .sorted { ($0.bytes, $0.device) < ($1.bytes, $1.device) }
  }

  /// What would make everything fit: a policy, an order, so many bytes more on a device, another dtype.
  ///
  /// - Parameters:
  ///   - more: bytes with which the policy that is explained was seen to offload nothing.
  ///   - dtype: in which it was seen to offload nothing.
  package func ways(more: MoreBytes?, dtype: String?) -> [String] {
    guard !feasibility.fits else {
      return ["A placement without offload exists in this order: --policy optimal finds it."]
    }
    var ways: [String] = []
    if feasibility.fitsInAnyOrder == true {
      ways.append("A placement without offload exists in another order: --policy optimal --any-order finds it.")
    }
    if let more {
      ways.append(
        "With \(ByteText.exact(more.bytes)) more on \(more.device.title) everything would fit.")
    }
    if let least = least.first, more.map({ least.bytes < $0.bytes }) ?? true {
      ways.append(
        "With \(ByteText.exact(least.bytes)) more on \(least.device.title) and --policy optimal everything would fit.")
    }
    if let dtype { ways.append("With --dtype \(dtype) everything would fit.") }
    return ways
  }

  private func reach(_ range: Feasibility.DeviceRange) -> String {
    guard let first = range.first, let last = range.last else {
      return "\(range.device.title) holds nothing: the next part is larger than its budget."
    }
    let names = first == last ? first : "\(first) to \(last)"
    return "\(range.device.title) gets no further than \(names) (\(ByteText.size(range.bytes)))."
  }
}
