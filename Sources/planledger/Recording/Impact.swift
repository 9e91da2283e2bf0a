internal import Events

/// Which past answers a batch may alter: the streams that it touches, and from which day on.
///
/// A first form: it says where answers may change, not how.
struct Impact {
  private var streams: [StreamID: Day?] = [:]

  /// Takes in an event of the batch. One about events alters answers from its target's day on, which
  /// it does not say: unless the caller knows it, any day.
  mutating func add(_ event: Event, from day: Day? = nil) {
    let from = day ?? event.effective?.lastDay
    if let known = streams[event.subject] {
      guard let known, let from else {
        streams[event.subject] = .some(nil)
        return
      }
      streams[event.subject] = min(known, from)
    } else {
      streams[event.subject] = .some(from)
    }
  }

  /// The lines that tell of it, the earliest first.
  func lines(today: Day) -> [String] {
    let past = streams.filter { entry in entry.value.map { $0 < today } ?? true }
    guard !past.isEmpty else {
      return ["No answer about a day before today would change."]
    }
    var lines = ["Answers about past days that it may alter:"]
    let sorted = past.sorted { one, other in
      (one.value ?? .first, one.key) < (other.value ?? .first, other.key)
    }
    for (stream, day) in sorted.prefix(10) {
      lines.append("  \(stream.short): from \(day.map { "\($0)" } ?? "its first day") on")
    }
    if sorted.count > 10 { lines.append("  … and \(sorted.count - 10) more") }
    return lines
  }
}

extension StreamID {
  /// How people write it: `DEMO-2021/1.2`, `DEMO-2021`, `challenge/SHELTERS`.
  var short: String {
    switch kind {
    case .plan: code.description
    case .action: plan.map { "\($0)/\(code)" } ?? description
    case .area, .claim: plan.map { "\($0)/\(kind.rawValue)/\(code)" } ?? description
    default: description
    }
  }
}
