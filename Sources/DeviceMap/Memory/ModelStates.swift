/// What each layer of a decoder keeps between tokens.
public struct ModelStates: Hashable, Sendable {
  /// What each layer keeps, in the order of the layers.
  public var layers: [LayerState]

  /// - Parameter layers: what each layer keeps.
  public init(layers: [LayerState]) { self.layers = layers }

  /// Bytes held between tokens by all layers.
  ///
  /// - Complexity: O(layers).
  public func heldBytes(_ work: Workload) -> Int { layers.reduce(0) { $0 +| $1.heldBytes(work) } }

  /// How sure the sum is: as its least sure term, and never exact for a cache that transformers does not have.
  ///
  /// - Complexity: O(layers).
  public func confidence(_ work: Workload) -> Confidence {
    let least = layers.flatMap(\.terms).map(\.confidence).max() ?? .exact
    return work.cache.isPlain ? least : max(least, .derived)
  }

  /// Bytes of the lengths of windows: each layer with one keeps its own as a tensor.
  var windowLengthBytes: Int {
    8 * layers.count { layer in layer.terms.contains { if case .window = $0.growth { true } else { false } } }
  }

  /// Whether a layer keeps something of an encoder's input or of images.
  package var usesSource: Bool { layers.contains { $0.terms.contains { $0.growth == .source } } }

  /// Takes away what is kept of an encoder's input or of images.
  mutating func removeSource() {
    for layer in layers.indices { layers[layer].terms.removeAll { $0.growth == .source } }
  }

  /// The formulas of the layers, each once, with the number of layers that have it.
  ///
  /// - Complexity: O(layers x different formulas).
  public var formulas: [String] {
    var order: [String] = []
    var counts: [String: Int] = [:]
    for layer in layers {
      for term in layer.terms {
        if counts[term.formula] == nil { order.append(term.formula) }
        counts[term.formula, default: 0] += 1
      }
    }
    return order.map { "\(counts[$0] ?? 0) x \($0)" }
  }
}

extension ModelStates {
  /// The states of a decoder by its config, as transformers 5.23.0 keeps them (`cache_utils.py` and the models).
  ///
  /// - Throws: ``StateError`` when the attention of the architecture is not understood or its config lacks a value;
  ///   then nothing but weights can be counted.
  /// - Complexity: O(layers).
  package init(_ config: ConfigFields) throws(StateError) {
    guard let family = StateFamily.of(config.modelType) else { throw .unknownArchitecture(config.modelType) }
    try config.checkSizes()
    let kinds = try LayerKinds(config, family: family)
    layers = []
    layers.reserveCapacity(kinds.kinds.count)
    for (index, kind) in kinds.kinds.enumerated() {
      layers.append(try family.state(of: kind, at: index, config))
    }
    guard !StateFamily.isRecorded(config.modelType) else { return }
    for layer in layers.indices {
      for term in layers[layer].terms.indices { layers[layer].terms[term].confidence = .derived }
    }
  }
}
