import EventStore
import Events
import Testing

@Suite("An append")
struct AppendTests {
  private static let day = CoarseDate(Day(number: 19_000))
  private static let stream = StreamID.within(Identifier("P"), .action, Identifier("1.1"))

  private func started(_ number: UInt64, expecting: UInt64? = nil) -> Event {
    var event = Event(
      subject: Self.stream, effective: Self.day, data: .actionStarted(ActionStarted()))
    event.id = EventID(high: 1, low: number)
    event.expectedRevision = expecting
    return event
  }

  @Test("gives positions from 1 and revisions from 1, and keeps every event as it was given")
  func positions() throws {
    let home = Home()
    let ledger = try home.create()
    var random = RandomEvents(seed: 1)
    let events = try random.events(50)
    let receipt = try ledger.append(events)
    #expect(receipt.positions == 1..<51)
    #expect((receipt.recorded, receipt.duplicates) == (.noon, 0))
    let stored = try ledger.all()
    #expect(stored.map(\.event) == events)
    #expect(stored.map(\.position) == Array(1...50))
    #expect(stored.allSatisfy { $0.recorded == .noon })
    #expect(try ledger.fault() == nil)
  }

  @Test("names an event that has no id by the clock")
  func ids() throws {
    let home = Home()
    let ledger = try home.create()
    var event = started(0)
    event.id = nil
    #expect(try ledger.append([event, event]).count == 2)
    let ids = try ledger.all().map(\.id.description)
    #expect(Set(ids).count == 2)
    let name = EventID(version7At: .noon, random: (0, 0)).description
    #expect(ids.allSatisfy { $0.prefix(13) == name.prefix(13) && $0.dropFirst(14).first == "7" })
  }

  @Test("of the same events again stores nothing", arguments: [1, 3, 100])
  func duplicates(chunk: Int) throws {
    let home = Home()
    let ledger = try home.create()
    var random = RandomEvents(seed: 2)
    let events = try random.events(10)
    try ledger.append(events + events.prefix(3), chunk: chunk)
    let before = try ledger.dump()
    var isJudged = false
    let receipt = try ledger.append(events, at: .noon.advanced(bySeconds: 9), chunk: chunk) {
      _, _ throws(LedgerError) in isJudged = true
    }
    #expect(receipt.positions == 11..<11)
    #expect(receipt.duplicates == 10)
    #expect(!isJudged)
    #expect(try ledger.dump() == before)
  }

  @Test("of the same id with another body is refused, wherever the first one stands")
  func otherBody() throws {
    let home = Home()
    let ledger = try home.create()
    try ledger.append([started(1), started(2)])
    for change in Change.allCases {
      for chunk in [1, 100] {
        #expect(
          conflict(
            [started(3), started(2), change.made(to: started(1))], chunk: chunk, in: ledger)
            == [2, 1])
        #expect(
          conflict([started(3), change.made(to: started(3))], chunk: chunk, in: ledger) == [1, 3])
      }
    }
    #expect(try ledger.head().position == 2)
  }

  /// Every way in which a body can be another one.
  private enum Change: CaseIterable {
    case subject, effective, reason, data, actor

    func made(to event: Event) -> Event {
      var event = event
      switch self {
      case .subject: event.subject = .within(Identifier("P"), .action, Identifier("1.2"))
      case .effective: event.effective = CoarseDate(Day(number: 1))
      case .reason: event.reason = try? Text("why")
      case .data: event.data = .actionResumed(ActionResumed())
      case .actor: event.actor = Identifier("clerk")
      }
      return event
    }
  }

  private func conflict(_ events: [Event], chunk: Int, in ledger: Ledger) -> [UInt64]? {
    let failure = failure { () throws(LedgerError) in try ledger.append(events, chunk: chunk) }
    guard case .idConflict(let index, _, let position) = failure else { return nil }
    return [UInt64(index), position]
  }

  @Test("compares texts of a repeated id under the stored salt")
  func repeatedTexts() throws {
    let home = Home()
    let ledger = try home.create()
    var event = started(1)
    event.reason = try Text("one")
    try ledger.append([event], seed: 1)
    #expect(try ledger.append([event], seed: 2).duplicates == 1)
    event.reason = try Text("two")
    #expect(conflict([event], chunk: 9, in: ledger) == [0, 1])
    // Of a redacted event no text is left to compare.
    try ledger.damage("texts", key(1), [UInt8](repeating: 0, count: 36))
    #expect(try ledger.append([event]).duplicates == 1)
    event.actor = Identifier("clerk")
    #expect(conflict([event], chunk: 9, in: ledger) == [0, 1])
  }

  @Test("compares an expected revision with the stream before the batch, duplicates left out")
  func expectedRevision() throws {
    let home = Home()
    let ledger = try home.create()
    try ledger.append([started(1, expecting: 0), started(2, expecting: 0)])
    for chunk in [1, 100] {
      #expect(
        try ledger.append(
          [started(1, expecting: 0), started(2, expecting: 7)], chunk: chunk
        ).duplicates == 2)
      let conflict = failure { () throws(LedgerError) in
        try ledger.append(
          [started(2), started(3, expecting: 2), started(4, expecting: 3)], chunk: chunk)
      }
      guard case .revisionConflict(2, Self.stream, expected: 3, actual: 2) = conflict else {
        Issue.record("\(String(describing: conflict))")
        return
      }
      #expect(try ledger.head().position == 2)
    }
    try ledger.append([started(3, expecting: 2), started(4, expecting: 2)], chunk: 1)
    #expect(try ledger.all().map(\.revision) == [1, 2, 3, 4])
  }

  @Test(
    "gives each transaction a later instant, though the clock stands still or steps back a little")
  func clock() throws {
    let home = Home()
    let ledger = try home.create()
    var instants: [Int64] = []
    for (number, seconds) in [0, 0, -240, 10].enumerated() {
      let now = Instant.noon.advanced(bySeconds: Int64(seconds))
      let receipt = try ledger.append([started(UInt64(number))], at: now)
      instants.append(receipt.recorded.microseconds - Instant.noon.microseconds)
    }
    #expect(instants == [0, 1, 2, 10_000_000])
    #expect(
      try ledger.all().map { $0.recorded.microseconds - Instant.noon.microseconds } == instants)
  }

  @Test("is refused while the clock stands more than five minutes behind")
  func clockBehind() throws {
    let home = Home()
    let ledger = try home.create()
    try ledger.append([started(1)])
    let behind = Instant.noon.advanced(bySeconds: -360)
    let refusal = failure { () throws(LedgerError) in try ledger.append([started(2)], at: behind) }
    guard case .clockBehind(now: behind, last: .noon) = refusal else {
      Issue.record("\(String(describing: refusal))")
      return
    }
    try ledger.append([started(2)], at: Instant.noon.advanced(bySeconds: -300))
  }

  @Test("tells the types of events recorded, staged, or just read, and of no others")
  func types() throws {
    let home = Home()
    let ledger = try home.create()
    try ledger.append([started(1)])
    var told: [EventType?] = []
    var rest = [started(2), started(3), started(4)][...]
    try ledger.append(
      inputs: .fixed(), participants: [], limit: ChunkLimit(events: 2),
      judge: { _, _ throws(LedgerError) in },
      next: { typeOf throws(LedgerError) in
        told = (1...5).map { typeOf(EventID(high: 1, low: UInt64($0))) }
        return rest.popFirst()
      })
    #expect(told == [.actionStarted, .actionStarted, .actionStarted, .actionStarted, nil])
  }

  @Test("of events with large texts is cut by their bytes")
  func textBytes() throws {
    let home = Home()
    let ledger = try home.create()
    var event = started(0)
    event.reason = try Text(String(repeating: "x", count: 1000))
    var number: UInt64 = 0
    var chunks: [Int] = []
    try ledger.append(
      inputs: .fixed(), participants: [], limit: ChunkLimit(events: 100, textBytes: 2500),
      judge: { _, _ throws(LedgerError) in }, progress: { chunks.append($0) },
      next: { _ throws(LedgerError) in
        number += 1
        event.id = EventID(high: 2, low: number)
        return number <= 7 ? event : nil
      })
    #expect(chunks == [3, 6])
    #expect(try ledger.fault() == nil)
  }
}
