/// What a placement must respect besides budgets.
public struct PlacementConstraints: Sendable, Hashable {
  /// A demand on the modules that a pattern matches.
  public enum Rule: Sendable, Hashable {
    /// They are on this device.
    case pin(ModulePattern, Device)
    /// They are not on this device.
    case forbid(ModulePattern, Device)
    /// They are all on one device: where the first of them in definition order is placed.
    case together([ModulePattern])
    /// They are on the cpu and used from there (large lookup tables), so that no accelerator keeps room to stream
    /// them.
    case hostOnly(ModulePattern)
  }

  /// What is kept where, in the order given.
  public var rules: [Rule]

  /// Everything outside the repeated blocks (embedding, rotary embedding, final norm, head) is on the first accelerator
  /// in use: for remote code that mixes their outputs.
  public var keepsInputsAndOutputsOnFirst: Bool

  /// Vision and audio towers, projectors and the text embedding are on one device. Given up, with a note, when it costs
  /// bytes on cpu or disk.
  public var keepsTowersTogether: Bool

  /// Where the experts of mixture-of-experts layers go.
  public var experts: Experts

  /// Whether what runs the model computes experts where they lie, as llama.cpp does. transformers and accelerate bring what
  /// is on the cpu to the first accelerator in use, so that layers without their experts are on that one alone.
  public var runsExpertsInPlace = false

  /// Whether anything is demanded that a plan might do without.
  package var areStated: Bool { !rules.isEmpty || keepsInputsAndOutputsOnFirst || experts != .withLayers }

  /// Where experts go.
  public enum Experts: String, Sendable, Hashable, CaseIterable {
    /// With their layers.
    case withLayers = "with-layers"
    /// On the cpu, all of them.
    case cpu
    /// Offloaded, layer by layer, as far as necessary, and before anything else is.
    case auto
  }

  /// - Parameters:
  ///   - rules: what is kept where.
  ///   - keepsInputsAndOutputsOnFirst: embedding, final norm and head are kept on the first device.
  ///   - keepsTowersTogether: a tower is kept on one device.
  ///   - experts: where experts go.
  public init(
    _ rules: [Rule] = [], keepsInputsAndOutputsOnFirst: Bool = false, keepsTowersTogether: Bool = true,
    experts: Experts = .withLayers
  ) {
    self.rules = rules
    self.keepsInputsAndOutputsOnFirst = keepsInputsAndOutputsOnFirst
    self.keepsTowersTogether = keepsTowersTogether
    self.experts = experts
  }
}

extension PlacementConstraints.Rule: CustomStringConvertible {
  /// The rule as it is written on the command line.
  public var description: String {
    switch self {
    case .pin(let pattern, let device): "--pin \(pattern)=\(device)"
    case .forbid(let pattern, let device): "--forbid \(pattern)=\(device)"
    case .together(let patterns): "--together \(patterns.map(\.text).joined(separator: ","))"
    case .hostOnly(let pattern): "--host-only \(pattern)"
    }
  }

  var patterns: [ModulePattern] {
    switch self {
    case .pin(let pattern, _), .forbid(let pattern, _), .hostOnly(let pattern): [pattern]
    case .together(let patterns): patterns
    }
  }
}
