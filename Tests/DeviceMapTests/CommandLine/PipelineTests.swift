import DeviceMap
import Foundation
import Testing

/// A diffusers pipeline: whole components, as `device_map="balanced"` of diffusers 0.35.2 places them.
@Suite struct PipelineTests {
  private func pipeline() throws -> TemporaryDirectory {
    let directory = try TemporaryDirectory()
    try
      #"{"_class_name":"StableDiffusionPipeline","scheduler":["diffusers","PNDMScheduler"],"safety_checker":[null,null],"#
      .appending(#""text_encoder":["transformers","CLIPTextModel"],"unet":["diffusers","UNet2DConditionModel"],"#)
      .appending(#""vae":["diffusers","AutoencoderKL"]}"#)
      .write(to: directory.url.appending(path: "model_index.json"), atomically: false, encoding: .utf8)
    for (name, file, count) in [
      ("text_encoder", "model", 300), ("unet", "diffusion_pytorch_model", 800), ("vae", "diffusion_pytorch_model", 200),
    ] {
      let folder = directory.url.appending(path: name)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try SparseCheckpoint.write(
        [("a.weight", .f16, [count]), ("b.position_ids", .i64, [1])],
        to: folder.appending(path: file + ".safetensors"))
    }
    return directory
  }

  /// The largest to the largest GPU, then down the list and back.
  @Test(arguments: [
    ("0=2000B,1=3000B", #"{"text_encoder": 0, "unet": 1, "vae": 0}"#),
    ("0=1700B,1=1000B", #"{"text_encoder": 1, "unet": 0, "vae": "cpu"}"#),
    ("0=9000B", #"{"text_encoder": 0, "unet": 0, "vae": 0}"#),
    ("0=700B,1=500B", #"{"text_encoder": 0, "unet": "cpu", "vae": 1}"#),
  ])
  func components(_ limits: String, _ map: String) throws {
    let directory = try pipeline()
    let output = Program.run(
      ["plan", directory.path, "--dtype", "float16", "--max-memory", limits + ",cpu=1MB"], ProgramEnvironment())
    #expect(output.status == 0)
    #expect(output.result.string == map + "\n")
  }

  /// diffusers knows no disk: what fits no GPU is on the cpu, limits or not.
  @Test func hostWithoutLimit() throws {
    let directory = try pipeline()
    let output = Program.run(
      ["plan", directory.path, "--dtype", "float16", "--max-memory", "0=700B,1=500B"], ProgramEnvironment())
    #expect(output.result.string == #"{"text_encoder": 0, "unet": "cpu", "vae": 1}"# + "\n")
  }

  /// A model that model_index.json names has weights, beside it, in a format that is read.
  @Test(arguments: [
    (#""transformer":["diffusers","FluxTransformer2DModel"]"#, "transformer' has no weights"),
    (#""../vae":["diffusers","AutoencoderKL"]"#, "no folder beside it"),
    (#""other":["diffusers","AutoencoderKL"]"#, "are not safetensors; convert them"),
  ])
  func incomplete(_ component: String, _ message: String) throws {
    let directory = try pipeline()
    _ = try directory.write(
      #"{"_class_name":"A","vae":["diffusers","AutoencoderKL"],"# + component + "}", "model_index.json")
    try FileManager.default.createDirectory(
      at: directory.url.appending(path: "other"), withIntermediateDirectories: true)
    _ = try directory.write("x", "other/diffusion_pytorch_model.bin")
    let output = Program.run(["plan", directory.path, "--max-memory", "0=1MB"], ProgramEnvironment())
    #expect(output.status == 2)
    #expect(output.messages.string.contains(message))
  }

  @Test func countsInFloat32UnlessTold() throws {
    let directory = try pipeline()
    func weights(_ more: String...) throws -> Int {
      let words = ["plan", directory.path, "--max-memory", "0=1MB", "--json"] + more
      let output = Program.run(words, ProgramEnvironment())
      return try JSONDocument(parsing: output.result.string).root["devices"]![0]!["weights_bytes"]!.int!
    }
    #expect(try weights() == 1300 * 4 + 24)
    #expect(try weights("--dtype", "checkpoint") == 1300 * 2 + 24)
  }

  @Test func otherPoliciesAreRefused() throws {
    let output = Program.run(["plan", try pipeline().path, "--policy", "sequential"], ProgramEnvironment())
    #expect(output.status == 2)
  }
}
