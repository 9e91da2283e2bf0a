internal import Events

/// How values are written out for people in a language.
struct Voice: Sendable {
  let language: ReportLanguage
  /// The language of texts that are not there in the one asked for.
  let fallback: String

  /// The voice of a report.
  init(_ report: Report, _ language: ReportLanguage) {
    self.language = language
    fallback = report.basis.fallback
  }

  func text(_ wording: Wording) -> String { wording.text(in: language) }

  /// A text of the plan: in the report's language, else in the ledger's, else in the first there is.
  /// One that was removed for good is `nil`.
  func variant(of text: LangText) -> LangText.Variant? {
    text.variant(in: language.rawValue, fallback: fallback)
  }

  /// The same as text that can be shown.
  func text(_ text: LangText) -> String { variant(of: text)?.text ?? Text.redacted }

  /// The sign of a mark.
  func sign(_ mark: Mark) -> String {
    switch mark {
    case .imprecise: "~"
    case .revised: "r"
    case .published: "†"
    case .interim: "*"
    case .atLeast: "≥"
    }
  }

  /// A whole number, its thousands apart: with a no-break space in Latvian, a comma in English. From
  /// five digits on in Latvian, as its typography has it.
  func number(_ number: Int64) -> String {
    let digits = String(number.magnitude)
    let sign = number < 0 ? "−" : ""
    let least = language == .latvian ? 5 : 4
    guard digits.utf8.count >= least else { return sign + digits }
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 {
        result += language == .latvian ? "\u{A0}" : ","
      }
      result.append(digit)
    }
    return sign + result
  }

  /// A share in per cent with one decimal, rounded half up: `71,0 %` in Latvian, `71.0%` in English.
  func share(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "–" }
    let tenths = (part * 2000 + whole) / (whole * 2)
    return switch language {
    case .latvian: "\(tenths / 10),\(tenths % 10)\u{A0}%"
    case .english: "\(tenths / 10).\(tenths % 10)%"
    }
  }

  /// A day in a sentence: `2022. gada 31. decembris`, `31 December 2022`.
  func dateInWords(_ day: Day, _ form: DateCase) -> String {
    let (year, month, number) = day.civil
    return switch language {
    case .latvian: "\(year). gada \(number). \(Voice.latvianMonth(month, form))"
    case .english: "\(number) \(Voice.englishMonths[month - 1]) \(year)"
    }
  }

  /// A span between two days in whole years and days: `2 gadi 45 dienas`.
  func age(from: Day, to: Day) -> String {
    let (years, days) = Voice.years(from: from, to: to)
    let parts = [
      years > 0 ? counted(years, lv: ("gads", "gadi"), en: ("year", "years")) : nil,
      days > 0 || years == 0 ? counted(days, lv: ("diena", "dienas"), en: ("day", "days")) : nil,
    ]
    return parts.compactMap { $0 }.joined(separator: " ")
  }

  /// How many days are left: `204 days left`, `today`, `12 days past`.
  func daysLeft(_ days: Int) -> String {
    let count = counted(abs(days), lv: ("diena", "dienas"), en: ("day", "days"))
    return switch (language, days) {
    case (.latvian, 0): "šodien"
    case (.english, 0): "today"
    case (.latvian, 1...): count
    case (.english, 1...): count + " left"
    case (.latvian, _):
      "pagājis pirms \(abs(days)) " + (Voice.isOne(abs(days)) ? "dienas" : "dienām")
    case (.english, _): count + " past"
    }
  }

  /// A number with its noun. In Latvian, 1, 21, 31 … go with the singular, 11 does not.
  private func counted(_ count: Int, lv: (String, String), en: (String, String)) -> String {
    let noun =
      switch language {
      case .latvian: Voice.isOne(count) ? lv.0 : lv.1
      case .english: count == 1 ? en.0 : en.1
      }
    return "\(number(Int64(count)))\u{A0}\(noun)"
  }

  private static func isOne(_ count: Int) -> Bool { count % 10 == 1 && count % 100 != 11 }

  /// Whole years between two days, and the days that are left over.
  static func years(from: Day, to: Day) -> (years: Int, days: Int) {
    guard from <= to else { return (0, from.days(to: to)) }
    let start = from.civil
    var years = to.civil.year - start.year
    func anniversary(_ years: Int) -> Day {
      let year = start.year + years
      // Of 29 February, the anniversary in a common year is the 28th.
      return Day(year: year, month: start.month, day: start.day)
        ?? Day(year: year, month: start.month, day: 28) ?? to
    }
    if anniversary(years) > to { years -= 1 }
    return (years, anniversary(years).days(to: to))
  }

  /// The month's name: those on -is are of the second declension, those on -s of the first.
  private static func latvianMonth(_ month: Int, _ form: DateCase) -> String {
    let (stem, isSecond) = latvianMonths[month - 1]
    return switch form {
    case .nominative: stem + (isSecond ? "is" : "s")
    // Of the months in -is, the stem of aprīlis alone softens.
    case .genitive: (stem == "aprīl" ? "aprīļ" : stem) + "a"
    case .dative: stem + (isSecond ? "im" : "am")
    case .locative: stem + (isSecond ? "ī" : "ā")
    }
  }

  private static let latvianMonths = [
    ("janvār", true), ("februār", true), ("mart", false), ("aprīl", true), ("maij", false),
    ("jūnij", false), ("jūlij", false), ("august", false), ("septembr", true), ("oktobr", true),
    ("novembr", true), ("decembr", true),
  ]
  private static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}

extension Instant {
  /// The instant in UTC to the second: `2025-01-28 09:30:00 UTC`.
  var secondsShown: String {
    let text = description
    return "\(text.prefix(10)) \(text.dropFirst(11).prefix(8)) UTC"
  }
}
