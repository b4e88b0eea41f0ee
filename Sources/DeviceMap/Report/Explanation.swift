/// Why a plan is as it is, in sentences with numbers, built from its trace after the fact.
public struct Explanation: Sendable {
  let plan: Plan

  /// - Parameter plan: what is explained.
  public init(_ plan: Plan) { self.plan = plan }

  /// A sentence with what it is about.
  public struct Sentence: Hashable, Sendable {
    /// The heading of a boundary; nil where the sentence needs none.
    public var title: String?
    /// The whole sentence.
    public var text: String
    /// The device that it is about; nil for several.
    public var device: Device?
    /// The decision that it tells; nil for what was not decided but came about.
    public var event: TraceEvent?
  }

  /// One sentence for each time the policy left a device, one for each device that begins or takes what is offloaded
  /// for another reason, and one for each that stayed empty.
  ///
  /// - Complexity: O(decisions x depth).
  public func boundaries() -> [String] { sentences().map(\.text) }

  /// The sentences of ``boundaries()``, each with what it is about.
  ///
  /// - Complexity: O(decisions x depth).
  public func sentences() -> [Sentence] {
    var sentences: [Sentence] = []
    for event in plan.trace where event.outcome == .nextDevice {
      let title = "\(name(of: event)) ends before \(name(of: event.part))"
      sentences.append(Sentence(title: title, text: leaving(event), device: device(of: event), event: event))
    }
    return (sentences.isEmpty ? unlimited() : sentences) + stretches(besides: sentences) + empty()
  }

  /// The decisions that concern one module: those about itself, its parts, and the module that it went along with.
  ///
  /// - Parameter path: a dotted module path, `""` for the whole model.
  /// - Returns: nil if the model has no such module.
  /// - Complexity: O(decisions x depth).
  public func decisions(about path: String) -> [String]? { sentences(about: path)?.map(\.text) }

  /// The sentences of ``decisions(about:)``, each with what it is about.
  ///
  /// - Complexity: O(decisions x depth).
  public func sentences(about path: String) -> [Sentence]? {
    guard let module = plan.tree.module(at: path) else { return nil }
    var sentences: [Sentence] = []
    for event in plan.trace where concerns(event.part, module) {
      sentences.append(Sentence(text: sentence(event), device: device(of: event), event: event))
    }
    if let device = plan.device(ofModule: module) {
      sentences.append(Sentence(text: "\(name(path)) is on \(device.title).", device: device))
    } else {
      sentences.append(Sentence(text: spread(module)))
    }
    return sentences
  }

  // MARK: - Sentences

  private func sentence(_ event: TraceEvent) -> String {
    let part = name(of: event.part)
    let size = Self.size(event.size)
    switch event.outcome {
    case .placed: return "\(part) (\(size)) went to \(name(of: event)), which had \(room(event))."
    case .placedWithTies:
      return "\(part) went to \(name(of: event)) along with the module before it, whose storage it shares."
    case .split:
      return
        "\(part) needs \(size), more than \(name(of: event)) had left (\(room(event))), and was split into its children."
    case .splitPartner:
      let partner = event.partner ?? 0
      return "\(part) fits on \(name(of: event)) alone but not with \(name(plan.tree.path(of: partner))), "
        + "whose storage it shares; that one was split."
    case .escaped: return "\(part) fits nowhere as a whole and was placed tensor by tensor."
    case .fallback:
      return "\(part) needs \(Self.size(event.sizeWithTies)), more than \(name(of: event)) had left (\(room(event))); "
        + "a smaller part went before it, so that the device does not stay empty."
    case .nextDevice: return leaving(event)
    }
  }

  /// Why a device was left before a part.
  private func leaving(_ event: TraceEvent) -> String {
    let ties = event.sizeWithTies > event.size ? " with what it is tied to" : ""
    return
      "\(name(of: event.part)) needs \(Self.size(event.sizeWithTies))\(ties); \(name(of: event)) has \(room(event))\(because(event))."
  }

  /// What an event found free: after the cap and what is reserved.
  private func room(_ event: TraceEvent) -> String {
    guard let cap = event.cap else { return "no limit" }
    return "\(Self.size(max(0, cap - event.reserve - event.used))) left of \(Self.size(cap))"
  }

  private func because(_ event: TraceEvent) -> String {
    var reasons: [String] = []
    let running = 8 *| (plan.workload?.transientBytes ?? 0)
    if running > 0 { reasons.append("\(Self.size(running)) is kept free for the layer that runs") }
    if let cap = event.cap, let budget = plan.ledger[device(of: event)]?.budget, cap +| running < 8 *| budget {
      let why = plan.certificate == nil ? "balancing capped it" : "more would raise the largest share of a budget"
      reasons.append("\(why) (its budget is \(ByteText.size(budget)))")
    }
    if event.reserve > 0 {
      reasons.append("\(Self.size(event.reserve)) is kept free for the largest layer still to be placed")
    }
    return reasons.isEmpty ? "" : ", because " + reasons.joined(separator: " and ")
  }

  private func unlimited() -> [Sentence] {
    let used = plan.ledger.accounts.filter { $0.weights > 0 }
    guard let load = used.first, used.count == 1 else { return [] }
    let text = "The whole model (\(ByteText.size(load.weights))) is on \(load.device.title)."
    return [Sentence(title: "No boundary", text: text, device: load.device)]
  }

  private func empty() -> [Sentence] {
    let left = Set(plan.trace.filter { $0.outcome == .nextDevice }.map { device(of: $0) })
    return plan.ledger.accounts.filter { $0.weights == 0 && $0.device.isAccelerator && !left.contains($0.device) }.map {
      Sentence(title: "Empty", text: "\($0.device.title) stays empty: \(reasonOfEmptiness).", device: $0.device)
    }
  }

  private func spread(_ module: Int) -> String {
    var devices: [Device] = []
    for key in plan.keys where concerns(key.part, module) && !devices.contains(key.device) {
      devices.append(key.device)
    }
    let names = devices.sorted().map(\.title).joined(separator: ", ")
    return "\(name(plan.tree.path(of: module))) is spread over \(names)."
  }

  // MARK: - Names

  private func concerns(_ part: TreePart, _ module: Int) -> Bool {
    let range = module..<plan.tree.end(of: module)
    switch part {
    case .module(let other): return range.contains(other) || (other..<plan.tree.end(of: other)).contains(module)
    case .tensor(let tensor): return range.contains(Int(plan.tree.tensors[tensor].owner))
    }
  }

  func name(of part: TreePart) -> String {
    switch part {
    case .module(let module): name(plan.tree.path(of: module))
    case .tensor(let tensor): plan.tree.path(ofTensor: tensor)
    }
  }

  func device(of event: TraceEvent) -> Device { plan.devices[event.device].device }

  private func name(of event: TraceEvent) -> String { device(of: event).title }

  func name(_ path: String) -> String { path.isEmpty ? "the model" : path }

  static func size(_ bits: Int) -> String { ByteText.size((bits + 7) / 8) }
}
