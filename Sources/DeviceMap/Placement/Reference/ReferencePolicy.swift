/// The policies of the reference libraries, by the rules of transformers 5.23.0 or accelerate 1.15.0.
///
/// `auto` and `balanced` are one policy. Where a reference raises an error the policy has a defined answer, and a note
/// of the placement names the deviation.
public struct ReferencePolicy: PlacementPolicy, Hashable {
  enum Method: Hashable { case auto, balanced, balancedLow0, sequential }

  let method: Method

  public var name: String {
    switch method {
    case .auto: "auto"
    case .balanced: "balanced"
    case .balancedLow0: "balanced_low_0"
    case .sequential: "sequential"
    }
  }

  /// The policy with a name of the references; nil for another name.
  ///
  /// - Complexity: O(policies).
  public init?(named name: String) {
    let all: [Method] = [.auto, .balanced, .balancedLow0, .sequential]
    guard let policy = all.map(ReferencePolicy.init(method:)).first(where: { $0.name == name }) else { return nil }
    self = policy
  }

  init(method: Method) { self.method = method }

  /// - Complexity: O((modules + tensors) log modules).
  public func place(_ task: PlacementTask) -> Placement {
    var balance = Balance(task)
    balance.apply(method)
    let ties = TieTable(task.tree, onlyParameters: task.engine.asksAccelerate)
    // Where the reference has no answer to reproduce, its mistakes about ties are not repeated either.
    let tiesAsOne = !balance.notes.isEmpty && ties.hasMistakes
    do {
      var packer = ReferencePacker(task, caps: balance.caps, ties: ties, tiesAsOne: tiesAsOne)
      try packer.pack()
      return packer.placement(balance, notes: [])
    } catch {
      // The reference raises here. Placing each tied group in one piece can never lose a partner.
      var packer = ReferencePacker(task, caps: balance.caps, ties: ties, tiesAsOne: true)
      try? packer.pack()
      let note = Note(
        code: "ties-placed-as-one",
        "the reference fails here because \(task.tree.path(ofTensor: error.tensor)) is tied to something already "
          + "placed; tied parts were placed together instead")
      return packer.placement(balance, notes: [note])
    }
  }
}

extension PlacementPolicy where Self == ReferencePolicy {
  /// Evens out the load of the accelerators before they are filled in order.
  public static var auto: ReferencePolicy { ReferencePolicy(method: .auto) }
  /// The same as `auto`.
  public static var balanced: ReferencePolicy { ReferencePolicy(method: .balanced) }
  /// As `auto`, but the first GPU gets only what the others have no room for.
  public static var balancedLow0: ReferencePolicy { ReferencePolicy(method: .balancedLow0) }
  /// Fills the devices in order up to their budgets.
  public static var sequential: ReferencePolicy { ReferencePolicy(method: .sequential) }
}
