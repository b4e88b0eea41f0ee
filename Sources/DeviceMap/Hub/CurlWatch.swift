#if os(macOS) || os(Linux)
  import Synchronization

  /// Watches curl while it runs: how many requests are answered, and that no answer fills the disk, which some versions
  /// do not see to where a server does not say how much it sends.
  final class CurlWatch: Sendable {
    private let folder: String
    private let requests: [HubRequest]
    private let progress: @Sendable (Int) -> Bool
    private let state = Mutex<State>(State())

    private struct State {
      var text: [UInt8] = []
      var answered = 0
      var lookedAt = ContinuousClock.now
      var hasStopped = false
    }

    init(folder: String, _ requests: [HubRequest], _ progress: @escaping @Sendable (Int) -> Bool) {
      (self.folder, self.requests, self.progress) = (folder, requests, progress)
    }

    /// Called with what curl has written since; whether it may go on.
    func look(_ new: [UInt8]) -> Bool {
      let goesOn = mayGoOn(new)
      if !goesOn { state.withLock { $0.hasStopped = true } }
      return goesOn
    }

    /// Whether it was told not to go on.
    var hasStopped: Bool { state.withLock { $0.hasStopped } }

    private func mayGoOn(_ new: [UInt8]) -> Bool {
      let (answered, isDue) = state.withLock { state in
        state.text += new
        state.answered += new.count { $0 == UInt8(ascii: "\n") }
        let isDue = state.lookedAt.duration(to: .now) > .milliseconds(100)
        if isDue { state.lookedAt = .now }
        return (state.answered, isDue)
      }
      guard progress(min(answered, requests.count)) else { return false }
      return !isDue || requests.indices.allSatisfy { Self.length(folder, $0) <= requests[$0].mostBytes }
    }

    /// What has ended so far.
    var outcomes: [CurlOutcome] { state.withLock { Self.outcomes($0.text) } }

    static func outcomes(_ text: [UInt8]) -> [CurlOutcome] {
      text.split(separator: UInt8(ascii: "\n")).compactMap { CurlOutcome(line: String(decoding: $0, as: UTF8.self)) }
    }

    /// The bytes of a body so far.
    static func length(_ folder: String, _ number: Int) -> Int {
      Files.length(of: Files.join(folder, "\(number)")) ?? 0
    }
  }
#endif
