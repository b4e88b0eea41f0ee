/// Why no plan can be made.
public enum PlacementError: Error, Hashable, Sendable {
  /// The limits cannot be used.
  case maxMemory(MaxMemoryError)
  /// The tensors up to this one are larger than 2^60 bits, or its own size is not a number.
  case sizeOverflow(tensor: String)
  /// A policy put nothing on any device for this tensor.
  case notPlaced(tensor: String)
  /// A policy placed a module or tensor, or something around it, twice.
  case placedTwice(path: String)
  /// A policy used a device that it was not given.
  case deviceNotOffered(Device, path: String)
  /// A policy named a module or tensor that is not in the tree.
  case noSuchPart(TreePart)
  /// The tree is the outline that a plan has which was read from JSON: it has no tensors to count.
  case outline
  /// What the caller demands of a placement cannot be met.
  case constraint(ConstraintError)
}
