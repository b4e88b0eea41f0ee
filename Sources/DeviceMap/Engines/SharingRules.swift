/// How an engine shares the tensors of a model.
protocol SharingRules {
  /// The cut of a tensor for some ranks.
  ///
  /// - Throws: ``ParallelError`` when the ranks cannot share it.
  func cut(of tensor: SharedTensor) throws(ParallelError) -> TensorCut
  /// Where the tensors outside the layers are.
  func place(ofOutside tensor: SharedTensor) -> StagePlace
  /// Bits of an element where the engine does not take the model's dtype; 0 for a buffer that it does not have.
  func bits(of tensor: SharedTensor, isParameter: Bool) -> Int?
  /// Whether a head that shares the embedding needs it on the last stage.
  var bringsEmbeddingToLast: Bool { get }
}

/// The stages that hold what is in no layer; `host` for the memory of the host.
enum StagePlace: Hashable, Sendable { case first, last, all, host }

/// A parameter, as rules look at it.
struct SharedTensor {
  /// Components of its path.
  let path: [Substring]
  let extents: TensorExtents
  let dtype: DType
  /// Class of the module that owns it.
  let className: String
  /// The config of the model that it belongs to.
  let config: ConfigFields
  /// Whether it stands before the layers.
  let isBeforeLayers: Bool
  /// Whether it is the embedding of tokens or the output layer, or shares their weights.
  let isVocabulary: Bool

  /// Name of the parameter (`weight`).
  var name: Substring { path.last ?? "" }
  /// Name of the module that owns it (`q_proj`).
  var owner: Substring { path.count > 1 ? path[path.count - 2] : "" }
  var isExpert: Bool { path.dropLast().contains("experts") }
  /// Whether it is of one expert alone (`experts.3.up_proj`), not of all.
  var isOneExpert: Bool {
    guard let place = path.firstIndex(of: "experts"), place + 1 < path.count else { return false }
    return Int(path[place + 1]) != nil
  }
}
