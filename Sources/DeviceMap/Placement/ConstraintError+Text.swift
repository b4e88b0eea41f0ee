extension ConstraintError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .matchesNothing(let pattern, let rule):
      return "\(rule): no module matches \(pattern); 'tree' lists the modules of the model"
    case .deviceNotOffered(let device, let rule):
      return "\(rule): device \(device) has no budget; add it to max-memory"
    case .cutsBlock(let block, let module, let rule):
      return "\(rule): \(module) lies inside the block \(block), which is not cut; match the block, "
        + "or pin the module to cpu or disk"
    case .separatesTied(let tensor, let other, let rule):
      return "\(rule): \(tensor) shares its storage with \(other) and cannot be elsewhere"
    case .contradiction(let module, let rules):
      return "\(module) can be on no device under \(Self.list(rules)); tied weights and modules kept together share "
        + "their rules"
    case .noExperts:
      return "no module of the model is called 'experts', so none can be placed apart"
    case .exceedsBudget(let device, let bytes, let rules):
      return
        "device \(device) would carry \(ByteText.size(bytes)) more than its budget\(Self.because(rules)); raise its budget "
        + "or place less there"
    case .speedUnknown(let device):
      return "the objective latency needs the memory bandwidth of device \(device)"
    case .tooManyDevices(let count, let most):
      return "\(count) accelerators are too many to count (at most \(most)); name fewer, take --any-order where they "
        + "are alike, or take another objective"
    case .tooManyPatterns(let count, let modules):
      return "\(count) patterns over \(modules) modules are more than one plan can match; name fewer"
    case .fitsNowhere(let module, let rules):
      return "\(module) fits on none of the accelerators that it may be on\(Self.because(rules))"
    case .impossible(let rules):
      return "no placement respects the budgets\(Self.because(rules))"
    }
  }

  private static func list(_ rules: [String]) -> String { rules.joined(separator: ", ") }

  private static func because(_ rules: [String]) -> String { rules.isEmpty ? "" : " under \(list(rules))" }
}
