/// What a layer of an architecture keeps of each token for the backward pass: bytes at 2 bytes an element, times its widths,
/// as `record_training.py` measured them in training mode with the config's own dropout.
struct BlockActivations: Hashable, Sendable {
  /// Times the hidden size.
  var hidden: Int
  /// Times the width of the MLP.
  var intermediate: Int
  /// Times the heads.
  var heads: Int
  var constant: Int
  /// Times heads and tokens, once for all sequences: a bias of the scores that is learned.
  var bias = 0
  /// Outside the layers: times the hidden size, the vocabulary, and the bias.
  var outerHidden = 8
  var outerVocabulary = 10
  var outerBias = 0
  var outerConstant = 0

  /// The kind of layer of a model type; nil where none was measured.
  static func of(_ config: ConfigFields) -> BlockActivations? {
    switch config.modelType {
    case "gpt2", "gpt-sw3":
      return Self(hidden: 24, intermediate: 10, heads: 4, constant: 16)
    case "bert", "roberta", "camembert", "xlm-roberta", "electra", "ernie", "data2vec-text", "bert-generation":
      return Self(hidden: 20, intermediate: 4, heads: 4, constant: 16, outerHidden: 13, outerVocabulary: 4)
    case "vit", "deit", "vit_mae", "vit_msn", "ijepa":
      return Self(hidden: 16, intermediate: 4, heads: 4, constant: 16, outerHidden: 5, outerVocabulary: 0)
    case "t5", "mt5", "umt5":
      // A layer of the encoder and one of the decoder; a gated MLP keeps more.
      let isGated = config.values["feed_forward_proj"].map {
        if case .text(let text) = $0 { text.hasPrefix("gated") } else { false }
      }
      return Self(
        hidden: 85, intermediate: isGated == true ? 32 : 12, heads: 2, constant: 56, bias: 4, outerHidden: 26,
        outerVocabulary: 4, outerBias: 3, outerConstant: 1200)
    default: return nil
    }
  }

  func formula(_ name: String = "B S") -> String {
    "\(name) (\(hidden)h + \(intermediate)I + \(heads)n + \(constant)" + (bias > 0 ? " + \(bias) n S / B)" : ")")
  }
}
