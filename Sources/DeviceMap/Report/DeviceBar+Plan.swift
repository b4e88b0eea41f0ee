extension DeviceBar {
  /// The bars of a plan, in device order: one segment for each no-split block and each other outermost module.
  ///
  /// - Complexity: O(modules x depth).
  package static func bars(of plan: Plan, sizes: ModuleSizes) -> [DeviceBar] {
    var segments: [Device: [Segment]] = [:]
    let blocks = plan.tree.wholeBlocks()
    var containsBlock = [Bool](repeating: false, count: plan.tree.count)
    for module in (0..<plan.tree.count).reversed() {
      if blocks[module] { containsBlock[module] = true }
      if containsBlock[module], module > 0 { containsBlock[plan.tree.parent(of: module)] = true }
    }
    var module = 0
    while module < plan.tree.count {
      let isBlock = blocks[module]
      guard let device = plan.device(ofModule: module), isBlock || !containsBlock[module] else {
        for tensor in plan.tree.ownTensors(of: module) {
          guard let device = plan.device(ofTensor: tensor) else { continue }
          add(tensor..<tensor + 1, plan.tree.path(ofTensor: tensor), .other, device)
        }
        module += 1
        continue
      }
      add(plan.tree.allTensors(of: module), plan.tree.path(of: module), isBlock ? .block : .other, device)
      module = plan.tree.end(of: module)
    }
    func add(_ tensors: Range<Int>, _ label: String, _ kind: Segment.Kind, _ device: Device) {
      let bytes = (sizes.bits(of: tensors) + 7) / 8
      if bytes > 0 { segments[device, default: []].append(Segment(label: label, bytes: bytes, kind: kind)) }
    }
    return plan.usage.loads.filter { $0.device != .disk || $0.weights > 0 }.map { load in
      var bar = DeviceBar(device: load.device, budget: load.budget, segments: segments[load.device] ?? [])
      if load.states > 0 {
        bar.segments.append(Segment(label: "caches and states", bytes: load.states, kind: .state))
      }
      guard load.reserve > 0 else { return bar }
      // The reserve is off the budget already; on the bar it is a part of the device.
      bar.segments.append(Segment(label: "kept free for the running layer", bytes: load.reserve, kind: .reserve))
      bar.budget = load.limit
      return bar
    }
  }
}
