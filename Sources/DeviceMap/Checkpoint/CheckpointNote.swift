/// What is odd about a checkpoint that can be read all the same.
public enum CheckpointNote: Hashable, Sendable {
  /// A directory has both, and `model.safetensors` is read, as transformers does it.
  case indexIgnored(index: String, file: String)
  /// Safetensors files in the directory that belong to no index and are not read.
  case extraFiles([String])
  /// Tensors in the files that the index does not name; `first` is one of them.
  case tensorsNotInIndex(count: Int, first: String, shard: String)
  /// Tensors that the index names and no file has; `first` is one of them, which should be in `shard`.
  case tensorsInNoFile(count: Int, first: String, shard: String)
  /// Tensors that are in another file than the index says; `first` is one of them.
  case tensorsElsewhere(count: Int, first: String, indexed: String, actual: String)
  /// Tensors that several files of the index have; `first` is one of them, and `counted` the file that it is read from.
  case tensorsInTwoFiles(count: Int, first: String, passedOver: String, counted: String)
  /// `metadata.total_size` of the index is not the sum of the tensors.
  case totalSizeDiffers(index: Int, actual: Int)
  /// The data of these files is missing or cut off, which was allowed.
  case dataMissing([String])
  /// There is no config.json beside the weights.
  case noConfig
  /// There are weights, but in a format that is not read; the config is used alone.
  case otherWeights([String])
  /// The weights are in directories of the directory alone, and not read.
  case weightsInFolders([String])
  /// The directory has a config.json and no weights at all.
  case noWeights
  /// The index names so many files, of which these are not there.
  case shardsMissing(index: String, shards: [String], of: Int)
  /// modules.json of sentence-transformers names modules after the model, with so many bytes of weights.
  case modulesBeside(folders: [String], bytes: Int)
  /// Files without a single tensor.
  case noTensors([String])
  /// Files of names under which from_pretrained looks for no weights; the part of the name that it takes as `variant`, where
  /// there is one.
  case unusualNames([String], variant: String?)
  /// The file is one of several of a checkpoint, and is read alone.
  case oneOfSeveral(file: String)
  /// The directory has so many of the files of a numbered set, and no index.
  case partOfSet(present: Int, total: Int)
  /// A key of the config has the wrong type and counts as absent.
  case wrongType(ModelConfig.WrongType)
}
