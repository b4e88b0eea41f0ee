/// Puts given numbers of layers on devices in order; what stands before the layers with the first, the rest with the last.
struct LayerStages: PlacementPolicy {
  let name = "stages"
  /// Layers of each device, in the order of the layers.
  let counts: [(device: Device, layers: Int)]
  /// The module that holds the layers.
  let list: Int

  func place(_ task: PlacementTask) -> Placement {
    guard let first = counts.first?.device, let last = counts.last?.device else { return Placement([]) }
    let tree = task.tree
    let devices = counts.flatMap { Array(repeating: $0.device, count: $0.layers) }
    var assignments: [Placement.Assignment] = []
    var open = [task.root]
    while let module = open.popLast() {
      if module == list {
        for (layer, device) in zip(tree.children(of: list), devices) {
          assignments.append(.init(.module(layer), on: device))
        }
        continue
      }
      guard module < list, list < tree.end(of: module) else {
        assignments.append(.init(.module(module), on: module < list ? first : last))
        continue
      }
      for tensor in tree.ownTensors(of: module) { assignments.append(.init(.tensor(tensor), on: first)) }
      open += task.children(of: module).reversed()
    }
    return Placement(assignments)
  }
}

extension ServingPlan {
  /// The plan that places the layers as the stages have them, one GPU a stage.
  ///
  /// - Throws: ``PlacementError``.
  package func plan(_ tree: ModuleTree) throws(PlacementError) -> Plan {
    let list = (try? LayerLists(tree).main()) ?? 0
    // Over several machines numbers would come twice.
    let counts = shares.stages.enumerated().map {
      let number = machines.each == nil ? machines.gpu(of: $0.offset) : $0.offset
      return (device: Device.gpu(number), layers: $0.element.layers.count)
    }
    let limits = zip(counts, budgets).map { (device: $0.device, limit: MaxMemory.Limit.bytes($1)) }
    return try tree.plan(LayerStages(counts: counts, list: list), maxMemory: MaxMemory(limits))
  }
}
