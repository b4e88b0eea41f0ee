import Synchronization

#if os(macOS) || os(Linux)
  /// Another program, run to its end or stopped when it takes too long or writes too much.
  ///
  /// It is the leader of a group of processes, which ends with it: what it has started and left behind is stopped, as is
  /// all of it when its time is over. It inherits the environment and no descriptor but the standard ones.
  package enum ChildProcess {
    /// How a program ended.
    package enum Outcome: Hashable, Sendable {
      /// By itself: its exit code (128 and the number of the signal for one that was killed) and what it wrote to
      /// stdout and to stderr.
      case ended(code: Int, output: [UInt8], errors: [UInt8])
      /// There is no such program.
      case notFound
      /// It was stopped after the time it had.
      case timedOut
      /// It was stopped since it wrote more than it may, or since who watched it wanted no more.
      case wroteTooMuch
      /// It could not be started or read; a code of errno.
      case failed(code: Int32)
    }

    /// Runs a program of the search path.
    ///
    /// - Parameters:
    ///   - arguments: its arguments, byte for byte (see ``PathText``).
    ///   - input: what it finds on stdin.
    ///   - seconds: how long it may take from start to end.
    ///   - mostOutput: how many bytes it may write to stdout and stderr together.
    ///   - watch: told what it has written to stderr since the last call, some ten times a second; whether it may go on.
    package static func run(
      _ program: String, _ arguments: [String], input: [UInt8] = [], seconds: Int, mostOutput: Int = 1 << 20,
      watch: @escaping ([UInt8]) -> Bool = { _ in true }
    ) -> Outcome {
      let (duration, overflows) = max(0, seconds).multipliedReportingOverflow(by: 1000)
      let deadline = overflows ? .max : Platform.milliseconds.addingReportingOverflow(duration).partialValue
      do throws(SystemError) {
        let started = try StartedProgram([program] + arguments, hasInput: !input.isEmpty)
        var reader = OutputReader(
          output: started.output, errors: started.errors, limit: mostOutput, watch: watch,
          input: (started.input, input[...]))
        let stop = reader.read(started.child, until: deadline)
        // Until it is asked for its exit code its number belongs to nobody else.
        Platform.endGroup(of: started.child)
        return try outcome(of: started.child, stop, reader)
      } catch {
        return error.isAbsence ? .notFound : .failed(code: error.code)
      }
    }

    private static func outcome(
      of child: Int32, _ stop: Outcome?, _ reader: OutputReader
    ) throws(SystemError) -> Outcome {
      // One that hangs in a driver cannot be ended; it is left alone after a while.
      let patience = Platform.milliseconds + 1000
      while try !Platform.hasEnded(child) {
        guard Platform.milliseconds < patience else { return stop ?? .timedOut }
        _ = try Platform.waitToRead([], milliseconds: 5)
      }
      let code = try Platform.exitCode(of: child)
      if let stop { return stop }
      // What systems without a better way answer for a program that is not there.
      if code == 127, reader.output.isEmpty, reader.errors.isEmpty { return .notFound }
      return .ended(code: code, output: reader.output, errors: reader.errors)
    }
  }

  /// What comes through the pipes of a program.
  private struct OutputReader {
    private(set) var output: [UInt8] = []
    private(set) var errors: [UInt8] = []
    private let outputEnd: Int32
    private let limit: Int
    private let watch: ([UInt8]) -> Bool
    /// The end into which the input goes, and what of it has not.
    private var input: (end: Int32?, rest: ArraySlice<UInt8>)
    /// How many bytes of `errors` were shown to who watches.
    private var watched = 0
    /// The ends that have not been read to their end.
    private var open: [Int32]

    init(
      output: Int32, errors: Int32, limit: Int, watch: @escaping ([UInt8]) -> Bool,
      input: (end: Int32?, rest: ArraySlice<UInt8>)
    ) {
      outputEnd = output
      open = [output, errors]
      self.limit = limit
      self.watch = watch
      self.input = input
    }

    /// Reads until the program has ended and nothing of what it wrote is left; those that it has left behind are not
    /// waited for. Returns why reading stopped before.
    mutating func read(_ child: Int32, until deadline: Int) -> ChildProcess.Outcome? {
      var pause = 1
      do throws(SystemError) {
        while true {
          let hasEnded = try Platform.hasEnded(child)
          let left = deadline - Platform.milliseconds
          guard left > 0 else { return .timedOut }
          try give()
          let ready = try Platform.waitToRead(
            open, orWrite: input.end, milliseconds: hasEnded ? 0 : min(left, pause))
          if ready.isEmpty, hasEnded { return nil }
          pause = ready.isEmpty ? min(2 * pause, 50) : pause
          let count = open.count
          for end in ready { try take(end) }
          // Who closes the ends is about to end, which nothing tells.
          if open.count < count { pause = 1 }
          if output.count + errors.count > limit { return .wroteTooMuch }
          guard watch(Array(errors[watched...])) else { return .wroteTooMuch }
          watched = errors.count
        }
      } catch {
        return .failed(code: error.code)
      }
    }

    /// Writes what the program can take of its input, and closes the end after the last of it. A program that does not
    /// want to read it need not.
    private mutating func give() throws(SystemError) {
      guard let end = input.end else { return }
      guard let count = try Platform.sendSome(input.rest, to: end) else { return }
      input.rest = input.rest.dropFirst(count)
      guard input.rest.isEmpty || count == 0 else { return }
      try Platform.endSending(end)
      input.end = nil
    }

    private mutating func take(_ end: Int32) throws(SystemError) {
      let bytes = try Platform.readSome(end)
      if bytes.isEmpty {
        open.removeAll { $0 == end }
      } else if end == outputEnd {
        output += bytes
      } else {
        errors += bytes
      }
    }
  }

  /// A program that runs, and the ends of its pipes on this side, which are closed with this value.
  private struct StartedProgram: ~Copyable {
    let child: Int32
    let output: Int32
    let errors: Int32
    /// Nil for a program without input.
    let input: Int32?

    /// One program is started at a time: while its pipes are made, another would inherit them.
    private static let turn = Mutex<Void>(())

    init(_ words: [String], hasInput: Bool) throws(SystemError) {
      (child, output, errors, input) = try Self.turn.withLock { _ throws(SystemError) in
        try Self.start(words, hasInput: hasInput)
      }
    }

    deinit {
      for end in [output, errors, input ?? -1] where end >= 0 { try? Platform.closeDescriptor(end) }
    }

    private static func start(
      _ words: [String], hasInput: Bool
    ) throws(SystemError) -> (child: Int32, output: Int32, errors: Int32, input: Int32?) {
      var ends: [Int32] = []
      do throws(SystemError) {
        for _ in 0..<2 {
          let pipe = try Platform.makePipe()
          ends += [pipe.reading, pipe.writing]
        }
        if hasInput {
          let pair = try Platform.makeSocketPair()
          ends += [pair.ours, pair.theirs]
        }
        let child = try Platform.start(words, input: hasInput ? ends[5] : nil, output: ends[1], errors: ends[3])
        for place in stride(from: 1, to: ends.count, by: 2) { try? Platform.closeDescriptor(ends[place]) }
        return (child, ends[0], ends[2], hasInput ? ends[4] : nil)
      } catch {
        for end in ends { try? Platform.closeDescriptor(end) }
        throw error
      }
    }
  }
#endif
