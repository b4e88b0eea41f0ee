/// Why constraints cannot be met.
public enum ConstraintError: Error, Hashable, Sendable {
  /// No module has a path that the pattern of the rule matches.
  case matchesNothing(pattern: String, rule: String)
  /// The rule names a device without a budget.
  case deviceNotOffered(Device, rule: String)
  /// The rule would cut a block: it matches a module inside it. Inside blocks, modules can be pinned to cpu or disk
  /// alone.
  case cutsBlock(block: String, module: String, rule: String)
  /// The rule would separate tensors that share storage.
  case separatesTied(tensor: String, from: String, rule: String)
  /// These rules leave no device for the module, together with what must be on the same device.
  case contradiction(module: String, rules: [String])
  /// Experts are to be placed apart, but no module of the model is called `experts`.
  case noExperts
  /// What the rules put on a device is more than its budget by some bytes.
  case exceedsBudget(Device, bytes: Int, rules: [String])
  /// The objective asks for times, and the speed of this device is not known.
  case speedUnknown(Device)
  /// The objective is not found for so many accelerators that are not alike.
  case tooManyDevices(Int, most: Int)
  /// So many patterns over so many modules are more than one plan may match.
  case tooManyPatterns(Int, modules: Int)
  /// A module that may not be offloaded fits on none of the accelerators that it may be on.
  case fitsNowhere(module: String, rules: [String])
  /// No placement respects all rules and budgets at once.
  case impossible(rules: [String])
}
