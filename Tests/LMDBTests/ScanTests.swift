import LMDB
import Testing

@Suite("A walk")
struct ScanTests {
  /// Keys of all lengths that a bound can meet: prefixes of one another, high bytes, the longest.
  static let keys: [[UInt8]] = [
    [0], [1], [1, 0], [1, 2], [1, 0xFF], [1, 0xFF, 0xFF], [2], [0xFF], [0xFF, 0xFF],
    [UInt8](repeating: 3, count: 511),
  ]
  static let bounds: [[UInt8]?] =
    [nil, [], [1], [1, 1], [1, 0xFF], [3], [0xFF, 0xFF, 0xFF]] + [
      [UInt8](repeating: 3, count: 511), [UInt8](repeating: 3, count: 512),
    ]

  let fixture = Fixture()

  func filled() throws -> (Environment, Database) {
    let environment = try fixture.open()
    let database = try environment.database("records")
    try environment.write { transaction in
      for key in Self.keys { try transaction.put(database, key, Array(key.reversed())) }
    }
    return (environment, database)
  }

  @Test("shows the keys between any two bounds, both ways")
  func ranges() throws {
    let (environment, database) = try filled()
    let sorted = Self.keys.sorted { $0.lexicographicallyPrecedes($1) }
    try environment.read { reader in
      for lower in Self.bounds {
        for upper in Self.bounds {
          let expected = sorted.filter { key in
            !(lower.map { key.lexicographicallyPrecedes($0) } ?? false)
              && (upper.map { key.lexicographicallyPrecedes($0) } ?? true)
          }
          for reversed in [false, true] {
            var seen: [[UInt8]] = []
            try reader.forEach(database, from: lower, to: upper, reversed: reversed) { key, value in
              seen.append(key.copied)
              #expect(value.copied == key.copied.reversed())
              return .more
            }
            #expect(seen == (reversed ? expected.reversed() : expected))
          }
        }
      }
    }
  }

  @Test(
    "shows the keys with a prefix, both ways",
    arguments: [[], [1], [1, 0xFF], [0xFF], [0xFF, 0xFF], [4]] as [[UInt8]])
  func prefixes(prefix: [UInt8]) throws {
    let (environment, database) = try filled()
    let expected = Self.keys.filter { $0.starts(with: prefix) }
      .sorted { $0.lexicographicallyPrecedes($1) }
    for reversed in [false, true] {
      var seen: [[UInt8]] = []
      try environment.read { reader in
        try reader.forEach(database, prefix: prefix, reversed: reversed) { key, _ in
          seen.append(key.copied)
          return .more
        }
      }
      #expect(seen == (reversed ? expected.reversed() : expected))
    }
  }

  @Test("ends where the closure says, or throws")
  func stops() throws {
    let (environment, database) = try filled()
    var seen = 0
    try environment.read { reader in
      try reader.forEach(database) { _, _ in
        seen += 1
        return seen == 3 ? .stop : .more
      }
    }
    #expect(seen == 3)
    #expect(throws: CallerError.own) {
      try environment.read { reader throws(CallerError) in
        try reader.forEach(database) { _, _ throws(CallerError) in throw .own }
      }
    }
  }

  @Test("by cursor steps to and fro")
  func cursor() throws {
    let (environment, database) = try filled()
    try environment.read { reader in
      try reader.withCursor(database) { (cursor: borrowing Cursor) throws in
        #expect(cursor.key == nil)
        #expect(try cursor.seek(toFirstAtOrAfter: [1, 1]))
        #expect(cursor.key == [1, 2] && cursor.value == [2, 1])
        #expect(try cursor.previous() && cursor.key == [1, 0])
        #expect(try cursor.next() && cursor.key == [1, 2])
        #expect(try cursor.seek(toLastBefore: [1]) && cursor.key == [0])
        #expect(try !cursor.previous())
        #expect(cursor.key == nil && cursor.withCurrent { _, _ in true } == nil)
        #expect(try cursor.last() && cursor.key == [0xFF, 0xFF])
        #expect(try !cursor.next())
        #expect(try cursor.first() && cursor.key == [0])
        #expect(try cursor.seek(to: [2].span))
        #expect(try !cursor.seek(to: [4].span))
        #expect(try !cursor.seek(toFirstAtOrAfter: [0xFF, 0xFF, 0]))
        #expect(try cursor.seek(toLastBefore: [0xFF, 0xFF, 0]) && cursor.key == [0xFF, 0xFF])
      }
    }
  }
}
