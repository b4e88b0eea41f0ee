/// How a tensor belongs to its module.
public enum TensorKind: UInt8, Sendable {
  /// Trained, and in the files.
  case parameter
  /// A buffer that is saved in checkpoints.
  case persistentBuffer
  /// A buffer that is computed when the model is built; it takes memory but is in no file.
  case transientBuffer
}
