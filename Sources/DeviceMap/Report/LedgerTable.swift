/// The accounts of devices as a table for people; the same for plans, checks and fits.
package enum LedgerTable {
  /// Columns of what running adds, and of the limit, stand there only where they say something.
  ///
  /// - Parameter width: columns of the screen, nil for any number.
  package static func text(_ ledger: Ledger, width: Int? = nil) -> String {
    let accounts = ledger.accounts.filter { $0.device != .disk || $0.weights > 0 }
    let isRunning = accounts.contains { $0.peak > 0 }
    let isReserved = accounts.contains { $0.reserve > 0 }
    let isCapped = accounts.contains { $0.cap != $0.budget }
    var table = TextTable(
      [("device", .left)] + (isReserved ? [("limit", .right), ("reserve", .right)] : []) + [("budget", .right)]
        + (isCapped ? [("cap", .right)] : []) + [("weights", .right)]
        + (isRunning ? [("state", .right), ("transient", .right), ("used", .right)] : [])
        + [("free", .right), ("first", .left), ("last", .left)])
    for account in accounts {
      var cells = [account.device.description]
      if isReserved { cells += [size(account.limit), ByteText.size(account.reserve)] }
      cells.append(size(account.budget))
      if isCapped { cells.append(account.cap.map(ByteText.size) ?? "") }
      cells.append(ByteText.size(account.weights))
      if isRunning { cells += [account.state, account.transient, account.used].map(ByteText.size) }
      table.add(cells + [account.free.map(ByteText.size) ?? "", account.ends.first, account.ends.last])
    }
    if ledger.unplacedBytes > 0 {
      let columns = (isReserved ? 2 : 0) + 1 + (isCapped ? 1 : 0)
      table.add(
        ["nowhere"] + [String](repeating: "", count: columns) + [ByteText.size(ledger.unplacedBytes)]
          + [String](repeating: "", count: (isRunning ? 3 : 0) + 1) + [ledger.firstUnplaced ?? "", ""])
    }
    return table.text(width: width) + (isCapped ? "cap: what the policy leaves of a budget\n" : "")
  }

  /// A limit or budget as a cell of a table.
  static func size(_ bytes: Int?) -> String { bytes.map(ByteText.size) ?? "no limit" }
}

extension DeviceAccount {
  /// The first and the last key of the device in words; the key of the whole model is no word.
  var ends: (first: String, last: String) {
    first == "" && last == "" ? ("(the whole model)", "") : (first ?? "", last ?? "")
  }
}
