extension PlacementLoads {
  /// The loads of a model as its context grows, for the policy that looks for the longest.
  ///
  /// - Parameter work: batch, cache type and kernel; its context is what is planned for at least.
  public init(_ memory: ModelMemory, _ work: Workload) {
    self.init(tokens: work.context) { tokens in
      var work = work
      work.context = max(1, tokens)
      return RunningMemory(memory, work, reserve: 0).loads.map { load in
        ModuleLoad(
          module: load.module, resident: load.held +| load.leftover, transient: load.transient, output: load.output)
      }
    }
  }
}
