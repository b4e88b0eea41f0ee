import Testing

@testable import DeviceMap

@Suite("Renames in device maps")
struct RenameFinderTests {
  @Test("ChatGLM-6B keys on a ChatGLM2 model")
  func chatglm() {
    let dead =
      ["transformer.word_embeddings"] + (0..<28).map { "transformer.layers.\($0)" }
      + ["transformer.final_layernorm", "lm_head"]
    let uncovered =
      [
        "transformer.embedding", "transformer.embedding.word_embeddings", "transformer.rotary_pos_emb",
        "transformer.encoder", "transformer.encoder.layers",
      ]
      + (0..<28).flatMap { layer in ["", ".input_layernorm", ".mlp"].map { "transformer.encoder.layers.\(layer)\($0)" }
      }
      + ["transformer.encoder.final_layernorm", "transformer.output_layer"]
    #expect(
      RenameFinder.renames(from: dead, to: uncovered) == [
        .init(from: "transformer.word_embeddings", to: "transformer.embedding.word_embeddings"),
        .init(from: "transformer.layers.N", to: "transformer.encoder.layers.N"),
        .init(from: "transformer.final_layernorm", to: "transformer.encoder.final_layernorm"),
        .init(from: "lm_head", to: "transformer.output_layer"),
      ])
  }

  @Test("what has nothing in common is no rename")
  func unrelated() {
    #expect(RenameFinder.renames(from: ["audio.codec"], to: ["model.layers.0.mlp"]) == [])
    #expect(RenameFinder.renames(from: ["a.0"], to: ["a"]) == [])
    #expect(RenameFinder.renames(from: [], to: ["a"]) == [])
  }

  @Test("numbers are placeholders, other digits are not")
  func templates() {
    #expect(PathTemplate("model.layers.12.fc1").text == "model.layers.N.fc1")
    #expect(PathTemplate("model.layers.12.fc1").numbers == [12])
    #expect(PathTemplate("").text == "")
  }

  @Test("keys and modules that are all different take no time of their product") func many() {
    let names = { (word: String) in (0..<2000).map { "\(word)\($0)x.head" } }
    let renames = RenameFinder.renames(from: ["wte"] + names("a"), to: ["embed_tokens"] + names("b"))
    #expect(renames.first == ModuleRename(from: "wte", to: "embed_tokens"))
    #expect(renames.count <= RenameFinder.mostTemplates)
  }
}
