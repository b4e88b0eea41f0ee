#if os(macOS) || os(Linux)
  import Synchronization

  /// Watches curl while it runs: reads each answer as soon as it is there, and sees to it that none fills the disk, which
  /// some versions do not where a server does not say how much it sends.
  final class CurlWatch: Sendable {
    let answers: CurlAnswers
    private let listener: Listener
    private let state = Mutex<State>(State())

    /// Who is told of answers.
    struct Listener: Sendable {
      /// Whether they are still wanted.
      let goesOn: @Sendable () -> Bool
      /// Told the place of a request and its answer.
      let received: @Sendable (Int, HubAnswer) -> Void

      init(goesOn: @escaping @Sendable () -> Bool, _ received: @escaping @Sendable (Int, HubAnswer) -> Void) {
        (self.goesOn, self.received) = (goesOn, received)
      }

      /// The same for requests of which the first has this place.
      func counting(from start: Int) -> Self {
        Self(goesOn: goesOn) { [received] place, answer in received(start + place, answer) }
      }

      /// The same, told of no answer.
      var withoutAnswers: Self { Self(goesOn: goesOn) { _, _ in } }
    }

    private struct State {
      /// The line that has not come to its end.
      var line: [UInt8] = []
      var outcomes: [CurlOutcome] = []
      var answered: [Int: HubAnswer] = [:]
      var lookedAt = ContinuousClock.now
      var hasStopped = false
    }

    init(_ answers: CurlAnswers, _ listener: Listener) { (self.answers, self.listener) = (answers, listener) }

    /// Called with what curl has written since; whether it may go on.
    func look(_ new: [UInt8]) -> Bool {
      for outcome in ended(new) where outcome.code == 0 && answers.requests.indices.contains(outcome.number) {
        hear(outcome)
      }
      let goesOn = listener.goesOn() && (!isDue || answers.areWithinLimits)
      if !goesOn { state.withLock { $0.hasStopped = true } }
      return goesOn
    }

    /// Whether it was told not to go on.
    var hasStopped: Bool { state.withLock { $0.hasStopped } }

    /// What has ended so far.
    var outcomes: [CurlOutcome] { state.withLock { $0.outcomes } }

    /// The answers of which who listens was told, by the places of their requests.
    var answered: [Int: HubAnswer] { state.withLock { $0.answered } }

    /// The requests that new lines are about.
    private func ended(_ new: [UInt8]) -> [CurlOutcome] {
      state.withLock { state in
        guard let last = new.lastIndex(of: UInt8(ascii: "\n")) else {
          state.line += new
          return []
        }
        let lines = (state.line + new[..<last]).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        state.line = Array(new[(last + 1)...])
        let ended = lines.compactMap { CurlOutcome(line: String(decoding: $0, as: UTF8.self)) }
        state.outcomes += ended
        return ended
      }
    }

    private func hear(_ outcome: CurlOutcome) {
      let isNew = state.withLock { $0.answered[outcome.number] == nil }
      guard isNew else { return }
      let answer = answers.answer(outcome)
      // Some versions of curl tell of an answer before the last of it is in its file, and none how long a compressed one is.
      guard case .response(let response) = answer, response.body.count == outcome.received else { return }
      state.withLock { $0.answered[outcome.number] = answer }
      listener.received(outcome.number, answer)
    }

    /// Whether the lengths of the answers were not looked at for a while.
    private var isDue: Bool {
      state.withLock { state in
        guard state.lookedAt.duration(to: .now) > .milliseconds(100) else { return false }
        state.lookedAt = .now
        return true
      }
    }
  }
#endif
