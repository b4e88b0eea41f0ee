extension FitReport {
  /// The answers for people.
  ///
  /// - Parameter width: columns of the screen, nil for any number.
  public func text(width: Int? = nil) -> String {
    var lines = ["weights  \(ByteText.size(fit.weightBytes))  (\(fit.weightBytes) bytes)"]
    for (dtype, bytes) in fit.weightsByDType { lines.append("  \(dtype)  \(ByteText.size(bytes))") }
    if let training {
      lines += Self.lines(training)
    } else if work != nil {
      for (name, figure) in running?.figures ?? [] { lines.append(Self.line(name, figure)) }
    }
    lines += answerLines(width) + kindLines(width)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func line(_ name: String, _ figure: Figure) -> String {
    "\(name)  \(ByteText.size(figure.bytes))  \(figure.confidence.rawValue): \(figure.formula)"
  }

  private static func lines(_ training: TrainingMemory) -> [String] {
    ["training  \(ByteText.size(training.total))"] + training.terms.map { "  " + line($0.name, $0.figure) }
      + ["  only the activations grow with the batch"]
  }

  private func answerLines(_ width: Int?) -> [String] {
    guard let answer else { return [] }
    var lines = answer.plan.map { [String(LedgerTable.text($0.ledger, width: width).dropLast())] } ?? []
    for (device, share) in trainingByDevice { lines.append("  device \(device)  \(ByteText.size(share.total))") }
    lines.append(verdict(answer))
    for finding in answer.plan?.ledger.errors ?? [] { lines.append("  \(finding)") }
    for remedy in remedies { lines.append("it would fit \(remedy.change): \(remedy.command)") }
    if let binding = answer.binding { lines.append("tightest device: \(binding)") }
    return lines + limitLines()
  }

  private func verdict(_ answer: FitAnswer) -> String {
    let subject = fit.training == nil ? "" : "training "
    guard answer.fits else {
      return subject + "does not fit: \(ByteText.size(answer.missing)) (\(answer.missing) bytes) too much"
    }
    guard answer.offloadedBytes > 0 else { return subject + "fits" }
    return subject + "fits, with \(ByteText.size(answer.offloadedBytes)) of the weights on the cpu"
  }

  private func limitLines() -> [String] {
    var lines: [String] = []
    if let longestContext {
      var line = "longest context at batch \(basis.batch): \(longestContext) tokens"
      if let alone = longestContextOnAccelerators, alone != longestContext {
        line += alone > 0 ? ", \(alone) with nothing on the cpu" : ", none with nothing on the cpu"
      }
      lines.append(line)
    }
    if let work, let largestBatch { lines.append("largest batch at \(work.context) tokens: \(largestBatch)") }
    return lines
  }

  private func kindLines(_ width: Int?) -> [String] {
    var lines = zip(kinds, counts).map { kind, count in
      "\(kind.name) (\(ByteText.size(kind.bytes))): " + (count.map { "\($0) needed" } ?? "too small for one block")
    }
    if !offers.isEmpty {
      guard let mix else { return lines + ["no mix of up to 16 GPUs holds the model"] }
      let names = zip(mix.counts, offers).filter { $0.0 > 0 }.map { "\($0.0) x \($0.1.name)" }
      lines.append("cheapest: \(names.joined(separator: " + ")) at \(ByteText.decimal(mix.price, digits: 2))")
    }
    guard !dtypes.isEmpty else { return lines }
    var table = TextTable([("dtype", .left), ("weights", .right)] + kinds.map { ($0.name, .right) })
    for row in self.table {
      table.add([row.name, ByteText.size(row.weights)] + row.counts.map { $0.map(String.init) ?? "-" })
    }
    return lines + [String(table.text(width: width).dropLast())]
  }
}
