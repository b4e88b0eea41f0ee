/// Where a module usually stands among its siblings, as its name tells: embeddings, what prepares them, towers in front of
/// the language model, connectors, blocks, what follows them, the last norm, the head.
struct GuessedOrder: Comparable {
  /// What a module holds.
  enum Content {
    /// A list of repeated blocks.
    case blocks
    /// Such a list somewhere below.
    case tower
    case other
  }

  /// What matters of the names of all modules of the same parent.
  struct Siblings {
    fileprivate let haveSenses: Bool
    fileprivate let haveConnectors: Bool

    /// - Parameter names: in lower case. O(their length).
    init(_ names: [String]) {
      haveSenses = names.contains { GuessedOrder.has($0, GuessedOrder.senses) }
      haveConnectors = names.contains {
        GuessedOrder.has($0, GuessedOrder.connectors) && !GuessedOrder.has($0, ["text_", "visual_"])
      }
    }
  }

  private let value: Int

  /// - Parameter name: in lower case.
  init(_ name: String, _ content: Content, among siblings: Siblings) {
    value =
      switch content {
      case .blocks: Self.blocks
      case .tower: Self.tower(name, among: siblings)
      case .other: Self.other(name, among: siblings)
      }
  }

  static func < (left: GuessedOrder, right: GuessedOrder) -> Bool { left.value < right.value }

  private static let blocks = 50

  private static func has(_ name: String, _ parts: [String]) -> Bool {
    parts.contains { name.containsBytes(of: $0) }
  }

  private static let senses = ["vision", "visual", "image", "audio", "speech", "video"]
  private static let connectors = ["project", "connector", "adapter", "merger", "resampler", "aligner", "mlp1"]

  /// Towers of other senses stand before the language model; of two towers of equal rights (text and image, projected
  /// into one space) the text comes first; an encoder stands before its decoder.
  private static func tower(_ name: String, among siblings: Siblings) -> Int {
    if has(name, ["text"]), siblings.haveSenses, !siblings.haveConnectors { return 28 }
    if has(name, senses) { return 30 }
    if has(name, connectors) { return 40 }
    if has(name, ["encoder"]) { return 45 }
    return blocks
  }

  private static func other(_ name: String, among siblings: Siblings) -> Int {
    if has(name, ["lm_head", "output", "score", "classifier", "embed_out", "cls"]) || name == "head" { return 90 }
    if has(name, ["wte", "word_emb", "embed_tokens", "tok_emb", "shared"]) { return 0 }
    if has(name, ["conv", "patch_emb"]) { return 5 }
    if has(name, ["embed", "wpe", "wtt"]) { return 10 }
    if has(name, ["rotary", "rope"]) { return 15 }
    if has(name, ["pre_l", "ln_pre", "norm_pre", "pre_norm"]) { return 20 }
    if has(name, ["norm", "ln_f", "ln_out", "ln_post"]) { return 70 }
    if has(name, ["pooler"]) { return 80 }
    // A connector joins the towers beside it; within a tower it comes last.
    if has(name, connectors) { return siblings.haveSenses ? 40 : 75 }
    return 60
  }
}
