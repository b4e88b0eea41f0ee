/// A diffusers pipeline: a folder whose model_index.json names components, models of their own in folders beside it.
public struct DiffusersPipeline: Sendable {
  /// A component with weights.
  public struct Component: Sendable {
    /// The name of its folder (`unet`).
    public let name: String
    /// The name of its Python class (`UNet2DConditionModel`).
    public let className: String
    /// What its files say.
    public let checkpoint: Checkpoint
  }

  /// The file that says of a folder that it holds a pipeline.
  package static let indexName = "model_index.json"

  /// The name of the pipeline's Python class (`StableDiffusionPipeline`).
  public let className: String
  /// In the order of model_index.json; what has no weights (schedulers, tokenizers) is left out.
  public let components: [Component]

  /// Reads the headers of all components; nil for a folder without a model_index.json.
  ///
  /// - Parameters:
  ///   - path: the folder of the pipeline.
  ///   - options: how headers are read.
  /// - Throws: ``CheckpointError`` when a component cannot be read, or has none or weights in other formats alone, and when no component has any.
  /// - Complexity: O(bytes of headers).
  public init?(at path: String, options: Checkpoint.Options = Checkpoint.Options()) throws(CheckpointError) {
    let file = Files.join(path, Self.indexName)
    guard try CheckpointError.wrap({ () throws(FileError) in try Files.kind(of: file) }) == .regular else { return nil }
    let index = try ModelConfig(path: file)
    var components: [Component] = []
    for (name, className) in Self.components(of: index) {
      guard ShardIndexScanner.isPlainName(name.utf8) else { throw .componentOutside(file: file, component: name) }
      let folder = Files.join(path, name)
      guard try Self.hasWeights(folder) else {
        if Self.isModel(className) { throw .componentWithoutWeights(directory: folder, className: className) }
        continue
      }
      let checkpoint = try Checkpoint(at: folder, options: options)
      components.append(Component(name: name, className: className, checkpoint: checkpoint))
    }
    try self.init(index, components, at: path)
  }

  /// - Parameters:
  ///   - index: model_index.json.
  ///   - components: those with weights, in its order.
  ///   - path: what errors call it.
  init(_ index: ModelConfig, _ components: [Component], at path: String) throws(CheckpointError) {
    if Self.components(of: index).isEmpty { throw .pipelineWithoutComponents(directory: path) }
    guard !components.isEmpty else { throw .emptyPipeline(directory: path) }
    className = index["_class_name"]?.string ?? "DiffusionPipeline"
    self.components = components
  }

  /// The names and classes that a model_index.json has, in its order.
  static func components(of index: ModelConfig) -> [(name: String, className: String)] {
    index.json.members.compactMap { member in
      guard member.value.kind == .array, let name = member.value[1]?.string else { return nil }
      return (member.key, name)
    }
  }

  /// Whether a class has weights by its name: what makes or reads inputs and steps has none.
  static func isModel(_ className: String) -> Bool {
    !["Scheduler", "Tokenizer", "TokenizerFast", "Processor", "FeatureExtractor"].contains { className.hasSuffix($0) }
  }

  /// Whether a folder holds weights; those of a format that is not read are an error.
  private static func hasWeights(_ folder: String) throws(CheckpointError) -> Bool {
    let kind = try CheckpointError.wrap { () throws(FileError) in try Files.kind(of: folder) }
    guard kind == .directory else { return false }
    let names = try CheckpointError.wrap { () throws(FileError) in try Files.list(folder) }
    if names.contains(where: { $0.hasSuffix(".safetensors") }) { return true }
    let others = names.filter(CheckpointFiles.isOtherWeights)
    if !others.isEmpty { throw .unsupportedWeights(directory: folder, files: others) }
    return false
  }
}
