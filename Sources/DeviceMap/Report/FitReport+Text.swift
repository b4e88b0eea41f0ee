extension FitReport {
  /// The answers for people.
  ///
  /// - Parameters:
  ///   - width: columns of the screen, nil for any number.
  ///   - formulas: with the formula of each figure, and a key to their symbols.
  /// - Complexity: that of the table: for each dtype and kind of GPU a search as
  ///   ``ModelFit/fewest(gpuBytes:_:limit:)`` makes it.
  public func text(width: Int? = nil, formulas: Bool = false) -> String {
    var lines = ["weights  \(ByteText.exact(fit.weightBytes))"]
    if let (format, bytes) = fit.packedWeights { lines.append("  \(format)  \(ByteText.size(bytes))") }
    for (dtype, bytes) in fit.weightsByDType { lines.append("  \(dtype)  \(ByteText.size(bytes))") }
    lines.append("  " + ParameterText.text(fit.parameters, active: fit.activeParameters))
    if let training {
      lines += Self.lines(training, formulas: formulas)
    } else if let work {
      for (name, figure) in figures {
        lines.append("\(Self.sentence(name, work)): \(Self.size(figure))")
        if formulas, figure.confidence != .default { lines.append("  " + figure.formula) }
      }
      if formulas { lines += Self.key }
    }
    lines = lines.map { $0.wrapped(to: width, hanging: 2) }
    lines += answerLines(width) + kindLines(width)
    return lines.joined(separator: "\n") + "\n"
  }

  /// What a figure of the running model is, in words.
  private static func sentence(_ name: String, _ work: Workload) -> String {
    let sequences = work.batch == 1 ? "" : " of each of \(work.batch) sequences"
    switch name {
    case "kv cache and state": return "KV cache and state for \(ByteText.tokens(work.context))\(sequences)"
    case "transient of the running layer": return "working memory while the prompt is read"
    case "logits": return "logits, and the choice of the next token"
    case "vision tower": return "vision tower while it reads the images"
    case "ids and mask": return "token ids and mask"
    case "left by windows after a prefill": return "what windows keep of the prompt until the next token"
    case RunningMemory.reserveName: return "kept free on each GPU"
    default: return name
    }
  }

  /// Bytes, and how sure they are.
  private static func size(_ figure: Figure) -> String {
    let size = ByteText.size(figure.bytes)
    switch figure.confidence {
    case .exact: return size + " (exact)"
    case .derived: return figure.formula.hasPrefix("at most") ? "at most " + size : size + " (estimate)"
    case .default: return size + " (\(figure.formula))"
    }
  }

  /// What the symbols of formulas stand for.
  private static let key = [
    "  in formulas: B sequences, S new tokens, T tokens in the cache, N tokens of the encoder, C chunks, S16 T16 rounded",
    "  up to 16, e or bytes: bytes of an element; h hidden size, I width of the MLP, n heads, n_kv shared heads, d width",
    "  of a head, V vocabulary; other names are fields of config.json",
  ]

  private static func lines(_ training: TrainingMemory, formulas: Bool) -> [String] {
    let terms = training.terms.flatMap { name, figure in
      ["  \(name)  \(size(figure))"] + (formulas && figure.confidence != .default ? ["    " + figure.formula] : [])
    }
    return ["training  \(ByteText.size(training.total))"] + terms + (formulas ? key : [])
      + ["  only the activations grow with the batch"]
  }

  private func answerLines(_ width: Int?) -> [String] {
    guard let answer else { return [] }
    var lines = answer.plan.map { [String(table(of: $0.ledger, width).dropLast())] } ?? []
    lines += verdict(answer).map { $0.wrapped(to: width, hanging: 2) }
    // What is not known is a note.
    let errors = answer.plan?.ledger.errors.filter { !$0.isOfUnknown } ?? []
    for finding in AlikeText.grouped(errors.map(\.description)) {
      lines.append("  \(finding)".wrapped(to: width, hanging: 2))
    }
    // A command stays in one line, to be copied.
    for remedy in remedies { lines.append("it would fit \(remedy.change): \(remedy.command)") }
    if let binding = answer.binding { lines.append("tightest device: \(binding)") }
    return lines + limitLines().map { $0.wrapped(to: width, hanging: 2) }
  }

  /// The devices; of a training with its terms in the place of what is held beside the weights.
  private func table(of ledger: Ledger, _ width: Int?) -> String {
    fit.training == nil
      ? LedgerTable.text(ledger, width: width)
      : TrainingTable(ledger, trainingByDevice).text(width: width)
  }

  private func verdict(_ answer: FitAnswer) -> [String] {
    let (isTraining, isOfWeights) = (fit.training != nil, work == nil || isOfUnknown)
    let training = fit.hasUnknownActivations ? "what is known of the training " : "training "
    let subject = isTraining ? training : isOfWeights ? "the weights " : ""
    var lines: [String] = []
    if !answer.hasRoom {
      let no = isOfWeights && !isTraining ? "do not fit" : "does not fit"
      lines.append(subject + no + ": \(ByteText.exact(answer.missing)) too much")
      if let disk = answer.plan?.ledger[.disk]?.weights, disk > 0, !isTraining {
        lines.append("  \(ByteText.size(disk)) of the weights would be left to the disk, where a plan puts them")
      }
    } else {
      let isOnDisk = answer.plan?.ledger[.disk].map { $0.weights > 0 } ?? false
      let offloaded =
        answer.offloadedBytes > 0 ? ", with \(ByteText.size(answer.offloadedBytes)) of the weights on the cpu" : ""
      lines.append(
        subject + (isOfWeights && !isTraining ? "fit" : "fits") + offloaded + (isOnDisk ? " and on disk" : ""))
    }
    if isOfUnknown {
      return lines + ["  what running takes beside them is not known: nobody can say that the model fits"]
    }
    guard isOfWeights, !isTraining, answer.fits, fit.memory.states != nil else { return lines }
    let isIdle = longestContext == nil
    lines.append(
      isIdle
        ? "  but not one token has room beside them: the model does not run"
        : "  asked of the weights alone; --context TOKENS counts what running takes, too")
    return lines
  }

  private func limitLines() -> [String] {
    var lines: [String] = []
    if let longestContext {
      var line = "longest context at batch \(work?.batch ?? 1): \(ByteText.tokens(longestContext))"
      if longestContext == fit.memory.positions { line += " (all that the model has positions for)" }
      if let alone = longestContextOnAccelerators, alone != longestContext {
        line += alone > 0 ? ", \(alone) with nothing on the cpu" : ", none with nothing on the cpu"
      }
      lines.append(line)
    }
    if let secondsPerToken {
      lines.append("a token takes about \(ByteText.milliseconds(secondsPerToken)), an estimate from the memory's speed")
    }
    if let work, let largestBatch { lines.append("largest batch at \(ByteText.tokens(work.context)): \(largestBatch)") }
    return lines
  }

  private func kindLines(_ width: Int?) -> [String] {
    let alone = isOfUnknown ? " for the weights alone" : ""
    var lines = zip(kinds, counts).map { kind, count in
      let needed = count.map { "\($0) needed\(alone)" } ?? "too small for one block"
      return "\(kind.name) (\(ByteText.size(kind.bytes))): \(needed)"
    }
    if !offers.isEmpty {
      guard let mix else { return lines + ["no mix of up to 16 GPUs holds the model"] }
      let names = zip(mix.counts, offers).filter { $0.0 > 0 }.map { "\($0.0) x \($0.1.name)" }
      lines.append("cheapest\(alone): \(names.joined(separator: " + ")) at \(ByteText.decimal(mix.price, digits: 2))")
    }
    lines = lines.map { $0.wrapped(to: width, hanging: 2) }
    guard !dtypes.isEmpty else { return lines }
    var table = TextTable([("dtype", .left), ("weights", .right)] + kinds.map { ($0.name, .right) })
    for row in self.table {
      table.add([row.name, ByteText.size(row.weights)] + row.counts.map { $0.map(String.init) ?? "-" })
    }
    return lines + [String(table.text(width: width).dropLast())]
  }
}
