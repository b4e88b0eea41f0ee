import DeviceMap
import Foundation
import Testing

@Suite("config.json") struct ModelConfigTests {
  @Test("What is known is typed, what is not is kept, in order") func typed() throws {
    let config = try ModelConfig(
      parsing: #"""
        {"architectures": ["A", "B"], "zeta": NaN, "model_type": "llava", "torch_dtype": "torch.float16",
         "text_config": {"model_type": "llama", "hidden_size": 64, "rope": {"a_config": {}}}, "tie_word_embeddings": false,
         "vision_config": {"model_type": "clip"}, "quantization_config": {"quant_method": "fp8"}, "alpha": -Infinity}
        """#)
    #expect(config.modelType == "llava")
    #expect(config.architectures == ["A", "B"])
    #expect(config["text_config"]?["hidden_size"]?.int == 64 && config["audio_config"] == nil)
    #expect(config["zeta"]?.double?.isNaN == true && config["alpha"]?.double == -.infinity)
    #expect(
      config.json.members.map(\.key) == [
        "architectures", "zeta", "model_type", "torch_dtype", "text_config", "tie_word_embeddings", "vision_config",
        "quantization_config", "alpha",
      ])
    #expect(config.wrongTypes == [])
  }

  @Test(
    "What is no object is refused",
    arguments: [
      ("[]", "an array"), ("1", "a number"), ("null", "null"), (#""x""#, "a string"), ("true", "true or false"),
      ("NaN", "a number"),
    ]) func notAnObject(_ text: String, _ kind: String)
  {
    let error = #expect(throws: CheckpointError.self) { try ModelConfig(parsing: text) }
    #expect(error?.description == "'config.json': a config has to be an object, and this is \(kind)")
  }

  @Test("A fault in the text is shown by line and column") func fault() {
    let error = #expect(throws: CheckpointError.self) { try ModelConfig(parsing: "{\n  \"é\": 1,\n  \"b\": tru\n}") }
    #expect(
      error?.description
        == "'config.json' is not JSON: line 3, column 8 (byte 20): found 't' where a value had to stand")
  }

  @Test("Wrong types everywhere: named, counted as absent, never a crash") func wrongTypes() throws {
    let keys = [
      "model_type", "architectures", "dtype", "torch_dtype", "tie_word_embeddings", "quantization_config",
      "text_config",
      "vision_config", "audio_config",
    ]
    let values = [
      "0", "-1.5", "1e999", "\"\"", "\"x\"", "[]", "[1]", "[null]", "{}", "{\"a\": []}", "true", "null", "NaN",
    ]
    let expected: [String: Set<String>] = [
      "model_type": ["\"\"", "\"x\""], "architectures": ["[]"], "dtype": [], "torch_dtype": [],
      "tie_word_embeddings": ["true"],
    ]
    let objects: Set<String> = ["{}", "{\"a\": []}"]
    for key in keys {
      for value in values {
        let config = try ModelConfig(parsing: "{\"\(key)\": \(value)}")
        let isRight = value == "null" || (expected[key] ?? objects).contains(value)
        #expect(config.wrongTypes.map(\.key) == (isRight ? [] : [key]), "\(key): \(value)")
        _ = (config.modelType, config.architectures)
      }
    }
  }

  @Test("A config of 3 MB") func large() throws {
    let labels = (0..<110_000).map { "\"\($0)\": \"LABEL_\($0)\\n\"" }.joined(separator: ",\n    ")
    let text = "{\n  \"id2label\": {\n    " + labels + "\n  },\n  \"model_type\": \"vit\"\n}"
    #expect(text.utf8.count > 3_000_000)
    let config = try ModelConfig(parsing: text)
    #expect(config.modelType == "vit")
    #expect(config["id2label"]?["109999"]?.string == "LABEL_109999\n")
  }
}

@Suite("Dtypes") struct DTypeTests {
  @Test("The 22 of safetensors 0.8.0, by both names") func names() {
    #expect(DType.allCases.count == 22)
    for dtype in DType.allCases {
      #expect(DType(name: dtype.name) == dtype)
      if let name = dtype.torchName {
        #expect(DType(torchName: name) == dtype)
        #expect(DType(torchName: "torch." + name) == dtype)
      }
    }
    #expect(DType.allCases.filter { $0.torchName == nil } == [.f6E2M3, .f6E3M2])
    #expect(DType(name: "bf16") == nil && DType(name: "") == nil && DType(torchName: "torch.") == nil)
    #expect(DType.allCases.filter { $0.bits < 8 } == [.f4, .f6E2M3, .f6E3M2])
  }
}
