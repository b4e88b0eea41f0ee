import Synchronization

/// Work spread over the processor's cores by threads that end before the call returns. The library is synchronous, and
/// what is spread is a few milliseconds long: less than an executor of tasks takes to start.
package enum Workers {
  /// The number of cores that are online, at most 16.
  package static var cores: Int { min(16, Platform.cores) }

  /// The results of `body` for 0..<count, in that order. Each thread takes the next index as soon as it is free. A
  /// thread that the system does not give is done without.
  package static func map<Result: Sendable>(
    _ count: Int, threads: Int = cores, _ body: @escaping @Sendable (Int) -> Result
  ) -> ContiguousArray<Result> {
    let threads = min(threads, count)
    guard threads > 1 else { return ContiguousArray((0..<count).map(body)) }
    let job = Job(count: count, body)
    let started = (1..<threads).compactMap { _ in PlatformThread { job.run() } }
    job.run()
    for thread in started { thread.join() }
    return job.results()
  }

  private final class Job<Result: Sendable>: Sendable {
    private let count: Int
    private let body: @Sendable (Int) -> Result
    private let next = Atomic<Int>(0)
    private let done = Mutex<ContiguousArray<Result?>>([])

    init(count: Int, _ body: @escaping @Sendable (Int) -> Result) {
      self.count = count
      self.body = body
      done.withLock { $0 = ContiguousArray(repeating: nil, count: count) }
    }

    func run() {
      var mine: [(Int, Result)] = []
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < count else { break }
        mine.append((index, body(index)))
      }
      done.withLock { done in
        for (index, result) in mine { done[index] = result }
      }
    }

    func results() -> ContiguousArray<Result> {
      done.withLock { done in ContiguousArray(done.compactMap { $0 }) }
    }
  }
}
