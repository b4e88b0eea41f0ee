/// Several plans of one model on the same devices, side by side.
public struct PolicyComparison: Sendable {
  /// The figures of one plan.
  public struct Row: Hashable, Sendable {
    public var policy: String
    /// Bytes on cpu and disk.
    public var offloaded: Int
    /// The largest share of its budget that an accelerator carries; nil without accelerators.
    public var peakShare: Double?
    /// The accelerator that carries it.
    public var peakDevice: Device?
    /// Accelerators that carry something.
    public var devicesInUse: Int
    /// The first key of the map on each device in use but the first, in device order.
    public var boundaries: [String]
    /// Seconds for one token, stages in sequence; nil where a speed is not known.
    public var secondsPerToken: Double?

    /// - Parameter speeds: nil when they are not known.
    public init(_ plan: Plan, speeds: DeviceSpeeds? = nil) {
      policy = plan.policy
      let loads = plan.usage.loads
      offloaded = loads.reduce(0) { $0 + ($1.device.isAccelerator ? 0 : $1.weights) }
      for load in loads where load.device.isAccelerator {
        guard let budget = load.budget, budget > 0 else { continue }
        let share = Double(load.weights) / Double(budget)
        if share > peakShare ?? -1 { (peakShare, peakDevice) = (share, load.device) }
      }
      let used = loads.filter { $0.weights > 0 }
      devicesInUse = used.count { $0.device.isAccelerator }
      boundaries = used.dropFirst().compactMap(\.first)
      secondsPerToken = speeds.flatMap { $0.secondsPerToken(of: plan) }
    }
  }

  public let rows: [Row]

  public init(_ rows: [Row]) { self.rows = rows }

  /// A table for people.
  package func text() -> String {
    var table = TextTable([
      ("policy", .left), ("offloaded", .right), ("peak use", .right), ("on", .left), ("GPUs", .right),
      ("per token", .right), ("boundaries", .left),
    ])
    for row in rows {
      table.add([
        row.policy, ByteText.size(row.offloaded), row.peakShare.map(ByteText.percent) ?? "-",
        row.peakDevice?.description ?? "", String(row.devicesInUse),
        row.secondsPerToken.map { ByteText.decimal($0 * 1000, digits: 2) + " ms" } ?? "-",
        row.boundaries.joined(separator: " | "),
      ])
    }
    return table.text()
  }

  /// `{"policies": [{"policy", "offloaded_bytes", "peak_share", ...}]}`.
  package func json() -> String {
    var writer = JSONWriter(style: .pretty)
    writer.object { writer in
      writer.key("policies")
      writer.array { writer in
        for row in rows { Self.write(row, to: &writer) }
      }
    }
    return writer.output.string + "\n"
  }

  private static func write(_ row: Row, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("policy")
      writer.string(row.policy)
      writer.key("offloaded_bytes")
      writer.integer(row.offloaded)
      writer.key("peak_share")
      if let share = row.peakShare { writer.number(share) } else { writer.null() }
      writer.key("devices_in_use")
      writer.integer(row.devicesInUse)
      writer.key("seconds_per_token")
      if let seconds = row.secondsPerToken { writer.number(seconds) } else { writer.null() }
      writer.key("boundaries")
      writer.array { for boundary in row.boundaries { $0.string(boundary) } }
    }
  }
}

extension PolicyComparison.Row {
  /// What another plan does better, in one sentence; nil when it does not by at least one percent.
  package func advantage(of other: Self) -> String? {
    if other.offloaded < offloaded {
      let kept = ByteText.size(offloaded - other.offloaded)
      return "policy \(other.policy) would keep \(kept) more on the accelerators (offloaded: "
        + "\(ByteText.size(other.offloaded)) instead of \(ByteText.size(offloaded)))"
    }
    guard other.offloaded == offloaded, let mine = peakShare, let its = other.peakShare, its < mine * 0.99 else {
      return nil
    }
    return "policy \(other.policy) would fill the fullest accelerator to \(ByteText.percent(its)) instead of "
      + ByteText.percent(mine)
  }
}
