/// What changes a plan besides policy, engine and limits.
public struct PlacementOptions: Sendable {
  /// Classes that are not cut, instead of the tree's own; nil for the tree's.
  public var noSplitClasses: [String]?

  /// Floating tensors wider than this are counted at this width (`dtype` of accelerate).
  public var dtype: ElementWidth?

  /// Widths of single tensors by path; they win over `dtype` and hold for integers too.
  public var specialDTypes: [String: ElementWidth]

  /// The buffers of offloaded modules are offloaded too. Changes a warning only, as in the references.
  public var offloadBuffers: Bool

  /// On a device that would stay empty, search for any module that fits (accelerate only).
  public var fallbackAllocation: Bool

  /// Every cap is multiplied by this after balancing; the references take 0.9 for models quantised while loading.
  public var capFactor: Double

  /// What running the model adds to its modules and keeps free on its devices; nil to count weights alone, as the
  /// references do.
  public var running: RunningMemory?

  /// The options of a plan; each is what the references do where it is left out.
  public init(
    noSplitClasses: [String]? = nil, dtype: ElementWidth? = nil, specialDTypes: [String: ElementWidth] = [:],
    offloadBuffers: Bool = false, fallbackAllocation: Bool = false, capFactor: Double = 1, running: RunningMemory? = nil
  ) {
    self.noSplitClasses = noSplitClasses
    self.dtype = dtype
    self.specialDTypes = specialDTypes
    self.offloadBuffers = offloadBuffers
    self.fallbackAllocation = fallbackAllocation
    self.capFactor = capFactor
    self.running = running
  }
}
