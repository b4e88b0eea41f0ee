import Foundation

/// The seconds of the processor that `body` takes on this thread.
///
/// Time of a clock on the wall says nothing here: all tests start together and wait for each other's processors.
func threadSeconds(_ body: () throws -> Void) rethrows -> Double {
  func now() -> Double {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
  let start = now()
  try body()
  return now() - start
}
