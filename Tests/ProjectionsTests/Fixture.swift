import EventStore
import Events
import Foundation
import LMDB
import Projections

/// A ledger in a folder of its own, gone when the test is, whose clock steps a minute a batch.
final class TestLedger: @unchecked Sendable {
  let path: String
  let ledger: Ledger
  private let lock = NSLock()
  private var now: Instant
  private var made: UInt64 = 0

  init(now: String = "2023-01-01T10:00:00Z") throws {
    // Nothing here is about what survives a power loss: memory will do where there is such a folder.
    let memory = "/dev/shm"
    let folder =
      FileManager.default.isWritableFile(atPath: memory) ? memory : NSTemporaryDirectory()
    path = folder + "/projections-" + UUID().uuidString
    self.now = try Instant(parsing: now)
    let identity = LedgerIdentity(
      zoneName: "Europe/Riga", zone: try riga(), language: "lv",
      nonce: [UInt8](repeating: 7, count: 32))
    ledger = try Ledger.create(at: path, identity: identity)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Appends a batch that no rule judges; the inline projections follow, unless there are to be none.
  @discardableResult
  func append(_ events: [Event], inline: Bool = true) throws -> AppendReceipt {
    let inputs = lock.withLock {
      now = now.advanced(bySeconds: 60)
      return WriteInputs(
        now: now, salt: { [UInt8](repeating: 9, count: 32) },
        id: { [self] _ in
          made += 1
          return EventID(high: 0xFFFF, low: made)
        })
    }
    var rest = events[...]
    return try ledger.append(
      inputs: inputs, participants: inline ? [InlineRunner(ledger)] : [],
      judge: { (_, _) throws(LedgerError) in },
      next: { _ throws(LedgerError) in rest.popFirst() })
  }

  /// Stages a batch in small chunks, the inline projections following, and refuses it in the end: all
  /// is taken out again.
  func refuse(_ events: [Event]) throws {
    let inputs = WriteInputs(
      now: clock.advanced(bySeconds: 30), salt: { [UInt8](repeating: 9, count: 32) },
      id: { _ in EventID(high: 0xFFFE, low: 0) })
    var rest = events[...]
    do throws(LedgerError) {
      try ledger.append(
        inputs: inputs, participants: [InlineRunner(ledger)],
        limit: ChunkLimit(events: 3),
        judge: { (_, _) throws(LedgerError) in throw .exists(path: "") },
        next: { _ throws(LedgerError) in rest.popFirst() })
    } catch .exists {
      return
    }
    throw CocoaError(.featureUnsupported)
  }

  /// The actions of plan P.
  func actions(
    _ effective: String, publishedBy: String? = nil
  ) throws(LedgerError) -> [Entity<ActionState>] {
    guard let reading = try? at(effective, publishedBy: publishedBy) else { return [] }
    return try reading.actions(of: code("P"))
  }

  /// When the next batch is recorded, or a minute later where one was then.
  func set(now: Instant) { lock.withLock { self.now = now.advanced(bySeconds: -60) } }

  /// When the last batch was recorded.
  var clock: Instant { lock.withLock { now } }

  /// The ledger at a point; by default today's, all of it.
  func at(
    _ effective: String = "2030-01-01", publishedBy: String? = nil, position: UInt64? = nil,
    provenance: Set<Provenance>? = nil, fromRecords: Bool = false
  ) throws -> PointInTime {
    let snapshot = try ledger.snapshot()
    let point = ReadingPoint(
      effectiveAt: day(effective), publishedBy: publishedBy.map { day($0) },
      position: position ?? snapshot.view.head.position, provenance: provenance)
    return try PointInTime(snapshot, at: point, from: fromRecords ? .records : .projections)
  }

  var head: UInt64 { get throws { try ledger.snapshot().view.head.position } }
}

/// Central European rules in a TZif file without a table: all years by its footer (RFC 9636 §3.3).
func riga() throws -> TimeZoneRules {
  let counts: [UInt8] = [0, 0, 0, 0] + [0, 0, 0, 0] + [0, 0, 0, 0] + [0, 0, 0, 0]
  let header =
    Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15) + counts + [0, 0, 0, 1, 0, 0, 0, 4]
  let type: [UInt8] = [0, 0, 0x1C, 0x20, 0, 0] + Array("EET".utf8) + [0]
  let footer = Array("\nEET-2EEST,M3.5.0/3,M10.5.0/4\n".utf8)
  return try TimeZoneRules(tzif: header + type + header + type + footer)
}

// MARK: - Short names for values that a test writes out

func date(_ text: String) -> CoarseDate {
  guard let date = try? CoarseDate(parsing: text) else { preconditionFailure("date \(text)") }
  return date
}

func day(_ text: String) -> Day { date(text).lastDay }

func period(_ text: String) -> Period {
  guard let period = try? Period(parsing: text) else { preconditionFailure("period \(text)") }
  return period
}

func stream(_ text: String) -> StreamID {
  guard let stream = try? StreamID(parsing: text) else { preconditionFailure("stream \(text)") }
  return stream
}

func code(_ text: String) -> Identifier {
  guard let code = try? Identifier(parsing: text) else { preconditionFailure("code \(text)") }
  return code
}

func title(_ text: String) -> LangText {
  guard let title = try? LangText([(language: "en", text: text)]) else {
    preconditionFailure("title \(text)")
  }
  return title
}

/// The id of that number.
func id(_ number: UInt64) -> EventID { EventID(high: 1, low: number) }

/// An event with all that a test says of it.
func event(
  _ subject: String, _ effective: String?, _ data: EventData, id: EventID? = nil,
  published: String? = nil, provenance: Provenance = .reported
) -> Event {
  var event = Event(
    subject: stream(subject), effective: effective.map(date), data: worded(data))
  event.id = id
  event.published = published.map(date)
  event.provenance = provenance
  return event
}

/// The body with words where its type wants some and a test says none.
func worded(_ data: EventData) -> EventData {
  func words(_ text: LangText) -> LangText { text == .absent ? title("Some words") : text }
  switch data {
  case .planDrafted(var body):
    body.title = words(body.title)
    return .planDrafted(body)
  case .claimPublished(var body):
    body.label = words(body.label)
    return .claimPublished(body)
  case .actionAdded(var body):
    body.title = words(body.title)
    return .actionAdded(body)
  case .actionReworded(var body):
    body.title = words(body.title)
    return .actionReworded(body)
  case .challengeRaised(var body):
    body.title = words(body.title)
    return .challengeRaised(body)
  case .challengeUpdated(var body):
    body.text = words(body.text)
    return .challengeUpdated(body)
  case .institutionDefined(var body):
    body.name = words(body.name)
    return .institutionDefined(body)
  case .institutionRenamed(var body):
    body.name = words(body.name)
    return .institutionRenamed(body)
  case .eventCorrected(var body):
    body.data = worded(body.data)
    return .eventCorrected(body)
  default: return data
  }
}

/// A body filled in by a closure.
func filled<Body>(_ body: Body, _ fill: (inout Body) -> Void) -> Body {
  var body = body
  fill(&body)
  return body
}

/// SplitMix64, so that a failing case can be run again.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Whether something happens that does so in that many of a hundred cases.
  mutating func chance(_ percent: UInt64) -> Bool { next() % 100 < percent }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int(next() % UInt64(elements.count))]
  }
}
