import Coding
import Foundation
import Testing

@testable import Events

@Suite("Time zones")
struct TimeZoneTests {
  /// TZif files as Debian's tzdata 2025 has them, so that the tests are the same on every machine.
  static func zone(_ name: String) throws -> TimeZoneRules {
    try TimeZoneRules(tzif: Recorded("Tests/EventsTests/Fixtures/\(name).tzif").bytes())
  }

  static let names = ["Riga", "Santiago", "StJohns", "Apia", "UTC"]

  /// Midnights in Riga: summer time since 1996 begins and ends at 01:00 UTC on a month's last Sunday.
  @Test("every midnight in Riga from 2010 to 2060 is where the Union's rule puts it")
  func riga() throws {
    let zone = try Self.zone("Riga")
    for year in 2010...2060 {
      func lastSunday(_ month: Int) throws -> Day {
        var day = try #require(Day(year: year, month: month, day: 31))
        // 1970-01-04 was a Sunday.
        while (day.number - 3) % 7 != 0 { day = day.advanced(by: -1) }
        return day
      }
      let begin = try lastSunday(3)
      let end = try lastSunday(10)
      var day = try #require(Day(year: year, month: 1, day: 1))
      while day.civil.year == year {
        let isSummer = day > begin && day <= end
        let expected = Instant(startOf: day).advanced(bySeconds: isSummer ? -10_800 : -7200)
        #expect(zone.start(of: day) == expected, "\(day)")
        #expect(zone.day(at: expected) == day)
        #expect(
          zone.day(at: Instant(microseconds: expected.microseconds - 1)) == day.advanced(by: -1))
        day = day.advanced(by: 1)
      }
      let change = Instant(startOf: begin).advanced(bySeconds: 3600)
      #expect(zone.offset(at: change) == 10_800)
      #expect(zone.offset(at: change.advanced(bySeconds: -1)) == 7200)
      let back = Instant(startOf: end).advanced(bySeconds: 3600)
      #expect(zone.offset(at: back) == 7200)
      #expect(zone.offset(at: back.advanced(bySeconds: -1)) == 10_800)
    }
  }

  @Test("Riga before and after all its transitions")
  func rigaEnds() throws {
    let zone = try Self.zone("Riga")
    // Local mean time, 1 h 36 min 34 s east.
    #expect(zone.offset(at: try Instant(parsing: "1850-01-01T00:00:00Z")) == 5794)
    #expect(zone.offset(at: try Instant(parsing: "2400-07-01T00:00:00Z")) == 10_800)
    #expect(zone.offset(at: try Instant(parsing: "2400-01-01T00:00:00Z")) == 7200)
    // Moscow time from 1940.
    #expect(zone.offset(at: try Instant(parsing: "1975-07-01T00:00:00Z")) == 10_800)
  }

  /// The transitions of Foundation's own reader of the same zone.
  @Test(
    "offsets are those that Foundation knows",
    arguments: zip(
      names, ["Europe/Riga", "America/Santiago", "America/St_Johns", "Pacific/Apia", "UTC"]))
  func foundation(name: String, identifier: String) throws {
    guard let peer = TimeZone(identifier: identifier) else { return }
    let zone = try Self.zone(name)
    var random = SeededGenerator(seed: 9)
    for _ in 0..<3000 {
      let seconds = Int64(random.next() % 2_100_000_000)
      let offset = peer.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
      let own = zone.offset(at: Instant(microseconds: seconds * 1_000_000))
      #expect(Int(own) == offset, "\(name) at \(seconds)")
    }
  }

  /// A search by seconds around the place, which knows only `day(at:)`.
  @Test("a day starts at the first instant that is in it", arguments: names)
  func start(name: String) throws {
    let zone = try Self.zone(name)
    let first = try DateTests.day("1986-01-01").number
    var mistakes: [Day] = []
    for number in first..<(first + 365 * 55) {
      let day = Day(number: number)
      let start = zone.start(of: day)
      // No earlier instant is in the day, back to two days before UTC's midnight: a step of a
      // minute, as every change since 1986 falls on one.
      var isFirst = zone.day(at: start) >= day
      var probe = start.advanced(bySeconds: -60)
      for _ in 0..<4 {
        if zone.day(at: probe) >= day { isFirst = false }
        probe = probe.advanced(bySeconds: -1800)
      }
      if zone.day(at: start.advanced(bySeconds: -1)) >= day { isFirst = false }
      if !isFirst { mistakes.append(day) }
    }
    #expect(mistakes.isEmpty, "\(mistakes.prefix(5))")
  }

  @Test(
    "a day without midnight starts later, a day twice begun starts once, a day skipped is passed")
  func oddities() throws {
    let santiago = try Self.zone("Santiago")
    // Clocks went from 24:00 to 01:00 at the beginning of summer time on 8 September 2024.
    let spring = santiago.start(of: try DateTests.day("2024-09-08"))
    #expect(spring.description == "2024-09-08T04:00:00.000000Z")
    #expect(santiago.offset(at: spring) == -10_800)
    // And from 24:00 back to 23:00 on 6 April 2024: that Saturday had 25 hours.
    let autumn = santiago.start(of: try DateTests.day("2024-04-07"))
    #expect(autumn.description == "2024-04-07T04:00:00.000000Z")
    let apia = try Self.zone("Apia")
    // Samoa had no 30 December 2011.
    let skipped = apia.start(of: try DateTests.day("2011-12-30"))
    #expect(skipped == apia.start(of: try DateTests.day("2011-12-31")))
    #expect(apia.day(at: skipped).description == "2011-12-31")
    // Newfoundland's clocks went back at 00:01 until 2011.
    let stJohns = try Self.zone("StJohns")
    let day = try DateTests.day("2010-11-07")
    #expect(stJohns.start(of: day).description == "2010-11-07T02:30:00.000000Z")
    let utc = try Self.zone("UTC")
    #expect(utc.start(of: day) == Instant(startOf: day))
  }

  @Test("every file cut short is refused", arguments: names)
  func truncated(name: String) throws {
    let bytes = try Recorded("Tests/EventsTests/Fixtures/\(name).tzif").bytes()
    for count in 0..<bytes.count {
      #expect(throws: EventError.self, "\(count) bytes") {
        try TimeZoneRules(tzif: Array(bytes.prefix(count)))
      }
    }
    #expect(throws: EventError.self) { try TimeZoneRules(tzif: bytes + [0]) }
  }

  @Test("no changed byte traps, whatever is asked then")
  func damaged() throws {
    let bytes = try Recorded("Tests/EventsTests/Fixtures/Riga.tzif").bytes()
    let instants = try ["0001-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "9999-12-31T23:59:59Z"]
      .map { try Instant(parsing: $0) }
    for index in bytes.indices {
      for byte in [0, 0x7F, 0x80, 0xFF, bytes[index] ^ 1] as [UInt8] {
        var changed = bytes
        changed[index] = byte
        guard let zone = try? TimeZoneRules(tzif: changed) else { continue }
        for instant in instants { _ = zone.start(of: zone.day(at: instant)) }
      }
    }
  }

  /// Rules after the last transition, and whether they are read.
  static let rules: [(String, Bool)] = [
    ("UTC0", true), ("EET-2EEST,M3.5.0/3,M10.5.0/4", true), ("<+0330>-3:30", true),
    ("IST-1GMT0,M10.5.0,M3.5.0/1", true), ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", true),
    ("EET-2EEST,M3.4.4/50,M10.4.4/50", true), ("<-04>4<-03>,M9.1.6/24,M4.1.6/24", true),
    ("", false), ("E-2", false), ("EET", false), ("EET-2EEST", false),
    ("EET-2EEST,J60,J300", false),
    ("EET-2EEST,M13.5.0,M10.5.0", false), ("EET-2EEST,M3.6.0,M10.5.0", false),
    ("EET-2EEST,M3.5.7,M10.5.0", false), ("EET-2EEST,M3.5.0/3,M10.5.0/4x", false), ("<+03", false),
    ("EET-2EEST,M3.5.0/", false), ("EET-2:", false),
  ]

  @Test("a POSIX rule is read whole or not at all", arguments: rules)
  func rule(text: String, isRead: Bool) {
    #expect((PosixTimeZone(Array(text.utf8)) != nil) == isRead)
  }

  @Test("a rule of the southern half of the earth, and one of negative saving")
  func south() throws {
    let santiago = try #require(PosixTimeZone(Array("<-04>4<-03>,M9.1.6/24,M4.1.6/24".utf8)))
    for (text, offset) in [
      ("2070-01-01T00:00:00Z", -10_800), ("2070-06-01T00:00:00Z", -14_400),
      ("2070-12-31T23:59:59Z", -10_800), ("2071-01-01T03:00:00Z", -10_800),
    ] {
      #expect(santiago.offset(at: try Instant(parsing: text).seconds) == Int32(offset), "\(text)")
    }
    let dublin = try #require(PosixTimeZone(Array("IST-1GMT0,M10.5.0,M3.5.0/1".utf8)))
    #expect(dublin.offset(at: try Instant(parsing: "2070-01-01T00:00:00Z").seconds) == 0)
    #expect(dublin.offset(at: try Instant(parsing: "2070-07-01T00:00:00Z").seconds) == 3600)
    #expect(dublin.offset(at: try Instant(parsing: "2070-12-31T23:30:00Z").seconds) == 0)
  }
}
