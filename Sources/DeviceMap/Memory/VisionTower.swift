/// The tower of a model that reads images: what they take while it runs, and the tokens that they become.
public struct VisionTower: Hashable, Sendable {
  /// Images of each sequence, and their size in pixels.
  public struct Images: Hashable, Sendable {
    /// Images in each sequence.
    public var count: Int
    /// Width and height; nil for the size that the tower was made for.
    public var size: Size?

    /// - Parameters:
    ///   - count: images in each sequence.
    ///   - size: their pixels; nil for what the tower was made for.
    public init(count: Int, size: Size? = nil) {
      self.count = count
      self.size = size
    }
  }

  /// Pixels.
  public struct Size: Hashable, Sendable {
    /// Pixels from left to right.
    public var width: Int
    /// Pixels from top to bottom.
    public var height: Int

    /// A size in pixels.
    public init(width: Int, height: Int) {
      self.width = width
      self.height = height
    }
  }

  /// The module of the tower.
  package var module: Int
  let hidden: Int
  let intermediate: Int
  /// Pixels of the side of a patch, and of the square that the tower was made for; nil where it takes any size.
  let patch: Int
  let side: Int?
  /// Tokens that stand for one crop, where the config says so.
  let tokensPerCrop: Int?
  /// Patches that become one token.
  let patchesPerToken: Int
  /// A large image is cut into crops of the tower's size, with a small one of the whole.
  let cropsImages: Bool
  /// Bytes for each pair of patches of a crop: heads whose scores stand in memory, in towers that have no kernel for their
  /// attention.
  let bytesPerPair: Int
  /// Layers whose results stay until one of them is taken as the features; 0 where the last one is.
  let keptLayers: Int
  /// All crops go through the tower as one sequence, under a mask of all pairs of patches.
  let masksPatches: Bool
  /// The decoder sees the tokens of an image in both directions, so that a mask of all pairs of tokens is made.
  let masksPrompt: Bool

  private static let cropping: Set<String> = [
    "llava_next", "llava_next_video", "llava_onevision", "internvl", "idefics2", "idefics3", "smolvlm", "mllama",
    "aya_vision", "cohere2_vision", "llama4", "ovis2", "got_ocr2", "perception_lm", "lfm2_vl", "granite4_vision",
  ]
  private static let bothDirections: Set<String> = ["gemma3", "gemma4", "gemma4_unified", "paligemma", "t5gemma2"]

  /// Towers after SAM, whose attention adds positions to its scores: three copies of them in 16 bits, and the softmax in
  /// single precision with its result.
  private static let scoring: Set<String> = ["got_ocr2", "pp_chart2table", "deepseek_ocr2"]
  private static let concatenating: Set<String> = ["mistral3", "pixtral", "lighton_ocr"]

  /// - Returns: nil for a model without a tower whose config is understood.
  init?(_ tree: ModuleTree) {
    guard let outer = tree.configurations.first?.fields,
      let config = outer.object("vision_config") ?? outer.object("thinker_config")?.object("vision_config"),
      // Where there are both, the hidden size is that of the decoder.
      let hidden = config.int("embed_dim", "hidden_size", "width", "d_model"), let patch = config.int("patch_size"),
      (1..<1 << 20).contains(hidden), (1..<1 << 12).contains(patch)
    else { return nil }
    self.hidden = hidden
    self.patch = patch
    intermediate = config.int("intermediate_size") ?? (config.int("mlp_ratio") ?? 4) *| hidden
    let merge = max(1, config.int("spatial_merge_size") ?? outer.int("spatial_merge_size", "scale_factor") ?? 1)
    patchesPerToken = outer.values["downsample_ratio"] == .real(0.5) ? 4 : merge *| merge
    side = config.int("image_size").flatMap { (1..<1 << 16).contains($0) ? $0 : nil }
    tokensPerCrop = outer.int("mm_tokens_per_image", "image_seq_length", "image_seq_len").flatMap { $0 > 0 ? $0 : nil }
    cropsImages = Self.cropping.contains(outer.modelType)
    bytesPerPair =
      Self.scoring.contains(outer.modelType) ? 12 *| max(1, config.int("num_attention_heads", "num_heads") ?? 1) : 0
    let layers = config.int("num_hidden_layers", "depth") ?? 0
    keptLayers = outer.int("vision_feature_layer").map { $0 == -1 ? 0 : max(0, layers) +| 1 } ?? 0
    masksPatches = Self.concatenating.contains(outer.modelType)
    masksPrompt = Self.bothDirections.contains(outer.modelType)
    let names: Set<String> = ["vision_tower", "vision_model", "visual", "vision_encoder", "vision"]
    module = (0..<tree.count).first { names.contains(tree.name(of: $0)) } ?? 0
  }

}

extension Workload {
  /// The workload with the mask of all pairs of tokens that some decoders make for images.
  func masked(by tower: VisionTower?) -> Workload {
    guard images != nil, tower?.masksPrompt == true else { return self }
    var work = self
    work.isPadded = true
    return work
  }
}

extension VisionTower {
  /// Crops of one image.
  private func crops(_ images: Images) -> Int {
    guard cropsImages, let side, let size = images.size else { return 1 }
    let (columns, rows) = ((size.width +| (side - 1)) / side, (size.height +| (side - 1)) / side)
    let count = columns *| rows
    return count > 1 ? count +| 1 : 1
  }

  /// Patches of one crop.
  private func patches(_ images: Images) -> Int {
    if let side { return max(1, (side / patch) *| (side / patch)) }
    let size = images.size ?? Size(width: 1024, height: 1024)
    return max(1, (size.width / patch) *| (size.height / patch))
  }

  /// Tokens of the prompt that the images of one sequence become.
  public func tokens(_ images: Images) -> Int {
    images.count *| (crops(images) *| (tokensPerCrop ?? max(1, patches(images) / patchesPerToken)))
  }

  /// Bytes of the tower while it reads the images of all sequences: an upper bound.
  func transient(_ work: Workload, _ images: Images) -> Figure {
    let e = work.elementBytes
    let crops = work.batch *| images.count *| crops(images)
    let each = patches(images)
    let kept = keptLayers *| (hidden *| e)
    let perPatch = kept +| e *| (8 *| hidden +| 3 *| intermediate) +| 16 *| hidden +| 3 *| (patch *| patch) *| (4 + e)
    var bytes = crops *| each *| perPatch
    var formula = "at most P (e (8h + 3I) + 16h + 3 p^2 (4 + e)), P patches of p x p pixels"
    if keptLayers > 0 { formula += ", with \(keptLayers) h e for the layers that are kept" }
    if bytesPerPair > 0 {
      bytes = bytes +| crops *| (each *| each *| bytesPerPair)
      formula += ", and \(bytesPerPair) for each pair of patches of a crop"
    }
    if masksPatches {
      bytes = bytes +| (crops *| each) *| (crops *| each) *| (3 * e)
      formula += ", and 3e for each pair of patches"
    }
    return Figure(bytes, formula, .derived)
  }

  /// Bytes beside the layers of the decoder while it reads the prompt: the features of the images, which stay until its
  /// end, and where they are put.
  func prompt(_ work: Workload, _ images: Images, hidden width: Int) -> Int {
    work.batch *| tokens(images) *| (width *| work.elementBytes) +| work.batch *| work.context
  }
}
