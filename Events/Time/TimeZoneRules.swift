internal import Coding

/// A time zone's rules as its TZif file holds them (RFC 9636): all that a ledger knows of its zone.
public struct TimeZoneRules: Sendable, Equatable {
  /// The file's bytes, as they are stored and hashed.
  public let bytes: [UInt8]
  private let transitions: [Int64]
  private let offsets: [Int32]
  private let firstOffset: Int32
  private let footer: PosixTimeZone?

  /// Reads a TZif file; version 2 or later, so that its times have 64 bits.
  ///
  /// - Throws: `EventError.corrupt` where the bytes are no such file.
  public init(tzif bytes: [UInt8]) throws(EventError) {
    do {
      self = try TimeZoneRules.read(bytes)
    } catch {
      throw .corrupt(reason: "not a TZif file of version 2 or later")
    }
  }

  /// Seconds east of UTC at an instant.
  ///
  /// - Complexity: O(log *n*) in the number of the zone's transitions.
  public func offset(at instant: Instant) -> Int32 {
    let seconds = instant.seconds
    if let last = transitions.last, seconds >= last, let footer {
      return footer.offset(at: seconds)
    }
    if transitions.isEmpty { return footer?.offset(at: seconds) ?? firstOffset }
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle] <= seconds { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? firstOffset : offsets[low - 1]
  }

  /// The civil day at an instant.
  public func day(at instant: Instant) -> Day {
    Day(number: Int32(clamping: floorDivide(instant.seconds + Int64(offset(at: instant)), 86_400)))
  }

  /// The first instant of a civil day: its midnight, or the moment after a gap that swallows it.
  public func start(of day: Day) -> Instant {
    let midnight = Instant(startOf: day)
    // The day begins where UTC midnight less the offset in force lies; of two candidates the
    // earlier one that is already in the day is its start.
    let before = midnight.advanced(
      bySeconds: -Int64(offset(at: midnight.advanced(bySeconds: -86_400))))
    let after = midnight.advanced(
      bySeconds: -Int64(offset(at: midnight.advanced(bySeconds: 86_400))))
    let candidates = [min(before, after), max(before, after)]
    return candidates.first { self.day(at: $0) >= day } ?? candidates[1]
  }

  private static func read(_ bytes: [UInt8]) throws(ByteError) -> TimeZoneRules {
    var reader = ByteReader(bytes)
    let first = try Header(&reader)
    try reader.skip(first.bodyLength(timeSize: 4))
    let header = try Header(&reader)
    guard header.typeCount > 0 else { throw .truncated }
    var transitions: [Int64] = []
    for _ in 0..<header.timeCount { transitions.append(try reader.fixed(Int64.self)) }
    var indices: [Int] = []
    for _ in 0..<header.timeCount { indices.append(Int(try reader.byte())) }
    var types: [Int32] = []
    for _ in 0..<header.typeCount {
      types.append(try reader.fixed(Int32.self))
      try reader.skip(2)
    }
    guard indices.allSatisfy({ $0 < types.count }) else { throw .truncated }
    try reader.skip(
      header.charCount + header.leapCount * 12 + header.standardCount + header.utcCount)
    // RFC 9636 §3.3: the footer is a POSIX TZ string between two line feeds, and nothing follows it.
    let footer = try reader.raw(reader.remaining)
    let lineFeed = UInt8(ascii: "\n")
    guard footer.count >= 2, footer.first == lineFeed, footer.last == lineFeed else {
      throw .truncated
    }
    let rule = Array(footer.dropFirst().dropLast())
    guard !rule.contains(lineFeed), zip(transitions, transitions.dropFirst()).allSatisfy(<) else {
      throw .trailing
    }
    return TimeZoneRules(
      bytes: bytes, transitions: transitions, offsets: indices.map { types[$0] },
      firstOffset: types[0],
      footer: PosixTimeZone(rule))
  }

  private init(
    bytes: [UInt8], transitions: [Int64], offsets: [Int32], firstOffset: Int32,
    footer: PosixTimeZone?
  ) {
    self.bytes = bytes
    self.transitions = transitions
    self.offsets = offsets
    self.firstOffset = firstOffset
    self.footer = footer
  }

  /// The header of RFC 9636 §3.1.
  private struct Header {
    let utcCount, standardCount, leapCount, timeCount, typeCount, charCount: Int

    init(_ reader: inout ByteReader) throws(ByteError) {
      guard try reader.raw(4) == Array("TZif".utf8), try reader.byte() >= UInt8(ascii: "2") else {
        throw .truncated
      }
      try reader.skip(15)
      var counts: [Int] = []
      for _ in 0..<6 { counts.append(Int(try reader.fixed(UInt32.self))) }
      utcCount = counts[0]
      standardCount = counts[1]
      leapCount = counts[2]
      timeCount = counts[3]
      typeCount = counts[4]
      charCount = counts[5]
    }

    func bodyLength(timeSize: Int) -> Int {
      timeCount * (timeSize + 1) + typeCount * 6 + charCount + leapCount * (timeSize + 4)
        + standardCount + utcCount
    }
  }
}
