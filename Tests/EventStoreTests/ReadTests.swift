import EventStore
import Events
import LMDB
import MerkleLog
import Testing

@Suite("Reads agree with a plain list of events")
struct ReadTests {
  /// A ledger of random batches, what each became, and an unfinished batch behind the head.
  private struct History {
    let home = Home()
    let ledger: Ledger
    var events: [RecordedEvent] = []

    init(seed: UInt64) throws {
      ledger = try home.create()
      var random = RandomEvents(seed: seed)
      var generator = SeededGenerator(state: seed &+ 1000)
      var now = Instant.noon
      for _ in 0..<Int.random(in: 1...8, using: &generator) {
        now = now.advanced(bySeconds: .random(in: -100...100_000, using: &generator))
        let batch = try random.events(.random(in: 1...40, using: &generator))
        let chunk = Int.random(in: 1...30, using: &generator)
        let receipt = try ledger.append(batch, at: now, seed: seed, chunk: chunk)
        now = max(now, receipt.recorded)
        for event in batch { add(event, receipt.recorded) }
      }
    }

    private mutating func add(_ event: Event, _ recorded: Instant) {
      let revision = events.count { $0.event.subject == event.subject } + 1
      events.append(
        RecordedEvent(
          position: UInt64(events.count + 1), revision: UInt64(revision), recorded: recorded,
          event: event, commitment: nil))
    }

    /// Some position, one past the end and 0 among them.
    func positions(_ generator: inout SeededGenerator) -> [UInt64?] {
      [nil, 0, 1, UInt64(events.count), UInt64(events.count) + 1]
        + (0..<5).map { _ in .random(in: 1...UInt64(events.count), using: &generator) }
    }
  }

  private static let orders: [ReadOrder] = [.forward, .backward]

  private func ordered<Element>(_ list: [Element], _ order: ReadOrder) -> [Element] {
    order == .forward ? list : list.reversed()
  }

  private func isShown(_ position: UInt64, _ order: ReadOrder, from first: UInt64?) -> Bool {
    guard let first else { return true }
    return order == .forward ? position >= first : position <= first
  }

  @Test("by position", arguments: 0..<12)
  func byPosition(seed: UInt64) throws {
    let history = try History(seed: seed)
    var generator = SeededGenerator(state: seed)
    for first in history.positions(&generator) {
      let limit = Int.random(in: 1...50, using: &generator)
      let read = try history.ledger.events(from: first ?? 1, limit: limit)
      let expected = history.events.filter { $0.position >= first ?? 1 }.prefix(limit)
      #expect(read.map(\.position) == expected.map(\.position))
      #expect(read.map(\.event) == expected.map(\.event))
      #expect(read.map(\.revision) == expected.map(\.revision))
      #expect(read.map(\.recorded) == expected.map(\.recorded))
    }
    let snapshot = try history.ledger.snapshot()
    let view = snapshot.view
    #expect(try view.event(at: 0, snapshot.transaction) == nil)
    #expect(
      try view.event(at: UInt64(history.events.count) + 1, snapshot.transaction) == nil)
    for event in history.events {
      #expect(try view.position(of: event.id, snapshot.transaction) == event.position)
      #expect(try view.type(of: event.id, snapshot.transaction) == event.event.type)
      #expect(try view.header(at: event.position, snapshot.transaction)?.id == event.id)
    }
  }

  @Test("by stream", arguments: 0..<12)
  func byStream(seed: UInt64) throws {
    let history = try History(seed: seed)
    var generator = SeededGenerator(state: seed)
    let snapshot = try history.ledger.snapshot()
    let view = snapshot.view
    let absent = StreamID.above(.source, Identifier("ABSENT"))
    for subject in Set(history.events.map(\.event.subject)).union([absent]) {
      let positions = history.events.filter { $0.event.subject == subject }.map(\.position)
      #expect(
        try view.revision(of: subject, snapshot.transaction) == UInt64(positions.count))
      for order in Self.orders {
        for first in history.positions(&generator) {
          var read: [UInt64] = []
          let limit = Int.random(in: 1...20, using: &generator)
          try view.positions(of: subject, order, from: first, snapshot.transaction) {
            position throws(LedgerError) in
            read.append(position)
            return read.count < limit
          }
          let expected = ordered(positions, order).filter { isShown($0, order, from: first) }
          #expect(read == Array(expected.prefix(limit)))
        }
      }
    }
    for prefix in ["", "plan/P1", "plan/P1/", "plan/P1/action/1", "source/S9", "z", "plan\u{0}"] {
      var streams: [String] = []
      try view.streams(under: prefix, snapshot.transaction) { subject throws(LedgerError) in
        streams.append(subject.description)
        return true
      }
      let names = Set(history.events.map(\.event.subject.description))
      #expect(
        streams
          == names.filter { $0.hasPrefix(prefix) }.sorted {
            $0.utf8.lexicographicallyPrecedes($1.utf8)
          })
    }
  }

  @Test("by type, and by effective day", arguments: 0..<12)
  func byTypeAndDay(seed: UInt64) throws {
    let history = try History(seed: seed)
    var generator = SeededGenerator(state: seed)
    let snapshot = try history.ledger.snapshot()
    let view = snapshot.view
    for order in Self.orders {
      for type in Set(history.events.map(\.event.type)).union([.planClosed]) {
        for first in history.positions(&generator) + [.max] {
          var read: [UInt64] = []
          try view.positions(of: type, order, from: first, snapshot.transaction) {
            position throws(LedgerError) in
            read.append(position)
            return true
          }
          let expected = history.events.filter { $0.event.type == type }.map(\.position)
          #expect(read == ordered(expected, order).filter { isShown($0, order, from: first) })
        }
      }
      for _ in 0..<10 {
        let days = (0..<2).map { _ in
          Day(number: .random(in: 18_200...19_800, using: &generator))
        }
        var read: [UInt64] = []
        try view.positions(
          effectiveFrom: days[0], through: days[1], order, snapshot.transaction
        ) { position throws(LedgerError) in
          read.append(position)
          return true
        }
        let expected = history.events.compactMap { event in
          event.event.effective.map { (day: $0.lastDay, position: event.position) }
        }
        .filter { $0.day >= days[0] && $0.day <= days[1] }.sorted { $0 < $1 }.map(\.position)
        #expect(read == ordered(expected, order))
      }
    }
  }

  @Test("by the instant before which they were recorded", arguments: 0..<12)
  func byInstant(seed: UInt64) throws {
    let history = try History(seed: seed)
    let snapshot = try history.ledger.snapshot()
    for instant in Set(history.events.map(\.recorded)) {
      for offset in [-1, 0, 1] {
        let instant = Instant(microseconds: instant.microseconds + Int64(offset))
        let expected = history.events.last { $0.recorded < instant }?.position ?? 0
        #expect(
          try snapshot.view.lastPosition(recordedBefore: instant, snapshot.transaction)
            == expected)
      }
    }
  }

  @Test("and the root is that of the tree as RFC 9162 defines it, of every size", arguments: 0..<6)
  func root(seed: UInt64) throws {
    let history = try History(seed: seed)
    let records = try history.ledger.records()
    let snapshot = try history.ledger.snapshot()
    for size in 0...records.count {
      #expect(
        try snapshot.view.root(size: UInt64(size), snapshot.transaction)
          == naiveRoot(records[..<size]))
    }
    #expect(try history.ledger.info().root == naiveRoot(records[...]))
  }

  @Test("by plan, each once, though one plan's name begins with another's")
  func plans() throws {
    let home = Home()
    let ledger = try home.create()
    let streams = [
      "plan/P", "plan/P-1", "plan/P-1/action/1", "plan/P.2/area/A", "plan/P/action/1",
      "plan/P/action/2", "plan/P0", "plan/Q/claim/K", "victims/LV",
    ]
    let events = try streams.shuffled().enumerated().map { index, name in
      var event = Event(
        subject: try StreamID(parsing: name), effective: CoarseDate(Day(number: 1)),
        data: .actionStarted(ActionStarted()))
      event.id = EventID(high: 3, low: UInt64(index))
      return event
    }
    try ledger.append(events)
    let snapshot = try ledger.snapshot()
    #expect(
      try snapshot.view.plans(snapshot.transaction).map(\.description)
        == ["P", "P-1", "P.2", "P0", "Q"])
  }

  @Test("without texts when none are asked for")
  func withoutTexts() throws {
    let history = try History(seed: 3)
    for event in try history.ledger.events(from: 1, limit: .max, withTexts: false) {
      #expect(event.event.reason?.description ?? "" == "")
    }
  }

  @Test("and following shows each event once, as soon as it is there")
  func following() throws {
    let home = Home()
    let ledger = try home.create()
    var random = RandomEvents(seed: 4)
    var seen: [EventID] = []
    var given: [EventID] = []
    for _ in 0..<10 {
      let events = try random.events(7)
      given += events.compactMap(\.id)
      try ledger.append(events, chunk: 3)
      while case let next = try ledger.events(from: UInt64(seen.count) + 1, limit: 5), !next.isEmpty
      {
        seen += next.map(\.id)
      }
      #expect(seen == given)
      #expect(try ledger.info().readers == 0)
    }
  }
}
