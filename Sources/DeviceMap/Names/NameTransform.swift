/// A rule that turns names of tensors in files into names of the model (transformers 5.23.0,
/// `conversion_mapping.py` and `core_model_loading.py`).
package struct NameTransform: Sendable {
  package enum Kind: Sendable {
    /// Replaces what matches by the first target.
    case rename
    /// The same, and the tensors that arrive at one name become one tensor, or one becomes several.
    case convert(operations: [String])
    /// Pairs of sources and targets of which all but the first apply only after the first did.
    case group
    /// A rename that adds a number to the index that it captures.
    case offset(Int)
    /// A rename that halves the index that it captures, rounded down: two of the file are one of the model.
    case halve
  }

  package var kind: Kind
  package var sources: [String]
  package var targets: [String]

  package init(kind: Kind, sources: [String], targets: [String]) {
    self.kind = kind
    self.sources = sources
    self.targets = targets
  }
}
