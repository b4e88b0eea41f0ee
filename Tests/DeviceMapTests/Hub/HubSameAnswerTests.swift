import DeviceMap
import Foundation
import Testing

/// One repository has one answer, from the hub and from a folder that has its files.
@Suite("One repository, one answer") struct HubSameAnswerTests {
  static let memory = ["--max-memory", "0=2KiB,cpu=1GiB"]

  /// The repository as a folder, its files as long as the hub says.
  static func folder(_ repository: HubStandIn.Repository) throws -> TemporaryDirectory {
    let folder = try TemporaryDirectory()
    for (path, bytes) in repository.files {
      let url = folder.url.appending(path: path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try (Data(bytes) + Data(count: repository.length(path) - bytes.count)).write(to: url)
    }
    return folder
  }

  static func plan(_ name: String, _ hub: String? = nil) -> ProgramOutput {
    var environment = ProgramEnvironment()
    environment.variable = { $0 == "HF_ENDPOINT" ? hub : nil }
    return Program.run(["plan", name] + memory, environment)
  }

  static let index = "model.safetensors.index.json"

  static func changed(_ repository: HubStandIn.Repository, index: (String) -> String) -> HubStandIn.Repository {
    var repository = repository
    for place in repository.files.indices where repository.files[place].path == Self.index {
      repository.files[place].bytes = Array(index(String(decoding: repository.files[place].bytes, as: UTF8.self)).utf8)
    }
    return repository
  }

  /// What is said of the weights, without the names of places.
  static func warnings(_ output: ProgramOutput) -> Int {
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

  static func remarks(_ output: ProgramOutput) throws -> [String] {
    try JSONDocument(parsing: output.result.string).root["notes"].map { notes in
      notes.elements.filter { $0["code"]?.string != "hub-source" }.map {
        "\($0["severity"]?.string ?? "") \($0["code"]?.string ?? ""): \($0["text"]?.string ?? "")"
      }
    } ?? []
  }

  static func json(_ name: String, _ hub: String? = nil) -> ProgramOutput {
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

  /// A cache with the files of a repository, as huggingface_hub lays it out without links.
  static func cache(_ repository: HubStandIn.Repository, hasTree: Bool) throws -> TemporaryDirectory {
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
