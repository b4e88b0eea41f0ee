import Foundation
import Synchronization
import Testing

@testable import DeviceMap

/// The whole way from the command to a hub and back, with the program curl and servers on the loopback interface.
@Suite("Models on a hub") struct HubNetworkTests {
  static let memory = ["--max-memory", "0=40KiB,1=60KiB,cpu=1GiB"]

  /// A command with a home and a hub of its own.
  struct Bench {
    let home: TemporaryDirectory
    let standIn: HubStandIn
    var variables: [String: String]
    var limits = HubLimits()

    init(_ standIn: HubStandIn, _ variables: [String: String] = [:]) throws {
      home = try TemporaryDirectory()
      self.standIn = standIn
      self.variables = ["HOME": home.path, "HF_HOME": home.path + "/hf", "HF_ENDPOINT": standIn.hub.url].merging(
        variables
      ) { $1 }
      limits.firstPauseMilliseconds = 5
      limits.retries = 2
    }

    func run(_ words: [String]) -> (out: String, err: String, status: Int32) {
      var environment = ProgramEnvironment()
      let variables = variables
      environment.variable = { variables[$0] }
      environment.hubLimits = limits
      let output = Program.run(words, environment)
      return (output.result.string, output.messages.string, output.status)
    }

    func plan(_ name: String, _ options: String...) -> (out: String, err: String, status: Int32) {
      run(["plan", name] + options + HubNetworkTests.memory)
    }

    /// A plan, and the time that it takes by the clock.
    func timedPlan(_ name: String) -> (result: (out: String, err: String, status: Int32), time: Duration) {
      var result = (out: "", err: "", status: Int32(0))
      let time = ContinuousClock().measure { result = plan(name) }
      return (result, time)
    }
  }

  static func local() -> String {
    Program.run(["plan", HubModels.llama.path] + memory, ProgramEnvironment()).result.string
  }

  // MARK: - Answers

  @Test(
    "the plan is that of the files on disk, in few requests",
    arguments: [(true, true, 4, 0), (true, false, 7, 3), (false, true, 4, 1)])
  func plans(isSharded: Bool, hasBulk: Bool, requests: Int, data: Int) throws {
    var repository = try isSharded ? HubModels.sharded() : HubModels.single()
    repository.hasBulk = hasBulk
    let bench = try Bench(try HubStandIn(["acme/llama": repository]))
    let result = bench.plan("acme/llama")
    #expect(result.status == 0, "\(result.err)")
    #expect(result.out == Self.local())
    let note = "device-map: note: acme/llama at commit \(HubStandIn.commit), from \(bench.standIn.hub.url)\n"
    #expect(result.err.hasPrefix(note))
    let asked = bench.standIn.hub.requests.filter { !$0.path.contains("/resolve-cache/") }
    #expect(asked.count == requests, "\(asked.map(\.target))")
    #expect(bench.standIn.data.requests.count == data)
    #expect(asked.dropFirst(3).allSatisfy { $0.path.contains(HubStandIn.commit) }, "all of one commit")
    // The second call asks only whether the branch is where it was.
    let before = bench.standIn.hub.requests.count
    #expect(bench.plan("acme/llama").out == result.out)
    #expect(bench.standIn.hub.requests.count == before + 1)
    // A commit stays what it is; and without the hub the last known state is planned.
    #expect(bench.plan("acme/llama@\(HubStandIn.commit)").out == result.out)
    #expect(bench.plan("acme/llama", "--offline").out == result.out)
    #expect(bench.standIn.hub.requests.count == before + 1)
    #expect(bench.plan("acme/llama", "--refresh").out == result.out)
    #expect(bench.standIn.hub.requests.count > before + 2)
  }

  @Test("a branch that moved is read anew") func moved() throws {
    let one = try HubModels.sharded()
    var two = one
    two.commit = String(HubStandIn.commit.reversed())
    two.revisions.append(two.commit)
    let repositories = Mutex([one, two])
    let bench = try Bench(
      try HubStandIn(["acme/llama": one]) { request, answer in
        guard request.path.contains("/api/models/acme/llama/revision/") else { return answer }
        let commit = repositories.withLock { $0.count > 1 ? $0.removeFirst().commit : $0[0].commit }
        return .text(200, String(decoding: answer.body, as: UTF8.self).replacing(HubStandIn.commit, with: commit))
      })
    #expect(bench.plan("acme/llama").err.contains(one.commit))
    let second = bench.plan("acme/llama")
    // The stand-in knows no such revision, so that what is asked for shows.
    #expect(second.status == 2)
    #expect(bench.standIn.hub.requests.contains { $0.path.contains("/resolve/\(two.commit)/") })
  }

  @Test("revisions, URLs and servers that do not say the commit") func revisions() throws {
    var repository = try HubModels.sharded()
    repository.saysCommit = false
    let bench = try Bench(try HubStandIn(["acme/llama": repository]))
    for name in ["acme/llama@refs/pr/1", "acme/llama", bench.standIn.hub.url + "/acme/llama/tree/main"] {
      let result = bench.plan(name, "--refresh")
      #expect(result.out == Self.local(), "\(name): \(result.err)")
    }
    #expect(bench.standIn.hub.requests.contains { $0.path == "/api/models/acme/llama/revision/refs%2Fpr%2F1" })
  }

  @Test(
    "headers of every length",
    arguments: [
      2_000, 99_992, 99_993, 99_994, 99_995, 99_996, 99_997, 99_998, 99_999, 100_000, 100_001, 100_002, 100_003,
      100_004,
      100_005, 100_006, 100_007, 100_008,
      24_999_999,
    ])
  func headerLengths(length: Int) throws {
    let file = HubModels.file(headerLength: length)
    var repository = HubStandIn.Repository(files: [
      ("config.json", try HubModels.config()), ("model.safetensors", file.bytes),
    ])
    repository.lengths["model.safetensors"] = file.length
    let standIn = try HubStandIn(["acme/llama": repository])
    let snapshot = try Self.read(standIn, "acme/llama")
    #expect(try tensorList(snapshot.checkpoint()) == ["weight F32 [4] 16"])
    let fits = 8 + length <= 100_001
    #expect(standIn.data.requests.map { $0.range?.last } == (fits ? [100_000] : [100_000, length + 7]))
  }

  @Test("a header that is longer than hubs read") func longHeader() throws {
    let file = HubModels.file(headerLength: 25_000_001)
    var repository = HubStandIn.Repository(files: [
      ("config.json", try HubModels.config()), ("model.safetensors", Array(file.bytes.prefix(200_000))),
    ])
    repository.lengths["model.safetensors"] = file.length
    let standIn = try HubStandIn(["acme/llama": repository])
    #expect(throws: HubError.unexpected(HubServer("127.0.0.1"), file: "model.safetensors", .longHeader(25_000_001))) {
      try Self.read(standIn, "acme/llama")
    }
  }

  @Test("weights in a folder, and one of several") func files() throws {
    var repository = try HubModels.single()
    repository.files.append(("half/model.safetensors", HubModels.file(headerLength: 1000).bytes))
    repository.files.append(
      ("o dd/\u{E4}%.safetensors", HubModels.file(headerLength: 1000).bytes + [UInt8](repeating: 0, count: 16)))
    let bench = try Bench(try HubStandIn(["acme/llama": repository]))
    #expect(bench.plan("acme/llama", "--file", "model.safetensors").out == Self.local())
    let odd = bench.run(["tree", "acme/llama", "--file", "o dd/*", "--architecture", "Nobody"])
    #expect(odd.status == 0, "\(odd.err)")
    #expect(bench.standIn.hub.requests.contains { $0.path.hasSuffix("/o%20dd/%C3%A4%25.safetensors") })
    let cut = bench.plan("acme/llama", "--file", "half/*")
    #expect(cut.status == 2 && cut.err.contains("half/model.safetensors"), "\(cut.err)")
    #expect(
      bench.plan("acme/llama", "--file", "x*").err.contains(
        "no safetensors file of 'acme/llama' matches 'x*'; there are"))
  }

  @Test("a numbered set of which the repository has a part", arguments: [false, true])
  func partOfSet(hasIndex: Bool) throws {
    var repository = try HubModels.sharded()
    repository.files.removeAll { $0.path.hasPrefix("model-00002") || $0.path.hasPrefix("model-00003") }
    if !hasIndex { repository.files.removeAll { $0.path.hasSuffix("index.json") } }
    repository.hasBulk = false
    let bench = try Bench(try HubStandIn(["acme/llama": repository]))
    let result = bench.plan("acme/llama")
    #expect(result.out == Self.local())
    let text =
      "1 of 3 shards are there; the plan is made from config.json and their headers: 'acme/llama' does not have "
      + "model-00002-of-00003.safetensors, model-00003-of-00003.safetensors\n"
    #expect(result.err.contains("warning: " + text), "\(result.err)")
    #expect(bench.standIn.data.requests.count == 1)
    repository.files[0].bytes = Array("{}".utf8)
    let other = try Bench(try HubStandIn(["acme/llama": repository])).plan("acme/llama")
    #expect(
      other.status == 2 && other.err.contains("of 'acme/llama' 1 of 3 shards are there, and what is there is not"))
  }

  @Test("a repository without safetensors says so, and what it has instead") func noWeights() throws {
    let config = ("config.json", try HubModels.config())
    for (files, text) in [
      (["README.md", "tokenizer.json", ".gitattributes"], "; there are README.md, tokenizer.json\n"), ([], "\n"),
      (["fp8/model.safetensors", "vocab.txt"], "; there are fp8/*, vocab.txt, of which --file 'fp8/*' chooses\n"),
    ] {
      let repository = HubStandIn.Repository(files: [config] + files.map { ($0, []) })
      let bench = try Bench(try HubStandIn(["acme/llama": repository]))
      let result = bench.plan("acme/llama")
      #expect(result.out == Self.local())
      let sentence =
        "warning: 'acme/llama' has no safetensors files to read, so that sizes come from config.json alone" + text
      #expect(result.err.contains(sentence), "\(result.err)")
      let source = try JSONDocument(parsing: bench.plan("acme/llama", "--json").out).root["source"]
      #expect(source?["complete"]?.bool == false)
    }
    let others = HubStandIn.Repository(files: [config, ("pytorch_model.bin", [])])
    let result = try Bench(try HubStandIn(["acme/llama": others])).plan("acme/llama")
    #expect(result.err.contains("warning: the weights are not safetensors and are not read (pytorch_model.bin)"))
    #expect(!result.err.contains("no safetensors files"))
  }

  @Test("an export loads what was chosen, from where it was") func exports() throws {
    var repository = try HubModels.single()
    for path in ["half/model.safetensors", "model.fp16.safetensors"] {
      repository.files.append((path, repository.files[2].bytes))
      repository.lengths[path] = repository.length("model.safetensors")
    }
    repository.files.append(("half/config.json", repository.files[1].bytes))
    let bench = try Bench(try HubStandIn(["acme/llama": repository]))
    func export(_ words: String...) -> (out: String, err: String, status: Int32) {
      bench.run(["export"] + words + ["--gpu", "80GiB"])
    }
    let whole = export("acme/llama", "--to", "transformers").out
    #expect(
      whole.contains("    \"acme/llama\",\n    dtype=") && !whole.contains("subfolder") && !whole.contains("variant"))
    #expect(export("acme/llama", "--file", "half/*", "--to", "transformers").out.contains("    subfolder=\"half\",\n"))
    let variant = export("acme/llama", "--file", "model.fp16.safetensors", "--to", "transformers")
    #expect(variant.out.contains("    variant=\"fp16\",\n"), "\(variant.err)")
    let refused = export("acme/llama", "--file", "half/*", "--to", "vllm")
    #expect(refused.status == 1 && refused.out.isEmpty && refused.err.contains("in its folder 'half'"))
    #expect(export("acme/llama", "--file", "model.fp16.safetensors", "--to", "vllm").status == 1)
    let url = export(bench.standIn.hub.url + "/acme/llama", "--to", "vllm").out
    #expect(url.contains("HF_ENDPOINT=\(bench.standIn.hub.url) vllm serve acme/llama\n"), "\(url)")
  }

  @Test("the config alone, where it is what was named") func configAlone() throws {
    let bench = try Bench(try HubStandIn(["acme/llama": try HubModels.sharded()]))
    let names = [
      ["acme/llama", "--file", "config.json"], [bench.standIn.hub.url + "/acme/llama/blob/main/config.json"],
    ]
    for words in names {
      let result = bench.run(["plan"] + words + Self.memory)
      #expect(result.out == Self.local())
      #expect(result.err.contains("note: sizes come from config.json alone, as it was asked for\n"), "\(result.err)")
      #expect(bench.standIn.data.requests.isEmpty)
    }
  }

  @Test("what the name says and what the option says") func contradictions() throws {
    let bench = try Bench(try HubStandIn(["acme/llama": try HubModels.single()]))
    for words in [
      ["acme/llama@v1", "--revision", "main"], [bench.standIn.hub.url + "/acme/llama/tree/v1", "--revision", "main"],
      [bench.standIn.hub.url + "/acme/llama/blob/main/model.safetensors", "--file", "other*"],
    ] {
      let result = bench.run(["plan"] + words + Self.memory)
      #expect(result.status == 2 && result.err.contains("cannot both be meant"), "\(result.err)")
    }
    #expect(bench.standIn.hub.requests.isEmpty)
    #expect(bench.plan("acme/llama@main", "--revision", "main").out == Self.local())
  }

  @Test("progress is shown where somebody looks, and wiped at the end") func progress() throws {
    var repository = try HubModels.sharded()
    repository.hasBulk = false
    let bench = try Bench(try HubStandIn(["acme/llama": repository]))
    let shown = Mutex<[String]>([])
    var environment = ProgramEnvironment()
    let variables = bench.variables
    environment.variable = { variables[$0] }
    environment.showProgress = { text in shown.withLock { $0.append(text) } }
    #expect(Program.run(["plan", "acme/llama"] + Self.memory, environment).status == 0)
    let lines = shown.withLock { $0 }
    #expect(lines.contains("headers 3/3") && lines.last == "", "\(lines)")
    #expect(Set(lines).count == lines.count, "each number once")
    #expect(lines.dropLast().allSatisfy { $0.hasPrefix("headers ") && $0.hasSuffix("/3") }, "\(lines)")
  }

  // MARK: - Caches

  @Test("a cache that lacks weights is completed by the hub, or planned as it is when the hub is away")
  func incomplete() throws {
    let cache = try RecordedCache("config alone")
    var repository = try HubModels.sharded()
    repository.hasBulk = false
    let standIn = try HubStandIn(["acme/sharded": repository])
    let bench = try Bench(standIn, ["HF_HUB_CACHE": cache.path])
    let listing = try RecordedCache.listing(cache.path)
    #expect(bench.plan("acme/sharded").err.contains("from \(standIn.hub.url)"))
    #expect(try RecordedCache.listing(cache.path) == listing)
    var away = try Bench(standIn, ["HF_HUB_CACHE": cache.path, "HF_ENDPOINT": "http://127.0.0.1:1"])
    away.limits.retries = 0
    let result = away.plan("acme/sharded")
    #expect(result.status == 0)
    #expect(result.err.contains("no weights are there; the plan is made from config.json alone"))
    #expect(result.err.contains("the hub did not answer: 127.0.0.1: cannot be reached"))
  }

  @Test("kept headers that were cut or changed are read again") func damaged() throws {
    let bench = try Bench(try HubStandIn(["acme/llama": try HubModels.sharded()]))
    #expect(bench.plan("acme/llama").status == 0)
    let path = try #require(
      try RecordedCache.listing(bench.home.path).first { $0.contains(".headers ") }?.split(separator: " ").first)
    let file = URL(filePath: bench.home.path + "/" + path)
    let whole = try Data(contentsOf: file)
    var damages = [Data(), Data("{}\n".utf8), whole.dropLast(1), whole + Data([0])]
    for place in stride(from: 0, to: whole.count, by: 97) {
      var bytes = whole
      bytes[place] ^= 0x04
      damages.append(bytes)
    }
    for bytes in damages {
      #expect(HeaderFile.parts(ContiguousArray(bytes), commit: HubStandIn.commit, name: "x") == nil || bytes == whole)
    }
    #expect(HeaderFile.parts(ContiguousArray(whole), commit: HubStandIn.commit, name: "x") != nil)
    try damages[2].write(to: file)
    let asked = bench.standIn.hub.requests.count
    #expect(bench.plan("acme/llama").out == Self.local())
    #expect(bench.standIn.hub.requests.count > asked + 1)
    #expect(try Data(contentsOf: file) == whole)
  }

  @Test("where nothing can be kept, plans are made all the same") func unwritable() throws {
    var bench = try Bench(try HubStandIn(["acme/llama": try HubModels.single()]))
    bench.variables["XDG_CACHE_HOME"] = try bench.home.write("x", "file")
    #expect(bench.plan("acme/llama").out == Self.local())
  }

  @Test("many at once do not disturb each other") func concurrent() throws {
    let bench = try Bench(try HubStandIn(["acme/llama": try HubModels.sharded()]))
    let expected = Self.local()
    let results = Workers.map(4, threads: 4) { _ in bench.plan("acme/llama", "--refresh").out }
    #expect(results.allSatisfy { $0 == expected })
    #expect(bench.plan("acme/llama", "--offline").out == expected)
    #expect(try RecordedCache.listing(bench.home.path).allSatisfy { !$0.contains(".part") })
  }

  // MARK: - Help

  static func wait<Value: Sendable>(_ body: @escaping @Sendable () async throws(HubError) -> Value) throws -> Value {
    let result = Workers.wait { () async -> Result<Value, HubError> in
      do throws(HubError) { return .success(try await body()) } catch { return .failure(error) }
    }
    return try result.get()
  }

  static func read(_ standIn: HubStandIn, _ name: String, change: (inout HubClient) -> Void = { _ in }) throws
    -> HubSnapshot
  {
    var settings = HubSettings()
    settings.endpoint = try #require(HubEndpoint(standIn.hub.url))
    var client = HubClient(CurlTransport(), settings: settings)
    client.limits.firstPauseMilliseconds = 5
    client.limits.retries = 2
    change(&client)
    let (wanted, reference) = (client, try HubReference(name))
    return try wait { () async throws(HubError) in try await wanted.snapshot(of: reference) }
  }
}
