extension DeviceSpeeds {
  /// The time of one decoded token when each device reads what it holds once, one after the other, and offloaded parts
  /// are brought to the first accelerator. Links between stages carry only activations and count as one hop each.
  ///
  /// - Returns: seconds; nil when the speed of an accelerator in use is not known.
  public func secondsPerToken(of plan: Plan) -> Double? {
    let used = plan.ledger.accounts.filter { $0.weights > 0 }
    let first = plan.ledger.accounts.first { $0.device.isAccelerator }?.device
    var picoseconds = 0.0
    for load in used {
      if load.device.isAccelerator {
        guard let time = time(of: load.weights * 8, on: load.device) else { return nil }
        picoseconds += Double(time)
      } else if let first {
        picoseconds += Double(streamTime(of: load.weights * 8, from: load.device, to: first))
      } else {
        guard let time = time(of: load.weights * 8, on: load.device) else { return nil }
        picoseconds += Double(time)
      }
    }
    return picoseconds / 1e12 + Double(max(0, used.count - 1) * hopNanoseconds) / 1e9
  }
}
