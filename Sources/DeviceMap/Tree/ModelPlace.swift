/// Where a model is that is loaded by its name, beside that name: on which hub, on which server, in which folder and files.
public struct ModelPlace: Hashable, Sendable {
  /// How `from_pretrained` of transformers finds files with weights.
  public enum Names: Hashable, Sendable {
    /// By itself: `model.safetensors` or its index.
    case usual
    /// By the word between name and ending (`fp16` of `model.fp16.safetensors`).
    case variant(String)
    /// Not at all.
    case other
  }

  /// Whether the name is that of a repository on a hub, and no folder.
  public var isRepository = false
  /// Whether that is a repository of ModelScope.
  public var isModelScope = false
  /// The server, where it is not the usual one of the hub (`https://host`).
  public var server: String?
  /// The folder of the repository that holds the model; nil for its root.
  public var folder: String?
  /// The files that were chosen among several weights; empty where there was no choice.
  public var files: [String] = []
  /// How the files are called.
  public var names = Names.usual

  /// The root of a folder, with the weights that are in it.
  public init() {}
}

extension ModelPlace.Names {
  /// - Parameters:
  ///   - files: names of the files with weights, or of their index.
  ///   - isWhole: whether a numbered file stands for all of its set.
  package init(of files: [String], isWhole: Bool) {
    guard let first = files.first else {
      self = .usual
      return
    }
    let name = ShardNumber(first).flatMap { isWhole ? String($0.head.dropLast()) + ".safetensors" : nil } ?? first
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    switch (parts.first, parts.dropFirst().first, parts.count) {
    case ("model", "safetensors", 2): self = .usual
    case ("model", "safetensors", 4) where parts[2...] == ["index", "json"]: self = .usual
    case ("model", "safetensors", 5) where parts[2] == "index" && parts[4] == "json": self = .variant(parts[3])
    case ("model", let word?, 3) where parts[2] == "safetensors" && !word.isEmpty: self = .variant(word)
    default: self = .other
    }
  }
}
