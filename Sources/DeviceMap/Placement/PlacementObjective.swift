/// What an optimal placement makes as good as possible, after the bytes on cpu and disk.
public enum PlacementObjective: String, Sendable, CaseIterable {
  /// The least peak: the largest share of its budget that an accelerator carries.
  case balance
  /// The least time for one token, stages in sequence. Needs speeds.
  case latency
  /// As few accelerators as possible.
  case fewestGPUs = "fewest-gpus"
  /// The most tokens of context. Needs loads that depend on the number of tokens.
  case context

  /// Whether more is better.
  public var isMaximised: Bool { self == .context }
}
