/// What one device carries, in bytes. Every table, bar, drawing and JSON shows these figures.
///
///     ├───────────────────────────── limit ─────────────────────────────┤   what the user gave
///     ├─ reserve ─┼────────────────────── budget ───────────────────────┤   kept free / may be used
///                 ├─ weights ─┼─ state ─┼─ transient ─┼────── free ─────┤
///                 ├────────────── used ───────────────┤
///                 ├───────────────── cap ──────────────────┤               what a policy left of the budget
public struct DeviceAccount: Hashable, Sendable {
  /// Whose account it is.
  public var device: Device
  /// What of the device was offered; nil for no limit.
  public var limit: Int?
  /// Kept free for what is not the model.
  public var reserve: Int
  /// What the policy was willing to fill with weights and state; nil for no limit.
  public var cap: Int?
  /// Parameters and buffers, a storage that is shared on the device once.
  public var weights = 0
  /// What stays beside them while the model runs: caches, recurrent states, inputs; in a training gradients, optimizer
  /// states and activations.
  public var state = 0
  /// What is needed only while a layer runs: the largest of the layers here, and on the device that computes for the
  /// cpu and the disk the largest part that is brought from there.
  public var transient = 0
  /// Number of tensors on the device.
  public var tensors = 0
  /// First and last key of the device_map here, in module order.
  public var first: String?
  /// The last key of the device_map here, in module order.
  public var last: String?

  /// An account of a device on which nothing is.
  public init(_ device: Device, limit: Int?, reserve: Int = 0, cap: Int? = nil) {
    self.device = device
    self.limit = limit
    self.reserve = reserve
    self.cap = cap
  }

  /// What a model may use: the limit without the reserve; nil for no limit.
  public var budget: Int? { DeviceBudget(device, bytes: limit, reserve: reserve).bytes }

  /// What running adds at its peak.
  public var peak: Int { state +| transient }

  /// What counts against the budget.
  public var used: Int { weights +| peak }

  /// What is left of the budget, negative when it is exceeded; nil for no limit.
  public var free: Int? { budget.map { $0 - used } }
}
