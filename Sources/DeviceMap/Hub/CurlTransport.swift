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
      to requests: [HubRequest], limits: HubLimits, received: @escaping @Sendable (Int, HubAnswer) -> Void
    ) async throws(HubError) -> [HubAnswer] {
      let result = await Workers.apart { isCancelled in
        Result { () throws(HubError) in
          try send(requests, limits, CurlWatch.Listener(goesOn: { !isCancelled() && !Platform.isToEnd }, received))
        }
      }
      return try result.get()
    }

    private func send(
      _ requests: [HubRequest], _ limits: HubLimits, _ listener: CurlWatch.Listener
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
        // A redirect is no answer yet.
        let heard = follows ? listener.counting(from: start) : listener.withoutAnswers
        answers += try CurlCall(self, part, limits, deadline, follows: follows, heard).answers()
      }
      if follows { return answers }
      answers = try followed(answers, requests, limits, deadline, listener.withoutAnswers)
      for (place, answer) in answers.enumerated() { listener.received(place, answer) }
      return answers
    }

    /// So many requests are given to one process.
    private static let most = 512

    /// Follows redirects step by step, each with a process of its own, without the token where it leaves its origin.
    private func followed(
      _ answers: [HubAnswer], _ requests: [HubRequest], _ limits: HubLimits, _ deadline: ContinuousClock.Instant,
      _ listener: CurlWatch.Listener
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
        let call = CurlCall(self, places.map { requests[$0] }, limits, deadline, follows: false, listener)
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
#endif
