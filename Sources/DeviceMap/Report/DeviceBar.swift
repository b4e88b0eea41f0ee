/// What one device holds, cut into segments, for tables and drawings.
package struct DeviceBar: Sendable {
  package var device: Device
  /// Bytes that were offered; nil for no limit.
  package var limit: Int?
  /// In the order of the modules, the reserve last.
  package var segments: [BarSegment]

  package init(device: Device, limit: Int?, segments: [BarSegment]) {
    self.device = device
    self.limit = limit
    self.segments = segments
  }

  /// Bytes kept free.
  package var reserve: Int { segments.reduce(0) { $0 + ($1.filling == .reserve ? $1.bytes : 0) } }

  /// Bytes that may be used; nil for no limit.
  package var budget: Int? { limit.map { max(0, $0 - reserve) } }

  /// Bytes that count against the budget.
  package var used: Int { segments.reduce(0) { $0 + $1.bytes } - reserve }

  /// The length of the bar: the limit, or what is taken where there is none or less.
  package var extent: Int { max(limit ?? 0, used + reserve, 1) }
}

/// A run of memory: one block, one other module, or what is kept free for a reason.
package struct BarSegment: Sendable, Hashable {
  /// What the memory is filled with.
  package enum Filling: String, Sendable, CaseIterable {
    case embedding
    /// An instance of a no-split class, without its experts.
    case block
    /// The experts of a block.
    case experts
    case head
    /// Any other module: norms, towers, projectors.
    case other
    /// KV caches, recurrent states, inputs; in a training gradients, optimizer states and activations.
    case state
    /// What is needed only while a layer runs.
    case transient
    /// Kept free.
    case reserve

    package init(_ role: ModuleRole) {
      switch role {
      case .embedding: self = .embedding
      case .head: self = .head
      case .experts: self = .experts
      case .tower, .other: self = .other
      }
    }

    /// The word in legends.
    package var title: String {
      switch self {
      case .embedding: "embedding"
      case .block: "blocks"
      case .experts: "experts"
      case .head: "head"
      case .other: "other modules"
      case .state: "cache and state"
      case .transient: "running layer"
      case .reserve: "reserve"
      }
    }

    /// Whether it is a part of the model.
    package var isWeights: Bool {
      switch self {
      case .embedding, .block, .experts, .head, .other: true
      case .state, .transient, .reserve: false
      }
    }
  }

  package var label: String
  package var bytes: Int
  package var filling: Filling

  package init(label: String, bytes: Int, filling: Filling) {
    self.label = label
    self.bytes = bytes
    self.filling = filling
  }
}
