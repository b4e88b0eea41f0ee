import DeviceMap

/// Trees of published models, written by hand from their hyperparameters.
enum KnownModels {
  private static func weight(_ name: String, _ sizes: Int..., type: DType = .bf16) -> Module.Tensor {
    Module.Tensor(name, type, count: sizes.reduce(1, *))
  }

  private static func linear(_ name: String, _ sizes: Int...) -> Module {
    Module(name, class: "Linear", tensors: [weight("weight", sizes.reduce(1, *))])
  }

  private static func norm(_ name: String, _ size: Int) -> Module {
    Module(name, class: "RMSNorm", tensors: [weight("weight", size)])
  }

  private static func rotary(_ name: String, _ size: Int) -> Module {
    let frequencies = ["inv_freq", "original_inv_freq"].map {
      Module.Tensor($0, .f32, count: size, kind: .transientBuffer)
    }
    return Module(name, class: "RotaryEmbedding", tensors: frequencies)
  }

  /// Llama-3-8B, bfloat16: 16 060 523 008 bytes.
  static let llama3 = ModuleTree(rootClass: "LlamaForCausalLM") {
    Module("model", class: "LlamaModel") {
      linear("embed_tokens", 128_256, 4096)
      Module("layers", class: "ModuleList") {
        for index in 0..<32 {
          Module("\(index)", class: "LlamaDecoderLayer") {
            attention(4096, keys: 1024)
            Module("mlp", class: "LlamaMLP") {
              linear("gate_proj", 4096, 14_336)
              linear("up_proj", 4096, 14_336)
              linear("down_proj", 14_336, 4096)
              Module("act_fn", class: "SiLUActivation")
            }
            norm("input_layernorm", 4096)
            norm("post_attention_layernorm", 4096)
          }
        }
      }
      norm("norm", 4096)
      rotary("rotary_emb", 64)
    }
    linear("lm_head", 128_256, 4096)
  }.noSplit("LlamaDecoderLayer")

  private static func attention(_ hidden: Int, keys: Int) -> Module {
    Module("self_attn", class: "Attention") {
      linear("q_proj", hidden, hidden)
      linear("k_proj", hidden, keys)
      linear("v_proj", hidden, keys)
      linear("o_proj", hidden, hidden)
    }
  }

  /// Mixtral-8x7B, bfloat16, experts packed.
  static let mixtral = ModuleTree(rootClass: "MixtralForCausalLM") {
    Module("model", class: "MixtralModel") {
      linear("embed_tokens", 32_000, 4096)
      Module("layers", class: "ModuleList") {
        for index in 0..<32 {
          Module("\(index)", class: "MixtralDecoderLayer") {
            attention(4096, keys: 1024)
            Module("mlp", class: "MixtralSparseMoeBlock") {
              linear("gate", 8, 4096)
              Module(
                "experts", class: "MixtralExperts",
                tensors: [weight("gate_up_proj", 8, 28_672, 4096), weight("down_proj", 8, 4096, 14_336)])
            }
            norm("input_layernorm", 4096)
            norm("post_attention_layernorm", 4096)
          }
        }
      }
      norm("norm", 4096)
      rotary("rotary_emb", 64)
    }
    linear("lm_head", 32_000, 4096)
  }.noSplit("MixtralDecoderLayer")

  /// chatglm2-6b-32k, float16.
  static let chatGLM2 = ModuleTree(rootClass: "ChatGLMForConditionalGeneration") {
    Module("transformer", class: "ChatGLMModel") {
      Module("embedding", class: "Embedding") { linear("word_embeddings", 65_024, 4096) }
      Module(
        "rotary_pos_emb", class: "RotaryEmbedding",
        tensors: [Module.Tensor("inv_freq", .f16, count: 32, kind: .persistentBuffer)])
      Module("encoder", class: "GLMTransformer") {
        Module("layers", class: "ModuleList") {
          for index in 0..<28 {
            Module("\(index)", class: "GLMBlock") {
              norm("input_layernorm", 4096)
              Module("self_attention", class: "SelfAttention") {
                Module(
                  "query_key_value", class: "Linear",
                  tensors: [weight("weight", 4608, 4096, type: .f16), weight("bias", 4608, type: .f16)])
                Module("core_attention", class: "CoreAttention") { Module("attention_dropout", class: "Dropout") }
                linear("dense", 4096, 4096)
              }
              norm("post_attention_layernorm", 4096)
              Module("mlp", class: "MLP") {
                linear("dense_h_to_4h", 27_392, 4096)
                linear("dense_4h_to_h", 4096, 13_696)
              }
            }
          }
        }
        norm("final_layernorm", 4096)
      }
      linear("output_layer", 65_024, 4096)
    }
  }.noSplit("GLMBlock")
}
