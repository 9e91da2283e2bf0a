import EventStore
import Events
import Foundation
import LMDB
import MerkleLog
import Testing

@Suite("A check")
struct CheckTests {
  private static func filled(_ home: Home, _ count: Int = 40) throws -> Ledger {
    let ledger = try home.create()
    var random = RandomEvents(seed: 21)
    try ledger.append(random.events(count / 2))
    try ledger.append(random.events(count - count / 2), at: .noon.advanced(bySeconds: 1))
    return ledger
  }

  @Test("finds nothing in a sound ledger, empty or not", arguments: [0, 1, 31, 32, 33, 40, 1100])
  func sound(count: Int) throws {
    let home = Home()
    #expect(try Self.filled(home, count).fault() == nil)
  }

  @Test("names the first bad position, whichever byte of a record is flipped")
  func records() throws {
    let home = Home()
    let ledger = try Self.filled(home)
    let records = try ledger.records()
    for (place, record) in records.enumerated() where place % 5 == 1 {
      let position = UInt64(place) + 1
      for index in record.indices {
        var damaged = record
        damaged[index] ^= 0x21
        try ledger.damage("records", key(position), damaged)
        let fault = try #require(try ledger.fault(), "byte \(index) of \(position)")
        #expect(fault.position == position, "byte \(index): \(fault)")
      }
      try ledger.damage("records", key(position), record)
    }
    #expect(try ledger.fault() == nil)
  }

  @Test("names the first of several bad positions, also where the tree alone shows it")
  func first() throws {
    let home = Home()
    let ledger = try Self.filled(home)
    let records = try ledger.records()
    // The actor's code is in no index: only the hash can tell.
    let place = try #require(try ledger.all().firstIndex { $0.event.actor != nil })
    let code = Array("clerk".utf8)
    let start = try #require(
      records[place].indices.first { records[place][$0...].starts(with: code) })
    var renamed = records[place]
    renamed[start] = UInt8(ascii: "C")
    try ledger.damage("records", key(UInt64(place) + 1), renamed)
    try ledger.damage("records", key(UInt64(place) + 3), [1, 2, 3])
    #expect(
      try ledger.fault() == LedgerFault(.hashDiffers(level: 0), at: UInt64(place) + 1))
  }

  @Test("finds what is missing in each database")
  func missing() throws {
    let home = Home()
    let ledger = try Self.filled(home)
    let dump = try ledger.dump()
    let kinds: [String: LedgerFault.Kind] = [
      "records": .recordMissing, "ids": .notIndexed(.ids), "streams": .notIndexed(.streams),
      "types": .notIndexed(.types), "effective": .notIndexed(.effective), "texts": .textsDiffer,
    ]
    for (name, kind) in kinds {
      for (entryKey, value) in try #require(dump[name]) {
        let isByValue = name == "ids" || name == "streams"
        let position = (isByValue ? value : entryKey).suffix(8).reduce(UInt64(0)) {
          $0 << 8 | UInt64($1)
        }
        try ledger.damage(name, entryKey, nil)
        #expect(try ledger.fault() == LedgerFault(kind, at: position), "\(name)")
        try ledger.damage(name, entryKey, value)
      }
    }
    for (tile, hashes) in try #require(dump["tree"]) {
      try ledger.damage("tree", tile, nil)
      #expect(try ledger.fault()?.kind == .hashDiffers(level: Int(tile[0])))
      var other = hashes
      other[hashes.count - 1] ^= 1
      try ledger.damage("tree", tile, other)
      let last = (UInt64(tile[8]) * 32 + UInt64(hashes.count / 32 - 1)) << (5 * UInt64(tile[0]))
      #expect(
        try ledger.fault() == LedgerFault(.hashDiffers(level: Int(tile[0])), at: last + 1))
      try ledger.damage("tree", tile, hashes)
    }
    #expect(try ledger.fault() == nil)
  }

  @Test("finds what is too much in each index")
  func surplus() throws {
    let home = Home()
    let ledger = try Self.filled(home)
    let position = key(7)
    let stream = Array("plan/P1/action/zz".utf8) + [0]
    let entries: [(String, [UInt8], [UInt8], LedgerFault.Kind)] = [
      ("ids", [UInt8](repeating: 5, count: 16), position, .surplus(.ids)),
      ("streams", stream + key(1), position, .surplus(.streams)),
      (
        "streams", stream + key(2), position,
        .revisionGap(subject: "plan/P1/action/zz", found: 2, expected: 1)
      ),
      ("types", [0, 1] + position, [], .surplus(.types)),
      ("effective", [128, 0, 0, 1] + position, [], .surplus(.effective)),
      ("ids", [UInt8](repeating: 5, count: 16), key(99), .surplus(.ids)),
      ("texts", key(99), [1], .surplus(.texts)),
    ]
    for (name, entryKey, value, kind) in entries {
      try ledger.damage(name, entryKey, value)
      #expect(try ledger.fault()?.kind == kind)
      try ledger.damage(name, entryKey, nil)
    }
    #expect(try ledger.fault() == nil)
  }

  @Test("holds texts to their commitment, and takes redacted ones as they are")
  func texts() throws {
    let home = Home()
    let ledger = try Self.filled(home)
    for (entryKey, value) in try #require(ledger.dump()["texts"]) {
      let position = entryKey.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      for index in [0, 31, 32, 33, value.count - 1] {
        var damaged = value
        damaged[index] ^= 1
        try ledger.damage("texts", entryKey, damaged)
        #expect(try ledger.fault() == LedgerFault(.commitmentDiffers, at: position))
      }
      try ledger.damage("texts", entryKey, [UInt8](repeating: 0, count: value.count))
      #expect(try ledger.fault() == nil)
      let event = try #require(try ledger.events(from: position, limit: 1).first)
      #expect(event.isRedacted)
      try ledger.damage("texts", entryKey, value)
    }
  }

  @Test("says which part of a damaged ledger cannot be read, and reading it never traps")
  func readingDamage() throws {
    let home = Home()
    let ledger = try Self.filled(home)
    try ledger.damage("records", key(5), [1, 1, 0])
    guard
      case .damaged(position: 5, _) = failure({ () throws(LedgerError) in
        try ledger.events(from: 1, limit: 99)
      })
    else {
      Issue.record("read")
      return
    }
    #expect(try ledger.events(from: 6, limit: 99).count == 35)
    try ledger.damage("records", key(6), nil)
    guard
      case .damaged(position: 6, _) = failure({ () throws(LedgerError) in
        try ledger.events(from: 6, limit: 99)
      })
    else {
      Issue.record("read")
      return
    }
    // Keys that no writer makes: a name with no zero after it, and one too short.
    for bad in [Array("plan/P1xxxxxxxxx".utf8), [UInt8(ascii: "p")]] {
      try ledger.damage("streams", bad, key(1))
      let snapshot = try ledger.snapshot()
      let damage = failure { () throws(LedgerError) in
        try snapshot.view.streams(under: "p", snapshot.transaction) { _ throws(LedgerError) in true
        }
      }
      guard case .damaged = damage else {
        Issue.record("\(bad)")
        return
      }
      try ledger.damage("streams", bad, nil)
    }
    try ledger.damage("meta", Array("head".utf8), [1])
    guard case .damaged = failure({ () throws(LedgerError) in try ledger.head() }) else {
      Issue.record("read")
      return
    }
  }
}
