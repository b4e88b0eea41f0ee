/// What a model with towers adds to the passes of the decoder within it: its own forward pass is another than the decoder's.
package struct DecoderSurroundings: Hashable, Sendable {
  /// There is one. What a decoder alone takes to the byte is then an estimate.
  package var isThere = false
  /// It makes the embeddings and keeps them, while the decoder works on a scaled copy.
  var keepsEmbeddings = false
  /// Elements of a token that it makes beside the embeddings for all layers.
  var inputsOfLayers = 0
  /// It makes a mask of all pairs of tokens also for a prompt of text alone.
  var masksPrompt = false
  /// It makes the logits of all positions of the prompt.
  var keepsAllLogits = false
  /// It makes the logits of the last position itself, from the hidden state alone: what the class of the decoder does to
  /// them (a scale, a cap, all positions) does not happen.
  var hasPlainHead = false

  init() {}

  /// - Parameters:
  ///   - modelType: the type of the model with towers.
  ///   - decoder: the config of the decoder.
  init(_ modelType: String, decoder: ConfigFields) {
    isThere = true
    masksPrompt = Self.masking.contains(modelType)
    keepsEmbeddings = decoder.scalesEmbeddings || masksPrompt
    if masksPrompt, let width = decoder.int("hidden_size_per_layer_input"),
      let layers = decoder.int("num_hidden_layers")
    {
      inputsOfLayers = max(0, width) *| max(0, layers)
    }
    keepsAllLogits = Self.withAllLogits.contains(modelType)
    hasPlainHead = Self.withPlainHead.contains(modelType)
  }

  private static let masking: Set<String> = ["gemma4", "gemma4_unified", "paligemma"]

  /// Types of transformers 5.23.0 that multiply the last hidden state with their head and nothing more.
  private static let withPlainHead: Set<String> = ["florence2", "granite_speech", "granite_speech_plus"]

  /// Types of transformers 5.23.0 whose forward pass takes no `logits_to_keep`, though their decoder's does.
  private static let withAllLogits: Set<String> = [
    "qwen2_audio", "blip-2", "instructblip", "instructblipvideo", "minicpm_ocr", "minicpmv4_6", "minicpmv4_7",
    "nemotron_h_omni", "qwen2_5_omni_thinker", "qwen3_omni_moe_thinker", "video_llama_3",
  ]
}
