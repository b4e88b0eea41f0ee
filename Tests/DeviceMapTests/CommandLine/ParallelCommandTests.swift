import DeviceMap
import Foundation
import Testing

/// Ranks and stages as the command line asks for them.
@Suite("Ranks and stages of the command") struct ParallelCommandTests {
  private let directory: TemporaryDirectory
  private var config: String { directory.path + "/config.json" }

  init() throws {
    directory = try TemporaryDirectory()
    try Data(ExportModels.llama70BConfig.utf8).write(to: URL(filePath: directory.path + "/config.json"))
  }

  private func run(_ words: String...) -> (out: String, err: String, status: Int32) {
    let output = Program.run(words, ProgramEnvironment())
    return (output.result.string, output.messages.string, output.status)
  }

  /// No other engine's rules are taken in silence.
  @Test("engines without ranks are refused", arguments: ["accelerate", "transformers-4"]) func refused(engine: String) {
    let result = run("plan", config, "--tp", "2", "--engine", engine)
    #expect(result.status == 2 && result.out.isEmpty)
    #expect(result.err.contains(engine), "\(result.err)")
    #expect(result.err.contains("vllm, sglang, transformers, llama.cpp, mlx"), "\(result.err)")
  }

  @Test("an export and another engine contradict each other") func contradiction() {
    let result = run("export", config, "--to", "vllm", "--tp", "2", "--engine", "sglang")
    #expect(result.status == 2 && result.err.contains("--engine sglang"), "\(result.err)")
  }

  /// Whose accounting chose the stages of an engine without one is said.
  @Test("stages for other engines") func others() {
    let result = run(
      "export", config, "--to", "torch", "--objective", "max-tokens", "--gpu", "80GiBx3")
    #expect(result.status == 0, "\(result.err)")
    #expect(result.err.contains("cache most as vllm counts weights and cache"), "\(result.err)")
  }

  /// Twice as fast and large enough: twice the layers.
  @Test("stages by time") func time() {
    let result = run(
      "fit", config, "--engine", "vllm", "--objective", "stage-time", "--gpu", "200GiBx2", "--bandwidth",
      "0=3000GB/s,1=1000GB/s")
    #expect(result.status == 0, "\(result.err)")
    #expect(result.out.contains("layers 61,19; the engine by itself: 40,40"), "\(result.out)")
    #expect(result.out.contains("no other layers make it faster"), "\(result.out)")
    #expect(run("fit", config, "--objective", "balance").status == 2)
    let unknown = run("fit", config, "--engine", "vllm", "--objective", "stage-time", "--gpu", "200GiBx2")
    #expect(unknown.status == 2 && unknown.err.contains("the speed of GPU 0 is not known"), "\(unknown.err)")
  }
}
