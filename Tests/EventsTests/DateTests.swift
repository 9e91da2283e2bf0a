import Testing

@testable import Events

@Suite("Days, coarse dates and periods")
struct DateTests {
  static func day(_ text: String) throws -> Day { try CoarseDate(parsing: text).lastDay }

  /// A calendar that counts: no formula in it that the one under test could share.
  @Test("every day from 0001-01-01 to 9999-12-31 has the number that counting gives it")
  func civil() {
    var number = Day.first.number
    var mistakes = 0
    for year in 1...9999 {
      let isLeap = year % 400 == 0 || year % 4 == 0 && year % 100 != 0
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      for (index, length) in lengths.enumerated() {
        for dayOfMonth in 1...length {
          let day = Day(number: number)
          let civil = day.civil
          if civil != (year, index + 1, dayOfMonth) { mistakes += 1 }
          if Day(year: year, month: index + 1, day: dayOfMonth) != day { mistakes += 1 }
          number += 1
        }
        if Day(year: year, month: index + 1, day: length + 1) != nil { mistakes += 1 }
      }
    }
    #expect(mistakes == 0)
    #expect(number == Day.last.number + 1)
    #expect(Day(year: 1970, month: 1, day: 1)?.number == 0)
  }

  @Test(
    "what the calendar has not is no day",
    arguments: [
      (0, 1, 1), (10_000, 1, 1), (2022, 0, 1), (2022, 13, 1), (2022, 1, 0), (2022, 1, -1),
      (-1, 1, 1),
      (1900, 2, 29), (2100, 2, 29), (2022, 4, 31),
    ])
  func noDay(year: Int, month: Int, day: Int) {
    #expect(Day(year: year, month: month, day: day) == nil)
  }

  @Test("days count between each other")
  func distance() throws {
    let day = try Self.day("2024-02-28")
    #expect(day.advanced(by: 2).description == "2024-03-01")
    #expect(day.advanced(by: -59).description == "2023-12-31")
    #expect(day.days(to: try Self.day("2025-02-28")) == 366)
    #expect(try Self.day("2025-02-28").days(to: day) == -366)
  }

  /// Written form, first day, last day.
  static let accepted: [(String, String, String)] = [
    ("2022-03-15", "2022-03-15", "2022-03-15"), ("2020-02-29", "2020-02-29", "2020-02-29"),
    ("2000-02-29", "2000-02-29", "2000-02-29"), ("2022-02", "2022-02-01", "2022-02-28"),
    ("2024-02", "2024-02-01", "2024-02-29"), ("2022-12", "2022-12-01", "2022-12-31"),
    ("2022-Q1", "2022-01-01", "2022-03-31"), ("2022-Q2", "2022-04-01", "2022-06-30"),
    ("2022-Q3", "2022-07-01", "2022-09-30"), ("2022-Q4", "2022-10-01", "2022-12-31"),
    ("2022-H1", "2022-01-01", "2022-06-30"), ("2022-H2", "2022-07-01", "2022-12-31"),
    ("2022", "2022-01-01", "2022-12-31"), ("0001", "0001-01-01", "0001-12-31"),
    ("0001-01-01", "0001-01-01", "0001-01-01"), ("9999", "9999-01-01", "9999-12-31"),
    ("9999-12-31", "9999-12-31", "9999-12-31"), ("9999-Q4", "9999-10-01", "9999-12-31"),
    ("/2025-01-28", "2025-01-28", "2025-01-28"), ("/2022-Q3", "2022-07-01", "2022-09-30"),
    ("/2022-H1", "2022-01-01", "2022-06-30"), ("/2022", "2022-01-01", "2022-12-31"),
    ("/2022-02", "2022-02-01", "2022-02-28"),
  ]

  @Test("a date has the days that it is written for, and keeps its form", arguments: accepted)
  func accepts(text: String, first: String, last: String) throws {
    let date = try CoarseDate(parsing: text)
    #expect(date.description == text)
    #expect(date.firstDay.description == first)
    #expect(date.lastDay.description == last)
    #expect(date.isOpen == text.hasPrefix("/"))
    #expect(CoarseDate(kind: date.coded.kind, lastDay: date.coded.lastDay) == date)
  }

  @Test(
    "what is no date is refused",
    arguments: [
      "", "/", "0000", "0000-01-01", "2021-02-29", "1900-02-29", "2022-04-31", "2022-00", "2022-13",
      "2022-00-01", "2022-01-00", "2022-01-32", "2022-Q0", "2022-Q5", "2022-H0", "2022-H3",
      "2022-q1",
      "2022-h1", "2022Q1", "22", "202", "02022", "20222", "2022-1", "2022-1-1", "2022-01-1",
      "2022/01",
      "2022-01-01T00:00:00Z", "2022-01-01 ", " 2022", "+2022", "-2022", "//2022", "2022/",
      "2022-01-01/",
      "/2022-01-012", "2022-W01", "2022-001", "20220101", "٢٠٢٢", "２０２２", "2022-QQ", "2022-",
      "null",
      "2022-01-01\n", "2022\0", "today",
    ])
  func refuses(text: String) {
    let error = #expect(throws: EventError.self) { try CoarseDate(parsing: text) }
    guard case .invalid(_, let value, let expected, let example) = error else { return }
    #expect(value == text && !expected.isEmpty && example == CoarseDate.example)
  }

  @Test("a day that the calendar has not is told from what is no date at all")
  func calendar() {
    for (text, isCalendar) in [("2021-02-29", true), ("/2021-02-30", true), ("2021-02-2", false)] {
      let error = #expect(throws: EventError.self) { try CoarseDate(parsing: text) }
      guard case .invalid(_, _, let expected, _) = error else { continue }
      #expect((expected == "a day that the calendar has") == isCalendar)
    }
  }

  @Test("only the dates that can be written are read from a record")
  func coded() throws {
    var count = 0
    for precision in 0...255 as ClosedRange<UInt8> {
      for day in try Self.day("2023-12-20").number...Self.day("2025-01-10").number {
        guard let date = CoarseDate(kind: precision, lastDay: day) else { continue }
        count += 1
        #expect(try CoarseDate(parsing: date.description) == date)
        #expect(date.coded.kind == precision && date.coded.lastDay == day)
      }
    }
    // Days 388, ends of months 13, of quarters 5, of halves 3, of years 2; each open or not.
    #expect(count == 2 * (388 + 13 + 5 + 3 + 2))
    for day in [Int32.min, Day.first.number - 1, Day.last.number + 1, .max] {
      #expect(CoarseDate(kind: 1, lastDay: day) == nil)
    }
    #expect(CoarseDate(kind: 5, lastDay: Day.last.number)?.description == "9999")
  }

  /// Date, day, whether an answer for that day is imprecise.
  static let imprecise: [(String, String, Bool)] = [
    ("2022-03-15", "2022-03-14", false), ("2022-03-15", "2022-03-15", false),
    ("2022-03", "2022-02-28", false), ("2022-03", "2022-03-01", true),
    ("2022-03", "2022-03-30", true), ("2022-03", "2022-03-31", false),
    ("2022-Q3", "2022-06-30", false), ("2022-Q3", "2022-07-01", true),
    ("2022", "2021-12-31", false), ("2022", "2022-01-01", true), ("2022", "2022-12-31", false),
    ("/2025-01-28", "0001-01-01", true), ("/2025-01-28", "2025-01-27", true),
    ("/2025-01-28", "2025-01-28", false), ("/2022", "2021-06-01", true),
  ]

  @Test(
    "inside a coarse date's span, before its last day, an answer is imprecise", arguments: imprecise
  )
  func imprecision(date: String, day: String, isImprecise: Bool) throws {
    #expect(try CoarseDate(parsing: date).isImprecise(on: Self.day(day)) == isImprecise)
  }

  @Test("dates sort by the day on which they take effect")
  func order() throws {
    let texts = ["2021", "2022-01-01", "2022-Q1", "2022-H1", "2022-12-30", "2022"]
    let dates = try texts.map { try CoarseDate(parsing: $0) }
    #expect(dates.shuffled().sorted() == dates)
    #expect(try CoarseDate(parsing: "2022-12") != CoarseDate(parsing: "2022-12-31"))
  }

  /// Written form, first day, day after the last.
  static let periods: [(String, String, String)] = [
    ("2021-01-01/2023-12-31", "2021-01-01", "2024-01-01"),
    ("2021/2023", "2021-01-01", "2024-01-01"),
    ("2022", "2022-01-01", "2023-01-01"), ("2022-Q3", "2022-07-01", "2022-10-01"),
    ("2022-02/2022-H2", "2022-02-01", "2023-01-01"), ("2022-05-05", "2022-05-05", "2022-05-06"),
    ("2022/2022-06-30", "2022-01-01", "2022-07-01"), ("2022-12/2022", "2022-12-01", "2023-01-01"),
  ]

  @Test("a period has the days of both its ends, and keeps its form", arguments: periods)
  func accepts(period text: String, first: String, after: String) throws {
    let period = try Period(parsing: text)
    #expect(period.description == text)
    #expect(period.firstDay.description == first && period.dayAfter.description == after)
    #expect(period.contains(period.firstDay) && !period.contains(period.dayAfter))
    #expect(!period.contains(period.firstDay.advanced(by: -1)))
    #expect(period.contains(period.dayAfter.advanced(by: -1)))
  }

  @Test(
    "what is no period, or upside down, or open, is refused",
    arguments: [
      "", "/", "2023/2021", "2022-06-30/2022-H2/2023", "/2022", "2022/", "2021//2022",
      "2022-12-31/2022-12-30",
      "2022-02/2022-01", "2021-02-29/2022", "2021 / 2022", "2021..2022", "2021/P1Y", "ALL",
    ])
  func refusesPeriod(text: String) {
    #expect(throws: EventError.self) { try Period(parsing: text) }
  }

  @Test("periods are the same where they hold the same days, however written")
  func equality() throws {
    let year = try Period(parsing: "2022")
    for text in ["2022-01-01/2022-12-31", "2022-Q1/2022-Q4", "2022-H1/2022-12"] {
      let other = try Period(parsing: text)
      #expect(other == year && other.hashValue == year.hashValue)
      #expect(other.description != year.description)
    }
    #expect(try Period(parsing: "2022-01-01/2022-12-30") != year)
    #expect(year.overlaps(try Period(parsing: "2022-12-31/2023")))
    #expect(!year.overlaps(try Period(parsing: "2023")))
    #expect(!year.overlaps(try Period(parsing: "2021")))
    #expect(Period(try CoarseDate(parsing: "/2022"), try CoarseDate(parsing: "2023")) == nil)
    #expect(Period(try CoarseDate(parsing: "2022"), try CoarseDate(parsing: "/2023")) == nil)
  }
}
