import Foundation
import Testing

@testable import DeviceMap

/// Caches as the command takes them: by name, by folder, and what is said of those that lack something.
extension HubCacheTests {
  static func run(_ words: [String], _ variables: [String: String]) -> ProgramOutput {
    var environment = ProgramEnvironment()
    environment.variable = { variables[$0] }
    environment.transport = NoHub()
    return Program.run(words, environment)
  }

  static let memory = ["--max-memory", "0=2KiB,cpu=1GiB"]

  /// The way to an absolute path from the folder of the process.
  private static func relative(_ path: String) throws -> String {
    let depth = FileManager.default.currentDirectoryPath.split(separator: "/").count
    return String(repeating: "../", count: depth) + path.dropFirst()
  }

  private static func link(_ cache: RecordedCache, _ name: String, to path: String) throws -> String {
    let link = cache.folder.url.appending(path: name).path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    return link
  }

  @Test("an incomplete snapshot is one by whatever path it is named") func spellings() throws {
    let cache = try RecordedCache("some shards")
    let snapshot = "\(cache.path)/models--acme--sharded/snapshots/\(Self.sharded)"
    let plans = [snapshot, try Self.relative(snapshot), snapshot + "/./", try Self.link(cache, "x", to: snapshot)].map {
      Self.run(["plan", $0, "--json"] + Self.memory, [:])
    }
    for plan in plans {
      #expect(plan.status == 0 && plan.messages.string.contains("1 of 3 shards are there"))
      let source = try JSONDocument(parsing: plan.result.string).root["source"]
      #expect(source?["commit"]?.string == Self.sharded && source?["complete"]?.bool == false)
    }
  }

  @Test("a way up out of a link leads where the system says") func upFromLinks() throws {
    let folder = try TemporaryDirectory()
    let manager = FileManager.default
    try manager.createDirectory(atPath: folder.path + "/a/b", withIntermediateDirectories: true)
    try manager.createDirectory(atPath: folder.path + "/c", withIntermediateDirectories: true)
    try manager.createSymbolicLink(atPath: folder.path + "/c/l", withDestinationPath: folder.path + "/a/b")
    #expect(Files.absolutePaths(of: folder.path + "/c/l/..").last?.hasSuffix("/a") == true)
    #expect(Files.absolutePaths(of: folder.path + "/c/l/..").count == 1)
    #expect(Files.absolutePaths(of: folder.path + "/c/l").first == folder.path + "/c/l")
    #expect(Files.absolutePaths(of: folder.path + "/none").isEmpty)
  }

  @Test(
    "a variable that cannot be meant is not in the way of what a cache has", arguments: ["HF_TOKEN", "HF_ENDPOINT"])
  func faultsOfVariables(name: String) throws {
    let cache = try RecordedCache("snapshot")
    let variables = ["HF_HUB_CACHE": cache.path, name: "a b"]
    for options in [["--offline"], []] {
      #expect(Self.run(["plan", "acme/sharded"] + options + Self.memory, variables).status == 0)
    }
    let other = Self.run(["plan", "acme/other"] + Self.memory, variables)
    #expect(other.status == 2 && other.messages.string.contains(name))
    #expect(
      Self.run(["plan", "acme/other", "--offline"] + Self.memory, variables).messages.string.contains("in no cache"))
  }

  @Test(
    "a URL is answered from the caches of its hub alone",
    arguments: [
      ("https://huggingface.co/acme/sharded", "", true), ("https://hf-mirror.com/acme/sharded", "", true),
      ("http://hub.example/acme/sharded", "HF_ENDPOINT=http://hub.example", true),
      ("http://hub.example:81/acme/sharded", "HF_ENDPOINT=http://hub.example", false),
      ("http://hub.example/acme/sharded", "", false), ("https://huggingface.co:8443/acme/sharded", "", false),
      ("https://huggingface.co/acme/v1.5", "", false), ("https://hf-mirror.com/acme/v1.5", "", false),
      ("acme/v1.5", "", true), ("https://modelscope.cn/models/acme/v1.5", "", true),
      ("https://modelscope.ai/models/acme/v1.5", "", false),
      ("https://modelscope.ai/models/acme/v1.5", "MODELSCOPE_ENDPOINT=https://www.modelscope.ai", true),
      ("https://modelscope.cn/models/acme/v1.5", "MODELSCOPE_ENDPOINT=https://www.modelscope.ai", false),
      ("https://modelscope.cn/models/acme/sharded", "", false),
      ("modelscope:acme/v1.5", "MODELSCOPE_ENDPOINT=a.b", true),
    ])
  func urls(name: String, variable: String, isFound: Bool) throws {
    let (hub, scope) = (try RecordedCache("snapshot"), try RecordedCache("1.40.2 usual"))
    let parts = variable.split(separator: "=").map(String.init)
    var settings = HubSettings { parts.first == $0 ? parts[1] : nil }
    (settings.caches, settings.modelScopeCaches) = ([hub.path], [scope.path])
    let reference = try #require(try HubReference(parsing: name))
    if case .complete = HubCaches(settings).find(reference) { #expect(isFound) } else { #expect(!isFound) }
  }

  @Test("the pipeline of a cache: what is there, and by its folder all of it") func pipelines() throws {
    let snapshot = "models--acme--single/snapshots/\(Self.single)/"
    let cache = try RecordedCache("without links") { path in
      if path.contains("/trees/") { return nil }
      return path.hasPrefix(snapshot) ? snapshot + "vae/" + path.dropFirst(snapshot.count) : path
    }
    try cache.folder.write(#"{"_class_name":"X","vae":["diffusers","Llama"]}"#, snapshot + "model_index.json")
    let variables = ["HF_HUB_CACHE": cache.path]
    let part = Self.run(["tree", "acme/single", "--offline"], variables)
    #expect(part.status == 2)
    #expect(
      part.messages.string.contains(
        "is a pipeline of several models (vae/*); plan places it whole (without --tp, --pp and --export), and --file chooses a part, as --file 'vae/*'"
      ))
    let whole = ["--max-memory", "0=1GiB,cpu=1GiB"]
    let name = Self.run(["plan", "acme/single", "--offline", "--json"] + whole, variables)
    #expect(
      name.status == 0 && name.messages.string.contains("warning: nothing in the cache says that its files are all"))
    #expect(try JSONDocument(parsing: name.result.string).root["source"]?["complete"]?.bool == false)
    #expect(Self.run(["plan", "acme/single", "--offline", "--file", "vae/*"] + Self.memory, variables).status == 0)
    let folder = cache.path + "/models--acme--single"
    let plans = [folder, folder + "/snapshots/" + Self.single].map {
      Self.run(["plan", $0, "--max-memory", "0=1GiB,cpu=1GiB"], [:])
    }
    #expect(plans.allSatisfy { $0.status == 0 && $0.result.string == plans[0].result.string })
    #expect(plans[0].result.string.contains("vae"))
    let state = Self.run(["plan", folder, "--json"] + whole, [:])
    #expect(
      try JSONDocument(parsing: state.result.string).root["source"]?["commit"]?.string == Self.single,
      "\(state.messages.string)")
    #expect(Self.run(["plan", folder, "--refresh"] + whole, [:]).status == 2)
    try FileManager.default.removeItem(atPath: cache.path + "/" + snapshot + "model_index.json")
    let several = Self.run(["plan", "acme/single", "--offline"] + Self.memory, variables)
    #expect(
      several.messages.string.contains("has its weights elsewhere (vae/*); choose them with --file 'vae/*'"))
  }

  /// Of a pipeline a download may have left a part; the list of files says what is missing.
  @Test(
    "a pipeline of which files are missing says which",
    arguments: ["model_index.json", "vae/model.safetensors"], ["--offline", ""])
  func partOfPipeline(missing: String, option: String) throws {
    let snapshot = "models--acme--single/snapshots/\(Self.single)/"
    let cache = try RecordedCache("without links") { path in
      path.hasPrefix(snapshot)
        ? snapshot + "vae/" + path.dropFirst(snapshot.count) : path.contains("/trees/") ? nil : path
    }
    try cache.folder.write(#"{"_class_name":"X","vae":["diffusers","AutoencoderKL"]}"#, snapshot + "model_index.json")
    let files = ["model_index.json", "vae/config.json", "vae/model.safetensors"].map { "\"\($0)\":{}" }
    try FileManager.default.createDirectory(
      atPath: cache.path + "/models--acme--single/trees", withIntermediateDirectories: true)
    try cache.folder.write(
      #"{"format_version":1,"files":{"# + files.joined(separator: ",") + "}}",
      "models--acme--single/trees/\(Self.single).json")
    try FileManager.default.removeItem(atPath: cache.path + "/" + snapshot + missing)
    let folder = cache.path + "/models--acme--single"
    let words = option.isEmpty ? [folder] : ["acme/single", option]
    let output = Self.run(["plan"] + words + Self.memory, ["HF_HUB_CACHE": cache.path])
    #expect(output.status == 2 && output.result.string.isEmpty)
    #expect(
      output.messages.string.contains("' alone; missing or cut: \(missing); "), "\(output.messages.string)")
    #expect(
      output.messages.string.hasSuffix(
        option.isEmpty ? "; download the rest\n" : "; leave out --offline to ask the hub\n"))
  }

  @Test("where a branch is missing, what is there is said") func missingBranch() throws {
    let cache = try RecordedCache("snapshot") { $0.hasSuffix("models--acme--single/refs/main") ? nil : $0 }
    let output = Self.run(["plan", "acme/single", "--offline"] + Self.memory, ["HF_HUB_CACHE": cache.path])
    #expect(
      output.messages.string
        == "device-map: error: 'acme/single' is no path, the caches do not say which state 'main' is, and --offline forbids "
        + "to ask the hub; they have \(Self.single): give acme/single@\(Self.single), or leave out --offline\n")
    let advised = Self.run(
      ["plan", "acme/single@\(Self.single)", "--offline"] + Self.memory, ["HF_HUB_CACHE": cache.path])
    #expect(advised.status == 0)
  }

  @Test("another hub's states are named in full") func statesOfOthers() throws {
    let cache = try RecordedCache("1.40.2 tag")
    let variables = ["MODELSCOPE_CACHE": cache.path]
    let output = Self.run(["plan", "acme/v1.5", "--offline"] + Self.memory, variables)
    #expect(output.messages.string.contains("they have modelscope:acme/v1.5@v1: give modelscope:acme/v1.5@v1, or"))
    #expect(Self.run(["plan", "modelscope:acme/v1.5@v1", "--offline"] + Self.memory, variables).status == 0)
  }

  @Test("an adapter in a cache names its model") func adapters() throws {
    let snapshot = "models--acme--single/snapshots/\(Self.single)/"
    let cache = try RecordedCache("without links") { path in
      path.contains("/trees/") || path.hasSuffix("config.json")
        ? nil : path.replacing("/model.safetensors", with: "/adapter_model.safetensors")
    }
    try cache.folder.write(#"{"base_model_name_or_path":"acme/base"}"#, snapshot + "adapter_config.json")
    let output = Self.run(["plan", "acme/single", "--offline"] + Self.memory, ["HF_HUB_CACHE": cache.path])
    #expect(output.messages.string.contains("plan the model that it is for ('acme/base')"), "\(output.messages.string)")
  }

  @Test("a name without an organisation is explained") func bareNames() {
    let output = Self.run(["plan", "gpt2"] + Self.memory, [:])
    #expect(
      output.messages.string
        == "device-map: error: there is no 'gpt2' here; as a model on a hub: give org/name, or https://huggingface.co/gpt2 where it has no organisation\n"
    )
    #expect(Self.run(["plan", "model.safetensors"] + Self.memory, [:]).messages.string.contains("cannot open"))
  }

  @Test("answers are not put below the folders of other programs") func temporaryFolders() throws {
    let folder = try TemporaryDirectory()
    let (mine, theirs) = (folder.path + "/mine", folder.path + "/theirs")
    try FileManager.default.createDirectory(atPath: mine, withIntermediateDirectories: true)
    try FileManager.default.createDirectory(atPath: theirs + "/tmp", withIntermediateDirectories: true)
    let made = try Files.makeTemporaryDirectory(in: [theirs + "/tmp", mine], outside: [theirs])
    #expect(made.hasPrefix(mine + "/device-map-"))
    let error = #expect(throws: FileError.self) {
      try Files.makeTemporaryDirectory(in: [theirs + "/tmp", mine], outside: [folder.path])
    }
    #expect(error?.reason == .foreignFolder)
    var limits = HubLimits()
    limits.closedFolders = Files.temporaryPlaces
    let closed = limits
    #expect(throws: HubError.self) {
      try HubNetworkTests.wait { () async throws(HubError) in
        try await CurlTransport().answers(
          to: [HubRequest("http://127.0.0.1:1/", mostBytes: 1)], limits: closed, received: { _, _ in })
      }
    }
  }

  @Test("a complete snapshot is planned without a request, by its name and by its folders") func command() throws {
    let cache = try RecordedCache("snapshot")
    let variables = ["HF_HUB_CACHE": cache.path]
    let repository = cache.path + "/models--acme--sharded"
    let plans = [
      "acme/sharded", "acme/sharded@\(Self.sharded)", "https://huggingface.co/acme/sharded", repository,
      repository + "/",
      repository + "/./", repository + "/snapshots/../", repository + "/snapshots/" + Self.sharded + "/.",
      try Self.relative(repository), try Self.relative(repository + "/snapshots/" + Self.sharded),
      try Self.link(cache, "link", to: repository),
      try Self.link(cache, "state", to: repository + "/snapshots/" + Self.sharded),
      repository + "/snapshots/" + Self.sharded, repository + "/snapshots/" + Self.sharded + "/",
    ].map { Self.run(["plan", $0] + Self.memory, variables) }
    for plan in plans {
      #expect(plan.status == 0)
      #expect(plan.result.string == plans[0].result.string)
      #expect(plan.messages.string.contains(Self.sharded))
    }
    #expect(plans[0].result.string.contains("model.layers"))
    for command in ["tree", "fit", "explain"] {
      let output = Self.run([command, "acme/sharded"] + (command == "tree" ? [] : Self.memory), variables)
      #expect(output.status < 2, "\(output.messages.string)")
    }
  }

  @Test("the commit stands in the JSON") func json() throws {
    let cache = try RecordedCache("snapshot")
    let output = Self.run(["plan", "acme/sharded", "--json"] + Self.memory, ["HF_HUB_CACHE": cache.path])
    let source = try #require(try JSONDocument(parsing: output.result.string).root["source"])
    let folder = "\(cache.path)/models--acme--sharded/snapshots/\(Self.sharded)"
    #expect(
      source.members.map { "\($0.key)=\($0.value.source)" } == [
        #"hub="huggingface""#, #"id="acme/sharded""#, #"revision="main""#, "commit=\"\(Self.sharded)\"", "file=null",
        "from=\"\(folder)\"", "complete=true",
      ])
  }

  @Test("an incomplete snapshot says how much is there, and is planned from its config and these") func partial() throws
  {
    let cache = try RecordedCache("some shards")
    let variables = ["HF_HUB_CACHE": cache.path]
    let folder = "\(cache.path)/models--acme--sharded/snapshots/\(Self.sharded)"
    let whole = Self.run(["plan", folder + "/config.json"] + Self.memory, [:])
    for words in [["acme/sharded", "--offline"], [folder], [cache.path + "/models--acme--sharded"]] {
      let output = Self.run(["plan"] + words + Self.memory, variables)
      #expect(output.status == 0)
      #expect(output.result.string == whole.result.string)
      #expect(
        output.messages.string.contains(
          "1 of 3 shards are there; the plan is made from config.json and their headers: missing or cut: "
            + "model-00001-of-00003.safetensors, model-00003-of-00003.safetensors\n"))
    }
  }

  @Test("what the headers that are there say is heeded") func partialHeaders() throws {
    // In the files it is float32, and nothing else says so.
    let cache = try RecordedCache("some shards")
    let blobs = cache.folder.url.appending(path: "models--acme--sharded/blobs")
    let config = blobs.appending(path: "460af5f332b6575b9b55bf7fb0049aad7edaaaa8")
    let text = String(decoding: try Data(contentsOf: config), as: UTF8.self)
    try Data(text.replacing(#""dtype": "bfloat16", "#, with: "").utf8).write(to: config)
    let variables = ["HF_HUB_CACHE": cache.path]
    let auto = Self.run(["plan", "acme/sharded", "--offline", "--json"] + Self.memory, variables)
    #expect(auto.messages.string.contains("1 of 3") && !auto.messages.string.contains("assumed"))
    let fixed = Self.run(
      ["plan", "acme/sharded", "--offline", "--json", "--dtype", "bfloat16"] + Self.memory, variables)
    #expect(auto.result.string == fixed.result.string)
    // Tensors of another model, or more of one than the config says.
    try Data(text.replacing("LlamaForCausalLM", with: "GPT2LMHeadModel").replacing("\"llama\"", with: "\"gpt2\"").utf8)
      .write(to: config)
    let other = Self.run(["plan", "acme/sharded", "--offline"] + Self.memory, variables)
    #expect(other.status == 2 && other.messages.string.contains("are not those of GPT2LMHeadModel"))
    try Data(text.replacing("\"num_hidden_layers\": 2", with: "\"num_hidden_layers\": 1").utf8).write(to: config)
    let more = Self.run(["plan", "acme/sharded", "--offline"] + Self.memory, variables)
    #expect(more.status == 2 || more.messages.string.contains("do not belong to the model"), "\(more.messages.string)")
  }

  @Test("where the config alone is not enough, that is said") func unknownPartial() throws {
    let cache = try RecordedCache("some shards")
    let blob = cache.folder.url.appending(path: "models--acme--sharded/blobs/460af5f332b6575b9b55bf7fb0049aad7edaaaa8")
    try Data(#"{"architectures":["NobodyKnows"],"model_type":"nobody"}"#.utf8).write(to: blob)
    let output = Self.run(["plan", "acme/sharded", "--offline"] + Self.memory, ["HF_HUB_CACHE": cache.path])
    #expect(output.status == 2)
    #expect(output.messages.string.contains("1 of 3 shards are there, and what is there is not enough"))
    #expect(output.result.string.isEmpty)
  }

  @Test(
    "offline, nothing is asked, and the error says how to undo it",
    arguments: [(["HF_HUB_OFFLINE": "1"], []), (["TRANSFORMERS_OFFLINE": "yes"], []), ([:], ["--offline"])]
      as [([String: String], [String])])
  func offline(variables: [String: String], options: [String]) throws {
    let cache = try RecordedCache("snapshot")
    let variables = variables.merging(["HF_HUB_CACHE": cache.path]) { $1 }
    let reason = options.first ?? variables.keys.filter { $0.hasSuffix("OFFLINE") }.first ?? ""
    let output = Self.run(["plan", "acme/sharded@v2"] + options + Self.memory, variables)
    #expect(output.status == 2)
    #expect(
      output.messages.string
        == "device-map: error: 'acme/sharded@v2' is no path, the caches do not say which state 'v2' is, and \(reason) "
        + "forbids to ask the hub; they have main: give acme/sharded@main, or "
        + "\(options.isEmpty ? "unset" : "leave out") \(reason)\n")
  }

  @Test(
    "options that cannot be meant",
    arguments: [
      (["acme/sharded", "--offline", "--refresh"], "'--offline' and '--refresh' cannot both be meant"),
      (["acme/sharded@v1", "--revision", "v2"], "'acme/sharded@v1' and '--revision v2' cannot both be meant"),
      (["acme/sharded", "--revision", "a..b"], "'a..b' is no revision"),
      (["acme/sharded", "--file", "../x"], "'../x' is no path of a file"),
      (["PATH", "--file", "x"], "option '--file' is for a model on a hub"),
    ])
  func options(words: [String], text: String) throws {
    let path = HubModels.llama.path
    let output = Self.run(["plan"] + words.map { $0 == "PATH" ? path : $0 } + Self.memory, [:])
    #expect(output.status == 2)
    #expect(output.messages.string.contains(text), "\(output.messages.string)")
  }

  @Test("what the cache lacks is not said of the repository", arguments: ["--offline", "HF_HUB_OFFLINE", ""])
  func sentences(reason: String) throws {
    let cache = try RecordedCache("snapshot") { $0.contains("/trees/") ? nil : $0 }
    let folder = "\(cache.path)/models--acme--sharded/snapshots/\(Self.sharded)"
    var variables = ["HF_HUB_CACHE": cache.path]
    if reason.hasPrefix("HF") { variables[reason] = "1" }
    let words = (reason.isEmpty ? [folder] : ["acme/sharded"]) + (reason.hasPrefix("--") ? [reason] : [])
    let undo =
      [
        "--offline": "; leave out --offline to ask the hub", "HF_HUB_OFFLINE": "; unset HF_HUB_OFFLINE to ask the hub",
      ][reason] ?? ""
    func message(_ options: [String]) -> String {
      Self.run(["plan"] + words + options + Self.memory, variables).messages.string
    }
    #expect(
      message(["--file", "x*"]).hasPrefix(
        "device-map: error: no safetensors file of the cache folder '\(folder)' matches 'x*'; there are half/"))
    #expect(message(["--file", "x*"]).hasSuffix("\(undo)\n"))
    #expect(
      message(["--file", "*"]).hasPrefix("device-map: error: the cache folder '\(folder)' has several weights (half/"))
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      try FileManager.default.removeItem(atPath: folder + "/" + name)
    }
    #expect(
      message([])
        == "device-map: error: the cache folder '\(folder)' has neither a config.json nor safetensors files\(undo)\n")
  }

  @Test("without a branch, the folder of a cache does not choose a snapshot") func noBranch() throws {
    let cache = try RecordedCache("pull request")
    let folder = cache.path + "/models--acme--single"
    let output = Self.run(["plan", folder] + Self.memory, [:])
    #expect(output.status == 2)
    #expect(output.messages.string.contains("give one of them: \(folder)/snapshots/\(Self.single)"))
    #expect(Self.run(["plan", folder, "--revision", "refs/pr/1"] + Self.memory, [:]).status == 0)
    let snapshot = folder + "/snapshots/" + Self.single
    #expect(Self.run(["plan", snapshot, "--revision", Self.single] + Self.memory, [:]).status == 0)
    for options in [["--revision", "main"], ["--refresh"]] {
      let refused = Self.run(["plan", snapshot] + options + Self.memory, [:])
      #expect(refused.status == 2, "\(options)")
    }
  }
}
