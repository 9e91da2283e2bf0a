import Events
import Testing

@testable import Reports

@Suite("Numbers, dates and spans as a language says them")
struct VoiceTests {
  private func voice(_ language: ReportLanguage) throws -> Voice {
    var script = Script()
    script.add("PlanDrafted", "plan/P", "2022-01-01", #"{"title":"P","period":"2022/2023"}"#)
    return Voice(try TestLedger.holding(script).report("P", at: "2022-12-31"), language)
  }

  private func day(_ text: String) throws -> Day { try CoarseDate(parsing: text).lastDay }

  @Test("Whole numbers, and shares rounded half up with the language's decimal sign")
  func numbers() throws {
    let (lv, en) = (try voice(.latvian), try voice(.english))
    #expect(lv.number(1234) == "1234" && lv.number(12345) == "12\u{A0}345")
    #expect(en.number(1234) == "1,234" && en.number(-1_234_567) == "−1,234,567")
    #expect(lv.share(22, of: 31) == "71,0\u{A0}%" && en.share(22, of: 31) == "71.0%")
    #expect(en.share(1, of: 800) == "0.1%" && en.share(1, of: 2000) == "0.1%")
    #expect(en.share(1, of: 3) == "33.3%" && en.share(2, of: 3) == "66.7%")
    #expect(en.share(0, of: 0) == "–")
  }

  @Test(
    "A Latvian month stands in the case that its sentence asks for",
    arguments: [
      ("2022-12-31", "31. decembris", "31. decembra", "31. decembrim", "31. decembrī"),
      ("2022-03-01", "1. marts", "1. marta", "1. martam", "1. martā"),
      ("2022-04-02", "2. aprīlis", "2. aprīļa", "2. aprīlim", "2. aprīlī"),
      ("2022-08-09", "9. augusts", "9. augusta", "9. augustam", "9. augustā"),
      ("2022-01-07", "7. janvāris", "7. janvāra", "7. janvārim", "7. janvārī"),
      ("2022-06-30", "30. jūnijs", "30. jūnija", "30. jūnijam", "30. jūnijā"),
    ])
  func dates(_ text: String, _ named: String, _ of: String, _ to: String, _ on: String) throws {
    let lv = try voice(.latvian)
    let day = try day(text)
    #expect(lv.dateInWords(day, .nominative) == "2022. gada \(named)")
    #expect(lv.dateInWords(day, .genitive) == "2022. gada \(of)")
    #expect(lv.dateInWords(day, .dative) == "2022. gada \(to)")
    #expect(lv.dateInWords(day, .locative) == "2022. gada \(on)")
  }

  @Test("English months have no cases")
  func englishDates() throws {
    let en = try voice(.english)
    #expect(en.dateInWords(try day("2025-01-28"), .locative) == "28 January 2025")
  }

  @Test("Spans in whole years and days, with nouns that go with their numbers")
  func ages() throws {
    let (lv, en) = (try voice(.latvian), try voice(.english))
    func age(_ voice: Voice, _ from: String, _ to: String) throws -> String {
      voice.age(from: try day(from), to: try day(to)).replacing("\u{A0}", with: " ")
    }
    #expect(try age(lv, "2022-01-01", "2022-01-01") == "0 dienas")
    #expect(try age(lv, "2022-01-01", "2022-01-02") == "1 diena")
    #expect(try age(lv, "2022-01-01", "2022-01-12") == "11 dienas")
    #expect(try age(lv, "2022-01-01", "2022-01-22") == "21 diena")
    #expect(try age(lv, "2022-01-01", "2023-01-01") == "1 gads")
    #expect(try age(lv, "2002-01-01", "2023-01-11") == "21 gads 10 dienas")
    #expect(try age(en, "2022-06-15", "2025-01-28") == "2 years 227 days")
    // 29 February 2024 to 28 February 2025 is a year, by the day on which the month ends.
    #expect(try age(en, "2024-02-29", "2025-02-28") == "1 year")
    #expect(try age(en, "2024-02-29", "2025-03-01") == "1 year 1 day")
  }

  @Test("Days that are left, and days that have passed")
  func daysLeft() throws {
    let (lv, en) = (try voice(.latvian), try voice(.english))
    #expect(en.daysLeft(0) == "today" && lv.daysLeft(0) == "šodien")
    #expect(en.daysLeft(1) == "1\u{A0}day left" && en.daysLeft(-12) == "12\u{A0}days past")
    #expect(lv.daysLeft(21) == "21\u{A0}diena" && lv.daysLeft(-1) == "pagājis pirms 1 dienas")
    #expect(lv.daysLeft(-12) == "pagājis pirms 12 dienām")
  }
}
