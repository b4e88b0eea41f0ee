import DeviceMap
import Testing

@Suite struct QuantizationConfigTests {
  private static func config(_ json: String) throws -> QuantizationConfig? {
    QuantizationConfig(try JSONDocument(parsing: json).root)
  }

  @Test(arguments: [
    (
      #"{"quantization_config": {"quant_method": "gptq", "bits": 3, "group_size": 64}}"#, QuantizationFormat.gptq, 3, 64
    ),
    (#"{"quantization_config": {"quant_method": "awq", "w_bit": 4, "q_group_size": -1}}"#, .awq, 4, 0),
    (#"{"quantization_config": {"load_in_4bit": true}}"#, .bitsandbytes4, 4, 0),
    (#"{"quantization_config": {"quant_method": "bitsandbytes", "load_in_8bit": true}}"#, .bitsandbytes8, 8, 0),
    (#"{"text_config": {"quantization_config": {"quant_method": "fp8"}}}"#, .fp8, 8, 0),
    (
      #"{"compression_config": {"quant_method": "compressed-tensors", "config_groups": {"a": {"weights": null}, "b": {"weights": {"num_bits": 4, "group_size": 32}}}}}"#,
      .compressedTensors, 4, 32
    ),
    (#"{"quantization_config": {"quant_method": "mxfp4", "bits": 16}}"#, .mxfp4, 4, 0),
    (#"{"quantization_config": {"quant_method": "gptq", "bits": 9}}"#, .gptq, 0, 0),
    (#"{"quantization_config": {"producer": {"name": "modelopt"}}}"#, .modelopt, 0, 0),
    (#"{"quantization_config": {"quant_method": 7}}"#, .other(""), 0, 0),
  ])
  func isRead(json: String, format: QuantizationFormat, bits: Int, groupSize: Int) throws {
    let config = try #require(try Self.config(json))
    #expect(config.format == format)
    #expect((config.bits ?? 0) == bits)
    #expect((config.groupSize ?? 0) == groupSize)
  }

  @Test(arguments: ["{}", #"{"quantization_config": null}"#, #"{"quantization_config": []}"#, "[]", "7"])
  func nothingIsNothing(json: String) throws {
    let config = try Self.config(json)
    #expect(config?.format == nil)
  }

  /// What a quantizer allows on the cpu and on disk, by the devices that carry something.
  @Test(arguments: [
    (QuantizationFormat.bitsandbytes8, ModuleQuantization.Source.stored, [Device.gpu(0), .cpu], [Device.cpu]),
    (.bitsandbytes4, .whileLoading, [.gpu(0), .cpu, .disk], [.cpu, .disk]),
    (.bitsandbytes4, .stored, [.cpu], []), (.bitsandbytes4, .stored, [.disk], [.disk]),
    (.bitsandbytes4, .stored, [.gpu(0), .gpu(1)], []),
    (.torchao, .stored, [.gpu(0), .cpu], []), (.torchao, .stored, [.gpu(0), .disk], [.disk]),
    (.hqq, .stored, [.cpu], [.cpu]), (.gptq, .stored, [.gpu(0), .cpu, .disk], []),
    (.fp8, .stored, [.gpu(0), .disk], []), (.fp8, .whileLoading, [.gpu(0), .disk], [.disk]),
    (.quanto, .stored, [.gpu(0), .disk], [.disk]),
    (.nvfp4, .stored, [.gpu(1)], []), (.nvfp4, .stored, [.gpu(0), .gpu(1), .cpu], [.gpu(1), .cpu]),
    (.nvfp4, .stored, [.cpu], [.cpu]), (.nvfp4, .whileLoading, [.gpu(0), .disk], [.disk]),
    (.sinq, .stored, [.cpu], []), (.sinq, .stored, [.gpu(0), .gpu(1)], [.gpu(1)]),
    (.sinq, .stored, [.gpu(0), .disk], [.disk]),
  ])
  func refuses(
    format: QuantizationFormat, source: ModuleQuantization.Source, devices: [Device], refused: [Device]
  ) {
    let quantization = ModuleQuantization(format: format, source: source, unpackedDType: .bf16)
    #expect(quantization.refused(of: devices) == refused)
    let allowing = ModuleQuantization(
      format: format, source: source, unpackedDType: .bf16, allowsHostOffload: true)
    #expect(allowing.refused(of: devices) == [])
  }

  @Test func budgetsOfSomeFormatsShrink() {
    let formats: [QuantizationFormat] = [
      .bitsandbytes4, .bitsandbytes8, .quanto, .torchao, .bitnet, .gptq, .awq, .fp8, .mxfp4,
    ]
    let factors = formats.map { ModuleQuantization(format: $0, source: .stored, unpackedDType: nil).capFactor }
    #expect(factors == [0.9, 0.9, 0.9, 0.9, 0.9, 1, 1, 1, 1])
  }
}
