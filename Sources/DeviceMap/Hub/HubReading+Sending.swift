import Synchronization

extension HubReading {
  /// Sends requests, those that fail for a moment again, until all are answered well.
  ///
  /// - Parameters:
  ///   - dataFrom: The first request for data that another host may have.
  ///   - files: How many files the model has, for which there is more time.
  ///   - isOptional: Whether a request may fail; then its answer is what came first.
  ///   - received: Told the place of a request and its answer as soon as that is there; again of one that is sent again.
  ///   - progress: Told how many are answered, each number once.
  func send(
    _ requests: [HubRequest], dataFrom: Int = .max, files: Int = 0,
    isOptional: @escaping (Int) -> Bool = { _ in false },
    received: @escaping @Sendable (Int, HubAnswer) -> Void = { _, _ in },
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws(HubError) -> [HubAnswer] {
    guard !requests.isEmpty else { return [] }
    let deadline = deadline(files: files)
    let steps = Steps(progress)
    var answers: [HubAnswer?] = Array(repeating: nil, count: requests.count)
    var waiting = Array(requests.indices)
    var asked = Duration.zero
    for attempt in 0... {
      let places = waiting
      let done = Atomic(requests.count - places.count)
      let new = try await client.transport.answers(to: places.map { requests[$0] }, limits: limits(until: deadline)) {
        if places.indices.contains($0) { received(places[$0], $1) }
        steps.reach(done.wrappingAdd(1, ordering: .relaxed).newValue)
      }
      guard new.count == waiting.count else { throw .curlFailed("it lost answers") }
      var again: [Int] = []
      var pause = Duration.zero
      var lacks = false
      for (place, answer) in zip(waiting, new) {
        answers[place] = answer
        guard let problem = problem(of: answer, requests[place], isData: place >= dataFrom) else { continue }
        if isOptional(place) { continue }
        guard let wait = problem.retry, attempt < retries(after: answer) else {
          // What another host does not give is for who reads the answers.
          guard problem.error.isLack(afterOthers: lacks) else { throw problem.error }
          lacks = true
          continue
        }
        pause = max(pause, wait == .zero ? client.limits.pause(after: attempt) : wait)
        if wait != .zero { asked += wait }
        again.append(place)
      }
      if again.isEmpty { break }
      waiting = again
      guard asked <= .seconds(client.limits.longestPause), .now + pause < deadline else {
        if let answer = answers[again[0]],
          let problem = problem(of: answer, requests[again[0]], isData: again[0] >= dataFrom)
        {
          if problem.error.isLack(afterOthers: lacks) { break }
          throw problem.error
        }
        break
      }
      await Workers.pause(pause)
    }
    return answers.compactMap(\.self)
  }

  /// The numbers of requests that are answered, as they grow.
  private final class Steps: Sendable {
    private let last = Mutex(0)
    private let progress: @Sendable (Int) -> Void

    init(_ progress: @escaping @Sendable (Int) -> Void) { self.progress = progress }

    func reach(_ count: Int) {
      let isNew = last.withLock { last in
        defer { last = max(last, count) }
        return count > last
      }
      if isNew { progress(count) }
    }
  }

  /// When everything has to have ended.
  private func deadline(files: Int) -> ContinuousClock.Instant {
    let limits = client.limits
    let seconds = limits.totalSeconds +| files / max(1, limits.filesPerSecond)
    return start + .seconds(min(seconds, max(limits.mostSeconds, limits.totalSeconds)))
  }

  /// The limits of one round: nothing may last longer than the whole.
  private func limits(until deadline: ContinuousClock.Instant) -> HubLimits {
    var limits = client.limits
    limits.closedFolders += client.settings.closedFolders
    // A second that has begun counts whole.
    limits.totalSeconds = max(1, Int((deadline - .now).components.seconds) + 1)
    limits.requestSeconds = min(limits.requestSeconds, limits.totalSeconds)
    return limits
  }

  /// How often a request is sent again that got this.
  private func retries(after answer: HubAnswer) -> Int {
    if case .failure(let failure) = answer, failure.reason == .timedOut {
      return min(client.limits.retries, client.limits.retriesOfSlow)
    }
    return client.limits.retries
  }

  /// What is wrong with an answer, and how long to wait before another try: nil for no other try, zero for a moment.
  func problem(
    of answer: HubAnswer, _ request: HubRequest, isData: Bool
  ) -> (error: HubError, retry: Duration?)? {
    switch answer {
    case .failure(let failure):
      if isData, failure.reason == .tooLong {
        return (unexpected(request.fileName, failure.status == 206 ? .longPart : .rangeIgnored), nil)
      }
      let retry: Duration? = failure.isTransient ? .zero : nil
      let isOfData = isData && failure.isElsewhere(address.endpoint.origin)
      if isOfData, failure.reason != .redirect, failure.reason != .notStored {
        return (.dataHost(failure, reference, endpoint: host), retry)
      }
      return (.transport(failure, address.server), retry)
    case .response(let response):
      if response.status == 200 || response.status == 206 { return nil }
      var problem = HubAnswerError(response, request, address).problem
      if isData, let url = response.url {
        let failure = HubTransportFailure(.refused, url: url, text: "it answered \(response.status)")
        if failure.isElsewhere(address.endpoint.origin) {
          problem.error = .dataHost(failure, reference, endpoint: host)
        }
      }
      return problem
    }
  }
}

extension HubError {
  /// Whether it is said of a file that another host lacks, or of one for which that host has left no time.
  func isLack(afterOthers: Bool) -> Bool {
    switch self {
    case .dataHost: true
    case .transport(let failure, _): afterOthers && failure.reason == .timedOut
    default: false
    }
  }
}

extension HubRequest {
  /// Whether a file is asked for, and not what the hub says of a repository.
  var isOfFile: Bool { url.contains("/resolve/") }

  /// The last part of the path, for errors.
  var fileName: String {
    let path = url.prefix { $0 != "?" }
    return path.split(separator: "/").last.flatMap { HubName.unquoted($0) } ?? ""
  }
}
