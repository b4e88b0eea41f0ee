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
    func add(_ tensors: Range<Int>, _ label: String, _ filling: BarSegment.Filling, _ device: Device) {
      let bytes = (plan.weights.bits(of: tensors) + 7) / 8
      if bytes > 0 { segments[device, default: []].append(BarSegment(label: label, bytes: bytes, filling: filling)) }
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
      BarSegment(label: "the running layer", bytes: account.transient, filling: .state),
      BarSegment(label: "kept free", bytes: account.reserve, filling: .reserve),
    ].filter { $0.bytes > 0 }
  }
}

extension Plan {
  /// A table of the devices and a bar for each.
  ///
  /// - Parameter width: columns of the screen.
  public func report(width: Int = 100) -> String {
    LedgerTable.text(ledger.accounts) + BarText.text(DeviceBar.bars(of: self), width: width)
  }

  /// A drawing of the plan as SVG: one bar a device, one block a layer. The same plan gives the same bytes.
  public func svg() -> String {
    BarDrawing(title: "\(tree.architecture ?? "model"), \(policy)", bars: DeviceBar.bars(of: self)).svg()
  }
}
