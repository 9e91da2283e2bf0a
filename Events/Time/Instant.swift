/// A moment on the recorded clock: microseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
public struct Instant: Hashable, Comparable, Sendable {
  /// Microseconds since the epoch.
  public var microseconds: Int64

  /// The moment that many microseconds after the epoch.
  public init(microseconds: Int64) {
    self.microseconds = microseconds
  }

  /// The moment at which a day begins in UTC.
  public init(startOf day: Day) {
    microseconds = Int64(day.number) * 86_400_000_000
  }

  /// The seconds since the epoch, rounded down.
  public var seconds: Int64 { floorDivide(microseconds, 1_000_000) }

  /// The moment `count` seconds later.
  public func advanced(bySeconds count: Int64) -> Instant {
    Instant(microseconds: microseconds + count * 1_000_000)
  }

  public static func < (left: Instant, right: Instant) -> Bool {
    left.microseconds < right.microseconds
  }

  /// What an instant's written form is, for messages.
  public static let expected = "an instant with its offset from UTC"
  /// One that can be copied.
  public static let example = "2025-01-28T09:30:00Z"

  /// Reads an RFC 3339 date-time with `Z` or a numeric offset, up to microseconds.
  ///
  /// - Throws: `EventError.invalid` for anything else.
  public init(parsing text: String) throws(EventError) {
    guard let instant = Instant(Array(text.utf8)) else {
      throw .value(text, expected: Instant.expected, example: Instant.example)
    }
    self = instant
  }

  private init?(_ bytes: [UInt8]) {
    guard (20...32).contains(bytes.count), bytes[4] == UInt8(ascii: "-"),
      bytes[7] == UInt8(ascii: "-"), bytes[10] | 0x20 == UInt8(ascii: "t"),
      bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      let year = number(bytes, 0, 4), let month = number(bytes, 5, 2),
      let dayOfMonth = number(bytes, 8, 2),
      let day = Day(year: year, month: month, day: dayOfMonth),
      let hour = number(bytes, 11, 2), hour < 24, let minute = number(bytes, 14, 2), minute < 60,
      let second = number(bytes, 17, 2), second < 60
    else { return nil }
    var index = 19
    var fraction: Int64 = 0
    if bytes[index] == UInt8(ascii: ".") {
      index += 1
      var unit: Int64 = 100_000
      let start = index
      while index < bytes.count, let digit = number(bytes, index, 1) {
        guard unit > 0 else { return nil }
        fraction += Int64(digit) * unit
        unit /= 10
        index += 1
      }
      guard index > start else { return nil }
    }
    guard let offset = Instant.offset(bytes, index) else { return nil }
    let seconds = Int64(day.number) * 86_400 + Int64(hour * 3600 + minute * 60 + second) - offset
    microseconds = seconds * 1_000_000 + fraction
    guard isWritable else { return nil }
  }

  /// Whether its day in UTC has a written form, as those of the years 1…9999 have.
  var isWritable: Bool {
    (Instant(startOf: .first)..<Instant(startOf: Day.last.advanced(by: 1))).contains(self)
  }

  /// The seconds east of UTC that the end of a date-time says.
  private static func offset(_ bytes: [UInt8], _ index: Int) -> Int64? {
    guard index < bytes.count else { return nil }
    if bytes[index] | 0x20 == UInt8(ascii: "z") { return index + 1 == bytes.count ? 0 : nil }
    guard index + 6 == bytes.count, bytes[index + 3] == UInt8(ascii: ":"),
      let hours = number(bytes, index + 1, 2), hours < 24,
      let minutes = number(bytes, index + 4, 2), minutes < 60
    else { return nil }
    let seconds = Int64(hours * 3600 + minutes * 60)
    switch bytes[index] {
    case UInt8(ascii: "+"): return seconds
    case UInt8(ascii: "-"): return -seconds
    default: return nil
    }
  }
}

extension Instant: CustomStringConvertible {
  /// RFC 3339 in UTC with microseconds: `2025-01-28T09:30:00.000000Z`.
  public var description: String {
    let day = Day(number: Int32(clamping: floorDivide(seconds, 86_400)))
    let second = Int(seconds - Int64(day.number) * 86_400)
    let fraction = Int(floorRemainder(microseconds, 1_000_000))
    let clock = [second / 3600, second / 60 % 60, second % 60].map { padded($0, 2) }
    return "\(day)T\(clock.joined(separator: ":")).\(padded(fraction, 6))Z"
  }
}

/// The quotient rounded towards negative infinity; the divisor is positive.
func floorDivide(_ dividend: Int64, _ divisor: Int64) -> Int64 {
  let quotient = dividend / divisor
  return dividend % divisor < 0 ? quotient - 1 : quotient
}

/// What `floorDivide` leaves: 0 ..< divisor.
func floorRemainder(_ dividend: Int64, _ divisor: Int64) -> Int64 {
  let remainder = dividend % divisor
  return remainder < 0 ? remainder + divisor : remainder
}
