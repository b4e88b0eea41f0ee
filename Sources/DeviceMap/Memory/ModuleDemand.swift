/// What one module needs on its device besides weights.
public struct ModuleDemand: Hashable, Sendable {
  /// Index of the module in its tree.
  public var module: Int
  /// Bytes that stay: cache and recurrent state between tokens; in a training gradients, optimizer and activations.
  public var held: Int
  /// Bytes needed only while the module runs; a device needs the largest of its modules' once.
  public var transient: Int
  /// Bytes that stay from a prefill until the next token: what lies before a window.
  public var leftover: Int
  /// Bytes of activations that are handed to the next module.
  public var output: Int

  /// What a module adds while the model runs, in bytes.
  public init(module: Int, held: Int = 0, transient: Int = 0, leftover: Int = 0, output: Int = 0) {
    self.module = module
    self.held = held
    self.transient = transient
    self.leftover = leftover
    self.output = output
  }

  /// Bytes that are there at the end of a prefill, when most is.
  public var resident: Int { held +| leftover }
}
