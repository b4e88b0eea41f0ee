#if os(macOS) || os(Linux)
  /// Requests sent by the program `curl` of the system, which brings TLS, proxies and certificates; nothing of a network
  /// is linked.
  ///
  /// One process carries all requests of a call. What it is to send comes to it through a pipe, tokens included: its
  /// arguments say nothing, and no file of settings is read. What is answered lies in a folder of its own under
  /// `$TMPDIR`, or `/tmp` where that belongs to another program; it is removed at the end.
  public struct CurlTransport: HubTransport {
    /// The name of the program, or its path.
    var program = "curl"
    /// Whether curl itself may follow redirects of requests with a token; nil to ask for its version. Before 7.83 it took
    /// the token along to other ports.
    var followsWithToken: Bool?

    /// What servers are told of the client.
    var userAgent: String

    /// - Parameter userAgent: what the client calls itself.
    public init(userAgent: String = "device-map") { self.userAgent = userAgent }

    public func answers(
      to requests: [HubRequest], limits: HubLimits, progress: @escaping @Sendable (Int) -> Void
    ) async throws(HubError) -> [HubAnswer] {
      let result: Result<[HubAnswer], HubError> = await Workers.apart { isCancelled in
        outcome(requests, limits) { done in
          progress(done)
          return !isCancelled() && !Platform.isToEnd
        }
      }
      return try result.get()
    }

    private func outcome(
      _ requests: [HubRequest], _ limits: HubLimits, _ progress: @escaping @Sendable (Int) -> Bool
    ) -> Result<[HubAnswer], HubError> {
      do throws(HubError) {
        return .success(try send(requests, limits, progress))
      } catch {
        return .failure(error)
      }
    }

    private func send(
      _ requests: [HubRequest], _ limits: HubLimits, _ progress: @escaping @Sendable (Int) -> Bool
    ) throws(HubError) -> [HubAnswer] {
      let hasSecrets = requests.contains { $0.authorization != nil || $0.cookie != nil }
      var follows = true
      if hasSecrets {
        if let followsWithToken { follows = followsWithToken } else { follows = try knowsOrigins() }
      }
      let deadline = ContinuousClock.now + .seconds(limits.totalSeconds)
      var answers: [HubAnswer] = []
      for start in stride(from: 0, to: requests.count, by: Self.most) {
        let part = Array(requests[start..<min(requests.count, start + Self.most)])
        answers += try CurlCall(self, part, limits, deadline, follows: follows) { progress(start + $0) }.answers()
      }
      return follows ? answers : try followed(answers, requests, limits, deadline, progress)
    }

    /// So many requests are given to one process.
    private static let most = 512

    /// Follows redirects step by step, each with a process of its own, without the token where it leaves its origin.
    private func followed(
      _ answers: [HubAnswer], _ requests: [HubRequest], _ limits: HubLimits, _ deadline: ContinuousClock.Instant,
      _ progress: @escaping @Sendable (Int) -> Bool
    ) throws(HubError) -> [HubAnswer] {
      var answers = answers
      var earlier: [Int: [HubResponse.Field]] = [:]
      var requests = requests
      for step in 0... {
        var places: [Int] = []
        for place in requests.indices {
          guard case .response(let response) = answers[place], [301, 302, 303, 307, 308].contains(response.status)
          else {
            continue
          }
          guard step < HubRequest.mostRedirects,
            let next = response["Location"].flatMap({ requests[place].redirected(to: $0) })
          else {
            answers[place] = .failure(HubTransportFailure(.redirect, url: requests[place].url, text: ""))
            continue
          }
          requests[place] = next
          earlier[place, default: []] += response.fields
          places.append(place)
        }
        if places.isEmpty { break }
        let call = CurlCall(self, places.map { requests[$0] }, limits, deadline, follows: false) { progress($0) }
        for (place, answer) in zip(places, try call.answers()) {
          answers[place] = answer
          if case .response(var response) = answer {
            response.earlierFields = earlier[place] ?? []
            answers[place] = .response(response)
          }
        }
      }
      return answers
    }

    /// Whether this curl keeps tokens from other ports.
    private func knowsOrigins() throws(HubError) -> Bool {
      guard let version = try CurlCall.version(program) else { return false }
      return version.lexicographicallyPrecedes([7, 83]) == false
    }
  }

  /// One run of curl.
  private struct CurlCall {
    private let program: String
    private let userAgent: String
    private let requests: [HubRequest]
    private let limits: HubLimits
    private let deadline: ContinuousClock.Instant
    private let follows: Bool
    /// Told how many requests are answered; whether to go on.
    private let progress: @Sendable (Int) -> Bool

    init(
      _ transport: CurlTransport, _ requests: [HubRequest], _ limits: HubLimits, _ deadline: ContinuousClock.Instant,
      follows: Bool, progress: @escaping @Sendable (Int) -> Bool
    ) {
      (program, userAgent) = (transport.program, transport.userAgent)
      (self.requests, self.limits, self.deadline, self.follows) = (requests, limits, deadline, follows)
      self.progress = progress
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
      let watch = CurlWatch(folder: folder, requests, progress)
      let outcome = ChildProcess.run(
        program, ["-q", "-K", "-"], input: text, seconds: seconds, mostOutput: 1 << 23, watch: watch.look)
      switch outcome {
      case .notFound: throw .curlMissing
      case .failed(let code): throw .curlFailed("it cannot be started (errno \(code))")
      case .wroteTooMuch where !watch.hasStopped: throw .curlFailed("it does not stop writing messages")
      case .timedOut, .wroteTooMuch: return try read(watch.outcomes, folder, isStopped: true)
      case .ended(let code, _, let errors):
        let outcomes = CurlWatch.outcomes(errors)
        if outcomes.isEmpty { throw try complaint(code, errors) }
        return try read(outcomes, folder, isStopped: false)
      }
    }

    /// What was answered to each request.
    private func read(
      _ outcomes: [CurlOutcome], _ folder: String, isStopped: Bool
    ) throws(HubError) -> [HubAnswer] {
      let text = isStopped ? "the time for all of it is over" : ""
      var answers: [HubAnswer] = requests.indices.map { place in
        .failure(
          HubTransportFailure(.timedOut, url: isStopped ? reached(place, folder) : requests[place].url, text: text))
      }
      // What was given up because of another request failed as that one did.
      let cause = outcomes.first { $0.failure != nil && !$0.isGivenUp }
      for outcome in outcomes where requests.indices.contains(outcome.number) {
        if outcome.code == nil { throw .curlTooOld(try Self.versionText(program)) }
        if let failure = outcome.isGivenUp ? (cause ?? outcome).failure : outcome.failure {
          answers[outcome.number] = .failure(failure)
        } else {
          answers[outcome.number] = answer(outcome, folder)
        }
      }
      for (place, request) in requests.enumerated()
      where isStopped && CurlWatch.length(folder, place) > request.mostBytes {
        var failure = HubTransportFailure(.tooLong, url: request.url, text: "")
        failure.status = (try? Files.read(Files.join(folder, "\(place).head"), limit: 1 << 20)).flatMap(CurlHead.status)
        answers[place] = .failure(failure)
      }
      return answers
    }

    /// Where a request has come that was stopped on its way.
    private func reached(_ place: Int, _ folder: String) -> String {
      var request = requests[place]
      guard let head = try? Files.read(Files.join(folder, "\(place).head"), limit: 1 << 20) else { return request.url }
      let fields = CurlHead.fields(head)
      for field in fields.earlier + fields.last where field.name.lowercased() == "location" {
        request = request.redirected(to: field.value) ?? request
      }
      return request.url
    }

    private func answer(_ outcome: CurlOutcome, _ folder: String) -> HubAnswer {
      let path = Files.join(folder, "\(outcome.number)")
      let most = requests[outcome.number].mostBytes
      do throws(FileError) {
        let head = try Files.read(path + ".head", limit: 1 << 20)
        // Without a body there is no file.
        let body = try Files.kind(of: path) == nil ? [] : try Files.read(path, limit: most)
        let fields = CurlHead.fields(head)
        var response = HubResponse(status: outcome.status, fields: fields.last, body: body)
        (response.earlierFields, response.url) = (fields.earlier, outcome.url)
        return .response(response)
      } catch {
        if case .tooLarge = error.reason { return .failure(HubTransportFailure(.tooLong, url: outcome.url, text: "")) }
        return .failure(HubTransportFailure(.notStored, url: outcome.url, text: error.description))
      }
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
