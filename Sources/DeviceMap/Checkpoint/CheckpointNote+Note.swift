extension CheckpointNote {
  /// The remark as results carry it.
  package var note: Note {
    switch self {
    case .dataMissing, .otherWeights, .tensorsElsewhere, .tensorsInNoFile, .tensorsNotInIndex, .partOfSet, .wrongType,
      .modulesBeside, .noTensors, .weightsInFolders, .noWeights, .shardsMissing, .unusualNames:
      Note(.warning, code: code, description)
    default: Note(code: code, description)
    }
  }
}
