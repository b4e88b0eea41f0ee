import DeviceMap
import Foundation
import Testing

@Suite("Files") struct FilesTests {
  @Test("Written files are whole, and replaced at once") func write() throws {
    let directory = try TemporaryDirectory()
    let path = directory.path + "/a"
    try Files.write(Array("one".utf8), to: path)
    try Files.write(Array("two".utf8), to: path)
    #expect(Array(try Files.read(path)) == Array("two".utf8))
    #expect(try Files.list(directory.path) == ["a"])
    #expect(try Files.kind(of: path) == .regular && Files.kind(of: directory.path) == .directory)
    #expect(try Files.kind(of: path + "/b") == nil)
    let missing = #expect(throws: FileError.self) { try Files.write([], to: directory.path + "/no/b") }
    #expect(missing?.reason == .notFound && missing?.path == directory.path + "/no/b")
    let isDirectory = #expect(throws: FileError.self) { try Files.write([], to: directory.path) }
    #expect(isDirectory?.description == "cannot write '\(directory.path)': it is a directory; name a file in it")
  }

  @Test("A file that is replaced keeps its access rights; a new one has the usual ones") func rights() throws {
    let directory = try TemporaryDirectory()
    func rights(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    let (old, new, plain) = (directory.path + "/old", directory.path + "/new", directory.path + "/plain")
    for mode in [0o600, 0o640, 0o755] {
      try directory.write("x", "old")
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: old)
      try Files.write([1], to: old)
      #expect(try rights(old) == mode)
    }
    try Files.write([1], to: new)
    #expect(FileManager.default.createFile(atPath: plain, contents: nil))
    #expect(try rights(new) == rights(plain))
  }

  @Test("The user's own link is written through, a link to nothing too, a circle is refused") func links() throws {
    let directory = try TemporaryDirectory()
    func link(_ name: String, to target: String) throws {
      try FileManager.default.createSymbolicLink(
        atPath: directory.path + "/" + name, withDestinationPath: target)
    }
    try FileManager.default.createDirectory(atPath: directory.path + "/inner", withIntermediateDirectories: false)
    try directory.write("old", "inner/file")
    try link("near", to: "inner/file")
    try link("far", to: directory.path + "/near")
    try link("new", to: "inner/made")
    try link("circle", to: "circle")
    try Files.write([1, 2], to: directory.path + "/far")
    try Files.write([3], to: directory.path + "/new")
    #expect(Array(try Files.read(directory.path + "/inner/file")) == [1, 2])
    #expect(Array(try Files.read(directory.path + "/inner/made")) == [3])
    for name in ["near", "far", "new"] {
      #expect((try? FileManager.default.destinationOfSymbolicLink(atPath: directory.path + "/" + name)) != nil)
    }
    let error = #expect(throws: FileError.self) { try Files.write([1], to: directory.path + "/circle") }
    #expect(error?.reason == .foreignLink)
    #expect(try Files.list(directory.path + "/inner") == ["file", "made"], "no part is left")
  }

  @Test("A planted link under the name of a temporary file is not followed") func planted() throws {
    let directory = try TemporaryDirectory()
    let victim = try directory.write("victim", "victim")
    // The name that a process could foresee.
    try FileManager.default.createSymbolicLink(
      atPath: directory.path + "/out.\(ProcessInfo.processInfo.processIdentifier).part", withDestinationPath: victim)
    try Files.write([1], to: directory.path + "/out")
    #expect(Array(try Files.read(victim)) == Array("victim".utf8))
    #expect(throws: SystemError.self) { _ = try Platform.create(directory.path + "/out") }
    try FileManager.default.createSymbolicLink(
      atPath: directory.path + "/dangling", withDestinationPath: directory.path + "/nothing")
    #expect(throws: SystemError.self) { _ = try Platform.create(directory.path + "/dangling") }
  }

  @Test("An input is not overwritten, whatever path leads to it") func inputs() throws {
    let directory = try TemporaryDirectory()
    let input = try directory.write("input", "input")
    try FileManager.default.linkItem(atPath: input, toPath: directory.path + "/hard")
    try FileManager.default.createSymbolicLink(atPath: directory.path + "/soft", withDestinationPath: "input")
    let inputs = try Set([Files.identity(of: input)].compactMap { $0 })
    #expect(inputs.count == 1)
    for name in ["input", "hard", "soft", "./input"] {
      let error = #expect(throws: FileError.self) {
        try Files.write([1], to: directory.path + "/" + name, keeping: inputs)
      }
      #expect(error?.reason == .isInput)
    }
    #expect(Array(try Files.read(input)) == Array("input".utf8))
  }

  @Test("What is no file is written to directly") func devices() throws {
    try Files.write([1, 2, 3], to: "/dev/null")
    let directory = try TemporaryDirectory()
    let pipe = directory.path + "/pipe"
    #expect(unsafe mkfifo(pipe, 0o600) == 0)
    let reader = Thread { _ = try? Files.read(pipe, accepting: .anything) }
    reader.start()
    try Files.write([1, 2, 3], to: pipe)
    #expect(try Files.kind(of: pipe) == .other)
  }

  @Test("A full disk or a limit on files is an error, and leaves nothing") func limits() async throws {
    #if os(Linux)
      let full = #expect(throws: FileError.self) { try Files.write([1], to: "/dev/full") }
      #expect(full?.operation == .write)
    #endif
    await #expect(processExitsWith: .success) {
      Platform.prepareProcess()
      let directory = try TemporaryDirectory()
      var limit = rlimit(rlim_cur: 1000, rlim_max: 1000)
      unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      do {
        try Files.write([UInt8](repeating: 1, count: 100_000), to: directory.path + "/a")
        exit(3)
      } catch {
        exit(try Files.list(directory.path).isEmpty ? 0 : 4)
      }
    }
  }

  @Test("A signal in the middle of writing leaves the old file or the new one, and no part") func signals() async {
    await #expect(processExitsWith: .signal(SIGTERM)) {
      let directory = try TemporaryDirectory()
      let path = directory.path + "/a"
      try Files.write([0], to: path)
      // The threads of the tests take no signals.
      var taken = sigset_t()
      unsafe sigemptyset(&taken)
      unsafe sigaddset(&taken, SIGTERM)
      unsafe pthread_sigmask(SIG_UNBLOCK, &taken, nil)
      Platform.holdingSignals {
        raise(SIGTERM)
        // Still here: the signal waits until what was begun is put away.
        try? Files.write([1, 2], to: path)
        guard (try? Files.list(directory.path)) == ["a"], (try? Files.read(path)) == [1, 2] else { exit(3) }
        try? FileManager.default.removeItem(atPath: directory.path)
      }
      exit(4)
    }
  }

  @Test("Names are listed in the order of their bytes") func list() throws {
    let directory = try TemporaryDirectory()
    for name in ["b", "é", "B", "a10", "a9", ".x"] { try directory.write("", name) }
    #expect(try Files.list(directory.path) == [".x", "B", "a10", "a9", "b", "é"])
    #expect(throws: FileError.self) { try Files.list(directory.path + "/b") }
  }

  @Test("Reading has a limit, and knows devices and directories") func read() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write("12345", "a")
    #expect(try Files.read(path, limit: 5).count == 5)
    let error = #expect(throws: FileError.self) { try Files.read(path, limit: 4) }
    #expect(error?.reason == .tooLarge(limit: 4))
    #expect(throws: FileError.self) { try Files.read(directory.path) }
    #expect(throws: FileError.self) { try Files.read("/dev/zero", limit: 100_000) }
    #expect(try Files.read("/dev/null", accepting: .anything).isEmpty)
  }

  @Test("A file that is cut short while it is read is an error") func shrinks() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write(String(repeating: "x", count: 10_000), "a")
    let file = try OpenFile(path, accepting: .files)
    #expect(file.length == 10_000)
    #expect(unsafe truncate(path, 5000) == 0)
    #expect(try file.read(5000, at: 0).count == 5000)
    let error = #expect(throws: FileError.self) { try file.read(10_000, at: 0) }
    #expect(error?.reason == .endedEarly)
  }

  @Test("Where a file belongs a pipe, a device or a socket is refused at once")
  func refusals() throws {
    let directory = try TemporaryDirectory()
    let pipe = directory.path + "/pipe"
    #expect(unsafe mkfifo(pipe, 0o600) == 0)
    for path in [pipe, "/dev/zero", "/dev/tty0"] where FileManager.default.fileExists(atPath: path) {
      let error = #expect(throws: FileError.self) { _ = try OpenFile(path, accepting: .files) }
      #expect(error?.reason == .notAFile || error?.reason == .permissionDenied, "\(path)")
    }
    let error = #expect(throws: FileError.self) { _ = try OpenFile(directory.path, accepting: .files) }
    #expect(error?.reason == .isDirectory)
  }

  @Test("Paths", arguments: [("a/b", "a", "b"), ("b", "", "b"), ("/b", "/", "b"), ("a/b/", "a/b", "")])
  func paths(_ path: String, _ directory: String, _ name: String) {
    #expect(Files.directory(of: path) == directory && Files.name(of: path) == name)
    #expect(Files.join("a", "b") == "a/b" && Files.join("a/", "b") == "a/b" && Files.join("", "b") == "b")
  }

  #if os(Linux)
    @Test("A path that is not UTF-8 is read, listed and written byte for byte") func bytes() throws {
      let directory = try TemporaryDirectory()
      let names: [[UInt8]] = [[0x61, 0xFF], [0xC3], [0xC3, 0x28], [0xF4, 0x8F, 0xBE, 0x80], [0x80, 0xC3, 0xA9]]
      for name in names {
        let path = directory.path + "/" + PathText.text(ContiguousArray(name).span)
        try Files.write(name, to: path)
        #expect(Array(try Files.read(path)) == name)
      }
      let listed = try Files.list(directory.path).map { Array(PathText.bytes($0)) }
      #expect(Set(listed) == Set(names) && listed.count == names.count)
    }
  #endif
}

@Suite("Text of paths") struct PathTextTests {
  @Test("Every row of bytes has a text of its own and comes back") func roundTrip() {
    var random = SeededGenerator(seed: 3)
    let pool: [UInt8] = [0x2F, 0x41, 0x80, 0xBE, 0xBF, 0xC3, 0xA9, 0xED, 0xA0, 0xF4, 0x8F, 0xBE, 0xBF, 0xFF]
    var texts: [String: [UInt8]] = [:]
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 0...6, using: &random)).map { _ in pool.randomElement(using: &random) ?? 0 }
      let text = PathText.text(ContiguousArray(bytes).span)
      #expect(Array(PathText.bytes(text)) == bytes)
      let other = texts.updateValue(bytes, forKey: text)
      #expect(other == nil || other == bytes)
    }
    #expect(texts.count > 5000)
    #expect(PathText.text(ContiguousArray("é/\u{1F600}".utf8).span) == "é/\u{1F600}")
  }
}
