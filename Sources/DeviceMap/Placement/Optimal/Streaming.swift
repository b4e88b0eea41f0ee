/// What the first accelerator in use must be able to stream, and so keeps free.
package struct Streaming: Sendable, Hashable {
  /// Weights of the largest thing offloaded.
  package var bits: Int
  /// The largest transient of the units offloaded, which run there.
  package var transient: Int
  /// State of the units offloaded.
  package var state = 0

  package static let nothing = Streaming(bits: 0, transient: 0)

  package init(bits: Int, transient: Int, state: Int = 0) {
    self.bits = bits
    self.transient = transient
    self.state = state
  }

  func allows(_ unit: Chain.Unit) -> Bool {
    unit.mayOffload && unit.stream <= bits && unit.transient <= transient
  }

  /// An accelerator as it is when it streams this.
  func accelerator(_ accelerator: Chain.Accelerator) -> Chain.Accelerator {
    var first = accelerator
    first.base += bits + state
    first.baseTransient = max(first.baseTransient, transient)
    return first
  }
}

extension Chain {
  /// Everything that may have to be streamed, from little to much.
  func streamings() -> [Streaming] {
    var found: Set<Streaming> = [Streaming(bits: streamFloor, transient: 0)]
    let mobile = units.filter(\.mayOffload)
    for transient in Set(mobile.map(\.transient)) {
      for unit in mobile where unit.transient <= transient {
        found.insert(Streaming(bits: max(streamFloor, unit.stream), transient: transient))
      }
    }
    for unit in units where unit.experts > 0 {
      for transient in Set(found.map(\.transient)) {
        found.insert(Streaming(bits: max(streamFloor, unit.experts), transient: transient))
      }
    }
    return found.sorted { ($0.bits, $0.transient) < ($1.bits, $1.transient) }
  }
}
