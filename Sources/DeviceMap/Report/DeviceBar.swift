/// What one device holds, cut into segments, for tables and drawings.
package struct DeviceBar: Sendable {
  /// A run of memory: one block, one other module, or what is kept free for a reason.
  package struct Segment: Sendable, Hashable {
    package enum Kind: String, Sendable {
      /// An instance of a no-split class.
      case block
      /// Any other module: embeddings, norms, heads, towers.
      case other
      /// KV cache, activations and what else counts against the budget beside weights.
      case state
      /// Kept free (`--reserve`, the largest layer).
      case reserve
    }

    package var label: String
    package var bytes: Int
    package var kind: Kind

    package init(label: String, bytes: Int, kind: Kind) {
      self.label = label
      self.bytes = bytes
      self.kind = kind
    }
  }

  package var device: Device
  /// Bytes; nil for no limit.
  package var budget: Int?
  /// In the order of the modules.
  package var segments: [Segment]

  package init(device: Device, budget: Int?, segments: [Segment]) {
    self.device = device
    self.budget = budget
    self.segments = segments
  }

  /// Bytes that count against the budget.
  package var used: Int { segments.reduce(0) { $0 + $1.bytes } }

  /// The length of the bar: the budget, or what is used where there is none or less.
  package var extent: Int { max(budget ?? 0, used, 1) }
}
