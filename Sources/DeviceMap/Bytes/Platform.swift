#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The operating system and the C library: the only file that imports them. Every call is repeated when a signal
/// interrupts it, and every path goes to the system byte for byte.
package enum Platform {
  // MARK: - Opening and reading

  /// A new descriptor, closed in programs that are started.
  ///
  /// - Parameter waits: whether the call waits for the other end of a named pipe.
  static func openToRead(_ path: String, waits: Bool) throws(SystemError) -> Int32 {
    unsafe try check(path) { unsafe open($0, O_RDONLY | O_CLOEXEC | O_NOCTTY | (waits ? 0 : O_NONBLOCK)) }
  }

  /// A new descriptor of something that is there and not to be replaced (a pipe, a terminal).
  static func openToWrite(_ path: String) throws(SystemError) -> Int32 {
    unsafe try check(path) { unsafe open($0, O_WRONLY | O_CLOEXEC | O_NOCTTY) }
  }

  /// A new descriptor of a file that was not there, which nobody but the user can open.
  package static func create(_ path: String) throws(SystemError) -> Int32 {
    unsafe try check(path) { unsafe open($0, O_WRONLY | O_CLOEXEC | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600) }
  }

  /// Closes a descriptor, which is gone also when an error is told.
  static func closeDescriptor(_ descriptor: Int32) throws(SystemError) {
    if close(descriptor) != 0, errno != EINTR { throw SystemError(errno) }
  }

  static func status(of descriptor: Int32) throws(SystemError) -> FileStatus {
    var status = stat()
    try check { unsafe fstat(descriptor, &status) }
    return FileStatus(status)
  }

  /// - Parameter followsLink: whether it is that of the file which a symbolic link at `path` leads to.
  static func status(of path: String, followsLink: Bool = true) throws(SystemError) -> FileStatus {
    var status = stat()
    unsafe try check(path) { unsafe followsLink ? stat($0, &status) : lstat($0, &status) }
    return FileStatus(status)
  }

  /// At most `count` bytes; fewer only where the file ends.
  ///
  /// - Parameter offset: where they begin; nil for the place behind the last bytes that were read.
  static func readBytes(
    _ descriptor: Int32, count: Int, at offset: Int? = nil
  ) throws(SystemError) -> ContiguousArray<UInt8> {
    unsafe try bytes(count) { buffer in
      var filled = 0
      while filled < count {
        let free = unsafe buffer.baseAddress.map { unsafe $0 + filled }
        let got =
          if let offset {
            unsafe pread(descriptor, free, count - filled, off_t(offset + filled))
          } else {
            unsafe read(descriptor, free, count - filled)
          }
        if got < 0, errno == EINTR { continue }
        if got <= 0 { return got < 0 ? got : filled }
        filled += got
      }
      return filled
    }
  }

  /// What can be had without waiting for more, at most 64 KiB; empty at the end.
  static func readSome(_ descriptor: Int32) throws(SystemError) -> ContiguousArray<UInt8> {
    unsafe try bytes(1 << 16) { unsafe read(descriptor, $0.baseAddress, $0.count) }
  }

  /// The bytes that `body` puts into memory for `count` of them; it answers how many, or -1 for an error.
  private static func bytes(
    _ count: Int, _ body: (UnsafeMutableRawBufferPointer) -> Int
  ) throws(SystemError) -> ContiguousArray<UInt8> {
    var code: Int32 = 0
    let bytes = unsafe ContiguousArray<UInt8>(unsafeUninitializedCapacity: count) { buffer, filled in
      var got = 0
      repeat {
        got = unsafe body(UnsafeMutableRawBufferPointer(buffer))
      } while got < 0 && errno == EINTR
      if got < 0 { code = errno }
      filled = max(0, got)
    }
    guard code == 0 else { throw SystemError(code) }
    return bytes
  }

  /// The names in a directory, in the order in which the system has them.
  static func names(in directory: String) throws(SystemError) -> [String] {
    guard let listing = unsafe try withPath(directory, { unsafe opendir($0) }) else { throw SystemError(errno) }
    defer { unsafe closedir(listing) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(listing) else {
        if errno != 0 { throw SystemError(errno) }
        return names
      }
      unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
        unsafe name.withMemoryRebound(to: CChar.self, capacity: 1) { unsafe names.append(text($0)) }
      }
    }
  }

  /// Where a symbolic link leads.
  static func target(ofLink path: String) throws(SystemError) -> String {
    let target = unsafe try withPath(path) { path throws(SystemError) in
      unsafe try bytes(1 << 13) { buffer in
        unsafe buffer.withMemoryRebound(to: CChar.self) { unsafe readlink(path, $0.baseAddress!, $0.count) }
      }
    }
    return PathText.text(target.span)
  }

  /// The path of what is there, without links, `.` and `..`.
  static func realPath(_ path: String) throws(SystemError) -> String {
    unsafe try withPath(path) { path throws(SystemError) in
      guard let found = unsafe realpath(path, nil) else { throw SystemError(errno) }
      defer { unsafe free(found) }
      return unsafe text(found)
    }
  }

  // MARK: - Writing

  /// Writes all of `bytes`.
  static func writeBytes(_ bytes: [UInt8], to descriptor: Int32) throws(SystemError) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe write(descriptor, buffer.baseAddress.map { unsafe $0 + written }, buffer.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw SystemError(errno) }
      written += count
    }
  }

  /// Gives a file access rights; nil for those of one that is newly made, as far as `limit` allows.
  static func giveRights(_ descriptor: Int32, _ rights: UInt32?, limit: UInt32 = .max) throws(SystemError) {
    var usual: mode_t {
      let mask = umask(0o077)
      umask(mask)
      return 0o666 & ~mask
    }
    let rights = rights.map { mode_t($0) } ?? usual & mode_t(truncatingIfNeeded: limit)
    try check { fchmod(descriptor, rights) }
  }

  /// Waits until what was written is on the disk.
  static func synchronize(_ descriptor: Int32) throws(SystemError) { try check { fsync(descriptor) } }

  static func renameFile(_ path: String, to target: String) throws(SystemError) {
    let code = unsafe try withPath(path) { path throws(SystemError) in
      unsafe try withPath(target) { unsafe rename(path, $0) == 0 ? 0 : errno }
    }
    guard code == 0 else { throw SystemError(code) }
  }

  static func removeFile(_ path: String) throws(SystemError) { unsafe try check(path) { unsafe unlink($0) } }

  static func removeDirectory(_ path: String) throws(SystemError) { unsafe try check(path) { unsafe rmdir($0) } }

  static func makeDirectory(_ path: String) throws(SystemError) { unsafe try check(path) { unsafe mkdir($0, 0o700) } }

  static func mayWrite(_ path: String) -> Bool { unsafe (try? check(path) { unsafe access($0, W_OK) }) != nil }

  /// Runs `body` while signals that would end the program wait, so that it can put away what it has begun.
  package static func holdingSignals<Value, Failure: Error>(
    _ body: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    var held = sigset_t()
    var before = sigset_t()
    unsafe sigemptyset(&held)
    for signal in [SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGPIPE, SIGALRM, SIGUSR1, SIGUSR2, SIGXCPU, SIGTSTP] {
      unsafe sigaddset(&held, signal)
    }
    unsafe pthread_sigmask(SIG_BLOCK, &held, &before)
    defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
    return try body()
  }

  /// Whether a signal that ends the program waits (see ``holdingSignals(_:)``).
  static var isToEnd: Bool {
    var waiting = sigset_t()
    unsafe sigpending(&waiting)
    return [SIGHUP, SIGINT, SIGQUIT, SIGTERM].contains { unsafe sigismember(&waiting, $0) == 1 }
  }

  // MARK: - The process and the machine

  /// The words after the program's name, byte for byte (see ``PathText``).
  package static var arguments: [String] {
    (1..<max(1, Int(CommandLine.argc))).compactMap { index in
      unsafe CommandLine.unsafeArgv[index].map { unsafe text($0) }
    }
  }

  /// The value of an environment variable, byte for byte (see ``PathText``).
  package static func variable(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe text($0) }
  }

  /// Bytes of memory that are built in; 0 when the system does not say.
  package static var physicalMemory: Int {
    let pages = sysconf(Int32(_SC_PHYS_PAGES))
    let size = sysconf(Int32(_SC_PAGESIZE))
    return pages > 0 && size > 0 ? Int(pages) * Int(size) : 0
  }

  /// The number of cores that are online, at least 1.
  static var cores: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// The user as whom the process acts.
  static var user: UInt32 { geteuid() }

  /// Whether stderr goes to a terminal.
  package static var hasScreen: Bool { isatty(2) == 1 }

  /// Columns of what stderr goes to; nil if nobody says how many.
  package static var screenWidth: Int? { columns(of: 2) }

  /// Columns of what stdout goes to; nil if nobody says how many.
  package static var resultWidth: Int? { columns(of: 1) }

  /// What the variable COLUMNS says, of a pipe too; else the columns of the terminal behind a descriptor.
  private static func columns(of descriptor: Int32) -> Int? {
    if let columns = variable("COLUMNS").flatMap({ Int($0) }), columns > 0 { return columns }
    guard isatty(descriptor) == 1 else { return nil }
    var size = winsize()
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Whether nothing in the environment speaks against colours: NO_COLOR (no-color.org), or a terminal without any.
  package static var wantsColors: Bool {
    variable("NO_COLOR").map(\.isEmpty) ?? true && variable("TERM").map { $0 != "dumb" } ?? false
  }

  /// Milliseconds of a clock that only goes forward.
  static var milliseconds: Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }

  /// Makes the process fit to open files and start programs, however it was started: standard descriptors that are
  /// closed are taken, so that no file gets their numbers (using them stays an error), a write beyond the limit on a
  /// file's length is an error, and programs that end are told of. The heap grows in large pages.
  package static func prepareProcess() {
    growInLargePages()
    for descriptor in Int32(0)...2 where fcntl(descriptor, F_GETFD) < 0 && errno == EBADF {
      _ = unsafe open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY)
    }
    signal(SIGXFSZ, SIG_IGN)
    signal(SIGCHLD, SIG_DFL)
  }

  /// Lets the heap of the process grow at once by as much as a large plan needs, in pages of 2 MiB where the system has
  /// them: in a virtual machine each first touch of a page of 4 KiB costs microseconds, together more than the reading of
  /// 10^5 tensors. What is not touched takes no memory. Without glibc's allocator nothing is done.
  private static func growInLargePages() {
    #if canImport(Glibc)
      // The numbers of M_MMAP_THRESHOLD, M_TRIM_THRESHOLD, M_ARENA_MAX and M_TOP_PAD of malloc.h, which Swift cannot import.
      let settings: [(Int32, Int32)] = [(-3, 32 << 20), (-1, Int32.max), (-8, 1)]
      let (growthName, growth, usualGrowth): (Int32, Int32, Int32) = (-2, 64 << 20, 128 << 10)
      guard let function = unsafe dlsym(nil, "mallopt") else { return }
      let mallopt = unsafe unsafeBitCast(function, to: (@convention(c) (Int32, Int32) -> Int32).self)
      for (name, value) in settings { _ = mallopt(name, value) }
      _ = mallopt(growthName, growth)
      let grown = unsafe malloc(1 << 20)
      // Where memory is limited to less, it is asked for in small steps as ever.
      _ = mallopt(growthName, usualGrowth)
      guard let block = unsafe grown, let end = unsafe sbrk(0) else { return }
      let page = Int(sysconf(Int32(_SC_PAGESIZE)))
      let start = (Int(bitPattern: block) + page - 1) / page * page
      let length = Int(bitPattern: end) - start
      if (1...2 * Int(growth)).contains(length) {
        _ = unsafe madvise(UnsafeMutableRawPointer(bitPattern: start), length, MADV_HUGEPAGE)
      }
      unsafe free(block)
    #endif
  }

  static func sleep(milliseconds: Int) {
    var time = timespec(tv_sec: milliseconds / 1000, tv_nsec: milliseconds % 1000 * 1_000_000)
    unsafe nanosleep(&time, nil)
  }

  /// Ends the process.
  package static func endProcess(_ status: Int32) -> Never { exit(status) }

  // MARK: - Numbers

  package static func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
  package static func logarithm(_ value: Double) -> Double { log(value) }
  package static func logarithm2(_ value: Double) -> Double { log2(value) }
  package static func logarithm10(_ value: Double) -> Double { log10(value) }

  // MARK: - Help

  /// The text of bytes that end with a zero.
  private static func text(_ start: UnsafePointer<CChar>) -> String {
    let bytes = unsafe ContiguousArray(UnsafeRawBufferPointer(start: start, count: strlen(start)))
    return PathText.text(bytes.span)
  }

  /// Calls `body` with the bytes of a path and a zero behind them.
  private static func withPath<Value>(
    _ path: String, _ body: (UnsafePointer<CChar>) throws(SystemError) -> Value
  ) throws(SystemError) -> Value {
    var bytes = PathText.bytes(path)
    guard !bytes.contains(0) else { throw SystemError(ENOENT) }
    bytes.append(0)
    let result = unsafe bytes.withUnsafeBytes { buffer in
      Result { () throws(SystemError) in
        unsafe try body(buffer.assumingMemoryBound(to: CChar.self).baseAddress!)
      }
    }
    return try result.get()
  }

  /// Calls `body` until no signal interrupts it; throws if it answers -1.
  @discardableResult
  private static func check(_ body: () -> Int32) throws(SystemError) -> Int32 {
    while true {
      let answer = body()
      if answer >= 0 { return answer }
      if errno != EINTR { throw SystemError(errno) }
    }
  }

  @discardableResult
  private static func check(_ path: String, _ body: (UnsafePointer<CChar>) -> Int32) throws(SystemError) -> Int32 {
    unsafe try withPath(path) { path throws(SystemError) in try check { unsafe body(path) } }
  }
}

// MARK: - Threads

/// A thread of the system, which has to be joined.
struct PlatformThread {
  private let handle: pthread_t

  private final class Start: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// Nil if the system gives no thread.
  init?(_ body: @escaping @Sendable () -> Void) {
    let start = unsafe Unmanaged.passRetained(Start(body))
    #if canImport(Darwin)
      var handle: pthread_t?
      let code = unsafe pthread_create(
        &handle, nil,
        { argument in
          unsafe Unmanaged<Start>.fromOpaque(argument).takeRetainedValue().body()
          return nil
        }, start.toOpaque())
    #else
      var handle = pthread_t()
      let code = unsafe pthread_create(
        &handle, nil,
        { argument in
          if let argument = unsafe argument { unsafe Unmanaged<Start>.fromOpaque(argument).takeRetainedValue().body() }
          return nil
        }, start.toOpaque())
    #endif
    guard code == 0 else {
      unsafe start.release()
      return nil
    }
    #if canImport(Darwin)
      guard let handle = unsafe handle else { return nil }
      unsafe self.handle = unsafe handle
    #else
      self.handle = handle
    #endif
  }

  func join() { _ = pthread_join(handle, nil) }

  /// Lets it end by itself, instead of joining it.
  func leave() { _ = pthread_detach(handle) }
}

/// A gate at which one thread waits until others open it; each opening lets it pass once.
@safe final class PlatformGate: Sendable {
  private nonisolated(unsafe) let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private nonisolated(unsafe) let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private nonisolated(unsafe) let openings = UnsafeMutablePointer<Int>.allocate(capacity: 1)

  init() {
    unsafe pthread_mutex_init(mutex, nil)
    unsafe pthread_cond_init(condition, nil)
    unsafe openings.initialize(to: 0)
  }

  deinit {
    unsafe pthread_mutex_destroy(mutex)
    unsafe pthread_cond_destroy(condition)
    unsafe mutex.deallocate()
    unsafe condition.deallocate()
    unsafe openings.deallocate()
  }

  func open() {
    unsafe pthread_mutex_lock(mutex)
    unsafe openings.pointee += 1
    unsafe pthread_cond_signal(condition)
    unsafe pthread_mutex_unlock(mutex)
  }

  func pass() {
    unsafe pthread_mutex_lock(mutex)
    while unsafe openings.pointee == 0 { unsafe pthread_cond_wait(condition, mutex) }
    unsafe openings.pointee -= 1
    unsafe pthread_mutex_unlock(mutex)
  }
}

// MARK: - Other programs

#if os(macOS) || os(Linux)
  extension Platform {
    /// The two ends of a new pipe, closed in programs that are started. Their numbers are above those of the standard
    /// descriptors, also where some of these are closed.
    static func makePipe() throws(SystemError) -> (reading: Int32, writing: Int32) {
      var ends: [Int32] = [-1, -1]
      try check { unsafe pipe(&ends) }
      ends = try raised(ends)
      return (ends[0], ends[1])
    }

    /// Two connected sockets, closed in programs that are started. Writing to one whose other end is closed is an error,
    /// where a pipe would end the process.
    static func makeSocketPair() throws(SystemError) -> (ours: Int32, theirs: Int32) {
      var ends: [Int32] = [-1, -1]
      #if canImport(Glibc)
        let kind = Int32(SOCK_STREAM.rawValue)
      #else
        let kind = SOCK_STREAM
      #endif
      try check { unsafe socketpair(AF_UNIX, kind, 0, &ends) }
      ends = try raised(ends)
      #if canImport(Darwin)
        var yes: Int32 = 1
        unsafe setsockopt(ends[0], SOL_SOCKET, SO_NOSIGPIPE, &yes, socklen_t(MemoryLayout<Int32>.size))
      #endif
      return (ends[0], ends[1])
    }

    /// Two descriptors with numbers above the standard ones, closed in programs that are started.
    private static func raised(_ ends: [Int32]) throws(SystemError) -> [Int32] {
      var raised: [Int32] = []
      for end in ends {
        let code = end > 2 ? fcntl(end, F_SETFD, FD_CLOEXEC) : fcntl(end, F_DUPFD_CLOEXEC, 3)
        let failure = SystemError(errno)
        if end <= 2 { close(end) }
        guard code >= 0 else {
          for other in raised + ends.suffix(1) where other > 2 { close(other) }
          throw failure
        }
        raised.append(end > 2 ? end : code)
      }
      return raised
    }

    /// Writes as much as a socket takes without waiting; nil when it takes nothing now, 0 when nobody reads any more.
    static func sendSome(_ bytes: ArraySlice<UInt8>, to socket: Int32) throws(SystemError) -> Int? {
      #if canImport(Darwin)
        let flags = Int32(MSG_DONTWAIT)
      #else
        let flags = Int32(MSG_DONTWAIT) | Int32(MSG_NOSIGNAL)
      #endif
      while true {
        let count = unsafe bytes.withUnsafeBytes { unsafe send(socket, $0.baseAddress, $0.count, flags) }
        if count >= 0 { return count }
        switch errno {
        case EINTR: continue
        case EAGAIN, ENOBUFS: return nil
        case EPIPE, ECONNRESET, ENOTCONN: return 0
        default: throw SystemError(errno)
        }
      }
    }

    /// Tells the reader of a socket that nothing more comes.
    static func endSending(_ socket: Int32) throws(SystemError) {
      if shutdown(socket, Int32(SHUT_WR)) != 0, errno != ENOTCONN { throw SystemError(errno) }
    }

    /// Makes reading and writing answer `wouldBlock` instead of waiting.
    static func stopWaiting(_ descriptor: Int32) throws(SystemError) {
      let flags = try check { fcntl(descriptor, F_GETFL) }
      try check { fcntl(descriptor, F_SETFL, flags | O_NONBLOCK) }
    }

    /// Starts a program of the search path as the leader of a group of its own; the number of its process.
    ///
    /// - Parameters:
    ///   - words: its name and its arguments, byte for byte.
    ///   - input, output, errors: its standard descriptors; without `input` it has nothing to read.
    ///
    /// Descriptors that are being made meanwhile may be inherited; whoever reads must not wait for their end alone.
    static func start(
      _ words: [String], input: Int32?, output: Int32, errors: Int32
    ) throws(SystemError) -> Int32 {
      #if os(macOS)
        var actions: posix_spawn_file_actions_t?
        var attributes: posix_spawnattr_t?
        let closing = POSIX_SPAWN_CLOEXEC_DEFAULT
      #else
        var actions = unsafe posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        let closing: Int32 = 0
      #endif
      unsafe posix_spawn_file_actions_init(&actions)
      unsafe posix_spawnattr_init(&attributes)
      defer {
        unsafe posix_spawn_file_actions_destroy(&actions)
        unsafe posix_spawnattr_destroy(&attributes)
      }
      if let input {
        unsafe posix_spawn_file_actions_adddup2(&actions, input, 0)
      } else {
        unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
      }
      unsafe posix_spawn_file_actions_adddup2(&actions, output, 1)
      unsafe posix_spawn_file_actions_adddup2(&actions, errors, 2)
      var signals = sigset_t()
      unsafe sigemptyset(&signals)
      unsafe posix_spawnattr_setsigmask(&attributes, &signals)
      for signal in [SIGPIPE, SIGINT, SIGTERM, SIGHUP, SIGCHLD, SIGXFSZ] { unsafe sigaddset(&signals, signal) }
      unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
      let flags = Int32(POSIX_SPAWN_SETPGROUP) | Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)
      unsafe posix_spawnattr_setflags(&attributes, Int16(flags | Int32(closing)))
      unsafe posix_spawnattr_setpgroup(&attributes, 0)
      let copies = unsafe words.map { word in
        let bytes = PathText.bytes(word) + [0]
        return unsafe bytes.withUnsafeBytes { unsafe strdup($0.assumingMemoryBound(to: CChar.self).baseAddress!) }
      }
      defer { unsafe copies.forEach { unsafe free($0) } }
      var child: pid_t = 0
      let code = unsafe posix_spawnp(&child, words[0], &actions, &attributes, copies + [nil], environ)
      guard code == 0 else { throw SystemError(code) }
      return child
    }

    /// Which of the descriptors can be read, or have ended, after so many milliseconds at most.
    ///
    /// - Parameter orWrite: another one; when it can be written to, waiting is over as well.
    static func waitToRead(
      _ descriptors: [Int32], orWrite writing: Int32? = nil, milliseconds: Int
    ) throws(SystemError) -> [Int32] {
      var waiting = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      if let writing { waiting.append(pollfd(fd: writing, events: Int16(POLLOUT), revents: 0)) }
      let count = unsafe poll(&waiting, nfds_t(waiting.count), Int32(clamping: milliseconds))
      if count < 0, errno != EINTR { throw SystemError(errno) }
      return count > 0 ? waiting.prefix(descriptors.count).filter { $0.revents != 0 }.map(\.fd) : []
    }

    /// Whether a program that was started has ended. It stays known until ``exitCode(of:)``.
    static func hasEnded(_ child: Int32) throws(SystemError) -> Bool {
      var answer = unsafe siginfo_t()
      try check { unsafe waitid(P_PID, id_t(child), &answer, WEXITED | WNOHANG | WNOWAIT) }
      return unsafe answer.si_signo == SIGCHLD
    }

    /// Ends all processes of the group that a program leads.
    static func endGroup(of child: Int32) { _ = kill(-child, SIGKILL) }

    /// The exit code of a program, 128 and more for one that a signal ended; waits for its end.
    static func exitCode(of child: Int32) throws(SystemError) -> Int {
      var status: Int32 = 0
      try check { unsafe waitpid(child, &status, 0) }
      let signal = status & 0x7F
      return signal == 0 ? Int(status >> 8 & 0xFF) : 128 + Int(signal)
    }
  }
#endif

// MARK: - Answers

extension SystemError {
  static let isPresent = SystemError(EEXIST)

  /// Whether there is nothing at the path.
  var isAbsence: Bool { code == ENOENT || code == ENOTDIR }

  /// The reason as an error of files tells it.
  var reason: FileError.Reason {
    switch code {
    case ENOENT: .notFound
    case EACCES, EPERM: .permissionDenied
    case EISDIR: .isDirectory
    case ENOTDIR: .notADirectory
    case EMFILE, ENFILE: .tooManyOpenFiles
    case ENXIO: .notAFile
    default: .system(code: code, message: unsafe String(cString: strerror(code)))
    }
  }
}

extension FileStatus {
  fileprivate init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .directory
      case S_IFLNK: .link
      case S_IFIFO: .pipe
      case S_IFSOCK: .socket
      default: .device
      }
    length = kind == .regular ? Int(status.st_size) : 0
    rights = UInt32(status.st_mode) & 0o777
    owner = status.st_uid
    identity = FileIdentity(device: UInt64(truncatingIfNeeded: status.st_dev), number: UInt64(status.st_ino))
  }
}
