extension CheckpointError: CustomStringConvertible {
  /// What cannot be read, why, and what to do.
  public var description: String {
    switch self {
    case .file(let error): error.description
    case .safetensors(let error): error.description
    case .json(let file, let error): "'\(file)' is not JSON: \(error)"
    case .index(let error): error.description
    case .configNotObject(let file, let found): "'\(file)': a config has to be an object, and this is \(found.text)"
    case .unsupportedWeights(let directory, let files):
      "the weights in '\(directory)' (\(Self.list(files))) are not safetensors; convert them to safetensors"
    case .unsupportedFile(let path):
      "'\(path)' is not safetensors; convert it to safetensors, or plan from the config.json alone"
    case .unsupportedIndex(let path, let shard):
      "'\(path)' lists files that are not safetensors ('\(shard)'); convert them, or plan from the config.json alone"
    case .missingShards(let index, let shards, let count):
      "'\(index)' names \(count) files, of which \(shards.count) \(shards.count == 1 ? "is" : "are") missing: "
        + "\(Self.list(shards)); download them, or plan from the config.json alone"
    case .missingTensors(let index, let count, let first, let shard) where count == 1:
      "'\(index)' says that tensor '\(first)' is in '\(shard)', but no file has it; "
        + "the index and the files do not belong together: download them again"
    case .missingTensors(let index, let count, let first, let shard):
      "'\(index)' names \(count) tensors that no file has, the first of them '\(first)' in '\(shard)'; "
        + "the index and the files do not belong together: download them again"
    case .duplicateTensor(let name, let first, let second):
      "tensor '\(name)' is both in '\(first)' and in '\(second)'; if these are two checkpoints in one directory, "
        + "name the index or the file of one of them"
    case .tooLarge(let path): "'\(path)': more tensors or bytes than can be counted"
    default: contentsText
    }
  }

  /// What a directory holds that is no checkpoint.
  private var contentsText: String {
    switch self {
    case .nothingToRead(let directory, let others) where others.isEmpty:
      "'\(directory)' has neither a config.json nor .safetensors files; name the directory of a checkpoint"
    case .weightsBelow(let directory, let folders):
      "'\(directory)' has neither a config.json nor .safetensors files, and these below it have: \(Self.list(folders)); name "
        + "one of them"
    case .nothingToRead(let directory, let others):
      "'\(directory)' has no config.json, and its weights (\(Self.list(others))) are not safetensors; "
        + "add the config.json, or convert the weights to safetensors"
    case .emptyPipeline(let directory):
      "'\(directory)' holds a diffusers pipeline, and none of its components has weights; download them"
    case .pipelineWithoutComponents(let directory):
      "'\(directory)' holds a diffusers pipeline, and its model_index.json names no components; download it again, or plan a "
        + "part of it"
    case .componentWithoutWeights(let directory, let className):
      "'\(directory)' has no weights, and the pipeline's model_index.json names a \(className) there; download them, or take "
        + "the component out of model_index.json"
    case .componentOutside(let file, let component):
      "'\(file)' names the component '\(component)', which is no folder beside it"
    case .adapter(let directory, let base):
      "'\(directory)' holds an adapter, not a model; plan its base model"
        + (base.map { " (\($0))" } ?? ", which adapter_config.json names,") + " with --adapter '\(directory)'"
    case .pipeline(let directory, let components):
      "'\(directory)' holds a diffusers pipeline, not a model; 'plan' places its components whole (without --tp, --pp "
        + "and --export), its parts can be planned one by one"
        + (components.isEmpty ? "" : ": \(Self.list(components))")
    case .sentenceTransformer(let directory, let module):
      "'\(directory)' holds modules of sentence-transformers, and the model is one of them; plan "
        + (module.map { "'\($0)'" } ?? "the one with a config.json")
    default: ""
    }
  }

  /// At most eight names.
  static func list(_ names: [String]) -> String {
    let shown = names.prefix(8).joined(separator: ", ")
    return names.count > 8 ? shown + " and \(names.count - 8) more" : shown
  }
}

extension IndexError: CustomStringConvertible {
  public var description: String { "'\(file)': byte \(offset): \(reason)" }
}

extension IndexError.Reason: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notAnObject: "an index has to be a JSON object"
    case .noWeightMap: "the index has no object 'weight_map'; is it an index at all?"
    case .empty: "the 'weight_map' of the index is empty; download the index again"
    case .shardNotString(let tensor): "the file of tensor '\(tensor)' has to be a string"
    case .tooMany(let what, let limit): "weight_map names more than \(limit) \(what), which no model has"
    case .shardOutside(let tensor, let shard):
      "the file of tensor '\(tensor)' is '\(shard)', which is not beside the index"
    }
  }
}

extension JSONValue.Kind {
  /// The kind with its article.
  var text: String {
    switch self {
    case .object: "an object"
    case .array: "an array"
    case .string: "a string"
    case .number: "a number"
    case .bool: "true or false"
    case .null: "null"
    }
  }
}
