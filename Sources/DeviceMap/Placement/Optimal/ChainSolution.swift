/// A placement of a chain with what is known about how good it is.
package struct ChainSolution: Sendable {
  package var placement: ChainPlacement
  package var offload: Chain.Offload
  /// Offloaded bits that no placement can do without.
  package var offloadBound: Int
  /// The objective and the best that any placement with as few offloaded bits may reach.
  package var value: Ratio
  package var bound: Ratio
  /// Whether both bounds hold for all orders of the accelerators, or for the given order alone.
  package var boundsAllOrders: Bool

  /// Whether nothing better exists within the orders considered.
  package var isProven: Bool { offload.total == offloadBound && value == bound }
}

/// Why there is no placement at all.
package enum ChainFailure: Error, Equatable {
  /// What already lies on an accelerator exceeds its limit by so many bits.
  case overfull(device: Int, bits: Int)
  /// A unit can be held by no accelerator and must not be offloaded.
  case stuck(unit: Int)
  /// No placement keeps the units that must not be offloaded on accelerators.
  case impossible
}
