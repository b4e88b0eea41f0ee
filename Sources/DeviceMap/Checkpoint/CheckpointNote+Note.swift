extension CheckpointNote {
  /// The remark as results carry it.
  package var note: Note {
    switch self {
    case .dataMissing, .otherWeights, .tensorsElsewhere, .tensorsNotInIndex, .wrongType:
      Note(.warning, code: "checkpoint", description)
    default: Note(code: "checkpoint", description)
    }
  }
}
