/// The answers about memory of one model, as text and as JSON.
struct FitReport {
  let fit: ModelFit
  let work: Workload?
  let devices: [DeviceBudget]
  let kinds: [(name: String, bytes: Int)]
  let offers: [ModelFit.Offer]
  let training: TrainingMemory?
  /// The share of each device in the training.
  var trainingByDevice: [(device: Device, memory: TrainingMemory)] = []

  /// The answer for the devices that were named, nil if none were.
  let answer: ModelFit.Answer?
  let running: RunningMemory?
  /// Remarks about checkpoint, tree and devices, and why only weights could be counted.
  var notes: [Note]

  init(
    fit: ModelFit, work: Workload?, devices: [DeviceBudget], kinds: [(name: String, bytes: Int)],
    offers: [ModelFit.Offer], training: TrainingMemory?
  ) {
    self.fit = fit
    self.work = work
    self.devices = devices
    self.kinds = kinds
    self.offers = offers
    self.training = training
    answer = devices.isEmpty ? nil : fit.on(devices, work)
    running = fit.running(work)
    notes = fit.memory.unknown.map { [Note(.warning, code: "weights-only", $0.description)] } ?? []
  }

  /// The workload whose batch or context is looked for.
  private var basis: Workload { work ?? Workload(context: 1, dtype: fit.memory.dtype) }

  private var longestContext: Int? { answer == nil ? nil : fit.longestContext(on: devices, basis) }

  private var largestBatch: Int? {
    answer == nil ? nil : work.flatMap { fit.largestBatch(on: devices, $0) }
  }

  // MARK: - Text

  func text() -> String {
    var lines = ["weights  \(ByteText.size(fit.weightBytes))  (\(fit.weightBytes) bytes)"]
    for (dtype, bytes) in fit.weightsByDType { lines.append("  \(dtype)  \(ByteText.size(bytes))") }
    for (name, figure) in running?.figures ?? [] {
      let line = "\(name)  \(ByteText.size(figure.bytes))  \(figure.confidence.rawValue): \(figure.formula)"
      lines.append(line.printable)
    }
    lines += answerLines() + kindLines()
    var text = lines.joined(separator: "\n") + "\n"
    if let training { text += Self.text(training) }
    for (device, share) in trainingByDevice {
      text += "  device \(device)  \(ByteText.size(share.total))\n"
    }
    if let missing = trainingMissing {
      text +=
        missing == 0
        ? "training fits\n" : "training does not fit: \(ByteText.size(missing)) (\(missing) bytes) too much\n"
    }
    return text
  }

  /// Bytes that training needs beyond the budgets of its devices, with the split that inference has; nil when no
  /// training or no device was asked for.
  private var trainingMissing: Int? {
    guard training != nil, !trainingByDevice.isEmpty else { return nil }
    return trainingByDevice.reduce(0) { sum, share in
      let budget = devices.first { $0.device == share.device }?.bytes ?? .max
      return sum + max(0, share.memory.total - budget)
    }
  }

  /// Whether nothing that was asked for is too large.
  var isYes: Bool { answer?.fits != false && (trainingMissing ?? 0) == 0 }

  private func answerLines() -> [String] {
    guard let answer else { return [] }
    var table = TextTable([
      ("device", .left), ("budget", .right), ("weights", .right), ("cache", .right), ("transient", .right),
      ("reserve", .right), ("free", .right), ("modules", .left),
    ])
    for use in answer.uses {
      let modules = use.first.map { "\($0) ... \(use.last ?? $0)" } ?? ""
      table.add(
        [use.device.description]
          + [use.budget, use.weights, use.states, use.transient, use.reserve, use.free].map(ByteText.size)
          + [modules])
    }
    var lines = [String(table.text().dropLast())]
    lines.append(
      answer.fits ? "fits" : "does not fit: \(ByteText.size(answer.missing)) (\(answer.missing) bytes) too much")
    if let binding = answer.binding { lines.append("tightest device: \(binding)") }
    if let longestContext { lines.append("longest context at batch \(basis.batch): \(longestContext) tokens") }
    if let work, let largestBatch { lines.append("largest batch at \(work.context) tokens: \(largestBatch)") }
    return lines
  }

  private func kindLines() -> [String] {
    var lines: [String] = []
    for kind in kinds {
      let count = fit.fewest(gpuBytes: kind.bytes, work)
      lines.append(
        "\(kind.name) (\(ByteText.size(kind.bytes))): " + (count.map { "\($0) needed" } ?? "too small for one block"))
    }
    if !offers.isEmpty {
      guard let mix = fit.cheapest(offers, work) else { return lines + ["no mix of up to 16 GPUs holds the model"] }
      let names = zip(mix.counts, offers).filter { $0.0 > 0 }.map { "\($0.0) x \($0.1.name)" }
      lines.append("cheapest: \(names.joined(separator: " + ")) at \(ByteText.decimal(mix.price, digits: 2))")
    }
    let rows = fit.table(gpuBytes: kinds.map(\.bytes), work)
    var table = TextTable([("bits", .right), ("weights", .right)] + kinds.map { ($0.name, .right) })
    for row in rows {
      table.add(["\(row.bits)", ByteText.size(row.weights)] + row.counts.map { $0.map(String.init) ?? "-" })
    }
    return lines + [String(table.text().dropLast())]
  }

  private static func text(_ training: TrainingMemory) -> String {
    var lines = ["training  \(ByteText.size(training.total))"]
    for (name, figure) in training.terms {
      lines.append("  \(name)  \(ByteText.size(figure.bytes))  \(figure.confidence.rawValue): \(figure.formula)")
    }
    lines.append("  only the activations grow with the batch")
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: - JSON

  func json() -> String {
    var writer = JSONWriter(style: .pretty)
    writer.object { root in
      root.member("version", 1)
      root.member("weights_bytes", fit.weightBytes)
      root.key("weights_by_dtype")
      root.object { members in for (dtype, bytes) in fit.weightsByDType { members.member("\(dtype)", bytes) } }
      root.key("understood")
      root.bool(fit.memory.unknown == nil)
      root.member("kv_cache_bytes", fit.memory.states == nil ? nil : running?.cacheBytes)
      root.member("transient_bytes", fit.memory.shape == nil ? nil : running?.transientBytes)
      root.member("reserve_bytes", running?.reserve)
      root.key("figures")
      root.array { list in for (name, figure) in running?.figures ?? [] { Self.write(name, figure, to: &list) } }
      root.key("fits")
      if let answer { root.bool(answer.fits) } else { root.null() }
      root.member("missing_bytes", answer?.missing)
      root.key("binding_device")
      if let device = answer?.binding { root.string(device.description) } else { root.null() }
      root.member("longest_context", longestContext)
      root.member("largest_batch", largestBatch)
      writeDevices(&root)
      writeKinds(&root)
      if let training { writeTraining(training, to: &root) }
      root.notes(notes)
    }
    return writer.output.string + "\n"
  }

  private func writeDevices(_ root: inout JSONWriter) {
    root.key("devices")
    root.array { list in
      for use in answer?.uses ?? [] {
        list.object { device in
          device.key("device")
          device.string(use.device.description)
          device.member("budget_bytes", use.budget)
          device.member("weights_bytes", use.weights)
          device.member("kv_cache_bytes", use.states)
          device.member("transient_bytes", use.transient)
          device.member("reserve_bytes", use.reserve)
          device.member("used_bytes", use.used)
          device.member("free_bytes", use.free)
          device.key("first")
          if let first = use.first { device.string(first) } else { device.null() }
          device.key("last")
          if let last = use.last { device.string(last) } else { device.null() }
        }
      }
    }
  }

  private func writeKinds(_ root: inout JSONWriter) {
    root.key("gpus")
    root.array { list in
      for kind in kinds {
        list.object { gpu in
          gpu.key("name")
          gpu.string(kind.name)
          gpu.member("memory_bytes", kind.bytes)
          gpu.member("needed", fit.fewest(gpuBytes: kind.bytes, work))
        }
      }
    }
    root.key("table")
    root.array { list in
      for row in fit.table(gpuBytes: kinds.map(\.bytes), work) {
        list.object { line in
          line.member("bits", row.bits)
          line.member("weights_bytes", row.weights)
          line.key("needed")
          line.array { counts in
            for count in row.counts { if let count { counts.integer(count) } else { counts.null() } }
          }
        }
      }
    }
    guard !offers.isEmpty else { return }
    root.key("cheapest")
    guard let mix = fit.cheapest(offers, work) else { return root.null() }
    root.object { cheapest in
      cheapest.key("price")
      cheapest.number(mix.price)
      cheapest.key("gpus")
      cheapest.object { gpus in
        for (count, offer) in zip(mix.counts, offers) where count > 0 { gpus.member(offer.name, count) }
      }
    }
  }

  private func writeTraining(_ training: TrainingMemory, to root: inout JSONWriter) {
    root.key("training")
    root.object { object in
      object.member("total_bytes", training.total)
      object.member("trainable_parameters", training.trainableElements)
      object.key("terms")
      object.array { list in for (name, figure) in training.terms { Self.write(name, figure, to: &list) } }
      object.key("devices")
      object.array { list in
        for (device, share) in trainingByDevice {
          list.object { entry in
            entry.key("device")
            entry.string(device.description)
            for (name, figure) in share.terms { entry.member(name + "_bytes", figure.bytes) }
            entry.member("total_bytes", share.total)
          }
        }
      }
      object.member("missing_bytes", trainingMissing)
      object.key("grows_with_batch")
      object.string("activations")
    }
  }

  private static func write(_ name: String, _ figure: Figure, to list: inout JSONWriter) {
    list.object { object in
      object.key("name")
      object.string(name)
      object.member("bytes", figure.bytes)
      object.key("confidence")
      object.string(figure.confidence.rawValue)
      object.key("formula")
      object.string(figure.formula)
    }
  }
}

extension JSONWriter {
  /// A member that is a whole number, or null.
  fileprivate mutating func member(_ name: String, _ value: Int?) {
    key(name)
    if let value { integer(value) } else { null() }
  }
}
