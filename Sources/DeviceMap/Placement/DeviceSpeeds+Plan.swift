extension DeviceSpeeds {
  /// The time of one decoded token of each sequence: each device reads what the token needs of its weights, its cache and
  /// its states once, one device after the other, and offloaded parts are brought to the first accelerator. Links
  /// between stages carry only activations and count as one hop each.
  ///
  /// - Returns: seconds; nil when the speed of an accelerator in use is not known, and for a plan that was read from JSON.
  /// - Complexity: O(modules + tensors).
  public func secondsPerToken(of plan: Plan) -> Double? {
    if plan.tree.isOutline { return nil }
    let read = plan.bitsPerToken
    let used = plan.ledger.accounts.filter { $0.weights > 0 }
    let first = plan.ledger.accounts.first { $0.device.isAccelerator }?.device
    var picoseconds = 0.0
    for load in used {
      let weights = read[load.device] ?? 0
      // What a training keeps is no cache.
      let states = plan.running?.training == nil ? 8 *| load.state : 0
      if load.device.isAccelerator {
        guard let time = time(of: weights +| states, on: load.device) else { return nil }
        picoseconds += Double(time)
      } else if let first {
        // Offloaded modules are brought whole.
        picoseconds += Double(streamTime(of: 8 *| load.weights, from: load.device, to: first))
      } else {
        guard let time = time(of: weights +| states, on: load.device) else { return nil }
        picoseconds += Double(time)
      }
    }
    return picoseconds / 1e12 + Double(max(0, used.count - 1) * hopNanoseconds) / 1e9
  }
}

extension Plan {
  /// Bits of weights that one token of each sequence reads, by device.
  fileprivate var bitsPerToken: [Device: Int] {
    let reads = TokenReads(tree, weights: weights, batch: running?.work.batch ?? 1)
    var bits: [Device: Int] = [:]
    for tensor in tree.tensors.indices {
      guard let device = device(ofTensor: tensor) else { continue }
      bits[device, default: 0] = bits[device, default: 0] +| reads.bits(ofTensor: tensor)
    }
    return bits
  }
}

/// Speeds of devices as they are at best and at worst.
public struct SpeedRange: Hashable, Sendable {
  /// At the best that such devices reach.
  public var best: DeviceSpeeds
  /// At the worst.
  public var worst: DeviceSpeeds

  /// - Parameters:
  ///   - best: at the best that such devices reach.
  ///   - worst: at the worst.
  public init(best: DeviceSpeeds, worst: DeviceSpeeds) {
    self.best = best
    self.worst = worst
  }

  /// The speeds of GPUs from the table: their bandwidth times what decoding reaches of it.
  ///
  /// - Complexity: O(GPUs).
  public init(_ gpus: [(device: Device, model: GPUModel)]) {
    (best, worst) = (DeviceSpeeds(), DeviceSpeeds())
    for (device, model) in gpus {
      best.bandwidth[device] = Int(model.bytesPerSecond * model.readEfficiency.upperBound)
      worst.bandwidth[device] = Int(model.bytesPerSecond * model.readEfficiency.lowerBound)
    }
  }

  /// Seconds for one token, from the best to the worst; nil when a speed is not known. An estimate.
  ///
  /// - Complexity: O(modules + tensors).
  public func secondsPerToken(of plan: Plan) -> ClosedRange<Double>? {
    guard let least = best.secondsPerToken(of: plan), let most = worst.secondsPerToken(of: plan) else { return nil }
    return min(least, most)...max(least, most)
  }
}
