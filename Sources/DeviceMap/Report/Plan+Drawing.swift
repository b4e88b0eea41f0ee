extension Plan {
  /// A table of the devices and a bar for each.
  ///
  /// - Parameter width: columns of the screen; tables and bars keep within it as far as their numbers allow.
  /// - Complexity: O(modules x depth).
  public func report(width: Int = 100) -> String { report(width: width, isColored: false) }

  package func report(width: Int, isColored: Bool) -> String {
    LedgerTable.text(ledger, width: width)
      + BarText.text(DeviceBar.bars(of: self), width: width, isColored: isColored)
  }

  /// A drawing of the plan as SVG: one bar a device, one block a layer. The same plan gives the same bytes.
  ///
  /// - Parameter name: what the model is called, as `Qwen2.5-7B-Instruct`; its class where nil.
  /// - Complexity: O(modules x depth).
  public func svg(name: String? = nil) -> String { drawing(name: name).svg() }

  /// The plan as one self-contained HTML page: drawing, ledger, why each boundary is where it is, and the map to copy.
  /// The same plan gives the same bytes.
  ///
  /// - Parameter name: what the model is called, as `Qwen2.5-7B-Instruct`; its class where nil.
  /// - Complexity: O(modules x depth + decisions x depth).
  public func html(name: String? = nil) -> String { PlanPage(self, name: name).html() }

  func drawing(name: String?) -> BarDrawing {
    BarDrawing(title: name ?? tree.architecture ?? "model", subtitle: summary, bars: DeviceBar.bars(of: self))
  }

  /// Class, size, dtypes, workload and policy in one line.
  var summary: String {
    var words = [tree.architecture ?? "unknown architecture"]
    let bytes = ledger.accounts.reduce(0) { $0 +| $1.weights }
    words.append(ByteText.size(bytes) + (tree.isOutline ? "" : " " + format))
    if let workload {
      let batch = workload.batch == 1 ? "" : ", batch \(workload.batch)"
      words.append("context \(workload.context)\(batch)")
    }
    words.append("policy \(policy)")
    return words.joined(separator: " \u{B7} ")
  }

  /// What most of the weights are stored as.
  private var format: String {
    if let quantization = tree.quantization { return "\(quantization.format)" }
    var bits: [DType: Int] = [:]
    for (index, tensor) in tree.tensors.enumerated() where tensor.kind == .parameter {
      bits[tensor.dtype, default: 0] += weights.bits(ofTensor: index)
    }
    let most = DType.allCases.max { bits[$0] ?? 0 < bits[$1] ?? 0 }
    return most.map { $0.torchName ?? $0.name } ?? ""
  }
}
