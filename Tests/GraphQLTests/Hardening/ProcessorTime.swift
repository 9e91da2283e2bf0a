import Glibc

/// What something comes to, and for how long this thread computed it: other programs on the machine
/// make that no longer.
func processorTime<Value>(_ body: () throws -> Value) rethrows -> (Value, Duration) {
  func now() -> Duration {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
  let start = now()
  let value = try body()
  return (value, now() - start)
}
