extension ModuleTree {
  /// Decides which device each module goes to.
  ///
  ///     let plan = try tree.plan(.auto, maxMemory: [.gpu(0): "24GiB", .gpu(1): "24GiB", .cpu: "64GiB"])
  ///     plan.device(of: "model.layers.3.mlp")
  ///
  /// - Parameters:
  ///   - policy: ``ReferencePolicy`` (`.auto`, `.balanced`, `.balancedLow0`, `.sequential`) or one of your own.
  ///   - maxMemory: what may be used of each device; `disk` is always there and has no limit.
  ///   - engine: whose rules count sizes, and place in the reference policies.
  ///   - options: classes that are not cut, dtypes of single tensors, what running adds.
  /// - Throws: ``PlacementError`` when limits cannot be read or a policy leaves tensors out or places them twice.
  /// - Complexity: O((modules + tensors) log modules) with the reference policies.
  public func plan(
    _ policy: some PlacementPolicy = .auto, maxMemory: MaxMemory, engine: Engine = .transformers,
    options: PlacementOptions = PlacementOptions()
  ) throws(PlacementError) -> Plan {
    let task = try PlacementTask(self, engine: engine, maxMemory: maxMemory, options: options)
    let placement = try policy.place(task)
    return try PlanBuilder(task, placement).plan(policy: policy.name, notes: maxMemory.notes)
  }
}
