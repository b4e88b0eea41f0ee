/// What no decision in the trace tells: a device that begins although the one before it has room, and what is offloaded
/// from within.
extension Explanation {
  /// A sentence for each device in use whose beginning none of some sentences tells.
  ///
  /// - Parameter told: those about devices that were full.
  func stretches(besides told: [Sentence]) -> [Sentence] {
    // The trace of a reference tells each boundary; a policy that decides as a whole leaves no device for want of room.
    guard told.isEmpty || plan.certificate != nil else { return [] }
    let used = plan.ledger.accounts.filter { $0.weights > 0 }
    guard used.count > 1 else { return [] }
    let begun = Set(told.compactMap(\.event).map { name(of: $0.part) })
    return used.enumerated().compactMap { index, account in
      if !account.device.isAccelerator { return offloaded(account) }
      guard index > 0, let first = account.first, !begun.contains(first) else { return nil }
      return Sentence(
        title: "\(account.device.title) begins with \(name(first))", text: beginning(of: account, first),
        device: account.device)
    }
  }

  /// Why an accelerator begins where the one before it is not full.
  private func beginning(of account: DeviceAccount, _ first: String) -> String {
    let text = "\(name(first)) begins \(account.device.title)"
    guard let objective = plan.certificate?.objective else { return text + "." }
    switch objective {
    case .balance: return text + ": so the largest share of a budget is least."
    case .latency: return text + ": so a token takes the least time."
    case .fewestGPUs: return text + ": so the fewest accelerators are in use."
    case .context: return text + ": so the context may grow longest."
    }
  }

  /// Why an accelerator stays empty that no decision in the trace tells of.
  var reasonOfEmptiness: String {
    guard plan.certificate != nil, plan.ledger.offloadedBytes > 0 else { return "nothing was left for it" }
    return plan.ledger.accounts.contains { $0.device.isAccelerator && $0.weights > 0 }
      ? "nothing that is offloaded has room there"
      : reasonOfRefusal ?? "it has no room for the part that every run begins with"
  }

  /// Why packed weights that the accelerators do not hold are on none of them; nil where their format has no say in it.
  private var reasonOfRefusal: String? {
    let accelerators = plan.ledger.accounts.map(\.device).filter(\.isAccelerator)
    guard let quantization = plan.tree.quantization, !quantization.refused(of: accelerators + [.cpu]).isEmpty else {
      return nil
    }
    return "\(quantization.format.name) weights cannot be on accelerators and on the cpu at once"
  }

  // MARK: - Offloaded parts

  private func offloaded(_ account: DeviceAccount) -> Sentence {
    let what = "\(account.device.title) takes \(runs(on: account.device)) (\(ByteText.size(account.weights)))"
    let reasons = account.device == .disk ? diskReasons() : offloadReasons()
    return Sentence(
      title: "On \(account.device.title)",
      text: what + (reasons.isEmpty ? "." : ": " + reasons.joined(separator: "; ") + "."), device: account.device)
  }

  /// Why anything is offloaded.
  private func offloadReasons() -> [String] {
    let accelerators = plan.ledger.accounts.filter(\.device.isAccelerator)
    guard !accelerators.isEmpty else { return [] }
    guard accelerators.contains(where: { $0.weights > 0 }) else {
      return [reasonOfRefusal ?? "no accelerator has room for the part that every run begins with"]
    }
    guard let certificate = plan.certificate else { return [] }
    var reasons: [String] = []
    if certificate.offloadedBytes == 0 {
      reasons.append("a rule puts it there")
    } else if plan.ledger.offloadedBytes > certificate.offloadedBytes {
      let rest = ByteText.size(certificate.offloadedBytes)
      reasons.append("a rule puts all but \(rest) of it there, and the accelerators do not hold these besides")
    } else if certificate.offloadedBytes <= certificate.offloadedBytesBound {
      reasons.append("the accelerators do not hold everything, and no placement offloads less")
    } else {
      reasons.append("the accelerators do not hold everything, and no placement was found that offloads less")
    }
    if let main = plan.ledger.mainDevice, main.isAccelerator, let largest = largestOffloaded() {
      reasons.append("\(main.title) keeps \(Self.size(largest)) free to bring in the largest part of it")
    }
    return reasons
  }

  /// Why what is offloaded is not on the cpu.
  private func diskReasons() -> [String] {
    guard let cpu = plan.ledger[.cpu] else { return offloadReasons() + ["the limits name no cpu"] }
    guard let budget = cpu.budget, let free = cpu.free else { return [] }
    return ["cpu has \(ByteText.size(max(0, free))) left of \(ByteText.size(budget))"]
  }

  /// Bits of the largest part that was placed on the cpu or on disk, be it with what is around it or without.
  private func largestOffloaded() -> Int? {
    let placed = plan.trace.filter { $0.outcome == .placed }
    let whole = placed.filter { !device(of: $0).isAccelerator }.map(\.size)
    var modules: Set<Int> = []
    for event in placed { if case .module(let module) = event.part { modules.insert(module) } }
    let apart = plan.keys.compactMap { key -> Int? in
      guard !key.device.isAccelerator, case .module(let module) = key.part, isWithin(module, modules) else {
        return nil
      }
      return plan.weights.bits(of: plan.tree.allTensors(of: module))
    }
    return (whole + apart).max()
  }

  /// Whether a module is below one of some.
  private func isWithin(_ module: Int, _ modules: Set<Int>) -> Bool {
    var above = plan.tree.parent(of: module)
    while above > 0 {
      if modules.contains(above) { return true }
      above = plan.tree.parent(of: above)
    }
    return false
  }

  /// What lies on a device: the stretches of keys that follow each other in the map, at most three of them.
  private func runs(on device: Device) -> String {
    var runs: [(first: String, last: String)] = []
    var isOpen = false
    for key in plan.keys {
      defer { isOpen = key.device == device }
      guard key.device == device else { continue }
      let path = name(of: key.part)
      if isOpen { runs[runs.count - 1].last = path } else { runs.append((path, path)) }
    }
    let shown = runs.prefix(3).map { $0.first == $0.last ? $0.first : "\($0.first) to \($0.last)" }
    return (shown + (runs.count > 3 ? ["\(runs.count - 3) more stretches"] : [])).joined(separator: ", ")
  }
}
