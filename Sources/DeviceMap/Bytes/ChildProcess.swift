#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Another program, run to its end or stopped when it takes too long.
package enum ChildProcess {
  package enum Outcome: Hashable, Sendable {
    /// It ended; what it wrote to stdout and stderr, in the order in which it did.
    case ended(code: Int, text: String)
    case notFound
    /// It was stopped after the time it had.
    case timedOut
    /// It could not be started or read; a code of errno.
    case failed(code: Int32)
  }

  /// More output than this is not read.
  private static let mostOutput = 1 << 20

  /// Runs a program of the search path without input, and waits at most so many seconds for its output to end.
  ///
  /// A program that takes longer is killed, with those it has started.
  package static func run(_ program: String, _ arguments: [String], seconds: Int) -> Outcome {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { return .failed(code: errno) }
    let (reading, writing) = (ends[0], ends[1])
    defer { close(reading) }
    let started = start(program, arguments, output: writing, unused: reading)
    close(writing)
    guard started.code == 0 else { return started.code == ENOENT ? .notFound : .failed(code: started.code) }
    let text = read(reading, until: now() + seconds * 1000)
    // Whoever still writes or hangs has had its time; one that has ended is not hurt.
    if text == nil { _ = kill(-started.child, SIGKILL) }
    let code = wait(for: started.child)
    guard let text else { return .timedOut }
    return code == 127 && text.isEmpty ? .notFound : .ended(code: code, text: text)
  }

  private static func start(
    _ program: String, _ arguments: [String], output: Int32, unused: Int32
  ) -> (code: Int32, child: pid_t) {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = unsafe posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawnattr_init(&attributes)
    defer {
      unsafe posix_spawn_file_actions_destroy(&actions)
      unsafe posix_spawnattr_destroy(&attributes)
    }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, output, 1)
    unsafe posix_spawn_file_actions_adddup2(&actions, output, 2)
    unsafe posix_spawn_file_actions_addclose(&actions, unused)
    unsafe posix_spawn_file_actions_addclose(&actions, output)
    // A group of its own, so that it can be stopped with all that it has started.
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    unsafe posix_spawnattr_setpgroup(&attributes, 0)
    let words = unsafe ([program] + arguments).map { unsafe strdup($0) }
    defer { unsafe words.forEach { unsafe free($0) } }
    var child: pid_t = 0
    let code = unsafe posix_spawnp(&child, program, &actions, &attributes, words + [nil], environ)
    return (code, child)
  }

  /// All that can be read before the deadline, nil when the end does not come in time.
  private static func read(_ descriptor: Int32, until deadline: Int) -> String? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let left = deadline - now()
      guard left > 0, bytes.count < mostOutput else { return nil }
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let ready = unsafe poll(&waiting, 1, Int32(clamping: left))
      if ready < 0, errno == EINTR { continue }
      guard ready > 0 else { return nil }
      #if canImport(Glibc)
        let count = unsafe Glibc.read(descriptor, &buffer, buffer.count)
      #elseif canImport(Musl)
        let count = unsafe Musl.read(descriptor, &buffer, buffer.count)
      #else
        let count = unsafe Darwin.read(descriptor, &buffer, buffer.count)
      #endif
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
    }
  }

  /// The exit code of a child, 128 and more for one that was killed.
  private static func wait(for child: pid_t) -> Int {
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? Int(status >> 8 & 0xFF) : 128 + Int(signal)
  }

  /// Milliseconds of a clock that only goes forward.
  private static func now() -> Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}

/// What the operating system says of this process and machine.
package enum SystemFacts {
  /// The value of an environment variable.
  package static func variable(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }

  /// Bytes of memory that are built in; 0 when the system does not say.
  package static var physicalMemory: Int {
    let pages = sysconf(Int32(_SC_PHYS_PAGES))
    let size = sysconf(Int32(_SC_PAGESIZE))
    return pages > 0 && size > 0 ? Int(pages) * Int(size) : 0
  }
}
