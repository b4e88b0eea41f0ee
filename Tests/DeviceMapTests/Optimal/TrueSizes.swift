import DeviceMap

/// Trees of known models at their true sizes in bfloat16, written by hand.
enum TrueSizes {
  struct Decoder {
    var layers: Int
    var hidden: Int
    var mlp: Int
    var keyValue: Int
    var vocabulary: Int
    var experts = 1
    var isTied = false
    var buffer = 0

    var attentionParameters: Int { 2 * hidden * hidden + 2 * hidden * keyValue }
    var layerBytes: Int {
      2 * (attentionParameters + experts * 3 * hidden * mlp + 2 * hidden + (experts > 1 ? experts * hidden : 0))
    }
    var embeddingBytes: Int { 2 * vocabulary * hidden }
  }

  static let llama8B = Decoder(
    layers: 32, hidden: 4096, mlp: 14336, keyValue: 1024, vocabulary: 128_256, buffer: 512)
  static let llama70B = Decoder(
    layers: 80, hidden: 8192, mlp: 28672, keyValue: 1024, vocabulary: 128_256, buffer: 512)
  static let llama2 = Decoder(layers: 32, hidden: 4096, mlp: 11008, keyValue: 4096, vocabulary: 32000, buffer: 512)
  static let mixtral = Decoder(
    layers: 32, hidden: 4096, mlp: 14336, keyValue: 1024, vocabulary: 32000, experts: 8, buffer: 256)

  static func tree(_ model: Decoder) -> ModuleTree {
    let tree = ModuleTree {
      Module("model") {
        Module("embed_tokens", class: "Embedding", bytes: model.embeddingBytes)
        Module("layers", class: "ModuleList") {
          for index in 0..<model.layers {
            Module("\(index)", class: "Layer") {
              Module("self_attn", class: "Attention", bytes: 2 * model.attentionParameters)
              Module("mlp", class: "MLP") {
                if model.experts > 1 {
                  Module("gate", class: "Linear", bytes: 2 * model.experts * model.hidden)
                  Module("experts", class: "Experts", bytes: 2 * model.experts * 3 * model.hidden * model.mlp)
                } else {
                  Module("up_proj", class: "Linear", bytes: 2 * 3 * model.hidden * model.mlp)
                }
              }
              Module("input_layernorm", class: "RMSNorm", bytes: 2 * model.hidden)
              Module("post_attention_layernorm", class: "RMSNorm", bytes: 2 * model.hidden)
            }
          }
        }
        Module("norm", class: "RMSNorm", bytes: 2 * model.hidden)
        Module("rotary_emb", class: "RotaryEmbedding", buffers: model.buffer)
      }
      Module("lm_head", class: "Linear", bytes: model.embeddingBytes)
    }.noSplit("Layer")
    return model.isTied ? tree.tied("model.embed_tokens", "lm_head") : tree
  }

  /// The budgets of GPUs 0, 1, ... in GiB.
  static func gpus(_ gibibytes: [Double]) -> MaxMemory {
    MaxMemory(gibibytes.enumerated().map { (device: .gpu($0), limit: .bytes(Int($1 * 1_073_741_824))) })
  }
}

extension Plan {
  /// GiB of weights on the GPUs, rounded to thousandths.
  var gibibytes: [Double] {
    ledger.accounts.filter(\.device.isAccelerator).map {
      (Double($0.weights) / 1_073_741_824 * 1000).rounded() / 1000
    }
  }

  var offloadedBytes: Int {
    ledger.accounts.filter { !$0.device.isAccelerator }.reduce(0) { $0 + $1.weights }
  }

  /// How many of the modules `prefix.N` lie on each GPU.
  func counts(of prefix: String, layers: Int) -> [Int] {
    let accelerators = ledger.accounts.map(\.device).filter(\.isAccelerator)
    let devices = (0..<layers).map { device(of: "\(prefix).\($0)") }
    return accelerators.map { gpu in devices.filter { $0 == gpu }.count }
  }
}
