extension CheckpointNote: CustomStringConvertible {
  /// One sentence for people.
  public var description: String {
    switch self {
    case .indexIgnored(let index, let file):
      "there are both '\(file)' and '\(index)'; '\(file)' is read, as transformers does it"
    case .extraFiles(let files):
      "not part of the checkpoint that is read, and left out: \(CheckpointError.list(files))"
    case .tensorsNotInIndex(let count, let first, let shard):
      "the index leaves out \(count) of the tensors in its files ('\(first)' in '\(shard)'); they are counted"
    case .tensorsInNoFile(let count, let first, let shard):
      "the index names \(count) tensor\(count == 1 ? "" : "s") that no file has ('\(first)' in '\(shard)'); transformers loads "
        + "the model without"
    case .tensorsElsewhere(let count, let first, let indexed, let actual):
      "\(count) of the tensors are not in the file that the index names ('\(first)': '\(actual)', not '\(indexed)')"
    case .tensorsInTwoFiles(let count, let first, let passedOver, let counted):
      "\(count) of the tensors \(count == 1 ? "is" : "are") in several files ('\(first)' in '\(passedOver)' and in '\(counted)'); "
        + "transformers reads the last, which is counted"
    case .totalSizeDiffers(let index, let actual):
      "the index gives a total_size of \(ByteText.exact(index)), and the tensors have \(ByteText.exact(actual)); "
        + "the tensors are right"
    case .dataMissing(let files): "only the headers are there, not all of the data: \(CheckpointError.list(files))"
    case .noConfig: "there is no config.json beside the weights; the architecture is inferred from the tensor names"
    case .otherWeights(let files):
      "the weights are not safetensors and are not read (\(CheckpointError.list(files))); the config is used alone"
    case .weightsInFolders(let folders):
      "there are no safetensors files to read, so that sizes come from config.json alone; there are some in "
        + CheckpointError.list(folders) + ", each of which can be planned by its path"
    case .noWeights: "there are no safetensors files to read, so that sizes come from config.json alone"
    case .shardsMissing(let index, let shards, let count):
      "\(count - shards.count) of \(count) shards are there; the plan is made from config.json and their headers: "
        + "'\(index)' names \(CheckpointError.list(shards)) too"
    case .modulesBeside(let folders, let bytes):
      "modules.json of sentence-transformers names more modules with weights (\(CheckpointError.list(folders)), "
        + "\(ByteText.exact(bytes))), which are not part of the model here and not counted: leave room for them"
    case .noTensors(let files):
      "there are no tensors in \(CheckpointError.list(files)); the config is used alone"
    case .unusualNames(let files, let variant):
      "from_pretrained looks for model.safetensors or its index and does not find \(CheckpointError.list(files)); "
        + (variant.map { "with variant=\"\($0)\" it does" } ?? "give the file that name")
    case .oneOfSeveral(let file):
      "'\(file)' is one of several files; name its directory, or the repository without --file, to plan the "
        + "whole checkpoint"
    case .partOfSet(let present, let total):
      "\(present) of \(total) shards are there, and no index; the plan is made from config.json and their headers"
    case .wrongType(let wrong):
      "'\(wrong.key)' in the config has to be \(wrong.expected), and is ignored (byte \(wrong.offset))"
    }
  }

  /// A stable identifier for programs, in kebab case.
  public var code: String {
    switch self {
    case .indexIgnored: "index-ignored"
    case .extraFiles: "extra-files"
    case .tensorsNotInIndex: "tensors-not-in-index"
    case .tensorsInNoFile: "tensors-in-no-file"
    case .tensorsElsewhere: "tensors-elsewhere"
    case .tensorsInTwoFiles: "tensors-in-two-files"
    case .totalSizeDiffers: "total-size-differs"
    case .dataMissing: "data-missing"
    case .noConfig: "no-config"
    case .otherWeights: "other-weights"
    case .modulesBeside: "modules-beside"
    case .weightsInFolders, .noWeights: "no-safetensors"
    case .shardsMissing: "part-of-set"
    case .noTensors: "no-tensors"
    case .unusualNames: "unusual-names"
    case .oneOfSeveral: "one-of-several"
    case .partOfSet: "part-of-set"
    case .wrongType: "wrong-type"
    }
  }
}
