import Foundation
import Testing

@testable import DeviceMap

/// Caches that the Python clients have written, found without a request and without a trace.
@Suite("Caches of huggingface_hub and ModelScope") struct HubCacheTests {
  /// Fails whoever asks a hub.
  struct NoHub: HubTransport {
    func answers(
      to requests: [HubRequest], limits: HubLimits, received: @escaping @Sendable (Int, HubAnswer) -> Void
    ) async throws(HubError) -> [HubAnswer] {
      Issue.record("asked for \(requests.map(\.url))")
      throw .curlMissing
    }
  }

  static let sharded = "999272df07990a34ca88c3dac82a388d5c86f6b1"
  static let single = "07123cfb5da71e2dcb685411aac989562ea473c6"

  /// What is found, in one line.
  private static func found(_ cache: RecordedCache, _ name: String, file: String? = nil) throws -> String {
    guard var reference = try HubReference(parsing: name) else { return "path" }
    if let file { reference = try reference.choosing(file: file) }
    let before = try RecordedCache.listing(cache.path)
    defer { #expect((try? RecordedCache.listing(cache.path)) == before) }
    switch HubCaches(cache.settings).find(reference) {
    case .complete(let snapshot):
      let checkpoint = try snapshot.checkpoint()
      return
        "complete \(snapshot.commit?.prefix(6) ?? "-") \(checkpoint.shards.count) files \(checkpoint.tensors.count) tensors"
    case .partial(let snapshot):
      if snapshot.isUnsure { return "partial \(snapshot.commit?.prefix(6) ?? "-") 1 of 1, perhaps of others" }
      guard let missing = snapshot.missing else {
        return "without config \(try snapshot.checkpoint().tensors.count) tensors"
      }
      let checkpoint = try snapshot.checkpoint()
      #expect(checkpoint.shards.count == missing.present)
      #expect(checkpoint.isPartial == (missing.present > 0), "a part must not be taken for the whole")
      return
        "partial \(snapshot.commit?.prefix(6) ?? "-") \(missing.present) of \(missing.total.map(String.init) ?? "?")"
    case .nothing(let others, let problem):
      return "nothing \(others.map { String($0.prefix(6)) }) \(problem.map { "\($0)" } ?? "")".replacing(
        cache.path, with: "CACHE")
    }
  }

  @Test("the number of recordings") func count() throws {
    #expect(try RecordedCache.names().count == 7)
    #expect(try Array(RecordedCache.modelScope.get().members).count == 10)
    #expect(
      try RecordedCache.recording.get().members.reduce(0) { $0 + Array(($1.value["entries"]!).members).count } == 58)
  }

  @Test(
    "what each cache has",
    arguments: [
      ("snapshot", "acme/sharded", nil, "complete 999272 3 files 21 tensors"),
      ("snapshot", "acme/sharded@\(sharded)", nil, "complete 999272 3 files 21 tensors"),
      ("snapshot", "acme/single", nil, "complete 07123c 1 files 21 tensors"),
      ("snapshot", "acme/sharded", "half/*", "complete 999272 1 files 12 tensors"),
      ("snapshot", "acme/sharded@v9", nil, "nothing [\"main\"] "), ("snapshot", "acme/other", nil, "nothing [] "),
      ("snapshot", "https://elsewhere.example/acme/sharded", nil, "nothing [] "),
      ("config alone", "acme/sharded", nil, "partial 999272 0 of ?"),
      ("some shards", "acme/sharded", nil, "partial 999272 1 of 3"),
      ("pull request", "acme/single@refs/pr/1", nil, "complete 07123c 1 files 21 tensors"),
      ("pull request", "acme/single", nil, "nothing [\"refs/p\"] "),
      ("subfolder", "acme/sharded", "half/model.safetensors", "complete 999272 1 files 12 tensors"),
      ("known absence", "acme/single", nil, "partial 07123c 0 of ?"),
      ("without links", "acme/single", nil, "complete 07123c 1 files 21 tensors"),
    ] as [(String, String, String?, String)])
  func recordings(cache: String, name: String, file: String?, expected: String) throws {
    #expect(try Self.found(try RecordedCache(cache), name, file: file) == expected)
  }

  @Test("a cache without a config.json: all of the weights, or a part, of which nobody knows the rest")
  func withoutConfig() throws {
    func isConfig(_ path: String) -> Bool { path.hasSuffix("/config.json") || path.contains("/trees/") }
    let cache = try RecordedCache("without links") { isConfig($0) ? nil : $0 }
    #expect(try Self.found(cache, "acme/single") == "without config 21 tensors")
    let output = Self.run(["plan", "acme/single", "--offline"] + Self.memory, ["HF_HUB_CACHE": cache.path])
    #expect(output.status == 0 && output.messages.string.contains("there is no config.json beside the weights"))
    #expect(output.messages.string.contains("warning: the config.json is not in the cache, '"))
    let listed = try RecordedCache("without links") { $0.hasSuffix("/config.json") ? nil : $0 }
    let lost = Self.run(["plan", "acme/single", "--offline"] + Self.memory, ["HF_HUB_CACHE": listed.path])
    #expect(lost.status == 0 && lost.messages.string.contains("warning: the config.json is not in the cache, '"))
    let part = try RecordedCache("some shards") { isConfig($0) ? nil : $0 }
    #expect(try Self.found(part, "acme/sharded") == "partial 999272 1 of 3")
    let refused = Self.run(["plan", "acme/sharded", "--offline"] + Self.memory, ["HF_HUB_CACHE": part.path])
    #expect(refused.status == 2)
    #expect(
      refused.messages.string.contains(
        "of 'acme/sharded' 1 of 3 shards are there, and what is there is not enough (there is no config.json that says")
    )
  }

  /// Weights that nothing in the cache names: what else the repository has decides whether they are loaded.
  @Test(
    "files that may not be the ones that are loaded",
    arguments: [
      "model.fp16.safetensors", "consolidated.safetensors", "model-bf16.safetensors",
      "model-00001-of-00001.safetensors",
    ])
  func unsure(name: String) throws {
    let cache = try RecordedCache("without links") { path in
      path.contains("/trees/") ? nil : path.replacing("/model.safetensors", with: "/" + name)
    }
    #expect(try Self.found(cache, "acme/single") == "partial 07123c 1 of 1, perhaps of others")
    let variables = ["HF_HUB_CACHE": cache.path]
    let output = Self.run(["plan", "acme/single", "--offline", "--json"] + Self.memory, variables)
    #expect(output.status == 0)
    #expect(
      output.messages.string.contains(
        "warning: nothing in the cache says that 'acme/single' is loaded from \(name) and no other files; ask the hub"))
    #expect(try JSONDocument(parsing: output.result.string).root["source"]?["complete"]?.bool == false)
    #expect(try Self.found(cache, "acme/single", file: name).hasPrefix("complete"))
  }

  /// That a cache has weights in another format does not say that the repository has no safetensors.
  @Test("weights in another format alone", arguments: ["pytorch_model.bin", "model.gguf"])
  func otherWeights(name: String) throws {
    func cache(_ knowsAbsence: Bool) throws -> RecordedCache {
      let cache = try RecordedCache("without links") { path in
        path.contains("/trees/") ? nil : path.replacing("/model.safetensors", with: "/" + name)
      }
      guard knowsAbsence else { return cache }
      let folder = cache.folder.url.appending(path: "models--acme--single/.no_exist/\(Self.single)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for name in ["model.safetensors", "model.safetensors.index.json"] {
        try Data().write(to: folder.appending(path: name))
      }
      return cache
    }
    let unknown = try cache(false)
    let words = ["plan", "acme/single", "--offline"] + Self.memory
    let output = Self.run(words, ["HF_HUB_CACHE": unknown.path])
    let path = unknown.path + "/models--acme--single/snapshots/" + Self.single
    for text in [output, Self.run(["plan", path] + Self.memory, [:])].map(\.messages.string) {
      #expect(
        text.contains(
          "no weights of the model are in the cache, only \(name), which is not read; whether the repository has others is "
            + "not known; the plan is made from config.json alone"), "\(text)")
      #expect(!text.contains("the weights are not safetensors"), "\(text)")
    }
    let other = try cache(true)
    let known = Self.run(words, ["HF_HUB_CACHE": other.path]).messages.string
    #expect(known.contains("the weights are not safetensors and are not read (\(name))"), "\(known)")
  }

  @Test("an adapter beside a config.json is not the model") func adapterBesideConfig() throws {
    let cache = try RecordedCache("without links") { path in
      path.contains("/trees/") ? nil : path.replacing("/model.safetensors", with: "/adapter_model.safetensors")
    }
    try cache.folder.write("{}", "models--acme--single/snapshots/\(Self.single)/adapter_config.json")
    #expect(try Self.found(cache, "acme/single") == "partial 07123c 0 of ?")
    let output = Self.run(["plan", "acme/single", "--offline"] + Self.memory, ["HF_HUB_CACHE": cache.path])
    #expect(output.messages.string.contains("in the cache, only adapter_model.safetensors, which is not read; whether"))
  }

  @Test("a blob that is all there and no safetensors is not a missing one") func broken() throws {
    let blob = "34fc79be6bb87bda69bf6e89c7ca6043e03aefbb32827ffdbb1b61c6b2df6a69"
    let cache = try RecordedCache("snapshot")
    let file = cache.folder.url.appending(path: "models--acme--sharded/blobs/\(blob)")
    let length = try Data(contentsOf: file).count
    try Data(count: length).write(to: file)
    let output = Self.run(["plan", "acme/sharded", "--offline"] + Self.memory, ["HF_HUB_CACHE": cache.path])
    #expect(output.status == 2 && !output.messages.string.contains("shards are there"), "\(output.messages.string)")
  }

  @Test("a blob that was deleted leaves a dangling link") func dangling() throws {
    let blob = "34fc79be6bb87bda69bf6e89c7ca6043e03aefbb32827ffdbb1b61c6b2df6a69"
    let cache = try RecordedCache("snapshot") { $0.hasSuffix(blob) ? nil : $0 }
    #expect(try Self.found(cache, "acme/sharded") == "partial 999272 2 of 3")
  }

  @Test("a blob that was cut is not there", arguments: [true, false]) func cut(hasTree: Bool) throws {
    let blob = "34fc79be6bb87bda69bf6e89c7ca6043e03aefbb32827ffdbb1b61c6b2df6a69"
    let cache = try RecordedCache("snapshot") { $0.contains("/trees/") && !hasTree ? nil : $0 }
    let file = cache.folder.url.appending(path: "models--acme--sharded/blobs/\(blob)")
    try Data(contentsOf: file).dropLast(3).write(to: file)
    #expect(try Self.found(cache, "acme/sharded") == "partial 999272 2 of 3")
  }

  @Test("a blob that is a pipe is not there, and nobody waits for its other end")
  func pipes() throws {
    let blob = "34fc79be6bb87bda69bf6e89c7ca6043e03aefbb32827ffdbb1b61c6b2df6a69"
    let cache = try RecordedCache("snapshot")
    let file = cache.folder.url.appending(path: "models--acme--sharded/blobs/\(blob)")
    try FileManager.default.removeItem(at: file)
    #expect(unsafe mkfifo(file.path, 0o600) == 0)
    #expect(try Self.found(cache, "acme/sharded") == "partial 999272 2 of 3")
  }

  @Test(
    "a file with a name that no repository has does not hide the others",
    arguments: ["a\\b.png", "a\u{2764}\u{FE0F}.png"])
  func oddNames(_ name: String) throws {
    let cache = try RecordedCache("snapshot")
    let folder = cache.folder.url.appending(path: "models--acme--sharded/snapshots/\(Self.sharded)")
    try Data().write(to: folder.appending(path: name))
    #expect(try Self.found(cache, "acme/sharded") == "complete 999272 3 files 21 tensors")
  }

  @Test("a token file that is a pipe is none, and nobody waits for its other end")
  func pipeAsToken() throws {
    let cache = try RecordedCache("snapshot")
    let path = cache.folder.url.appending(path: "token").path
    #expect(unsafe mkfifo(path, 0o600) == 0)
    let variables = ["HOME": cache.path, "HF_TOKEN_PATH": path]
    #expect(HubSettings { variables[$0] }.token == nil)
  }

  @Test("the folder of a repository is known with a slash at its end") func slashAtTheEnd() {
    #expect(HubRepositoryFolder("/x/models--acme--sharded/").id == "acme/sharded")
    #expect(HubRepositoryFolder("/x/models--acme--sharded//").path == "/x/models--acme--sharded")
  }

  @Test("a file is replaced, a link and a pipe are not") func placesOfFiles() throws {
    let cache = try RecordedCache("snapshot")
    let path = cache.folder.url.appending(path: "pipe").path
    #expect(Files.isFileOrNothing(path))
    #expect(unsafe mkfifo(path, 0o600) == 0)
    #expect(!Files.isFileOrNothing(path))
  }

  @Test("blobs in the store that repositories share") func sharedBlobs() throws {
    let cache = try RecordedCache("snapshot")
    let store = cache.folder.url.appending(path: "blobs/ab")
    try FileManager.default.createDirectory(at: store, withIntermediateDirectories: true)
    let blobs = cache.folder.url.appending(path: "models--acme--sharded/blobs")
    for name in try FileManager.default.contentsOfDirectory(atPath: blobs.path) where name.count == 64 {
      let blob = blobs.appending(path: name)
      try FileManager.default.moveItem(at: blob, to: store.appending(path: name))
      try FileManager.default.createSymbolicLink(atPath: blob.path, withDestinationPath: "../../blobs/ab/\(name)")
    }
    #expect(try Self.found(cache, "acme/sharded") == "complete 999272 3 files 21 tensors")
  }

  @Test("links that lead around in circles are files that are not there") func circles() throws {
    let cache = try RecordedCache("without links")
    let folder = cache.folder.url.appending(path: "models--acme--single/snapshots/\(Self.single)")
    let file = folder.appending(path: "model.safetensors")
    try FileManager.default.removeItem(at: file)
    try FileManager.default.createSymbolicLink(atPath: file.path, withDestinationPath: "model.safetensors")
    try FileManager.default.createSymbolicLink(atPath: folder.appending(path: "loop").path, withDestinationPath: ".")
    #expect(try Self.found(cache, "acme/single") == "partial 07123c 0 of 1")
    #expect(try Self.found(cache, "acme/single", file: "model.safetensors").hasPrefix("partial"))
  }

  @Test(
    "a branch that names no commit is not followed",
    arguments: [
      "", "../../../../etc", "999272df07990a34ca88c3dac82a388d5c86f6b", "999272DF07990A34CA88C3DAC82A388D5C86F6B1",
      "..\n",
    ])
  func badRefs(text: String) throws {
    let cache = try RecordedCache("snapshot")
    try Data(text.utf8).write(to: cache.folder.url.appending(path: "models--acme--sharded/refs/main"))
    #expect(try Self.found(cache, "acme/sharded") == "nothing [\"999272\"] ")
  }

  // MARK: - ModelScope

  @Test(
    "caches that ModelScope's clients left",
    arguments: [
      ("1.9.5 variable", "modelscope:acme/v1.5", "complete - 1 files 21 tensors"),
      ("1.9.5 usual", "modelscope:acme/v1.5", "complete - 1 files 21 tensors"),
      ("1.9.5 usual", "modelscope:acme/v1.5@v1", "nothing [] "),
      ("1.18.1 variable", "modelscope:acme/v1.5", "complete - 1 files 21 tensors"),
      ("1.18.1 usual", "modelscope:acme/v1.5@v1", "complete - 1 files 21 tensors"),
      ("1.18.1 usual", "modelscope:acme/v1.5@master", "nothing [\"v1\"] "),
      ("1.30.0 variable", "modelscope:acme/v1.5", "complete - 1 files 21 tensors"),
      ("1.30.0 usual", "modelscope:acme/v1.5", "complete - 1 files 21 tensors"),
      ("1.30.0 usual", "acme/v1.5", "complete - 1 files 21 tensors"),
      ("1.30.0 usual", "acme/v1.5@v1", "nothing [] "), ("1.30.0 usual", "modelscope:acme/v1.5@v2", "nothing [\"v1\"] "),
      ("1.40.2 variable", "modelscope:acme/v1.5", "complete - 1 files 21 tensors"),
      ("1.40.2 usual", "acme/v1.5", "complete - 1 files 21 tensors"),
      ("1.40.2 tag", "modelscope:acme/v1.5@v1", "complete - 1 files 21 tensors"),
      ("1.40.2 tag", "modelscope:acme/v1.5", "nothing [\"v1\"] "),
      ("1.40.2 config alone", "modelscope:acme/v1.5@v1", "partial - 0 of ?"),
      ("1.40.2 variable", "modelscope:acme/other", "nothing [] "),
    ])
  func modelScopeRecordings(cache: String, name: String, expected: String) throws {
    #expect(try Self.found(try RecordedCache(cache), name) == expected)
  }

  @Test("a cache of ModelScope that holds another revision than the usual one says so") func heldRevision() throws {
    let cache = try RecordedCache("1.30.0 usual")
    let variables = ["MODELSCOPE_CACHE": cache.path]
    let output = Self.run(["plan", "modelscope:acme/v1.5", "--offline"] + Self.memory, variables)
    #expect(output.status == 0)
    #expect(
      output.messages.string.contains("warning: the cache of ModelScope holds revision 'v1', '\(cache.path)/hub/"))
    let exact = Self.run(["plan", "modelscope:acme/v1.5@v1", "--offline"] + Self.memory, variables)
    #expect(exact.result.string == output.result.string && !exact.messages.string.contains("holds revision"))
  }

  @Test(
    "all layouts of ModelScope",
    arguments: [
      ("models/acme--v1.5/snapshots/master", "modelscope:acme/v1.5"), ("models/acme/v1___5", "modelscope:acme/v1.5"),
      ("hub/models/acme/v1___5", "modelscope:acme/v1.5"), ("hub/acme/v1___5", "modelscope:acme/v1.5"),
      ("hub/acme/v1.5", "modelscope:acme/v1.5"), ("acme/v1.5", "modelscope:acme/v1.5"),
      ("models/acme/v1.5", "modelscope:acme/v1.5"), ("models/acme/v1___5", "acme/v1.5"),
      ("models/acme--v1.5/snapshots/v2", "modelscope:acme/v1.5@v2"),
    ])
  func modelScope(folder: String, name: String) throws {
    let snapshot = "models--acme--single/snapshots/\(Self.single)/"
    let cache = try RecordedCache("without links") { path in
      path.hasPrefix(snapshot) ? "\(folder)/\(path.dropFirst(snapshot.count))" : nil
    }
    try cache.folder.write("x", "\(folder)/other.safetensors.incomplete")
    var settings = HubSettings()
    settings.modelScopeCaches = [cache.path]
    let reference = try #require(try HubReference(parsing: name))
    guard case .complete(let found) = HubCaches(settings).find(reference) else {
      Issue.record("not found")
      return
    }
    #expect(found.origin == .cache(folder: "\(cache.path)/\(folder)"))
    #expect(try found.checkpoint().tensors.count == 21)
    #expect(found.notes.isEmpty == name.hasPrefix("modelscope:"))
  }
}
