/// An interval of days: `A/B`, both days included as people write them; `2022` is the whole year.
///
/// The written ends are kept; two periods are the same where they hold the same days.
public struct Period: Sendable {
  /// The first end as written.
  public let start: CoarseDate
  /// The last end as written, included.
  public let end: CoarseDate

  /// The first day.
  public var firstDay: Day { start.firstDay }
  /// The day after the last one: stored half-open, an interval needs no care at its end.
  public var dayAfter: Day { end.lastDay.advanced(by: 1) }

  /// Whether the day lies in the period.
  public func contains(_ day: Day) -> Bool { firstDay <= day && day < dayAfter }

  /// Whether the periods share a day.
  public func overlaps(_ other: Period) -> Bool {
    firstDay < other.dayAfter && other.firstDay < dayAfter
  }

  /// What a period's written forms are, for messages.
  public static let expected = "a period A/B, both days included, its first day not after its last"
  /// One that can be copied.
  public static let example = "2021-01-01/2023-12-31, 2021/2023 or 2022"

  /// Reads `A/B` or one coarse date.
  ///
  /// - Throws: `EventError.invalid` where it is neither, or upside down.
  public init(parsing text: String) throws(EventError) {
    let parts = text.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count <= 2, let first = parts.first, let last = parts.last,
      let start = try? CoarseDate(parsing: String(first)),
      let end = try? CoarseDate(parsing: String(last)),
      let period = Period(start, end)
    else {
      throw .value(text, expected: Period.expected, example: Period.example)
    }
    self = period
  }

  /// The period between two dates, both included; `nil` where it is upside down or an end is open.
  public init?(_ start: CoarseDate, _ end: CoarseDate) {
    guard !start.isOpen, !end.isOpen, start.firstDay <= end.lastDay else { return nil }
    self.start = start
    self.end = end
  }
}

extension Period: Hashable {
  public static func == (left: Period, right: Period) -> Bool {
    left.firstDay == right.firstDay && left.end.lastDay == right.end.lastDay
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(firstDay)
    hasher.combine(end.lastDay)
  }
}

extension Period: CustomStringConvertible {
  /// The written form; one coarse date where both ends are the same one.
  public var description: String {
    start == end ? start.description : "\(start)/\(end)"
  }
}
