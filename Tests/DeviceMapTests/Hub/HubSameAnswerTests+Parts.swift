import DeviceMap
import Foundation
import Testing

/// Repositories that are no plain model: pipelines and adapters.
extension HubSameAnswerTests {
  @Test("variants beside the parts of a pipeline are told of by the names of the parts") func remarksOfPipelines()
    throws
  {
    var repository = HubStandIn.Repository(files: [
      ("model_index.json", Array(#"{"_class_name":"X","vae":["diffusers","AutoencoderKL"]}"#.utf8)),
      ("vae/config.json", Array("{}".utf8)),
    ])
    let weights = try HubModels.single()
    for name in ["vae/diffusion_pytorch_model.safetensors", "vae/diffusion_pytorch_model.fp16.safetensors"] {
      repository.files.append((name, weights.files[2].bytes))
      repository.lengths[name] = weights.length("model.safetensors")
    }
    let standIn = try HubStandIn(["acme/pipe": repository])
    let folder = try Self.folder(repository)
    let hub = try Self.remarks(Self.json("acme/pipe", standIn.hub.url))
    #expect(hub == (try Self.remarks(Self.json(folder.path))))
    #expect(
      hub.contains {
        $0.hasSuffix(
          "vae: not part of the checkpoint that is read, and left out: diffusion_pytorch_model.fp16.safetensors")
      }, "\(hub)")
  }

  @Test("an adapter that nothing but its tensors tells of", arguments: [true, false])
  func bareAdapters(isLocal: Bool) throws {
    let (header, length) = SparseCheckpoint.header([("base_model.model.layers.0.lora_A.weight", .f32, [2, 8])])
    let repository = HubStandIn.Repository(
      files: [("config.json", try HubModels.config()), ("model.safetensors", [UInt8](header))],
      lengths: ["model.safetensors": header.count + length])
    let standIn = try HubStandIn(["acme/lora": repository])
    let folder = try Self.folder(repository)
    let text = (isLocal ? Self.plan(folder.path) : Self.plan("acme/lora", standIn.hub.url)).messages.string
    #expect(text.contains(" holds an adapter, not a model; plan its base model with --adapter "), "\(text)")
    #expect(!text.contains("hub://") && !text.contains("which adapter_config.json names"), "\(text)")
    #expect(text.contains(isLocal ? "'\(folder.path)'" : "'acme/lora@\(HubStandIn.commit)'"), "\(text)")
  }

  @Test("an adapter with a config.json names its model, whatever its tensors are called", arguments: [true, false])
  func adapters(isLocal: Bool) throws {
    let (header, length) = SparseCheckpoint.header([("layers.0.lora_A.weight", .f32, [2, 8])])
    let repository = HubStandIn.Repository(
      files: [
        ("config.json", try HubModels.config()),
        ("adapter_config.json", Array(#"{"base_model_name_or_path": "acme/base"}"#.utf8)),
        ("adapter_model.safetensors", [UInt8](header)),
      ], lengths: ["adapter_model.safetensors": header.count + length])
    let standIn = try HubStandIn(["acme/lora": repository])
    let folder = try Self.folder(repository)
    let output = isLocal ? Self.plan(folder.path) : Self.plan("acme/lora", standIn.hub.url)
    #expect(output.status == 2)
    #expect(output.messages.string.contains("acme/base") && output.messages.string.contains("--adapter"))
    #expect(!output.messages.string.contains("hub://"), "\(output.messages.string)")
    // The advice, done.
    let advised = Program.run(
      ["plan", HubModels.llama.path, "--adapter", folder.path] + Self.memory, ProgramEnvironment())
    #expect(advised.status == 0, "\(advised.messages.string)")
  }

  @Test("a pipeline is placed whole, in its default variants") func pipelines() throws {
    let index =
      #"{"_class_name":"X","scheduler":["diffusers","PNDMScheduler"],"unet":["diffusers","UNet2DConditionModel"],"#
      + #""text_encoder":["transformers","CLIPTextModel"],"vae":["diffusers","AutoencoderKL"],"safety":[null,null]}"#
    var repository = HubStandIn.Repository(files: [("model_index.json", Array(index.utf8))])
    func add(_ path: String, _ dtype: DType, _ count: Int) {
      let (header, length) = SparseCheckpoint.header([("w\(repository.files.count)", dtype, [count])])
      repository.files.append((path, [UInt8](header)))
      repository.lengths[path] = header.count + length
    }
    add("unet/diffusion_pytorch_model-00001-of-00002.safetensors", .f32, 300)
    add("unet/diffusion_pytorch_model-00002-of-00002.safetensors", .f32, 200)
    let map =
      #"{"weight_map":{"w1":"diffusion_pytorch_model-00001-of-00002.safetensors","w2":"diffusion_pytorch_model-00002-of-00002.safetensors"}}"#
    repository.files.append(("unet/diffusion_pytorch_model.safetensors.index.json", Array(map.utf8)))
    add("text_encoder/model.safetensors", .f32, 100)
    add("text_encoder/model.fp16.safetensors", .f16, 100)
    add("vae/diffusion_pytorch_model.fp16.safetensors", .f16, 90)
    add("single.safetensors", .f32, 9000)
    repository.files.append(("scheduler/scheduler_config.json", []))
    let standIn = try HubStandIn(["acme/pipe": repository])
    let home = try TemporaryDirectory()
    func plan(_ words: String...) -> ProgramOutput {
      var environment = ProgramEnvironment()
      environment.variable = { ["HF_ENDPOINT": standIn.hub.url, "HOME": home.path][$0] }
      return Program.run(["plan"] + words + ["--max-memory", "0=2100B,1=900B,cpu=1MB"], environment)
    }
    let folder = try Self.folder(repository)
    let local = plan(folder.path)
    let hub = plan("acme/pipe")
    #expect(hub.status == 0 && hub.result.string == local.result.string, "\(hub.messages.string)")
    #expect(hub.result.string == #"{"unet": 0, "text_encoder": 1, "vae": 1}"# + "\n")
    #expect(standIn.data.requests.count == 4)
    let json = try JSONDocument(parsing: plan("acme/pipe", "--json").result.string).root
    #expect(json["source"]?["commit"]?.string == HubStandIn.commit && json["source"]?["complete"]?.bool == true)
    #expect(standIn.data.requests.count == 4, "what was read is kept")
    let asked = standIn.hub.requests.count
    #expect(plan("acme/pipe@\(HubStandIn.commit)").result.string == local.result.string)
    #expect(plan("acme/pipe", "--file", "model_index.json").result.string == local.result.string)
    let page = plan("\(standIn.hub.url)/acme/pipe/blob/main/model_index.json", "--json")
    let shown = try JSONDocument(parsing: page.result.string).root
    #expect(page.status == 0 && shown["device_map"]?.source == json["device_map"]?.source, "\(page.messages.string)")
    #expect(shown["source"]?["commit"]?.string == HubStandIn.commit && shown["source"]?["file"]?.isNull == true)
    #expect(plan("acme/pipe", "--offline").result.string == local.result.string)
    #expect(standIn.data.requests.count == 4 && standIn.hub.requests.count <= asked + 9)
  }

  /// Pipelines that no command can place, and what is missing of each.
  @Test(
    "a pipeline that cannot be placed says why: by its folder, from a cache and from the hub",
    arguments: [
      ("vae/diffusion_pytorch_model.bin", "(diffusion_pytorch_model.bin) are not safetensors; convert them"),
      ("vae/config.json", "has no weights, and the pipeline's model_index.json names a AutoencoderKL there"),
      ("README.md", "has no weights, and the pipeline's model_index.json names a AutoencoderKL there"),
    ], [true, false])
  func unplaceable(file: (path: String, sentence: String), hasTree: Bool) throws {
    let weights = try HubModels.single()
    let index = #"{"_class_name":"X","unet":["diffusers","UNet2DConditionModel"],"vae":["diffusers","AutoencoderKL"]}"#
    var repository = HubStandIn.Repository(files: [
      ("model_index.json", Array(index.utf8)), ("unet/diffusion_pytorch_model.safetensors", weights.files[2].bytes),
    ])
    repository.lengths["unet/diffusion_pytorch_model.safetensors"] = weights.length("model.safetensors")
    repository.files.append((file.path, Array("{}".utf8)))
    let cache = try Self.cache(repository, hasTree: hasTree)
    let folder = cache.path + "/models--acme--pipe/snapshots/" + HubStandIn.commit
    let name = "acme/pipe"
    let standIn = try HubStandIn([name: repository])
    for (word, variables, more) in [
      (folder, [:], []), (name, ["HF_ENDPOINT": standIn.hub.url], []),
      (name, ["HF_HUB_CACHE": cache.path], ["--offline"]),
    ] as [(String, [String: String], [String])] {
      var environment = ProgramEnvironment()
      environment.variable = { variables[$0] }
      let output = Program.run(["plan", word] + Self.memory + more, environment)
      let text = output.messages.string
      #expect(output.status == 2 && text.contains(file.sentence), "\(text)")
      #expect(text.count { $0 == "\n" } == 1 && text.split(separator: name).count <= 2, "\(text)")
      // What the list of files says the hub would say too.
      #expect(text.contains("leave out --offline to ask the hub") == (!more.isEmpty && !hasTree), "\(text)")
    }
  }

  @Test("a model_index.json without components says so") func noComponents() throws {
    let repository = HubStandIn.Repository(files: [
      ("model_index.json", Array(#"{"_class_name":"X"}"#.utf8)),
      ("unet/model.safetensors", try HubModels.single().files[2].bytes),
    ])
    let (standIn, folder) = (try HubStandIn(["acme/pipe": repository]), try Self.folder(repository))
    let (hub, local) = (Self.plan("acme/pipe", standIn.hub.url), Self.plan(folder.path))
    for output in [hub, local] {
      #expect(output.status == 2 && output.messages.string.contains("its model_index.json names no components"))
    }
    #expect(hub.messages.string.split(separator: "acme/pipe").count == 2, "\(hub.messages.string)")
  }
}
