import Foundation
import Testing

@testable import DeviceMap

/// One repository has one answer, from the hub and from a folder that has its files.
@Suite("One repository, one answer") struct HubSameAnswerTests {
  private static let memory = ["--max-memory", "0=2KiB,cpu=1GiB"]

  /// The repository as a folder, its files as long as the hub says.
  private static func folder(_ repository: HubStandIn.Repository) throws -> TemporaryDirectory {
    let folder = try TemporaryDirectory()
    for (path, bytes) in repository.files {
      let url = folder.url.appending(path: path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try (Data(bytes) + Data(count: repository.length(path) - bytes.count)).write(to: url)
    }
    return folder
  }

  private static func plan(_ name: String, _ hub: String? = nil) -> ProgramOutput {
    var environment = ProgramEnvironment()
    environment.variable = { $0 == "HF_ENDPOINT" ? hub : nil }
    return Program.run(["plan", name] + memory, environment)
  }

  private static let index = "model.safetensors.index.json"

  private static func changed(_ repository: HubStandIn.Repository, index: (String) -> String) -> HubStandIn.Repository {
    var repository = repository
    for place in repository.files.indices where repository.files[place].path == Self.index {
      repository.files[place].bytes = Array(index(String(decoding: repository.files[place].bytes, as: UTF8.self)).utf8)
    }
    return repository
  }

  /// What is said of the weights, without the names of places.
  private static func warnings(_ output: ProgramOutput) -> Int {
    output.messages.string.split(separator: "\n").count { $0.contains("warning:") || $0.contains("tensors ") }
  }

  @Test("indices that disagree with their files, parts, and what lies beside", arguments: [true, false])
  func repositories(hasBulk: Bool) throws {
    let sharded = try HubModels.sharded()
    var part = sharded
    part.files.removeAll { $0.path.hasPrefix("model-00002") }
    var other = HubStandIn.Repository(files: [("config.json", try HubModels.config())])
    other.files.append(("onnx/x.safetensors", sharded.files[1].bytes))
    var adapted = try HubModels.single()
    adapted.files += [("adapter_config.json", Array("{}".utf8)), ("adapter_model.safetensors", sharded.files[1].bytes)]
    adapted.lengths["adapter_model.safetensors"] = sharded.length(sharded.files[1].path)
    var unusual = try HubModels.single()
    unusual.files[2].path = "consolidated.safetensors"
    unusual.lengths["consolidated.safetensors"] = unusual.lengths["model.safetensors"]
    let cases: [(name: String, repository: HubStandIn.Repository, status: Int32)] = [
      ("good", sharded, 0),
      (
        "lies",
        Self.changed(sharded) {
          $0.replacing("model-00001-of", with: "model-00009-of").replacing("model-00002-of", with: "model-00001-of")
            .replacing("model-00009-of", with: "model-00002-of")
        }, 0
      ),
      ("strangers", Self.changed(sharded) { $0.replacing("\"model.", with: "\"other.") }, 2),
      ("part", part, 0), ("beside", other, 0), ("adapter", adapted, 0), ("unusual", unusual, 0),
    ]
    for (name, repository, status) in cases {
      var repository = repository
      repository.hasBulk = hasBulk
      let standIn = try HubStandIn(["acme/llama": repository])
      let folder = try Self.folder(repository)
      let (hub, local) = (Self.plan("acme/llama", standIn.hub.url), Self.plan(folder.path))
      #expect(
        hub.status == status && local.status == status, "\(name): \(hub.messages.string) \(local.messages.string)")
      #expect(hub.result.string == local.result.string, "\(name)")
      #expect(Self.warnings(hub) == Self.warnings(local), "\(name): \(hub.messages.string) \(local.messages.string)")
    }
  }

  /// Repositories of which there is something to say, and what is said of each.
  static let remarked: [(name: String, files: [(String, String)], codes: [String])] = [
    ("an index beside the whole", [("model.safetensors.index.json", "{}")], ["index-ignored"]),
    (
      "an index and its files beside the whole",
      [("model.safetensors.index.json", "{}"), ("model-00001-of-00001.safetensors", "x")],
      ["index-ignored", "extra-files"]
    ),
    ("a file beside it", [("other.safetensors", "x")], ["extra-files"]),
    (
      "modules of sentence-transformers",
      [("modules.json", #"[{"path":""},{"path":"2_Dense"}]"#), ("2_Dense/model.safetensors", "x")], ["modules-beside"]
    ),
    ("modules without weights", [("modules.json", #"[{"path":""},{"path":"1_Pooling"}]"#)], []),
  ]

  private static func remarks(_ output: ProgramOutput) throws -> [String] {
    try JSONDocument(parsing: output.result.string).root["notes"].map { notes in
      notes.elements.filter { $0["code"]?.string != "hub-source" }.map {
        "\($0["severity"]?.string ?? "") \($0["code"]?.string ?? ""): \($0["text"]?.string ?? "")"
      }
    } ?? []
  }

  private static func json(_ name: String, _ hub: String? = nil) -> ProgramOutput {
    var environment = ProgramEnvironment()
    environment.variable = { $0 == "HF_ENDPOINT" ? hub : nil }
    return Program.run(["plan", name, "--json", "--max-memory", "0=2MiB,cpu=1GiB"], environment)
  }

  @Test("what is said of a repository is said of the folder with its files", arguments: 0..<5)
  func remarks(number: Int) throws {
    #expect(Self.remarked.count == 5)
    let (name, files, codes) = Self.remarked[number]
    var repository = try HubModels.single()
    repository.files += files.map { ($0.0, Array($0.1.utf8)) }
    let standIn = try HubStandIn(["acme/llama": repository])
    let folder = try Self.folder(repository)
    let hub = try Self.remarks(Self.json("acme/llama", standIn.hub.url))
    let local = try Self.remarks(Self.json(folder.path))
    #expect(hub == local, "\(name)")
    for code in codes { #expect(hub.contains { $0.contains(" \(code): ") }, "\(name): \(hub)") }
    #expect(
      codes.isEmpty == !hub.contains {
        $0.contains(" modules-beside: ") || $0.contains(" index-ignored: ") || $0.contains(" extra-files: ")
      })
  }

  @Test("one of several files says so, and not that the others are no part of it") func oneOfSeveral() throws {
    let standIn = try HubStandIn(["acme/llama": try HubModels.sharded(more: [("other.safetensors", [])])])
    var environment = ProgramEnvironment()
    environment.variable = { $0 == "HF_ENDPOINT" ? standIn.hub.url : nil }
    let words = ["plan", "acme/llama", "--file", "model-00001-of-00003.safetensors"] + Self.memory
    let text = Program.run(words, environment).messages.string
    #expect(
      text.contains(
        "is one of several files; name its directory, or the repository without --file, to plan the whole checkpoint"))
    #expect(text.contains("left out: other.safetensors\n") && !text.contains("left out: model-"), "\(text)")
  }

  @Test("a config.json alone is warned of by its folder too") func configAlone() throws {
    let repository = HubStandIn.Repository(files: [("config.json", try HubModels.config()), ("README.md", [])])
    let standIn = try HubStandIn(["acme/llama": repository])
    let folder = try Self.folder(repository)
    for output in [Self.json("acme/llama", standIn.hub.url), Self.json(folder.path)] {
      let found = try Self.remarks(output).filter { $0.hasPrefix("warning no-safetensors: ") }
      #expect(
        found.count == 1 && found[0].contains("so that sizes come from config.json alone"), "\(output.messages.string)")
    }
  }

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

  @Test("a file of a few bytes is none, and is not asked for", arguments: [0, 3, 7]) func short(length: Int) throws {
    var repository = try HubModels.single()
    repository.files[2].bytes = Array(repeating: 1, count: length)
    repository.lengths = [:]
    let standIn = try HubStandIn(["acme/llama": repository])
    let folder = try Self.folder(repository)
    let (hub, local) = (Self.plan("acme/llama", standIn.hub.url), Self.plan(folder.path))
    #expect(hub.status == 2 && local.status == 2 && standIn.data.requests.isEmpty)
    let sentence = "has \(length) byte"
    #expect(
      hub.messages.string.contains(sentence) == local.messages.string.contains(sentence), "\(local.messages.string)")
    #expect(hub.messages.string.contains("model.safetensors"), "\(hub.messages.string)")
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

  @Test(
    "other ways to name a model of a hub",
    arguments: [
      ("hf://acme/name", "acme/name"), ("hf://models/acme/name@v1", "acme/name@v1"), ("hf:acme/name", "acme/name"),
      ("huggingface:acme/name", "acme/name"), ("ms:acme/name", "modelscope:acme/name"),
      ("modelscope://acme/name", "modelscope:acme/name"),
      ("https://huggingface.co/acme/name/commits/main", "acme/name@main"),
    ])
  func names(text: String, name: String) throws {
    #expect(try HubReference(parsing: text)?.text == name)
  }

  @Test("a header that is longer than is read, in bytes") func longHeaders() {
    #expect(
      HubError.UnexpectedAnswer.longHeader(25_000_001).description
        == "the header has 25000001 bytes, and 25000000 are the most that is read of a hub")
  }

  @Test(
    "a hub before the name, in any letters",
    arguments: [
      ("HF://acme/name", "acme/name"), ("Hf:acme/name@v1", "acme/name@v1"), ("HuggingFace:acme/name", "acme/name"),
      ("MS:acme/name", "modelscope:acme/name"), ("ModelScope://Acme/Name", "modelscope:Acme/Name"),
    ])
  func capitals(text: String, name: String) throws {
    #expect(try HubReference(parsing: text)?.text == name)
  }

  @Test("weights in folders of folders are told of every source") func nested() throws {
    let weights = try HubModels.single().files[2].bytes
    var repository = HubStandIn.Repository(files: [
      ("config.json", try HubModels.config()), ("onnx/a/model.safetensors", weights), ("x/y.onnx", []),
    ])
    let folder = try Self.folder(repository)
    let standIn = try HubStandIn(["acme/llama": repository])
    let (hub, local) = (Self.plan("acme/llama", standIn.hub.url), Self.plan(folder.path))
    #expect(hub.status == 0 && local.status == 0 && hub.result.string == local.result.string)
    #expect(hub.messages.string.contains("no safetensors files to read") && hub.messages.string.contains("onnx/a/*"))
    #expect(
      local.messages.string.contains("no safetensors files to read")
        && local.messages.string.contains("there are some in onnx/a,"), "\(local.messages.string)")
    repository.files.removeFirst()
    let other = try Self.folder(repository)
    let bare = Self.plan(other.path)
    #expect(bare.status == 2 && bare.messages.string.contains("these below it have: onnx/a; name one of them"))
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

  /// A cache with the files of a repository, as huggingface_hub lays it out without links.
  private static func cache(_ repository: HubStandIn.Repository, hasTree: Bool) throws -> TemporaryDirectory {
    let cache = try TemporaryDirectory()
    let root = "models--acme--pipe/"
    var files = repository.files.map { (root + "snapshots/\(HubStandIn.commit)/" + $0.path, $0.bytes, $0.path) }
    files.append((root + "refs/main", Array(HubStandIn.commit.utf8), ""))
    if hasTree {
      let rows = repository.files.map { "\"\($0.path)\":{\"size\":\(repository.length($0.path))}" }
      let text = "{\"format_version\":1,\"files\":{\(rows.joined(separator: ","))}}"
      files.append((root + "trees/\(HubStandIn.commit).json", Array(text.utf8), ""))
    }
    for (path, bytes, name) in files {
      let url = cache.url.appending(path: path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try (Data(bytes) + Data(count: name.isEmpty ? 0 : repository.length(name) - bytes.count)).write(to: url)
    }
    return cache
  }

  /// What a long index names, and how many bytes, comes with all headers; it is read where that is not what there is.
  @Test("a long index is read where it may say something else", arguments: [true, false], ["", "size", "files"])
  func longIndex(hasBulk: Bool, change: String) throws {
    var repository = Self.changed(try HubModels.sharded()) { text in
      let start = "{\"metadata\":{\"total_size\":"
      let padding = String(repeating: " ", count: 3 << 20)
      let longer = text.replacing(start, with: padding + start + (change == "size" ? "1" : ""))
      return change == "files" ? longer.replacing("model-00003-of-00003", with: "model-00001-of-00003") : longer
    }
    repository.hasBulk = hasBulk
    let standIn = try HubStandIn(["acme/llama": repository])
    let output = Self.plan("acme/llama", standIn.hub.url)
    let isRead = standIn.hub.requests.contains {
      $0.path.contains("/resolve/") && $0.path.hasSuffix("/model.safetensors.index.json")
    }
    #expect(isRead == (hasBulk && !change.isEmpty))
    let text = output.messages.string
    switch change {
    case "size" where isRead: #expect(output.status == 0 && text.contains("the tensors are right"), "\(text)")
    case "files" where isRead: #expect(output.status == 0 && text.contains("that no file has"), "\(text)")
    default: #expect(output.status == 0 && !text.contains("the index"), "\(text)")
    }
  }
}
