/// Why a checkpoint cannot be read.
public enum CheckpointError: Error, Hashable, Sendable {
  /// The system did not give a file.
  case file(FileError)
  /// A file is not acceptable safetensors.
  case safetensors(SafetensorsError)
  /// A file is not JSON.
  case json(file: String, JSONError)
  /// A `model.safetensors.index.json` says nothing usable.
  case index(IndexError)
  /// A config.json is JSON, but not an object.
  case configNotObject(file: String, found: JSONValue.Kind)
  /// The directory has neither a config.json nor safetensors files; `others` are weights in other formats.
  case nothingToRead(directory: String, others: [String])
  /// Neither a config nor weights, but directories below with weights.
  case weightsBelow(directory: String, folders: [String])
  /// A folder of a diffusers pipeline none of whose components has weights.
  case emptyPipeline(directory: String)
  /// The model_index.json of a directory names no components.
  case pipelineWithoutComponents(directory: String)
  /// A component of a diffusers pipeline that is a model by its class, and has no weights.
  case componentWithoutWeights(directory: String, className: String)
  /// A component of a diffusers pipeline whose name leads out of the pipeline's folder.
  case componentOutside(file: String, component: String)
  /// A folder whose weights are of formats that are not read.
  case unsupportedWeights(directory: String, files: [String])
  /// The file is none of those that describe a checkpoint.
  case unsupportedFile(path: String)
  /// The index is one of files in another format.
  case unsupportedIndex(path: String, shard: String)
  /// Files that the index names are not there.
  case missingShards(index: String, shards: [String], of: Int)
  /// The directory holds a LoRA adapter, or another of PEFT, without the model that it is for.
  case adapter(directory: String, base: String?)
  /// The directory holds a diffusers pipeline, whose parts are models of their own.
  case pipeline(directory: String, components: [String])
  /// The directory holds modules of sentence-transformers, of which one is the model.
  case sentenceTransformer(directory: String, module: String?)
  /// Most tensors that the index names are in none of its files; `first` is one of them, which should be in `shard`.
  case missingTensors(index: String, count: Int, first: String, shard: String)
  /// A tensor is in two files, at most one of which can be meant.
  case duplicateTensor(name: String, first: String, second: String)
  /// More tensors or bytes than can be counted.
  case tooLarge(path: String)

  /// Runs `body`, turning its error into a `CheckpointError`.
  static func wrap<Result: ~Copyable>(_ body: () throws(FileError) -> Result) throws(CheckpointError) -> Result {
    do throws(FileError) {
      return try body()
    } catch {
      throw .file(error)
    }
  }
}
