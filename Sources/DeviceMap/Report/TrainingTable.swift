/// The devices of a training with the terms of its memory.
struct TrainingTable {
  private let ledger: Ledger
  private let shares: [(account: DeviceAccount, terms: TrainingMemory)]

  /// - Parameter shares: of each device in use, in the order of the ledger.
  init(_ ledger: Ledger, _ shares: [(account: DeviceAccount, terms: TrainingMemory)]) {
    self.ledger = ledger
    self.shares = shares
  }

  /// The fixed terms of a device; what is used beside them are activations.
  private func terms(of device: Device) -> [Int] {
    guard let share = shares.first(where: { $0.account.device == device })?.terms else { return [0, 0, 0, 0] }
    return [share.weights, share.gradients, share.optimizer, share.copies].map(\.bytes)
  }

  /// Copies stand there only where there are any.
  ///
  /// - Parameter width: columns of the screen, nil for any number.
  func text(width: Int?) -> String {
    let accounts = ledger.accounts.filter { $0.device != .disk || $0.weights > 0 }
    let hasCopies = shares.contains { $0.terms.copies.bytes > 0 }
    let names = ["weights", "gradients", "optimizer"] + (hasCopies ? ["copies"] : []) + ["activations"]
    var table = TextTable(
      [("device", .left), ("limit", .right), ("reserve", .right), ("budget", .right)] + names.map { ($0, .right) }
        + [("used", .right), ("free", .right), ("first", .left), ("last", .left)])
    for account in accounts {
      let terms = terms(of: account.device)
      let activations = max(0, account.used - terms.reduce(0, +|))
      let cells = (hasCopies ? terms : Array(terms.dropLast())) + [activations, account.used]
      table.add(
        [
          account.device.description, LedgerTable.size(account.limit), ByteText.size(account.reserve),
          LedgerTable.size(account.budget),
        ]
          + cells.map(ByteText.size) + [account.free.map(ByteText.size) ?? "", account.ends.first, account.ends.last])
    }
    return table.text(width: width)
  }
}
