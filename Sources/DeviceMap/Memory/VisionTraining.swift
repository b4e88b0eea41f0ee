/// A vision model as a training sees it: what an image leaves behind in each module, for the backward pass.
struct VisionTraining: Hashable, Sendable {
  /// Bytes of one image at 2 bytes an element, by module.
  var saved: [Item]

  struct Item: Hashable, Sendable {
    var module: Int
    var bytes: Int
  }

  /// - Returns: nil for a model of another kind than was measured.
  init?(_ tree: ModuleTree) {
    guard let configuration = tree.configurations.first else { return nil }
    let fields = configuration.fields
    if let block = BlockActivations.of(fields), fields.int("image_size") != nil {
      guard let found = Self.transformer(tree, fields, block) else { return nil }
      saved = found
    } else if fields.modelType == "resnet" {
      saved = Self.residual(tree, fields)
    } else {
      return nil
    }
  }

  /// Layers that see one token for each patch, and one for the class.
  private static func transformer(_ tree: ModuleTree, _ config: ConfigFields, _ block: BlockActivations) -> [Item]? {
    guard let hidden = config.int("hidden_size"), let intermediate = config.int("intermediate_size"),
      let heads = config.int("num_attention_heads"), let count = config.int("num_hidden_layers"),
      let side = config.int("image_size"), let patch = config.int("patch_size"), patch > 0, side > 0, side < 1 << 20
    else { return nil }
    let tokens = (side / patch) *| (side / patch) +| 1
    let perToken =
      block.hidden *| hidden +| block.intermediate *| intermediate +| block.heads *| heads +| block.constant
    for module in 0..<tree.count where !tree.isLeaf(module) {
      let children = Array(tree.children(of: module))
      guard children.count == count, tree.name(of: children[0]) == "0" else { continue }
      var items = children.map { Item(module: $0, bytes: tokens *| perToken) }
      items.append(Item(module: children[0], bytes: tokens *| (block.outerHidden *| hidden)))
      return items
    }
    return nil
  }

  /// Convolutions with the norm behind them: the norm keeps what the convolution made, the activation what it made.
  private static func residual(_ tree: ModuleTree, _ config: ConfigFields) -> [Item] {
    let pixels = config.int("image_size") ?? 224
    let first = config.bool("downsample_in_first_stage") == true ? 8 : 4
    let isBottleneck = config.values["layer_type"].map { $0 == .text("bottleneck") } ?? true
    let stridesFirst = !isBottleneck || config.bool("downsample_in_bottleneck") == true
    var items: [Item] = []
    for module in 0..<tree.count where tree.className(of: module) == "Conv2d" {
      guard let weight = tree.ownTensors(of: module).first, let width = channels(tree, module) else { continue }
      let place = ConvolutionPlace(tree.path(of: module), stridesFirst: stridesFirst)
      let side = place.stage < 0 ? pixels / 2 : max(1, pixels / (first << min(place.stage, 20)) * place.scale)
      let map = width *| (side *| side)
      // What it made, for the norm, and once more behind the activation; the last of a block is activated after the sum.
      var bytes = place.isShortcut ? 2 *| map : 4 *| map
      if place.stage < 0 { bytes = bytes +| (map / 4) *| 10 }
      items.append(Item(module: Int(tree.tensors[weight].owner), bytes: bytes))
    }
    return items
  }

  /// Channels that a convolution makes: those of the norm beside it.
  private static func channels(_ tree: ModuleTree, _ module: Int) -> Int? {
    tree.children(of: tree.parent(of: module)).lazy.compactMap { sibling in
      tree.className(of: sibling) == "BatchNorm2d" ? tree.ownTensors(of: sibling).first : nil
    }.first.map { tree.tensors[$0].count }
  }
}

/// Where a convolution of a residual network stands.
private struct ConvolutionPlace {
  /// -1 for the one in front of all stages.
  var stage = -1
  var isShortcut = false
  /// How many times longer a side of its map is than one of its stage.
  var scale = 1

  /// - Parameter path: `resnet.encoder.stages.1.layers.0.layer.2.convolution`.
  init(_ path: String, stridesFirst: Bool) {
    let words = path.split(separator: ".").map(String.init)
    guard let at = words.firstIndex(of: "stages"), at + 1 < words.count, let stage = Int(words[at + 1]) else { return }
    self.stage = stage
    isShortcut = words.contains("shortcut")
    let isFirstLayer = words.count > at + 3 && words[at + 3] == "0"
    let isFirstConvolution = words.count > at + 5 && words[at + 4] == "layer" && words[at + 5] == "0"
    // The first of three convolutions has the stride only where the config says so, the first of two always.
    if stage > 0, isFirstLayer, isFirstConvolution, !stridesFirst { scale = 2 }
  }
}
