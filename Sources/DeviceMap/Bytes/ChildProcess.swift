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
      /// It was stopped since it wrote more than it may.
      case wroteTooMuch
      /// It could not be started or read; a code of errno.
      case failed(code: Int32)
    }

    /// The longest input in bytes: as much as a pipe holds before somebody reads it.
    package static let longestInput = 1 << 14

    /// Runs a program of the search path.
    ///
    /// - Parameters:
    ///   - arguments: its arguments, byte for byte (see ``PathText``).
    ///   - input: what it finds on stdin, at most ``longestInput`` bytes.
    ///   - seconds: how long it may take from start to end.
    ///   - mostOutput: how many bytes it may write to stdout and stderr together.
    package static func run(
      _ program: String, _ arguments: [String], input: [UInt8] = [], seconds: Int, mostOutput: Int = 1 << 20
    ) -> Outcome {
      let (duration, overflows) = max(0, seconds).multipliedReportingOverflow(by: 1000)
      let deadline = overflows ? .max : Platform.milliseconds.addingReportingOverflow(duration).partialValue
      do throws(SystemError) {
        let started = try StartedProgram([program] + arguments, input: input)
        var reader = OutputReader(output: started.output, errors: started.errors, limit: mostOutput)
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
    /// The ends that have not been read to their end.
    private var open: [Int32]

    init(output: Int32, errors: Int32, limit: Int) {
      outputEnd = output
      open = [output, errors]
      self.limit = limit
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
          let ready = try Platform.waitToRead(open, milliseconds: hasEnded ? 0 : min(left, pause))
          if ready.isEmpty, hasEnded { return nil }
          pause = ready.isEmpty ? min(2 * pause, 50) : pause
          for end in ready { try take(end) }
          if output.count + errors.count > limit { return .wroteTooMuch }
        }
      } catch {
        return .failed(code: error.code)
      }
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

  /// A program that runs, and the reading ends of its output, which are closed with this value.
  private struct StartedProgram: ~Copyable {
    let child: Int32
    let output: Int32
    let errors: Int32

    /// One program is started at a time: while its pipes are made, another would inherit them.
    private static let turn = Mutex<Void>(())

    init(_ words: [String], input: [UInt8]) throws(SystemError) {
      (child, output, errors) = try Self.turn.withLock { _ throws(SystemError) in try Self.start(words, input: input) }
    }

    deinit {
      try? Platform.closeDescriptor(output)
      try? Platform.closeDescriptor(errors)
    }

    private static func start(
      _ words: [String], input: [UInt8]
    ) throws(SystemError) -> (child: Int32, output: Int32, errors: Int32) {
      var ends: [Int32] = []
      do throws(SystemError) {
        for _ in 0..<(input.isEmpty ? 2 : 3) {
          let pipe = try Platform.makePipe()
          ends += [pipe.reading, pipe.writing]
        }
        if !input.isEmpty { try fill(ends[5], with: input) }
        let child = try Platform.start(
          words, input: input.isEmpty ? nil : ends[4], output: ends[1], errors: ends[3])
        for end in ends where end != ends[0] && end != ends[2] { try? Platform.closeDescriptor(end) }
        return (child, ends[0], ends[2])
      } catch {
        for end in ends { try? Platform.closeDescriptor(end) }
        throw error
      }
    }

    /// Writes all of the input before anybody reads, so that a reader that ends early interrupts nothing.
    private static func fill(_ end: Int32, with input: [UInt8]) throws(SystemError) {
      try Platform.stopWaiting(end)
      try Platform.writeBytes(input, to: end)
    }
  }
#endif
