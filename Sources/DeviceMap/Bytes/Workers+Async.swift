import Synchronization

extension Workers {
  /// The result of `body`, which may wait as long as it likes: it runs on a thread of its own, not on one that tasks
  /// need. `body` is given whether the task was cancelled meanwhile.
  package static func apart<Value: Sendable>(
    _ body: @escaping @Sendable (_ isCancelled: @escaping @Sendable () -> Bool) -> Value
  ) async -> Value {
    let cancelled = Flag()
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let work: @Sendable () -> Void = { continuation.resume(returning: body { cancelled.isSet }) }
        guard let thread = PlatformThread(work) else { return work() }
        thread.leave()
      }
    } onCancel: {
      cancelled.set()
    }
  }

  /// Waits; shorter when the task is cancelled.
  package static func pause(_ duration: Duration) async {
    let end = ContinuousClock.now + duration
    await apart { isCancelled in
      while !isCancelled(), !Platform.isToEnd, .now < end {
        let rest = (end - .now).components
        let milliseconds = Int(rest.seconds) * 1000 + Int(rest.attoseconds / 1_000_000_000_000_000)
        Platform.sleep(milliseconds: min(50, max(1, milliseconds)))
      }
    }
  }

  /// Runs an asynchronous function to its end on this thread: for callers that are not asynchronous and can wait. It
  /// needs none of the threads that tasks share, so that it ends also where all of these wait.
  package static func wait<Value: Sendable>(_ body: @escaping @Sendable () async -> Value) -> Value {
    let queue = JobQueue()
    let result = Box<Value>()
    Task(executorPreference: queue) {
      let value = await body()
      result.value.withLock { $0 = value }
      queue.close()
    }
    queue.run()
    guard let value = result.value.withLock({ $0 }) else { preconditionFailure("the queue ends after its task") }
    return value
  }

  private final class Box<Value: Sendable>: Sendable {
    let value = Mutex<Value?>(nil)
  }

  /// Runs what it is given on the thread that calls `run`.
  private final class JobQueue: TaskExecutor {
    private let gate = PlatformGate()
    private let state = Mutex<(jobs: [UnownedJob], isClosed: Bool)>(([], false))

    func enqueue(_ job: consuming ExecutorJob) {
      let job = UnownedJob(job)
      state.withLock { $0.jobs.append(job) }
      gate.open()
    }

    func close() {
      state.withLock { $0.isClosed = true }
      gate.open()
    }

    func run() {
      while true {
        gate.pass()
        let (job, isClosed) = state.withLock { state in
          (state.jobs.isEmpty ? nil : state.jobs.removeFirst(), state.isClosed)
        }
        if let job {
          job.run(on: self)
        } else if isClosed {
          return
        }
      }
    }
  }

  private final class Flag: Sendable {
    private let value = Atomic<Bool>(false)
    var isSet: Bool { value.load(ordering: .relaxed) }
    func set() { value.store(true, ordering: .relaxed) }
  }
}
