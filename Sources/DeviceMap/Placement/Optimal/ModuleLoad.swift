/// What a module needs on its device besides weights.
public struct ModuleLoad: Sendable, Hashable {
  /// Index of the module in its tree.
  public var module: Int
  /// Bytes that stay: cache, recurrent state.
  public var resident: Int
  /// Bytes needed only while the module runs; a device needs the largest of its modules' once.
  public var transient: Int
  /// Bytes of weights that are read for one token; nil for all of them.
  public var read: Int?
  /// Bytes of activations that are handed on to the next module.
  public var output: Int

  public init(module: Int, resident: Int = 0, transient: Int = 0, read: Int? = nil, output: Int = 0) {
    self.module = module
    self.resident = resident
    self.transient = transient
    self.read = read
    self.output = output
  }
}

/// Loads that depend on how many tokens are held.
public struct PlacementLoads: Sendable {
  /// Tokens to plan for.
  public var tokens: Int
  /// No more tokens than these are asked for.
  public var mostTokens: Int
  /// The loads of all modules that have any, with so many tokens; more tokens never need less.
  public var at: @Sendable (_ tokens: Int) -> [ModuleLoad]

  public init(
    tokens: Int = 0, mostTokens: Int = 1 << 24, at: @escaping @Sendable (_ tokens: Int) -> [ModuleLoad]
  ) {
    self.tokens = tokens
    self.mostTokens = mostTokens
    self.at = at
  }
}
