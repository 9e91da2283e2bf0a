import Coding
import EventStore
import Events
import Foundation
import LMDB
import Lifecycle
import Projections

/// A ledger in a temporary folder, with a clock that steps a second a write.
final class TestLedger {
  let ledger: Ledger
  private let folder: String
  private var clock = Instant(microseconds: 1_700_000_000_000_000)
  private var counter: UInt64 = 0

  init() throws {
    folder = NSTemporaryDirectory() + "lifecycle-\(UUID().uuidString)"
    let zone = try TimeZoneRules(tzif: TestLedger.utc)
    let identity = LedgerIdentity(
      zoneName: "UTC", zone: zone, language: "lv", nonce: [UInt8](repeating: 7, count: 32))
    ledger = try Ledger.create(at: folder, identity: identity)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// A TZif file of version 2 with one type and no transition.
  private static let utc: [UInt8] = {
    let header = Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15)
    let counts: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 4]
    let body: [UInt8] = [0, 0, 0, 0, 0, 0] + Array("UTC\0".utf8)
    return header + counts + body + header + counts + body + Array("\nUTC0\n".utf8)
  }()

  /// Appends lines of CloudEvents as one batch.
  @discardableResult
  func append(_ lines: [String], previewing preview: Lifecycle.Preview? = nil) throws
    -> AppendReceipt
  {
    var rest = lines.makeIterator()
    clock = clock.advanced(bySeconds: 1)
    var parser = JSONParser()
    return try Lifecycle.append(to: ledger, inputs: inputs, previewing: preview) {
      typeOf throws(LedgerError) in
      guard let line = rest.next() else { return nil }
      do {
        let reading = JSONReading(defaultLanguage: "lv", typeOfEvent: { typeOf($0) })
        return try CloudEvents.read(try parser.parse(Array(line.utf8)), reading).event
      } catch {
        throw .notRestorable(index: 0, reason: "\(error)")
      }
    }
  }

  /// Approves a plan.
  func approve(
    _ event: Event
  ) throws -> (receipt: AppendReceipt, event: Event, lineage: Lineage?) {
    clock = clock.advanced(bySeconds: 1)
    return try Lifecycle.approve(event, in: ledger, inputs: inputs)
  }

  /// What lines of CloudEvents would change, were they recorded as one batch.
  func preview(_ lines: [String], today: String, limit: Int = .max) throws -> Impact {
    let scope = ImpactScope(today: try CoarseDate(parsing: today).lastDay, limit: limit)
    var impact = Impact()
    try append(lines, previewing: (scope, { impact = $0 }))
    return impact
  }

  /// Whether the writer's lock is held while events are decided on.
  func isLockedWhileDeciding() throws -> Bool {
    var isLocked = false
    try Lifecycle.decide(in: ledger, inputs: inputs) { [self] in
      isLocked = isLockedNow
      return []
    }
    return isLocked
  }

  /// Whether it is held while the first events of a file are read.
  func isLockedWhileReading() throws -> Bool {
    var isLocked = false
    try Lifecycle.append(to: ledger, inputs: inputs) { [self] _ in
      isLocked = isLockedNow
      return nil
    }
    return isLocked
  }

  private var isLockedNow: Bool {
    let descriptor = unsafe open(folder + "/writer.lock", O_RDWR)
    defer { close(descriptor) }
    return flock(descriptor, LOCK_EX | LOCK_NB) != 0
  }

  private var inputs: WriteInputs {
    WriteInputs(
      now: clock, salt: { [UInt8](repeating: 9, count: 32) },
      id: { [self] instant in
        counter += 1
        return EventID(version7At: instant, random: (counter, counter))
      })
  }

  /// What the batch is refused for; `nil` where it is recorded. Nothing is recorded when refused.
  func violation(_ lines: [String]) throws -> RuleViolation? {
    let before = try ledger.snapshot().view.head
    do {
      try append(lines)
      return nil
    } catch LedgerError.refused(let refusal) {
      let after = try ledger.snapshot().view.head
      precondition(after == before, "something was recorded")
      return refusal.fact as? RuleViolation
    }
  }

  /// The events that a refused batch is refused by: place in the batch and position.
  func culprit(_ lines: [String]) throws -> Refusal? {
    do {
      try append(lines)
      return nil
    } catch LedgerError.refused(let refusal) {
      return refusal
    }
  }

  func action(_ code: Identifier, on day: String) throws -> Entity<ActionState>? {
    try ProjectionRegistry.prepare(ledger)
    let snapshot = try ledger.snapshot()
    let point = ReadingPoint(
      effectiveAt: try CoarseDate(parsing: day).lastDay, position: snapshot.view.head.position)
    return try PointInTime(snapshot, at: point)
      .entity(.within(Identifier("DEMO-2021"), .action, code))
  }

  var count: UInt64 { get throws { try ledger.snapshot().view.head.position } }
}

/// A line of CloudEvents; a subject that begins with `/` is an action of DEMO-2021.
func line(
  _ type: String, _ subject: String, _ effective: String? = nil, _ data: String = "{}",
  reason: String? = nil, id: String? = nil, more: String = ""
) -> String {
  let stream = subject.hasPrefix("/") ? "plan/DEMO-2021/action" + subject : subject
  let effective = effective.map { #","effective":"\#($0)""# } ?? ""
  let reason = reason.map { #","reason":"\#($0)""# } ?? ""
  let id = id.map { #","id":"\#($0)""# } ?? ""
  return #"{"specversion":"1.0","type":"planledger.\#(type)","subject":"\#(stream)""#
    + effective + reason + id + more + #","data":\#(data)}"#
}

/// A plan with an area and an action, planned.
let beginning = [
  line("PlanDrafted", "plan/DEMO-2021", "2021-01-01", #"{"title":"Plāns","period":"2021/2023"}"#),
  line("PlanApproved", "plan/DEMO-2021", "2021-09-28", #"{"act":"Order 690"}"#),
  line("AreaDefined", "plan/DEMO-2021/area/A", "2021-09-28", #"{"title":"Joma"}"#),
  line("ActionAdded", "/1.2", "2021-09-28", #"{"title":"Pasākums","area":"A"}"#),
]

/// A new UUID.
func uuid(_ number: Int) -> String {
  "00000000-0000-7000-8000-" + String(repeating: "0", count: 12 - String(number).count)
    + String(number)
}
