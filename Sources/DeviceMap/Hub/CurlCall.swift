#if os(macOS) || os(Linux)
  /// One run of curl.
  struct CurlCall {
    private let program: String
    private let userAgent: String
    private let requests: [HubRequest]
    private let limits: HubLimits
    private let deadline: ContinuousClock.Instant
    private let follows: Bool
    private let listener: CurlWatch.Listener

    init(
      _ transport: CurlTransport, _ requests: [HubRequest], _ limits: HubLimits, _ deadline: ContinuousClock.Instant,
      follows: Bool, _ listener: CurlWatch.Listener
    ) {
      (program, userAgent) = (transport.program, transport.userAgent)
      (self.requests, self.limits, self.deadline, self.follows) = (requests, limits, deadline, follows)
      self.listener = listener
    }

    func answers() throws(HubError) -> [HubAnswer] {
      let folder: String
      do throws(FileError) {
        folder = try Files.makeTemporaryDirectory(outside: limits.closedFolders)
      } catch {
        throw .noTemporaryFolder(error)
      }
      defer { Files.removeDirectory(folder) }
      let config = CurlConfig(folder: folder, limits: limits, followsRedirects: follows, userAgent: userAgent)
      guard let text = config.text(of: requests.enumerated().map { ($0.offset, $0.element) }) else {
        throw .curlFailed("a request has characters that cannot be sent")
      }
      // curl ends each request by itself; all of them together are ended here.
      let seconds = max(1, Int((deadline - .now).components.seconds) + 1)
      let watch = CurlWatch(CurlAnswers(folder: folder, requests: requests), listener)
      let outcome = ChildProcess.run(
        program, ["-q", "-K", "-"], input: text, seconds: seconds, mostOutput: 1 << 23, watch: watch.look)
      switch outcome {
      case .notFound: throw .curlMissing
      case .failed(let code): throw .curlFailed("it cannot be started (errno \(code))")
      case .wroteTooMuch where !watch.hasStopped: throw .curlFailed("it does not stop writing messages")
      case .timedOut, .wroteTooMuch: return try all(watch, isStopped: true)
      case .ended(let code, _, let errors):
        if watch.outcomes.isEmpty { throw try complaint(code, errors) }
        return try all(watch, isStopped: false)
      }
    }

    /// What was answered to each request; who listens is told of those that it has not heard of.
    private func all(_ watch: CurlWatch, isStopped: Bool) throws(HubError) -> [HubAnswer] {
      if watch.outcomes.contains(where: { $0.code == nil }) { throw .curlTooOld(try Self.versionText(program)) }
      let heard = watch.answered
      let answers = watch.answers.all(heard, watch.outcomes, isStopped: isStopped)
      for (place, answer) in answers.enumerated() where heard[place] == nil { listener.received(place, answer) }
      return answers
    }

    /// Why curl did nothing.
    private func complaint(_ code: Int, _ errors: [UInt8]) throws(HubError) -> HubError {
      let text = String(decoding: errors, as: UTF8.self)
      if text.contains("unknown") || text.contains("not supported") {
        return .curlTooOld(try Self.versionText(program))
      }
      let line = text.split(separator: "\n").first.map(String.init) ?? "it ended with status \(code)"
      return .curlFailed(line)
    }

    /// `[7, 88, 1]`
    static func version(_ program: String) throws(HubError) -> [Int]? {
      try versionText(program)?.split(separator: ".").map { Int($0.prefix { $0.isNumber }) ?? 0 }
    }

    /// `7.88.1`
    private static func versionText(_ program: String) throws(HubError) -> String? {
      switch ChildProcess.run(program, ["-q", "--version"], seconds: 10) {
      case .ended(0, let output, _):
        let words = String(decoding: output, as: UTF8.self).split { $0 == " " || $0 == "\n" }
        return words.count > 1 && words[0] == "curl" ? String(words[1]) : nil
      case .notFound: throw .curlMissing
      default: return nil
      }
    }
  }
#endif
