package import Events

/// A span of the calendar at whose end is counted.
package enum Bucket: String, Sendable, CaseIterable {
  /// A day.
  case day = "DAY"
  /// A week from Monday to Sunday (ISO 8601).
  case week = "WEEK"
  /// A month.
  case month = "MONTH"
  /// A quarter of a year.
  case quarter = "QUARTER"
  /// Half a year.
  case halfYear = "HALF_YEAR"
  /// A year.
  case year = "YEAR"

  /// The last day of the span that a day lies in.
  package func end(of day: Day) -> Day {
    let (year, month, _) = day.civil
    switch self {
    case .day: return day
    case .week:
      // 1970-01-01, day 0, was a Thursday, the fourth day of its week.
      let weekday = (Int(day.number) + 3) % 7
      return day.advanced(by: 6 - (weekday < 0 ? weekday + 7 : weekday))
    case .month: return Bucket.end(year, month)
    case .quarter: return Bucket.end(year, (month + 2) / 3 * 3)
    case .halfYear: return Bucket.end(year, (month + 5) / 6 * 6)
    case .year: return Bucket.end(year, 12)
    }
  }

  private static func end(_ year: Int, _ month: Int) -> Day {
    let next =
      month == 12
      ? Day(year: year + 1, month: 1, day: 1) : Day(year: year, month: month + 1, day: 1)
    return next?.advanced(by: -1) ?? .last
  }

  /// The days at which is counted: the end of each span from one day through another, the last one
  /// cut off there.
  ///
  /// - Parameter limit: how many there may be.
  /// - Returns: `nil` where there are more.
  package func ends(from first: Day, through last: Day, limit: Int) -> [Day]? {
    var ends: [Day] = []
    var day = first
    while day <= last {
      guard ends.count < limit else { return nil }
      let end = min(self.end(of: day), last)
      ends.append(end)
      day = end.advanced(by: 1)
    }
    return ends
  }
}
