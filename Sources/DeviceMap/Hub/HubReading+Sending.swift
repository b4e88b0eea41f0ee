extension HubReading {
  /// Sends requests, those that fail for a moment again, until all are answered well.
  ///
  /// - Parameters:
  ///   - dataFrom: The first request for data that another host may have.
  ///   - isOptional: Whether a request may fail; then its answer is what came first.
  func send(
    _ requests: [HubRequest], dataFrom: Int = .max, isOptional: @escaping (Int) -> Bool = { _ in false },
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws(HubError) -> [HubAnswer] {
    guard !requests.isEmpty else { return [] }
    var answers: [HubAnswer?] = Array(repeating: nil, count: requests.count)
    var waiting = Array(requests.indices)
    for attempt in 0... {
      let done = requests.count - waiting.count
      let new = try await client.transport.answers(
        to: waiting.map { requests[$0] }, limits: limits, progress: { progress(done + $0) })
      guard new.count == waiting.count else { throw .curlFailed("it lost answers") }
      var again: [Int] = []
      var pause = Duration.zero
      for (place, answer) in zip(waiting, new) {
        answers[place] = answer
        guard let problem = problem(of: answer, requests[place], isData: place >= dataFrom) else { continue }
        if isOptional(place) { continue }
        guard let wait = problem.retry, attempt < client.limits.retries else { throw problem.error }
        pause = max(pause, wait == .zero ? client.limits.pause(after: attempt) : wait)
        again.append(place)
      }
      if again.isEmpty { break }
      waiting = again
      guard pause <= .seconds(client.limits.longestPause), .now + pause < deadline else {
        if let answer = answers[again[0]], let problem = problem(of: answer, requests[again[0]], isData: again[0] >= dataFrom)
        {
          throw problem.error
        }
        break
      }
      await Workers.pause(pause)
    }
    return answers.compactMap(\.self)
  }

  /// The limits of one round: nothing may last longer than the whole.
  private var limits: HubLimits {
    var limits = client.limits
    let left = Int((deadline - .now).components.seconds)
    limits.requestSeconds = max(1, min(limits.requestSeconds, left))
    return limits
  }

  /// What is wrong with an answer, and how long to wait before another try: nil for no other try, zero for a moment.
  private func problem(
    of answer: HubAnswer, _ request: HubRequest, isData: Bool
  ) -> (error: HubError, retry: Duration?)? {
    switch answer {
    case .failure(let failure):
      let isElsewhere = failure.host.map { $0 != host } ?? false
      if isData, isElsewhere, [.unreachable, .timedOut, .untrusted].contains(failure.reason) {
        return (.dataHost(failure, reference, endpoint: host), failure.isTransient ? .zero : nil)
      }
      if isData, failure.reason == .tooLong { return (unexpected(request.fileName, .rangeIgnored), nil) }
      return (.transport(failure, endpoint: host), failure.isTransient ? .zero : nil)
    case .response(let response):
      if response.status == 200 || response.status == 206 { return nil }
      return HubAnswerError(response, request, address).problem
    }
  }
}

extension HubRequest {
  /// The last part of the path, for errors.
  var fileName: String {
    let path = url.prefix { $0 != "?" }
    return path.split(separator: "/").last.flatMap { HubName.unquoted($0) } ?? ""
  }
}
