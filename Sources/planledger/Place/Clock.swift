internal import Events
internal import Glibc

/// The wall clock.
enum Clock {
  /// The present (`clock_gettime(2)`), or the instant that `PLANLEDGER_NOW` says: for tests and for
  /// demonstrations that give the same answers again.
  static func now() throws(Failure) -> Instant {
    if let text = environmentValue("PLANLEDGER_NOW"), !text.isEmpty {
      do throws(EventError) {
        return try Instant(parsing: text)
      } catch {
        throw .told(
          "PLANLEDGER_NOW takes \(Instant.expected), not '\(text)'. Example: "
            + "PLANLEDGER_NOW=\(Instant.example)", .usage)
      }
    }
    var time = timespec()
    guard unsafe clock_gettime(CLOCK_REALTIME, &time) == 0 else {
      throw .told("The clock cannot be read: \(systemMessage(errno)).", .unavailable)
    }
    return Instant(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000)
  }
}
