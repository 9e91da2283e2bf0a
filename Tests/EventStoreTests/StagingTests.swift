import EventStore
import Events
import LMDB
import Synchronization
import Testing

@Suite("A batch, whatever its chunks")
struct StagingTests {
  /// Keeps positions and ids of what is in, as a projection does.
  private final class Mirror: AppendParticipant, Sendable {
    let database: Database
    let unstaged = Mutex<[UInt64]>([])

    init(_ ledger: Ledger) throws { database = try ledger.environment.database("mirror") }

    func stage(
      _ chunk: StagedChunk, _ transaction: inout WriteTransaction
    ) throws(LedgerError) {
      for (position, id) in try ids(chunk) {
        try transaction.store(database, key(position), id.bytes)
      }
    }

    func unstage(
      _ chunk: StagedChunk, _ transaction: inout WriteTransaction
    ) throws(LedgerError) {
      for (position, id) in try ids(chunk) {
        let key = key(position)
        guard try transaction.reader.lookUp(database, key) == id.bytes else {
          throw .damaged(position: position, reason: "not what was staged")
        }
        try transaction.remove(database, key)
        unstaged.withLock { $0.append(position) }
      }
    }

    /// The ids of a chunk's events by position, as their records have them.
    private func ids(
      _ chunk: StagedChunk
    ) throws(LedgerError) -> [(position: UInt64, id: EventID)] {
      var ids: [(position: UInt64, id: EventID)] = []
      for stream in chunk.streams {
        for event in stream.events {
          do throws(EventError) {
            ids.append((event.position, try RecordCodec.Header(of: event.record).id))
          } catch {
            throw .damaged(position: event.position, reason: "\(error)")
          }
        }
      }
      ids.sort { $0.position < $1.position }
      guard ids.map(\.position) == Array(chunk.first..<chunk.last + 1) else {
        throw .damaged(position: chunk.first, reason: "a position is missing, or there twice")
      }
      return ids
    }

    func count(in ledger: Ledger) throws -> Int {
      try ledger.environment.read { transaction throws(LMDBError) in
        try transaction.statistics(database).entries
      }
    }
  }

  @Test(
    "leaves nothing behind when it is refused, or only tried",
    arguments: [(1, 40), (7, 40), (33, 70), (40, 40), (100, 40)])
  func leavesNothing(chunk: Int, count: Int) throws {
    let home = Home()
    let ledger = try home.create()
    let mirror = try Mirror(ledger)
    var random = RandomEvents(seed: UInt64(chunk))
    try ledger.append(random.events(37), participants: [mirror])
    let before = try ledger.dump()
    let events = try random.events(count)
    let later = Instant.noon.advanced(bySeconds: 60)

    let refusal = failure { () throws(LedgerError) in
      try ledger.append(events, at: later, chunk: chunk, participants: [mirror]) {
        batch, transaction throws(LedgerError) in
        #expect(batch.view.head.position == UInt64(37 + count))
        #expect(batch.touched == Set(events.map(\.subject)))
        throw .refused(Refusal(position: 1, subject: events[0].subject, fact: Broken()))
      }
    }
    if case .refused(let refusal) = refusal {
      #expect(refusal.fact is Broken)
    } else {
      Issue.record("\(String(describing: refusal))")
    }
    #expect(try ledger.dump() == before)
    #expect(try mirror.count(in: ledger) == 37)

    let tried = try ledger.append(
      events, at: later, isDryRun: true, chunk: chunk, participants: [mirror])
    #expect(tried.positions == 38..<UInt64(38 + count))
    #expect(try ledger.dump() == before)
    #expect(try mirror.count(in: ledger) == 37)

    let receipt = try ledger.append(events, at: later, chunk: chunk, participants: [mirror])
    #expect(receipt == tried)
    #expect(try mirror.count(in: ledger) == 37 + count)
    #expect(try ledger.fault() == nil)
  }

  @Test("is the same ledger, byte for byte")
  func sameBytes() throws {
    var random = RandomEvents(seed: 5)
    let events = try random.events(100)
    var dumps: [[String: [[UInt8]: [UInt8]]]] = []
    for chunk in [1, 9, 50, 1000] {
      let home = Home()
      let ledger = try home.create()
      try ledger.append(events, chunk: chunk)
      dumps.append(try ledger.dump())
    }
    #expect(dumps.allSatisfy { $0 == dumps[0] })
  }

  @Test("leaves nothing behind when its source, an id or a participant fails half way")
  func failsHalfWay() throws {
    let home = Home()
    let ledger = try home.create()
    var random = RandomEvents(seed: 6)
    let first = try random.events(10)
    try ledger.append(first)
    let before = try ledger.dump()
    let events = try random.events(20)

    var rest = events[...]
    #expect(throws: LedgerError.self) {
      try ledger.append(
        inputs: .fixed(), participants: [], limit: ChunkLimit(events: 6),
        judge: { _, _ throws(LedgerError) in },
        next: { _ throws(LedgerError) in
          if rest.count == 3 { throw .input(Broken()) }
          return rest.popFirst()
        })
    }
    #expect(try ledger.dump() == before)

    var other = first[4]
    other.actor = Identifier("somebody-else")
    #expect(throws: LedgerError.self) { try ledger.append(events + [other], chunk: 6) }
    #expect(try ledger.dump() == before)

    struct Failing: AppendParticipant {
      func stage(_ chunk: StagedChunk, _: inout WriteTransaction) throws(LedgerError) {
        if chunk.last > 25 { throw .input(Broken()) }
      }
      func unstage(_ chunk: StagedChunk, _: inout WriteTransaction) throws(LedgerError) {}
    }
    #expect(throws: LedgerError.self) {
      try ledger.append(events, chunk: 6, participants: [Failing()])
    }
    #expect(try ledger.dump() == before)
    #expect(try ledger.fault() == nil)
  }

  @Test("shows nothing until it is whole, and everything then")
  func invisible() throws {
    let home = Home()
    let ledger = try home.create()
    var random = RandomEvents(seed: 7)
    let first = try random.events(5)
    try ledger.append(first)
    let events = try random.events(20)
    var rest = events[...]
    let root = try ledger.root()
    var looks = 0
    try ledger.append(
      inputs: .fixed(), participants: [], limit: ChunkLimit(events: 4),
      judge: { _, _ throws(LedgerError) in },
      progress: { _ in
        looks += 1
        let seen = try? ledger.all()
        #expect(seen?.map(\.event) == first)
        #expect((try? ledger.root()) == root)
        #expect((try? ledger.info().staged) == UInt64(looks * 4))
        let snapshot = try? ledger.snapshot()
        if let snapshot {
          for event in first + events {
            let isFirst = first.contains(event)
            let position = event.id.flatMap {
              try? snapshot.view.position(of: $0, snapshot.transaction)
            }
            #expect((position != nil) == isFirst)
          }
          let counts = Set((first + events).map(\.subject)).map { subject in
            (try? snapshot.view.revision(of: subject, snapshot.transaction)) ?? 99
          }
          #expect(counts.reduce(0, +) == 5)
          #expect((try? ledger.fault()) == .some(nil))
        }
      },
      next: { _ throws(LedgerError) in rest.popFirst() })
    #expect(looks == 5)
    #expect(try ledger.all().map(\.event) == first + events)
  }

  @Test("names a refused event by its place in the batch, duplicates counted")
  func index() throws {
    let home = Home()
    let ledger = try home.create()
    var random = RandomEvents(seed: 8)
    let events = try random.events(9)
    try ledger.append([events[0], events[3], events[4], events[8]])
    var places: [Int?] = []
    try ledger.append(events, chunk: 2) { batch, _ throws(LedgerError) in
      places = (4...9).map { batch.index(of: $0) }
    }
    #expect(places == [nil, 1, 2, 5, 6, 7])
  }

  @Test("runs again as the map grows, and is there once")
  func mapGrows() throws {
    let home = Home()
    // The environment stays open, and its map small, while the ledger uses it.
    let environment = try Environment.open(
      path: home.path, mode: .readWrite, initialMapBytes: 1 << 18, create: true)
    let ledger = try home.create()
    let mirror = try Mirror(ledger)
    var random = RandomEvents(seed: 9)
    let events = try random.events(3000)
    var judged = 0
    try ledger.append(events, chunk: 1000, participants: [mirror]) { _, _ throws(LedgerError) in
      judged += 1
    }
    #expect(try environment.info.mapBytes > 1 << 18)
    #expect(judged >= 1)
    #expect(try ledger.all().map(\.event) == events)
    #expect(try mirror.count(in: ledger) == 3000)
    #expect(try ledger.fault() == nil)
  }
}
