import LMDB
import Testing

@Suite("A database is a sorted dictionary")
struct ModelTests {
  /// Few distinct keys, so that operations meet; values from none to several pages.
  static func randomKey(_ generator: inout SeededGenerator) -> [UInt8] {
    let count = Int.random(in: 1...3, using: &generator)
    return (0..<count).map { _ in [0, 1, 127, 128, 255].randomElement(using: &generator)! }
  }

  static func randomValue(_ generator: inout SeededGenerator) -> [UInt8] {
    let count = [0, 1, 20, 2000, 9000].randomElement(using: &generator)!
    return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
  }

  @Test("under random operations, commits, aborts and reopenings", arguments: 1...8)
  func model(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    let fixture = Fixture()
    var committed: [[UInt8]: [UInt8]] = [:]
    for _ in 0..<40 {
      let environment = try fixture.open()
      let database = try environment.database("records")
      var model = committed
      let aborts = Int.random(in: 0..<4, using: &generator) == 0
      do throws(CallerError) {
        try environment.write { transaction throws(CallerError) in
          model = committed
          do throws(LMDBError) {
            for _ in 0..<50 { try Self.operate(&transaction, database, &model, &generator) }
          } catch { throw CallerError(error) }
          if aborts { throw .own }
        }
        committed = model
      } catch {
        #expect(error == .own && aborts)
      }
      try Self.compare(environment, database, committed, &generator)
    }
  }

  private static func operate(
    _ transaction: inout WriteTransaction, _ database: Database, _ model: inout [[UInt8]: [UInt8]],
    _ generator: inout SeededGenerator
  ) throws(LMDBError) {
    let key = randomKey(&generator)
    let value = randomValue(&generator)
    switch Int.random(in: 0..<100, using: &generator) {
    case 0..<40:
      try transaction.put(database, key, value)
      model[key] = value
    case 40..<50:
      try transaction.put(database, key.span, reserving: value.count) { output in
        for byte in value { output.append(byte) }
      }
      model[key] = value
    case 50..<60:
      do throws(LMDBError) {
        try transaction.put(database, key, value, options: .noOverwrite)
        #expect(model[key] == nil)
        model[key] = value
      } catch .keyExists {
        #expect(model[key] != nil)
      }
    case 60..<98:
      #expect(try transaction.delete(database, key) == (model.removeValue(forKey: key) != nil))
    default:
      try transaction.drop(database)
      model = [:]
    }
    #expect(try transaction.reader.get(database, key) == model[key])
  }

  private static func compare(
    _ environment: Environment, _ database: Database, _ model: [[UInt8]: [UInt8]],
    _ generator: inout SeededGenerator
  ) throws {
    let keys = model.keys.sorted { $0.lexicographicallyPrecedes($1) }
    let probes = (0..<20).map { _ in randomKey(&generator) }
    try environment.read { reader in
      #expect(try reader.statistics(database).entries == keys.count)
      for reversed in [false, true] {
        var seen: [[UInt8]] = []
        try reader.forEach(database, reversed: reversed) { key, value in
          seen.append(key.copied)
          #expect(value.copied == model[key.copied])
          return .more
        }
        #expect(seen == (reversed ? keys.reversed() : keys))
      }
      for probe in probes {
        #expect(try reader.contains(database, probe) == (model[probe] != nil))
        try reader.withCursor(database) { cursor in
          let after = keys.firstIndex { !$0.lexicographicallyPrecedes(probe) }
          let isAfter = try cursor.seek(toFirstAtOrAfter: probe)
          #expect(isAfter == (after != nil))
          #expect(cursor.key == after.map { keys[$0] })
          let before = (after ?? keys.count) - 1
          let isBefore = try cursor.seek(toLastBefore: probe)
          #expect(isBefore == (before >= 0))
          #expect(cursor.key == (before >= 0 ? keys[before] : nil))
        }
      }
    }
  }
}
