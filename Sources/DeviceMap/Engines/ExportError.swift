/// Why a plan cannot be written for an engine.
public enum ExportError: Error, Hashable, Sendable {
  /// The plan was read from its JSON, so that the layers of its model are not known.
  case outline
  /// The model has no list of repeated layers.
  case noLayers
  /// Encoder and decoder: engines count the layers of one stack only.
  case severalStacks([String])
  /// A layer lies on several devices, by the policy of this name.
  case cutInside(String, policy: String)
  /// Layers of another device stand between those of this one.
  case notContiguous(Device, layer: String, policy: String)
  /// The engine takes no part on these devices; `nearest` is what it can do.
  case refusedDevices(ExportTarget, [Device], nearest: String)
  /// The engine cannot take this plan for another reason; `nearest` is what it can do.
  case refused(ExportTarget, reason: String, nearest: String)
}
