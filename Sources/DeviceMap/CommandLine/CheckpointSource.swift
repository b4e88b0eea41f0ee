/// What CHECKPOINT stands for: a path that exists, else a model on a hub.
struct CheckpointSource {
  let checkpoint: Checkpoint
  private(set) var snapshot: HubSnapshot?

  init(_ arguments: Arguments, _ environment: ProgramEnvironment) throws {
    let text = arguments.positionals[0]
    if text == ProgramEnvironment.stream {
      try Self.checkOptionsOfHub(arguments)
      let config = try environment.input(ModelConfig.maximumLength)
      checkpoint = try Checkpoint(named: ProgramEnvironment.title(of: text), configBytes: config)
    } else if try Files.kind(of: text) == nil, let reference = try Self.reference(text, arguments) {
      let snapshot = try Self.orPath(text) { try Self.read(reference, arguments, environment) }
      (checkpoint, self.snapshot) = (try snapshot.checkpoint(), snapshot)
    } else if let folder = try Self.cacheFolder(text, arguments) {
      switch try Self.examine(folder) {
      case .complete(let snapshot), .partial(let snapshot):
        (checkpoint, self.snapshot) = (try snapshot.checkpoint(), snapshot)
      case .nothing: checkpoint = try Self.open(folder.folder, arguments)
      }
    } else {
      try Self.checkOptionsOfHub(arguments)
      if try Files.kind(of: text) == nil, let url = HubReference.urlOfBareName(text) {
        throw UsageError.noSuchPath(text, asModel: "give org/name, or \(url) where it has no organisation")
      }
      checkpoint = try Self.open(text, arguments)
    }
  }

  private static func examine(_ folder: SnapshotFolder) throws(HubError) -> HubCaches.Found {
    do throws(HubError) {
      return try folder.examine()
    } catch {
      throw folder.told(error)
    }
  }

  private static func checkOptionsOfHub(_ arguments: Arguments) throws(UsageError) {
    if let option = ["file", "revision", "refresh"].first(where: { arguments.has($0) }) {
      throw .optionOfHub("--" + option)
    }
  }

  private static func open(_ path: String, _ arguments: Arguments) throws -> Checkpoint {
    var reading = Checkpoint.Options()
    reading.allowMissingData = arguments.has("headers-only")
    return try Checkpoint(at: path, options: reading)
  }

  /// The model that a text names, with what the options say of it.
  private static func reference(_ text: String, _ arguments: Arguments) throws -> HubReference? {
    guard var reference = try HubReference(parsing: text) else { return nil }
    if let revision = try option("revision", arguments, besides: reference.revision) {
      reference = try reference.at(revision: revision)
    }
    if let file = try option("file", arguments, besides: reference.file) {
      reference = try reference.choosing(file: file)
    }
    return reference
  }

  /// The value of an option that CHECKPOINT may say as well, but not otherwise.
  private static func option(
    _ name: String, _ arguments: Arguments, besides other: String?
  ) throws(UsageError) -> String? {
    guard let value = arguments.value(name) else { return nil }
    if let other, other != value {
      throw .contradiction(arguments.positionals[0], "--\(name) \(value)")
    }
    return value
  }

  /// The state that a folder of a cache stands for: `models--org--name`, or one of its snapshots, however the path to it
  /// is written.
  static func cacheFolder(_ path: String, _ arguments: Arguments) throws -> SnapshotFolder? {
    guard try Files.kind(of: path) == .directory else { return nil }
    guard let folder = try knownFolder(path, arguments) else { return nil }
    if arguments.has("refresh") { throw UsageError.optionOfHub("--refresh") }
    return folder
  }

  private static func knownFolder(_ path: String, _ arguments: Arguments) throws -> SnapshotFolder? {
    for path in Files.absolutePaths(of: path) {
      if let folder = try SnapshotFolder(path: path) {
        _ = try option("revision", arguments, besides: folder.commit)
        guard let file = arguments.value("file") else { return folder }
        return try folder.choosing(file: file)
      }
      let repository = HubRepositoryFolder(path)
      guard let id = repository.id, try Files.kind(of: Files.join(repository.path, "snapshots")) == .directory else {
        continue
      }
      let reference = try HubReference(id, revision: arguments.value("revision"), file: arguments.value("file"))
      if let folder = repository.snapshot(reference) { return folder }
      throw HubError.noSnapshot(
        folder: repository.path, revision: reference.wantedRevision, found: repository.snapshots)
    }
    return nil
  }

  /// Says of a model that is not found that a path may have been meant, where its first part is a folder here.
  private static func orPath(_ text: String, _ read: () throws -> HubSnapshot) throws -> HubSnapshot {
    do {
      return try read()
    } catch let error as HubError {
      guard try Files.kind(of: String(text.prefix { $0 != "/" })) == .directory else { throw error }
      throw UsageError.noSuchPath(text, asModel: error.description)
    }
  }

  private static func read(
    _ reference: HubReference, _ arguments: Arguments, _ environment: ProgramEnvironment
  ) throws -> HubSnapshot {
    try ask(arguments, environment) { client throws(HubError) in try await client.snapshot(of: reference) }
  }

  /// The pipeline of several models in a folder of a cache; nil of one that holds none.
  static func pipeline(in folder: SnapshotFolder, _ reading: Checkpoint.Options) throws(HubError) -> HubPipeline? {
    do throws(HubError) {
      return try folder.pipeline(reading)
    } catch {
      throw folder.told(error)
    }
  }

  /// The pipeline of several models that CHECKPOINT names on a hub.
  static func pipeline(_ arguments: Arguments, _ environment: ProgramEnvironment) throws -> HubPipeline? {
    let text = arguments.positionals[0]
    guard try Files.kind(of: text) == nil, let reference = try reference(text, arguments),
      reference.file == nil || reference.isPipeline
    else { return nil }
    return try ask(arguments, environment) { client throws(HubError) in try await client.pipeline(of: reference) }
  }

  private static func ask<Answer: Sendable>(
    _ arguments: Arguments, _ environment: ProgramEnvironment,
    _ question: @escaping @Sendable (HubClient) async throws(HubError) -> Answer
  ) throws -> Answer {
    var settings = HubSettings(environment: environment.variable)
    if arguments.has("offline") { settings.offline = "--offline" }
    if let offline = settings.offline, arguments.has("refresh") { throw UsageError.contradiction(offline, "--refresh") }
    guard let transport = environment.transport else { throw HubError.curlMissing }
    var client = HubClient(transport, settings: settings)
    client.limits = environment.hubLimits
    client.refreshes = arguments.has("refresh")
    if let show = environment.showProgress {
      client.progress = { what, done, count in show("\(what) \(done)/\(count)") }
    }
    let wanted = client
    defer { environment.showProgress?("") }
    // Who interrupts the program ends curl as well, and the folder of its answers goes.
    let result = Platform.holdingSignals {
      Workers.wait {
        do throws(HubError) {
          return Result<Answer, HubError>.success(try await question(wanted))
        } catch {
          return .failure(error)
        }
      }
    }
    return try result.get()
  }
}
