extension DeviceBar {
  /// The bars of a plan, in device order: one segment for each no-split block, its experts behind it, and for each other
  /// outermost module.
  ///
  /// - Complexity: O(modules x depth).
  package static func bars(of plan: Plan) -> [DeviceBar] {
    var walk = SegmentWalk(plan)
    walk.run()
    return plan.ledger.accounts.filter { $0.device != .disk || $0.weights > 0 }.map { account in
      DeviceBar(
        device: account.device, limit: account.limit,
        segments: (plan.tree.isOutline ? whole(account) : walk.segments[account.device] ?? []) + beside(account))
    }
  }

  /// The weights of a device in one segment, for a plan that does not tell their parts.
  private static func whole(_ account: DeviceAccount) -> [BarSegment] {
    guard account.weights > 0, let first = account.first, let last = account.last else { return [] }
    let label = first == last ? first : first + " \u{2026} " + last
    return [BarSegment(label: label, bytes: account.weights, filling: .block)]
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

/// Cuts the modules of a plan into segments, device by device.
private struct SegmentWalk {
  private let plan: Plan
  private let blocks: [Bool]
  /// Modules with a block below them.
  private var containsBlock: [Bool]
  private(set) var segments: [Device: [BarSegment]] = [:]

  init(_ plan: Plan) {
    self.plan = plan
    blocks = plan.tree.wholeBlocks()
    containsBlock = [Bool](repeating: false, count: plan.tree.count)
    for module in (0..<plan.tree.count).reversed() {
      if blocks[module] { containsBlock[module] = true }
      if containsBlock[module], module > 0 { containsBlock[plan.tree.parent(of: module)] = true }
    }
  }

  mutating func run() {
    let tree = plan.tree
    var module = 0
    while module < tree.count {
      guard let device = plan.device(ofModule: module), blocks[module] || !containsBlock[module] else {
        for tensor in tree.ownTensors(of: module) {
          guard let device = plan.device(ofTensor: tensor) else { continue }
          add(bits(tensor..<tensor + 1), tree.path(ofTensor: tensor), .init(role(of: module)), device)
        }
        module += 1
        continue
      }
      if blocks[module] {
        addBlock(module, device)
      } else {
        add(bits(tree.allTensors(of: module)), tree.path(of: module), .init(role(of: module)), device)
      }
      module = tree.end(of: module)
    }
  }

  /// A block, its experts behind the rest of it.
  private mutating func addBlock(_ block: Int, _ device: Device) {
    var experts: [Int] = []
    var module = block
    while module < plan.tree.end(of: block) {
      if role(of: module) == .experts {
        experts.append(module)
        module = plan.tree.end(of: module)
      } else {
        module += 1
      }
    }
    let apart = experts.reduce(0) { $0 + bits(plan.tree.allTensors(of: $1)) }
    add(bits(plan.tree.allTensors(of: block)) - apart, plan.tree.path(of: block), .block, device)
    for module in experts {
      add(bits(plan.tree.allTensors(of: module)), plan.tree.path(of: module), .experts, device)
    }
  }

  private mutating func add(_ bits: Int, _ label: String, _ filling: BarSegment.Filling, _ device: Device) {
    let bytes = (bits + 7) / 8
    if bytes > 0 { segments[device, default: []].append(BarSegment(label: label, bytes: bytes, filling: filling)) }
  }

  private func bits(_ tensors: Range<Int>) -> Int { plan.weights.bits(of: tensors) }

  private func role(of module: Int) -> ModuleRole {
    ModuleRole(name: plan.tree.name(of: module), className: plan.tree.className(of: module))
  }
}
