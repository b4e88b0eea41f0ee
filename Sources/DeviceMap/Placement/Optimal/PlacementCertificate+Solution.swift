extension PlacementCertificate {
  init(_ solution: ChainSolution, objective: PlacementObjective) {
    self.init(
      objective: objective,
      sense: solution.isProven ? (solution.boundsAllOrders ? .allOrders : .givenOrder) : .gap,
      anyOrder: solution.boundsAllOrders, offloadedBytes: (solution.offload.total + 7) / 8,
      offloadedBytesBound: (solution.offloadBound + 7) / 8, value: solution.value, bound: solution.bound)
  }
}
