import DeviceMap
import Testing

/// The commands on checkpoints with packed weights.
@Suite struct QuantizedCommandTests {
  private func directory(_ name: String) throws -> TemporaryDirectory {
    let recording = try ModelRecording.quantized(name)
    let directory = try TemporaryDirectory()
    try SparseCheckpoint.write(
      directory: directory.url, configJSON: recording.config.source, tensors: recording.tensors)
    return directory
  }

  private func run(_ words: String...) -> (out: String, err: String, status: Int32) {
    let output = Program.run(words, ProgramEnvironment())
    return (output.result.string, output.messages.string, output.status)
  }

  @Test func whatTheFormatRefusesIsNoAnswer() throws {
    let directory = try directory("llama-3-8b-nf4")
    let result = run("plan", directory.path, "--max-memory", "0=4GiB,1=1GiB,cpu=64GiB")
    #expect(result.out.hasPrefix("{\"model"))
    #expect(
      result.err.contains(
        "device-map: error: bitsandbytes 4-bit weights cannot be on cpu, where 2.03 GiB of the model are\n"))
    #expect(
      result.err.contains(
        "device-map: note: it would fit with 0=6266MiB,1=3194MiB (transformers uses 90 % of each budget for this format)\n"
      ))
    #expect(result.status == 1)
    // The budgets that the message names are enough, and the last MiB of them is needed.
    #expect(run("plan", directory.path, "--max-memory", "0=6266MiB,1=3194MiB,cpu=64GiB").status == 0)
    #expect(run("plan", directory.path, "--max-memory", "0=6265MiB,1=3193MiB,cpu=64GiB").status == 1)
  }

  @Test func packedFilesAreNotPackedAgain() throws {
    let directory = try directory("qwen3-8b-fp8")
    let result = run("plan", directory.path, "--dtype", "int8", "--max-memory", "0=24GiB")
    #expect(
      result.err
        == "device-map: error: the checkpoint is quantized already (fp8); leave --dtype out, or give the dtype of what is "
        + "not packed\n")
    #expect(result.status == 2)
  }

  @Test func treeTellsWhatWeightsUnpackTo() throws {
    let directory = try directory("llama-2-13b-gptq")
    let json = try JSONDocument(parsing: run("tree", directory.path, "--json").out).root
    let modules = json["modules"]!.elements.filter {
      ["model.layers.7.self_attn.q_proj", "model.norm"].contains($0["name"]?.string)
    }
    #expect(
      modules.map(\.source) == [
        #"{"name":"model.layers.7.self_attn.q_proj","class":"Linear","bytes":13639680,"unpacked_bytes":52428800,"#
          + #""unpacked_dtype":"float16"}"#,
        #"{"name":"model.norm","class":"LlamaRMSNorm","bytes":10240}"#,
      ])
  }

  /// Without a config.json the names show that weights are packed.
  @Test func packedWeightsWithoutConfig() throws {
    let recording = try ModelRecording.quantized("llama-3-8b-nf4")
    let tree = try ModuleTree(config: nil, tensors: StoredTensors(recording.tensors), options: TreeOptions())
    #expect(tree.notes.map(\.code) == ["unknown-architecture", "quantized-without-config"])
    let stored = recording.tensors.reduce(0) { $0 + SparseCheckpoint.byteCount($1) }
    #expect(try ModuleSizes(tree, engine: .transformers).totalBits == 8 * stored)
    let projection = try #require(tree.module(at: "model.layers.3.self_attn.q_proj"))
    #expect(tree.isLeaf(projection))
    #expect(tree.unpackedBytes(of: projection) == 4096 * 4096 * 2)
  }
}
