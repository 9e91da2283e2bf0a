import Testing

@testable import Events

@Suite("Instants")
struct InstantTests {
  static let accepted: [(String, Int64, String)] = [
    ("1970-01-01T00:00:00Z", 0, "1970-01-01T00:00:00.000000Z"),
    ("2025-01-28T09:30:00Z", 1_738_056_600_000_000, "2025-01-28T09:30:00.000000Z"),
    ("2025-01-28t09:30:00z", 1_738_056_600_000_000, "2025-01-28T09:30:00.000000Z"),
    ("2025-01-28T11:30:00+02:00", 1_738_056_600_000_000, "2025-01-28T09:30:00.000000Z"),
    ("2025-01-27T23:00:00-10:30", 1_738_056_600_000_000, "2025-01-28T09:30:00.000000Z"),
    ("2025-01-28T09:30:00-00:00", 1_738_056_600_000_000, "2025-01-28T09:30:00.000000Z"),
    ("2025-01-28T09:30:00.5Z", 1_738_056_600_500_000, "2025-01-28T09:30:00.500000Z"),
    ("2025-01-28T09:30:00.000001+00:00", 1_738_056_600_000_001, "2025-01-28T09:30:00.000001Z"),
    ("1969-12-31T23:59:59.999999Z", -1, "1969-12-31T23:59:59.999999Z"),
    ("0001-01-01T00:00:00Z", -62_135_596_800_000_000, "0001-01-01T00:00:00.000000Z"),
    ("9999-12-31T23:59:59.999999Z", 253_402_300_799_999_999, "9999-12-31T23:59:59.999999Z"),
  ]

  @Test("an RFC 3339 date-time is read, and shown in UTC", arguments: accepted)
  func accepts(text: String, microseconds: Int64, shown: String) throws {
    let instant = try Instant(parsing: text)
    #expect(instant.microseconds == microseconds)
    #expect(instant.description == shown)
    #expect(try Instant(parsing: shown) == instant)
  }

  @Test(
    "anything else is refused",
    arguments: [
      "", "2025-01-28", "2025-01-28T09:30Z", "2025-01-28T09:30:00", "2025-01-28 09:30:00Z",
      "2025-01-28T24:00:00Z", "2025-01-28T09:60:00Z", "2025-01-28T09:30:60Z",
      "2025-02-29T09:30:00Z",
      "2025-13-01T09:30:00Z", "0000-01-01T00:00:00Z", "2025-01-28T09:30:00.Z",
      "2025-01-28T09:30:00.Zx",
      "2025-01-28T09:30:00.1234567Z", "2025-01-28T09:30:00+2:00", "2025-01-28T09:30:00+0200",
      "2025-01-28T09:30:00+24:00", "2025-01-28T09:30:00+02:60", "2025-01-28T09:30:00Z ",
      "2025-01-28T09:30:00,5Z", "2025-01-28T09:30:00ZZ", "2025-01-28T09:30:00UTC",
      "02025-01-28T09:30:00Z", "2025-01-28T09:30:00*02:00", "2025-01-28T-9:30:00Z",
      "0001-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01", "2025-01-28T09:30:00.1234567+02:00",
    ])
  func refuses(text: String) {
    #expect(throws: EventError.self) { try Instant(parsing: text) }
  }

  @Test("any instant of the years 1 to 9999 is shown and read as itself")
  func inverse() throws {
    var random = SeededGenerator(seed: 5)
    let span = UInt64(253_402_300_799_999_999 + 62_135_596_800_000_000)
    for _ in 0..<2000 {
      let instant = Instant(
        microseconds: Int64(random.next() % span) - 62_135_596_800_000_000)
      #expect(try Instant(parsing: instant.description) == instant)
    }
  }

  @Test("no number of microseconds traps when shown", arguments: [Int64.min, .min + 1, -1, .max])
  func extremes(microseconds: Int64) {
    #expect(!Instant(microseconds: microseconds).description.isEmpty)
  }

  @Test("seconds are rounded down")
  func seconds() {
    #expect(Instant(microseconds: -1).seconds == -1)
    #expect(Instant(microseconds: 999_999).seconds == 0)
    #expect(Instant(microseconds: 5).advanced(bySeconds: -2).microseconds == -1_999_995)
  }

  @Test("an id of version 7 tells its time, and sorts by it")
  func version7() throws {
    let instant = try Instant(parsing: "2025-01-28T09:30:00.123Z")
    let id = EventID(version7At: instant, random: (.max, .max))
    #expect(id.description == "0194ac3f-0a3b-7fff-bfff-ffffffffffff")
    let zero = EventID(version7At: instant, random: (0, 0))
    #expect(zero.description == "0194ac3f-0a3b-7000-8000-000000000000")
    let later = EventID(version7At: instant.advanced(bySeconds: 1), random: (0, 0))
    #expect(zero < id && id < later)
    #expect(EventID(bytes: id.bytes) == id)
    #expect(try EventID(parsing: id.description.uppercased()) == id)
  }
}
