/// The rule at the end of a TZif file, for times after its last transition (RFC 9636 §3.3, POSIX TZ).
///
/// Read are a standard offset, and daylight saving by `Mm.w.d` rules, as every zone of the European
/// Union has it: `EET-2EEST,M3.5.0/3,M10.5.0/4`. Other forms count as absent.
struct PosixTimeZone: Sendable, Equatable {
  private let standard: Int32
  private let saving: Saving?

  private struct Saving: Sendable, Equatable {
    var offset: Int32
    var start: Change
    var end: Change
  }

  /// The `week`-th (5: last) `weekday` (0: Sunday) of a month, at local `seconds` of that day.
  private struct Change: Sendable, Equatable {
    var month: Int
    var week: Int
    var weekday: Int
    var seconds: Int64

    /// The instant in seconds since the epoch, given the offset in force before it.
    func instant(in year: Int, offsetBefore: Int32) -> Int64 {
      let first = Day(year: year, month: month, day: 1) ?? .first
      // 1970-01-01 was a Thursday.
      let weekdayOfFirst = Int(((Int64(first.number) + 4) % 7 + 7) % 7)
      var dayOfMonth = 1 + (weekday - weekdayOfFirst + 7) % 7 + (week - 1) * 7
      if dayOfMonth > Day.daysInMonth(month, of: year) { dayOfMonth -= 7 }
      let day = Int64(first.number) + Int64(dayOfMonth - 1)
      return day * 86_400 + seconds - Int64(offsetBefore)
    }
  }

  /// Seconds east of UTC at a time, in seconds since the epoch.
  func offset(at seconds: Int64) -> Int32 {
    guard let saving else { return standard }
    let local = floorDivide(seconds + Int64(standard), 86_400)
    let year = Day(number: Int32(clamping: local)).civil.year
    let start = saving.start.instant(in: year, offsetBefore: standard)
    let end = saving.end.instant(in: year, offsetBefore: saving.offset)
    let isSaving =
      start < end ? start <= seconds && seconds < end : !(end <= seconds && seconds < start)
    return isSaving ? saving.offset : standard
  }

  /// Reads the rule; `nil` where there is none or it has another form.
  init?(_ bytes: [UInt8]) {
    var scanner = Scanner(bytes: bytes)
    guard scanner.name(), let west = scanner.clock() else { return nil }
    standard = Int32(-west)
    guard !scanner.isAtEnd else {
      saving = nil
      return
    }
    guard scanner.name() else { return nil }
    var offset = Int32(-west + 3600)
    if scanner.peek != UInt8(ascii: ","), let west = scanner.clock() { offset = Int32(-west) }
    guard let start = scanner.change(), let end = scanner.change(), scanner.isAtEnd else {
      return nil
    }
    saving = Saving(offset: offset, start: start, end: end)
  }

  private struct Scanner {
    var bytes: [UInt8]
    var index = 0

    var isAtEnd: Bool { index == bytes.count }
    var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
      guard peek == UInt8(ascii: character) else { return false }
      index += 1
      return true
    }

    /// An abbreviation: three or more letters, or anything between angle brackets.
    mutating func name() -> Bool {
      if take("<") {
        while let byte = peek, byte != UInt8(ascii: ">") { index += 1 }
        return take(">")
      }
      let start = index
      while let byte = peek, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) {
        index += 1
      }
      return index - start >= 3
    }

    mutating func digits() -> Int? {
      var value: Int?
      while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
        value = min((value ?? 0) * 10 + Int(byte - UInt8(ascii: "0")), 100_000)
        index += 1
      }
      return value
    }

    /// `[+-]hh[:mm[:ss]]` in seconds.
    mutating func clock() -> Int? {
      let isNegative = take("-")
      if !isNegative { _ = take("+") }
      guard var seconds = digits().map({ $0 * 3600 }) else { return nil }
      for unit in [60, 1] where take(":") {
        guard let part = digits() else { return nil }
        seconds += part * unit
      }
      return isNegative ? -seconds : seconds
    }

    /// `,Mm.w.d[/time]`.
    mutating func change() -> Change? {
      guard take(","), take("M"), let month = digits(), (1...12).contains(month), take("."),
        let week = digits(), (1...5).contains(week), take("."), let weekday = digits(),
        (0...6).contains(weekday)
      else { return nil }
      var seconds = 7200
      if take("/") {
        guard let time = clock() else { return nil }
        seconds = time
      }
      return Change(month: month, week: week, weekday: weekday, seconds: Int64(seconds))
    }
  }
}
