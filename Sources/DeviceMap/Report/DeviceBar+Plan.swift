extension DeviceBar {
  /// The bars of a plan, in device order: one segment for each no-split block and each other outermost module.
  ///
  /// - Complexity: O(modules x depth).
  package static func bars(of plan: Plan) -> [DeviceBar] {
    var segments: [Device: [BarSegment]] = [:]
    let blocks = plan.tree.wholeBlocks()
    var containsBlock = [Bool](repeating: false, count: plan.tree.count)
    for module in (0..<plan.tree.count).reversed() {
      if blocks[module] { containsBlock[module] = true }
      if containsBlock[module], module > 0 { containsBlock[plan.tree.parent(of: module)] = true }
    }
    var module = 0
    while module < plan.tree.count {
      let isBlock = blocks[module]
      let name = plan.tree.name(of: module)
      guard let device = plan.device(ofModule: module), isBlock || !containsBlock[module] else {
        for tensor in plan.tree.ownTensors(of: module) {
          guard let device = plan.device(ofTensor: tensor) else { continue }
          let role = ModuleRole(name: name, className: plan.tree.className(of: module))
          add(tensor..<tensor + 1, plan.tree.path(ofTensor: tensor), .init(role), device)
        }
        module += 1
        continue
      }
      if isBlock {
        addBlock(module, device)
      } else {
        let role = ModuleRole(name: name, className: plan.tree.className(of: module))
        add(plan.tree.allTensors(of: module), plan.tree.path(of: module), .init(role), device)
      }
      module = plan.tree.end(of: module)
    }
    func add(_ tensors: Range<Int>, _ label: String, _ filling: BarSegment.Filling, _ device: Device) {
      let bytes = (plan.weights.bits(of: tensors) + 7) / 8
      if bytes > 0 { segments[device, default: []].append(BarSegment(label: label, bytes: bytes, filling: filling)) }
    }
    /// A block, its experts behind the rest of it.
    func addBlock(_ block: Int, _ device: Device) {
      var rest = plan.weights.bits(of: plan.tree.allTensors(of: block))
      var experts: [BarSegment] = []
      var module = block
      while module < plan.tree.end(of: block) {
        guard ModuleRole(name: plan.tree.name(of: module), className: plan.tree.className(of: module)) == .experts
        else {
          module += 1
          continue
        }
        let bits = plan.weights.bits(of: plan.tree.allTensors(of: module))
        rest -= bits
        if bits > 0 {
          experts.append(BarSegment(label: plan.tree.path(of: module), bytes: (bits + 7) / 8, filling: .experts))
        }
        module = plan.tree.end(of: module)
      }
      if rest > 0 {
        segments[device, default: []].append(
          BarSegment(label: plan.tree.path(of: block), bytes: (rest + 7) / 8, filling: .block))
      }
      segments[device, default: []] += experts
    }
    return plan.ledger.accounts.filter { $0.device != .disk || $0.weights > 0 }.map { account in
      DeviceBar(
        device: account.device, limit: account.limit, segments: (segments[account.device] ?? []) + beside(account))
    }
  }

  /// What a device holds besides weights.
  private static func beside(_ account: DeviceAccount) -> [BarSegment] {
    [
      BarSegment(label: "caches and states", bytes: account.state, filling: .state),
      BarSegment(label: "the running layer", bytes: account.transient, filling: .transient),
      BarSegment(label: "kept free", bytes: account.reserve, filling: .reserve),
    ].filter { $0.bytes > 0 }
  }
}
