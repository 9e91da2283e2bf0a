import Coding
import EventStore
import Events
import Foundation
import MerkleLog
import Testing

@Suite("An export")
struct RestoreTests {
  /// A ledger of several batches, one of its events redacted.
  private static func original(_ home: Home) throws -> Ledger {
    let ledger = try home.create()
    var random = RandomEvents(seed: 11)
    for batch in 0..<5 {
      try ledger.append(
        random.events(17), at: .noon.advanced(bySeconds: Int64(batch)), seed: UInt64(batch))
    }
    let texts = try #require(try ledger.dump()["texts"]?[key(3)] ?? ledger.dump()["texts"]?[key(4)])
    let place = try ledger.dump()["texts"]?[key(3)] == nil ? 4 : 3
    try ledger.damage("texts", key(UInt64(place)), [UInt8](repeating: 0, count: texts.count))
    return ledger
  }

  private static func lines(_ bytes: [UInt8]) -> [[UInt8]] {
    bytes.split(separator: UInt8(ascii: "\n")).map { Array($0) }
  }

  private func restore(
    _ ledger: Ledger, _ lines: [[UInt8]], chunk: Int = 20_000,
    participants: [any AppendParticipant] = []
  ) throws(LedgerError) -> AppendReceipt {
    var rest = lines[...]
    return try ledger.restore(
      participants: participants, limit: ChunkLimit(events: chunk),
      next: { typeOf throws(LedgerError) in
        guard let line = rest.popFirst() else { return nil }
        do {
          // The types of events are asked for while a line is read, never after.
          return try withoutActuallyEscaping(typeOf) { typeOf in
            var parser = JSONParser()
            return try CloudEvents.read(parser.parse(line), JSONReading(typeOfEvent: typeOf))
          }
        } catch {
          throw .input(error)
        }
      })
  }

  @Test("restored gives the same ledger, whatever the chunks", arguments: [1, 10, 84, 85, 20_000])
  func same(chunk: Int) throws {
    let (home, other) = (Home(), Home())
    let ledger = try Self.original(home)
    let copy = try Ledger.create(
      at: other.path,
      identity: LedgerIdentity(
        zoneName: "UTC", zone: .utc, language: "lv", nonce: [UInt8](repeating: 9, count: 32)))
    let export = try ledger.exported()
    let receipt = try restore(copy, Self.lines(export), chunk: chunk)
    #expect(receipt.positions == 1..<86)
    #expect(receipt.recorded == .noon.advanced(bySeconds: 4))
    #expect(try copy.root() == ledger.root())
    #expect(try copy.records() == ledger.records())
    #expect(try copy.exported() == export)
    #expect(try copy.fault() == nil)
    #expect(copy.identity.id == ledger.identity.id)
    #expect(copy.identity.isRestored && !ledger.identity.isRestored)
    #expect(copy.identity.created == nil)
    #expect(try Ledger.open(at: other.path).identity.isRestored)
    var dumps = (try ledger.dump(), try copy.dump())
    dumps.0["meta"]?[Array("ledger".utf8)] = nil
    dumps.1["meta"]?[Array("ledger".utf8)] = nil
    #expect(dumps.0 == dumps.1)
    // It goes on from there.
    var random = RandomEvents(seed: 12)
    #expect(try copy.append(random.events(1)).positions == 86..<87)
  }

  @Test("can be of some positions, is renewed by snapshots, and keeps nothing while it waits")
  func ranges() throws {
    let home = Home()
    let ledger = try Self.original(home)
    let all = Self.lines(try ledger.exported())
    #expect(all.count == 85)
    for (first, last) in [(1, 85), (1, 1), (40, 50), (85, 99), (86, 99)] as [(Int, Int)] {
      let some = Self.lines(try ledger.exported(from: UInt64(first), to: UInt64(last)))
      #expect(some == (first > 85 ? [] : Array(all[(first - 1)..<min(last, 85)])))
    }
    var random = RandomEvents(seed: 13)
    try ledger.append(random.events(5000))
    var portions = 0
    let last = try ledger.export { _ throws(LedgerError) in
      portions += 1
      let readers = try ledger.info().readers
      #expect(readers == 0)
      // What is appended meanwhile is not part of it.
      var event = Event(
        subject: .above(.source, Identifier("S")), effective: CoarseDate(Day(number: 1)),
        data: .sourceAdded(SourceAdded()))
      event.id = EventID(high: 5, low: UInt64(portions))
      _ = try ledger.append([event])
    }
    #expect(last == 5085)
    #expect(portions > 1)
  }

  @Test("whose sink fails is over at once, with the sink's own error")
  func sinkFails() throws {
    struct Full: LedgerErrorConvertible, Equatable {
      init() {}
      init(_ error: LedgerError) {}
    }
    let home = Home()
    let ledger = try Self.original(home)
    #expect(throws: Full()) {
      try ledger.export { _ throws(Full) in throw Full() }
    }
  }

  /// A change of a line that makes an export one that no ledger wrote.
  enum Tampering: CaseIterable {
    case gap, repeated, revision, earlier, id, otherText, otherSalt, noSalt, noCommitment
    case noPosition, otherLedger, noLedger, redactedWithSalt, redactedTooLong, redactedNothing

    /// The 0-based line that is refused.
    func apply(_ lines: inout [String]) -> Int {
      // A line that has texts, with another that has not long before it.
      let place = lines.lastIndex { $0.contains("\"salt\"") && $0.contains("narrative") } ?? 0
      func change(_ index: Int, _ pattern: String, _ replacement: String) {
        lines[index] = lines[index].replacingOccurrences(
          of: pattern, with: replacement, options: .regularExpression)
      }
      switch self {
      case .gap: lines.remove(at: place)
      case .repeated: lines.insert(lines[place], at: place + 1)
      case .revision: change(place, #""revision":"\d+""#, #""revision":"999""#)
      case .earlier: change(place, #""time":"[^"]+""#, #""time":"2001-01-01T00:00:00Z""#)
      case .id:
        let first = lines[0].range(of: #""id":"[^"]+""#, options: .regularExpression)
        change(place, #""id":"[^"]+""#, first.map { String(lines[0][$0]) } ?? "")
      case .otherText: change(place, #""narrative":""#, #""narrative":"!"#)
      case .otherSalt: change(place, #""salt":"[^"]{8}"#, #""salt":"00000000"#)
      case .noSalt: change(place, #""salt":"[^"]+","#, "")
      case .noCommitment: change(place, #""commitment":"[^"]+","#, "")
      case .noPosition: change(place, #""position":"\d+","#, "")
      case .otherLedger: change(place, #"urn:planledger:...."#, "urn:planledger:0000")
      case .noLedger: change(place, #"urn:planledger:"#, "urn:else:")
      case .redactedWithSalt: change(place, #""salt""#, #""redacted":"9","salt""#)
      case .redactedTooLong:
        change(place, #""salt":"[^"]+""#, #""redacted":"999999999999""#)
      case .redactedNothing: change(place, #""salt":"[^"]+""#, #""redacted":"0""#)
      }
      return self == .repeated ? place + 1 : place
    }
  }

  @Test("that was tampered with is refused whole, naming the line", arguments: Tampering.allCases)
  func tampered(by tampering: Tampering) throws {
    let (home, other) = (Home(), Home())
    let export = try Self.original(home).exported()
    var lines = Self.lines(export).map { String(decoding: $0, as: UTF8.self) }
    let original = lines
    let bad = tampering.apply(&lines)
    #expect(lines != original)
    let copy = try other.create()
    let before = try copy.dump()
    for chunk in [7, 20_000] {
      let refusal = failure { () throws(LedgerError) in
        try restore(copy, lines.map { Array($0.utf8) }, chunk: chunk)
      }
      if case .notRestorable(let index, _) = refusal {
        #expect(index == bad)
      } else {
        Issue.record("\(String(describing: refusal))")
      }
      #expect(try copy.dump() == before)
    }
    #expect(copy.identity.id == LedgerIdentity.test.id)
    #expect(!copy.identity.isRestored)
    // The untouched export can still be restored there.
    #expect(try restore(copy, Self.lines(export)).count == 85)
  }

  @Test("of nothing, or into a ledger with events, is refused")
  func refused() throws {
    let (home, other) = (Home(), Home())
    let lines = Self.lines(try Self.original(home).exported())
    let copy = try other.create()
    #expect(throws: LedgerError.self) { _ = try restore(copy, []) }
    var random = RandomEvents(seed: 13)
    try copy.append(random.events(3))
    guard case .notEmpty(3) = failure({ () throws(LedgerError) in try restore(copy, lines) })
    else {
      Issue.record("restored")
      return
    }
  }
}
