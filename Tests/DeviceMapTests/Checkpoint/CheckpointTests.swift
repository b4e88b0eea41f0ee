import DeviceMap
import Foundation
import Testing

@Suite("Checkpoints: which files count") struct CheckpointTests {
  private static let tensors: [SparseCheckpoint.Tensor] = [
    ("model.embed_tokens.weight", .bf16, [1000, 64]), ("model.layers.0.mlp.weight", .bf16, [64, 256]),
    ("model.layers.0.norm.weight", .f32, [64]), ("lm_head.weight", .bf16, [1000, 64]),
  ]
  private static let config = #"{"model_type": "llama", "architectures": ["LlamaForCausalLM"], "dtype": "bfloat16"}"#

  private func sharded() throws -> TemporaryDirectory {
    let directory = try TemporaryDirectory()
    try SparseCheckpoint.write(
      directory: directory.url, configJSON: Self.config, tensors: Self.tensors, shardBytes: 130_000)
    return directory
  }

  private func index(_ map: [(String, String)], total: String = "289024") -> String {
    "{\"metadata\": {\"total_size\": \(total)}, \"weight_map\": {"
      + map.map { "\"\($0.0)\": \"\($0.1)\"" }.joined(separator: ", ") + "}}"
  }

  private let shard1 = "model-00001-of-00003.safetensors"
  private let shard2 = "model-00002-of-00003.safetensors"
  private let shard3 = "model-00003-of-00003.safetensors"

  @Test("A directory with an index") func directory() throws {
    let directory = try sharded()
    let checkpoint = try Checkpoint(at: directory.path)
    #expect(checkpoint.notes == [])
    #expect(checkpoint.config?.modelType == "llama")
    #expect(checkpoint.shards.map(\.name) == [shard1, shard2, shard3])
    #expect(checkpoint.byteCount == 289_024)
    #expect(checkpoint.tensors.map(\.name) == Self.tensors.map(\.name))
    #expect(checkpoint.tensors.map(\.dtype) == Self.tensors.map(\.dtype))
    #expect(checkpoint.tensors.map(\.shape) == Self.tensors.map(\.shape))
    #expect(checkpoint.tensors.map(\.shard) == [0, 1, 1, 2])
    let norm = try #require(checkpoint.tensor(named: "model.layers.0.norm.weight"))
    #expect(norm.byteCount == 256 && norm.elementCount == 64)
    #expect(norm.offset == checkpoint.shards[1].header.dataStart + 32768)
    #expect(checkpoint.tensor(named: "model.layers.0.norm") == nil)
  }

  @Test("One thread and many give the same", arguments: [1, 2, 7]) func threads(_ threads: Int) throws {
    let directory = try sharded()
    let checkpoint = try Checkpoint(at: directory.path, options: .init(threads: threads))
    #expect(checkpoint.tensors.map(\.name) == Self.tensors.map(\.name))
  }

  @Test("One file, its directory, its config, and an index by its name") func otherPaths() throws {
    let directory = try TemporaryDirectory()
    try SparseCheckpoint.write(directory: directory.url, configJSON: Self.config, tensors: Self.tensors)
    #expect(try Checkpoint(at: directory.path).tensors.count == 4)
    #expect(try Checkpoint(at: directory.path + "/model.safetensors").config?.modelType == "llama")
    let alone = try Checkpoint(at: directory.path + "/config.json")
    #expect(alone.config?.architectures == ["LlamaForCausalLM"])
    #expect(!alone.hasTensors && alone.tensors.isEmpty && alone.notes == [])
    let shards = try sharded()
    try FileManager.default.moveItem(
      atPath: shards.path + "/model.safetensors.index.json", toPath: shards.path + "/model.safetensors.index.fp16.json")
    #expect(try Checkpoint(at: shards.path + "/model.safetensors.index.fp16.json").tensors.count == 4)
    // A variant counts only if it is named: without an index all files are read.
    #expect(try Checkpoint(at: shards.path).tensors.count == 4)
    #expect(try Checkpoint(at: shards.path + "/" + shard2).notes == [.oneOfSeveral(file: shard2)])
  }

  @Test("The order of transformers: one file, its index, what the config names, the rest") func order() throws {
    let directory = try sharded()
    try SparseCheckpoint.write([("other", .u8, [1])], to: directory.url.appending(path: "consolidated.safetensors"))
    #expect(try Checkpoint(at: directory.path).notes == [.extraFiles(["consolidated.safetensors"])])
    try SparseCheckpoint.write([("single", .u8, [1])], to: directory.url.appending(path: "model.safetensors"))
    let single = try Checkpoint(at: directory.path)
    #expect(single.tensors.map(\.name) == ["single"])
    #expect(
      single.notes == [
        .indexIgnored(index: "model.safetensors.index.json", file: "model.safetensors"),
        .extraFiles(["consolidated.safetensors", shard1, shard2, shard3]),
      ])
    try directory.write(#"{"transformers_weights": "consolidated.safetensors"}"#, "config.json")
    #expect(try Checkpoint(at: directory.path).tensors.map(\.name) == ["other"])
    let diffusers = try TemporaryDirectory()
    try SparseCheckpoint.write(
      [("unet", .f16, [2])], to: diffusers.url.appending(path: "diffusion_pytorch_model.safetensors"))
    try SparseCheckpoint.write([("no", .f16, [2])], to: diffusers.url.appending(path: "a.safetensors"))
    #expect(try Checkpoint(at: diffusers.path).tensors.map(\.name) == ["unet"])
    #expect(try Checkpoint(at: diffusers.path).notes == [.extraFiles(["a.safetensors"]), .noConfig])
  }

  @Test("Missing files are named together") func missingShards() throws {
    let directory = try sharded()
    for name in [shard1, shard3] { try FileManager.default.removeItem(at: directory.url.appending(path: name)) }
    let index = directory.path + "/model.safetensors.index.json"
    let part = try Checkpoint(at: directory.path)
    #expect(part.isPartial && part.notes == [.shardsMissing(index: index, shards: [shard1, shard3], of: 3)])
    try FileManager.default.removeItem(at: directory.url.appending(path: "config.json"))
    let error = #expect(throws: CheckpointError.self) { try Checkpoint(at: directory.path) }
    #expect(error == .missingShards(index: index, shards: [shard1, shard3], of: 3))
    #expect(
      error?.description
        == "'\(index)' names 3 files, of which 2 are missing: \(shard1), \(shard3); "
        + "download them, or plan from the config.json alone")
  }

  @Test("An index that disagrees with its files") func disagreement() throws {
    let directory = try sharded()
    let good = zip(Self.tensors.map(\.name), [shard1, shard2, shard2, shard3]).map { ($0, $1) }
    var moved = good
    moved[2].1 = shard3
    try directory.write(index(moved, total: "1"), "model.safetensors.index.json")
    #expect(
      try Checkpoint(at: directory.path).notes == [
        .tensorsElsewhere(count: 1, first: "model.layers.0.norm.weight", indexed: shard3, actual: shard2),
        .totalSizeDiffers(index: 1, actual: 289_024),
      ])
    try directory.write(
      index(good.filter { $0.0 != "lm_head.weight" } + [("lm_head.weights", shard3)]), "model.safetensors.index.json")
    #expect(
      try Checkpoint(at: directory.path).notes == [
        .tensorsInNoFile(count: 1, first: "lm_head.weights", shard: shard3),
        .tensorsNotInIndex(count: 1, first: "lm_head.weight", shard: shard3),
      ])
    try directory.write(index(good.map { ("other." + $0.0, $0.1) }), "model.safetensors.index.json")
    #expect(
      throws: CheckpointError.missingTensors(
        index: directory.path + "/model.safetensors.index.json", count: 4, first: "other." + good[0].0, shard: good[0].1
      )
    ) { try Checkpoint(at: directory.path) }
    try directory.write(index(good.filter { $0.0 != "model.layers.0.norm.weight" }), "model.safetensors.index.json")
    #expect(
      try Checkpoint(at: directory.path).notes == [
        .tensorsNotInIndex(count: 1, first: "model.layers.0.norm.weight", shard: shard2)
      ])
  }

  @Test(
    "What is no model says so",
    arguments: [
      (
        ["adapter_config.json": #"{"base_model_name_or_path": "org/base"}"#, "adapter_model.safetensors": ""],
        "org/base"
      ),
      (["model_index.json": "{}", "unet/config.json": "{}", "vae/config.json": "{}"], "unet"),
      (["modules.json": "[]", "0_Transformer/config.json": "{}"], "0_Transformer"),
    ])
  func otherDirectories(files: [String: String], word: String) throws {
    let directory = try TemporaryDirectory()
    for (name, text) in files {
      try FileManager.default.createDirectory(
        at: directory.url.appending(path: name).deletingLastPathComponent(), withIntermediateDirectories: true)
      try directory.write(text, name)
    }
    let error = #expect(throws: CheckpointError.self) { try Checkpoint(at: directory.path) }
    #expect(error?.description.contains(word) == true)
  }

  @Test("A tensor in two files is refused, which the reference would load without a word") func duplicates() throws {
    let directory = try TemporaryDirectory()
    try SparseCheckpoint.write([("a", .u8, [1]), ("b", .u8, [1])], to: directory.url.appending(path: "1.safetensors"))
    try SparseCheckpoint.write([("c", .u8, [1]), ("b", .u8, [1])], to: directory.url.appending(path: "2.safetensors"))
    let error = #expect(throws: CheckpointError.self) { try Checkpoint(at: directory.path) }
    #expect(
      error
        == .duplicateTensor(
          name: "b", first: directory.path + "/1.safetensors", second: directory.path + "/2.safetensors"))
  }

  /// transformers 5.23.0 takes the files of an index in the order of their names, each over what was there.
  @Test("Of a tensor in several files of an index the last counts") func duplicatesUnderIndex() throws {
    func header(_ tensors: [(String, Int)]) -> [UInt8] {
      var begin = 0
      let text = tensors.map { name, count in
        defer { begin += count }
        return #""\#(name)":{"dtype":"U8","shape":[\#(count)],"data_offsets":[\#(begin),\#(begin + count)]}"#
      }
      let bytes = Array("{\(text.joined(separator: ","))}".utf8)
      return [UInt8(bytes.count), 0, 0, 0, 0, 0, 0, 0] + bytes
    }
    let files = [
      "1.safetensors": header([("a", 1), ("b", 2)]), "2.safetensors": header([("b", 3), ("c", 4)]),
      "3.safetensors": header([("d", 5), ("b", 6)]),
    ]
    let index =
      #"{"weight_map": {"a": "1.safetensors", "b": "1.safetensors", "c": "2.safetensors", "#
      + #""d": "3.safetensors"}}"#
    let checkpoint = try Checkpoint(config: "{}", headers: files, index: index)
    #expect(checkpoint.tensors.map { "\($0.name)\($0.shape[0])" } == ["a1", "c4", "d5", "b6"])
    #expect(checkpoint.tensor(named: "b")?.shard == 2)
    #expect(checkpoint.tensor(named: "d")?.byteCount == 5)
    #expect(
      checkpoint.notes.contains(
        .tensorsInTwoFiles(count: 1, first: "b", passedOver: "1.safetensors", counted: "3.safetensors")))
  }

  @Test("Headers without data, only where that is allowed") func headersOnly() throws {
    let directory = try sharded()
    let file = directory.url.appending(path: shard2)
    let length = try Checkpoint(at: directory.path).shards[1].header.dataStart
    let handle = try FileHandle(forWritingTo: file)
    for extra in [0, 1, 33_023] {
      try handle.truncate(atOffset: UInt64(length + extra))
      #expect(throws: CheckpointError.self) { try Checkpoint(at: directory.path) }
      let checkpoint = try Checkpoint(at: directory.path, options: .init(allowMissingData: true))
      #expect(checkpoint.notes == [.dataMissing([shard2])])
      #expect(checkpoint.byteCount == 289_024)
    }
    try handle.truncate(atOffset: UInt64(length - 1))
    #expect(throws: CheckpointError.self) { try Checkpoint(at: directory.path, options: .init(allowMissingData: true)) }
  }

  @Test(
    "What is no checkpoint gets a message",
    arguments: [
      ([], "'%' has neither a config.json nor .safetensors files; name the directory of a checkpoint"),
      (
        ["pytorch_model.bin"],
        "'%' has no config.json, and its weights (pytorch_model.bin) are not safetensors; add the config.json, or convert the weights to safetensors"
      ),
    ]) func nothing(_ files: [String], _ message: String) throws
  {
    let directory = try TemporaryDirectory()
    for file in files { try directory.write("x", file) }
    let error = #expect(throws: CheckpointError.self) { try Checkpoint(at: directory.path) }
    #expect(error?.description == message.replacingOccurrences(of: "%", with: directory.path))
  }

  @Test("Weights of another format leave the config usable") func otherWeights() throws {
    let directory = try TemporaryDirectory()
    try directory.write(Self.config, "config.json")
    try directory.write("x", "pytorch_model.bin")
    let checkpoint = try Checkpoint(at: directory.path)
    #expect(checkpoint.notes == [.otherWeights(["pytorch_model.bin"])])
    #expect(checkpoint.config?.modelType == "llama")
    #expect(throws: CheckpointError.unsupportedFile(path: directory.path + "/pytorch_model.bin")) {
      try Checkpoint(at: directory.path + "/pytorch_model.bin")
    }
  }

  @Test("A path that leads nowhere") func nowhere() throws {
    let directory = try TemporaryDirectory()
    let path = directory.path + "/none"
    let error = #expect(throws: CheckpointError.self) { try Checkpoint(at: path) }
    #expect(error?.description == "cannot open '\(path)': there is no such file or directory; check the path")
    #expect(throws: CheckpointError.self) { try Checkpoint(at: "") }
    #expect(throws: CheckpointError.self) { try Checkpoint(at: "a\0b") }
  }

  @Test(
    "An index that says nothing usable",
    arguments: [
      ("[]", "byte 0: an index has to be a JSON object"),
      ("{}", "byte 0: the index has no object 'weight_map'; is it an index at all?"),
      (#"{"weight_map": 1}"#, "byte 15: the index has no object 'weight_map'; is it an index at all?"),
      (#"{"weight_map": {}}"#, "byte 0: the 'weight_map' of the index is empty; download the index again"),
      (#"{"weight_map": {"a": 1}}"#, "byte 21: the file of tensor 'a' has to be a string"),
      (
        #"{"weight_map": {"a": "../x.safetensors"}}"#,
        "byte 22: the file of tensor 'a' is '../x.safetensors', which is not beside the index"
      ),
      (
        #"{"weight_map": {"a": "/x.safetensors"}}"#,
        "byte 22: the file of tensor 'a' is '/x.safetensors', which is not beside the index"
      ),
    ]) func badIndex(_ text: String, _ message: String) throws
  {
    let directory = try TemporaryDirectory()
    let path = try directory.write(text, "model.safetensors.index.json")
    let error = #expect(throws: CheckpointError.self) { try Checkpoint(at: directory.path) }
    #expect(error?.description == "'\(path)': " + message)
  }

  @Test("Every truncation of an index is refused") func cutIndex() throws {
    let directory = try sharded()
    let path = directory.path + "/model.safetensors.index.json"
    let bytes = try Data(contentsOf: URL(filePath: path))
    for length in 0..<(bytes.count - 2) {
      try directory.write(bytes[..<length], "model.safetensors.index.json")
      #expect(throws: CheckpointError.self, "\(length) bytes") { try Checkpoint(at: directory.path) }
    }
  }

  @Test("A terabyte in 100 files takes no room and is read") func terabyte() throws {
    let directory = try TemporaryDirectory()
    let tensors: [SparseCheckpoint.Tensor] = (0..<2000).map { ("experts.\($0).weight", .bf16, [16384, 16384]) }
    try SparseCheckpoint.write(directory: directory.url, configJSON: nil, tensors: tensors, shardBytes: 20 << 29)
    let checkpoint = try Checkpoint(at: directory.path)
    #expect(checkpoint.shards.count == 100)
    #expect(checkpoint.byteCount == 2000 << 29)
    #expect(checkpoint.notes == [.noConfig])
    #expect(checkpoint.tensors.indices.allSatisfy { checkpoint.tensor(named: tensors[$0].name)?.offset != nil })
  }

  /// Modules of sentence-transformers after the model, and files without a tensor: counted as nothing, but not in silence.
  @Test func whatIsNotCounted() throws {
    let directory = try TemporaryDirectory()
    let modules =
      #"[{"idx":0,"path":""},{"idx":1,"path":"1_Pooling"},{"idx":2,"path":"2_Dense"},{"idx":3,"path":"../x"}]"#
    _ = try directory.write(#"{"architectures":["BertModel"]}"#, "config.json")
    _ = try directory.write(modules, "modules.json")
    try FileManager.default.createDirectory(
      at: directory.url.appending(path: "2_Dense"), withIntermediateDirectories: true)
    try SparseCheckpoint.write(
      [("linear.weight", .f32, [8, 8])], to: directory.url.appending(path: "2_Dense/model.safetensors"))
    try SparseCheckpoint.write([], to: directory.url.appending(path: "model.safetensors"))
    let notes = try Checkpoint(at: directory.path).notes.map(\.note)
    #expect(notes.map(\.code) == ["modules-beside", "no-tensors"])
    #expect(notes.allSatisfy { $0.severity == .warning })
    #expect(notes[0].text.contains("2_Dense, "))
  }

  /// An index of more files than any model has is refused while it is read.
  @Test(arguments: [(65_536, true), (65_537, false)]) func filesOfAnIndex(_ count: Int, isRead: Bool) throws {
    let map = (0..<count).map { #""w\#($0)":"\#($0).safetensors""# }.joined(separator: ",")
    let index = try? ShardIndex(ContiguousArray((#"{"weight_map":{"# + map + "}}").utf8), path: "x")
    #expect((index != nil) == isRead)
  }
}
