/// A date as people know it: a day, or a month, quarter, half-year or year, perhaps open at its start.
///
/// `2022-03-15`, `2022-03`, `2022-Q3`, `2022-H1`, `2022`, and `/2025-01-28` for what was true by
/// then with its start not known (an interval with unknown start of ISO 8601-2, EDTF). A coarse date
/// takes effect on its last day, so that no answer claims what may not yet be true; the written form
/// is kept.
public struct CoarseDate: Hashable, Sendable {
  /// How fine a date is.
  public enum Precision: UInt8, Sendable, CaseIterable {
    /// One day.
    case day = 1
    /// A calendar month.
    case month
    /// A quarter of a year.
    case quarter
    /// Half a year.
    case half
    /// A calendar year.
    case year
  }

  /// How fine the date is.
  public let precision: Precision
  /// Whether its start is not known.
  public let isOpen: Bool
  /// The last day of the date's span: the day on which it takes effect.
  public let lastDay: Day

  /// One day.
  public init(_ day: Day) {
    precision = .day
    isOpen = false
    lastDay = day
  }

  /// The first day of the date's span, by its precision alone; an open date may begin before it.
  public var firstDay: Day {
    let (year, month, _) = lastDay.civil
    return switch precision {
    case .day: lastDay
    case .month: Day(year: year, month: month, day: 1) ?? lastDay
    case .quarter: Day(year: year, month: month - 2, day: 1) ?? lastDay
    case .half: Day(year: year, month: month - 5, day: 1) ?? lastDay
    case .year: Day(year: year, month: 1, day: 1) ?? lastDay
    }
  }

  /// Whether the day lies inside the span of a date that is coarse or open, but before the day on
  /// which it takes effect: an answer for it is imprecise.
  public func isImprecise(on day: Day) -> Bool {
    day < lastDay && (isOpen || day >= firstDay)
  }

  /// What a date's written forms are, for messages.
  public static let expected =
    "a date: a day, month, quarter, half-year or year, or / before it where its start is not known"
  /// One that can be copied.
  public static let example = "2022-03-15, 2022-03, 2022-Q3, 2022-H1, 2022 or /2025-01-28"

  /// Reads the written form.
  ///
  /// - Throws: `EventError.invalid` for anything else, a day that the calendar does not have included.
  public init(parsing text: String) throws(EventError) {
    guard let date = CoarseDate(text.utf8) else {
      let expected =
        CoarseDate.looksLikeDay(text) ? "a day that the calendar has" : CoarseDate.expected
      throw .value(text, expected: expected, example: CoarseDate.example)
    }
    self = date
  }

  private init?(_ text: String.UTF8View) {
    var bytes = Array(text.prefix(12))
    let isOpen = bytes.first == UInt8(ascii: "/")
    if isOpen { bytes.removeFirst() }
    guard let year = number(bytes, 0, 4), year >= 1 else { return nil }
    switch bytes.count {
    case 4:
      self.init(year, 12, .year, isOpen)
    case 7 where bytes[4] == UInt8(ascii: "-"):
      if let month = number(bytes, 5, 2) {
        self.init(year, month, .month, isOpen)
      } else if let part = number(bytes, 6, 1) {
        switch (bytes[5], part) {
        case (UInt8(ascii: "Q"), 1...4): self.init(year, part * 3, .quarter, isOpen)
        case (UInt8(ascii: "H"), 1...2): self.init(year, part * 6, .half, isOpen)
        default: return nil
        }
      } else {
        return nil
      }
    case 10 where bytes[4] == UInt8(ascii: "-") && bytes[7] == UInt8(ascii: "-"):
      guard let month = number(bytes, 5, 2), let dayOfMonth = number(bytes, 8, 2),
        let day = Day(year: year, month: month, day: dayOfMonth)
      else { return nil }
      self.init(precision: .day, isOpen: isOpen, lastDay: day)
    default: return nil
    }
  }

  /// The span of that precision that ends with the month.
  private init?(_ year: Int, _ month: Int, _ precision: Precision, _ isOpen: Bool) {
    guard (1...12).contains(month),
      let last = Day(year: year, month: month, day: Day.daysInMonth(month, of: year))
    else { return nil }
    self.init(precision: precision, isOpen: isOpen, lastDay: last)
  }

  private init(precision: Precision, isOpen: Bool, lastDay: Day) {
    self.precision = precision
    self.isOpen = isOpen
    self.lastDay = lastDay
  }

  /// The date in a record's header: the precision, with bit 7 where it is open, and the last day.
  package var coded: (kind: UInt8, lastDay: Int32) {
    (precision.rawValue | (isOpen ? 0x80 : 0), lastDay.number)
  }

  /// The inverse of `coded`; `nil` for bytes that no date has.
  package init?(kind: UInt8, lastDay: Int32) {
    self.init(sealed: kind, lastDay: lastDay)
    let months = CoarseDate.months(in: precision)
    if months == 0 { return }
    let (_, month, dayOfMonth) = self.lastDay.advanced(by: 1).civil
    guard dayOfMonth == 1 && (month - 1) % months == 0 else { return nil }
  }

  /// The inverse of `coded` for bytes under a checksum, which were a date when they were recorded:
  /// whether such a span ends on that day is not asked again.
  package init?(sealed kind: UInt8, lastDay: Int32) {
    let day = Day(number: lastDay)
    guard let precision = Precision(rawValue: kind & 0x7F), (Day.first...Day.last).contains(day)
    else { return nil }
    self.init(precision: precision, isOpen: kind & 0x80 != 0, lastDay: day)
  }

  /// How many months a span of that precision has; 0 for a day.
  private static func months(in precision: Precision) -> Int {
    switch precision {
    case .day: 0
    case .month: 1
    case .quarter: 3
    case .half: 6
    case .year: 12
    }
  }

  private static func looksLikeDay(_ text: String) -> Bool {
    let bytes = Array(text.utf8.drop { $0 == UInt8(ascii: "/") })
    return bytes.count == 10 && number(bytes, 0, 4) != nil && number(bytes, 5, 2) != nil
      && number(bytes, 8, 2) != nil
  }
}

/// The number that `count` ASCII digits spell; `nil` where they are not all digits.
func number(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int? {
  guard start + count <= bytes.count else { return nil }
  var value = 0
  for byte in bytes[start..<(start + count)] {
    guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
    value = value * 10 + Int(byte - UInt8(ascii: "0"))
  }
  return value
}

extension CoarseDate: CustomStringConvertible {
  /// The written form.
  public var description: String {
    let (year, month, _) = lastDay.civil
    let text =
      switch precision {
      case .day: lastDay.description
      case .month: "\(padded(year, 4))-\(padded(month, 2))"
      case .quarter: "\(padded(year, 4))-Q\(month / 3)"
      case .half: "\(padded(year, 4))-H\(month / 6)"
      case .year: padded(year, 4)
      }
    return isOpen ? "/" + text : text
  }
}

extension CoarseDate: Comparable {
  /// Dates compare by the day on which they take effect.
  public static func < (left: CoarseDate, right: CoarseDate) -> Bool {
    left.lastDay < right.lastDay
  }
}
