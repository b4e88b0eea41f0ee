/// What a module is for, told by its name and class: classes differ with every architecture, names hardly.
package enum ModuleRole: Sendable {
  case embedding
  /// The output embedding, or a classifier in its place.
  case head
  /// The experts of a mixture-of-experts layer.
  case experts
  /// A vision or audio tower, or its projector.
  case tower
  case other

  package init(name: String, className: String) {
    if Self.isExperts(name, className) {
      self = .experts
    } else if Self.isTower(name) {
      self = .tower
    } else if Self.isEmbedding(name, className) {
      self = .embedding
    } else {
      self = Self.headNames.contains(name) ? .head : .other
    }
  }

  private static let headNames: Set = [
    "lm_head", "head", "embed_out", "output_layer", "output_projection", "output", "score", "classifier", "cls",
    "proj_out",
  ]

  private static let towerWords = [
    "vision", "visual", "image", "audio", "speech", "video", "tower", "projector", "connector", "resampler", "aligner",
    "merger", "multi_modal",
  ]

  private static func isExperts(_ name: String, _ className: String) -> Bool {
    name == "experts" || className.hasSuffix("Experts")
  }

  /// Whether a module is a tower or a projector.
  package static func isTower(_ name: String) -> Bool {
    name == "vit" || towerWords.contains { contains(name, $0) }
  }

  /// Whether a module looks up rows by number, of tokens or positions.
  package static func isEmbedding(_ name: String, _ className: String) -> Bool {
    contains(className, "Embedding") || contains(name, "embed") && !headNames.contains(name) || name == "wte"
  }

  private static func contains(_ text: String, _ word: String) -> Bool {
    let (text, word) = (Array(text.utf8), Array(word.utf8))
    guard text.count >= word.count else { return false }
    return (0...(text.count - word.count)).contains { text[$0...].starts(with: word) }
  }
}
