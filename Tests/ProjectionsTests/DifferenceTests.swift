import EventStore
import Events
import Projections
import Testing

@Suite("Differences name the field, both values and the events that did it")
struct DifferenceTests {
  /// A change in one line: `running: PLANNED → IN_PROGRESS by 2`.
  func lines(_ changes: [Change]) -> [String] {
    changes.map { change in
      let old = change.old?.shown(in: "en", fallback: "en") ?? "–"
      let new = change.new?.shown(in: "en", fallback: "en") ?? "–"
      let by = change.responsible.map(String.init).joined(separator: ",")
      let from = change.effective.map { " from \($0)" } ?? ""
      return "\(change.field): \(old) → \(new)\(by.isEmpty ? "" : " by \(by)")\(from)"
    }
  }

  func changes(
    _ ledger: TestLedger, _ from: ReadingPoint, _ to: ReadingPoint,
    on subject: String = "plan/P/action/1"
  ) throws -> [Change] {
    try Changes(ledger.ledger.snapshot(), from: from, to: to).all(on: [stream(subject)])
  }

  func at(_ text: String, _ position: UInt64, by published: String? = nil) -> ReadingPoint {
    ReadingPoint(
      effectiveAt: day(text), publishedBy: published.map { day($0) }, position: position)
  }

  let added = EventData.actionAdded(
    filled(ActionAdded()) {
      $0.title = title("Train the police")
      $0.deadline = date("2022-06")
    })

  @Test("along effective time: from one day to the other, with what is known")
  func alongEffectiveTime() throws {
    let ledger = try TestLedger()
    try ledger.append([
      event("plan/P/action/1", "2021-01-01", added, id: id(1)),
      event("plan/P/action/1", "2022-03", .actionStarted(ActionStarted()), id: id(2)),
      event("plan/P/action/1", "2022-05-10", .actionDelivered(ActionDelivered()), id: id(3)),
    ])
    #expect(
      lines(try changes(ledger, at("2021-06-30", 3), at("2022-04-30", 3))) == [
        "running: PLANNED → IN_PROGRESS by 2 from 2022-03",
        "startedOn: – → 2022-03 by 2 from 2022-03",
      ])
    #expect(
      lines(try changes(ledger, at("2021-06-30", 3), at("2022-12-31", 3))) == [
        "running: PLANNED → DELIVERED by 2,3 from 2022-05-10",
        "startedOn: – → 2022-03 by 2 from 2022-03",
        "deliveredOn: – → 2022-05-10 by 3 from 2022-05-10",
      ])
    #expect(try changes(ledger, at("2022-05-10", 3), at("2030-01-01", 3)).isEmpty)
  }

  @Test("what appears says what is worth saying, and no zero")
  func appearance() throws {
    let ledger = try TestLedger()
    try ledger.append([event("plan/P/action/1", "2021-01-01", added, id: id(1))])
    let found = try changes(ledger, at("2020-12-31", 1), at("2021-01-01", 1))
    #expect(found.allSatisfy { $0.presence == .appeared })
    #expect(
      found.map(\.field) == [
        "title", "kind", "running", "deadline", "originalDeadline", "timeliness",
      ])
  }

  @Test("time alone moves timeliness, from the day after the deadline on")
  func timeAlone() throws {
    let ledger = try TestLedger()
    try ledger.append([event("plan/P/action/1", "2021-01-01", added, id: id(1))])
    let found = try changes(ledger, at("2022-05-31", 1), at("2022-12-31", 1))
    #expect(lines(found) == ["timeliness: ON_TIME → OVERDUE from 2022-07-01"])
    #expect(found.first?.isDerived == true)
  }

  @Test(
    "along recorded time: the event that changed our mind",
    arguments: [
      // A retraction takes the delivery away again.
      ("retraction", ["running: DELIVERED → IN_PROGRESS by 4 from 2022-05-10"]),
      // A correction moves the delivery behind the day asked for: from the old day on, it is not.
      ("correction", ["running: DELIVERED → IN_PROGRESS by 4 from 2022-05-10"]),
      // A late event is what it says itself.
      ("late", ["running: DELIVERED → CANCELLED by 4 from 2022-06-01"]),
    ])
  func alongRecordedTime(how: String, expected: [String]) throws {
    let ledger = try TestLedger()
    try ledger.append([
      event("plan/P/action/1", "2021-01-01", added, id: id(1)),
      event("plan/P/action/1", "2022-03", .actionStarted(ActionStarted()), id: id(2)),
      event("plan/P/action/1", "2022-05-10", .actionDelivered(ActionDelivered()), id: id(3)),
    ])
    switch how {
    case "retraction":
      try ledger.append([
        event(
          "plan/P/action/1", nil, .eventRetracted(filled(EventRetracted()) { $0.target = id(3) }))
      ])
    case "correction":
      try ledger.append([
        event(
          "plan/P/action/1", nil,
          .eventCorrected(
            filled(EventCorrected()) {
              $0.target = id(3)
              $0.effective = date("2022-08-01")
              $0.data = .actionDelivered(ActionDelivered())
            }))
      ])
    default:
      try ledger.append([
        event("plan/P/action/1", "2022-06-01", .actionCancelled(ActionCancelled()), id: id(4))
      ])
    }
    let found = try changes(ledger, at("2022-07-01", 3), at("2022-07-01", 4))
    #expect(lines(found.filter { $0.field == "running" }) == expected)
    // Before that day nobody was told otherwise.
    #expect(try changes(ledger, at("2022-05-09", 3), at("2022-05-09", 4)).isEmpty)
  }

  @Test("a retracted retraction is named as what brought the value back")
  func revival() throws {
    let ledger = try TestLedger()
    try ledger.append([
      event("plan/P/action/1", "2021-01-01", added, id: id(1)),
      event("plan/P/action/1", "2022-03", .actionStarted(ActionStarted()), id: id(2)),
      event(
        "plan/P/action/1", nil, .eventRetracted(filled(EventRetracted()) { $0.target = id(2) }),
        id: id(3)),
    ])
    try ledger.append([
      event(
        "plan/P/action/1", nil, .eventRetracted(filled(EventRetracted()) { $0.target = id(3) }),
        id: id(4))
    ])
    let found = try changes(ledger, at("2022-12-31", 3), at("2022-12-31", 4))
    #expect(
      lines(found.filter { !$0.isDerived }) == [
        "running: PLANNED → IN_PROGRESS by 4 from 2022-03",
        "startedOn: – → 2022-03 by 4 from 2022-03",
      ])
    // From before the retraction to now, nothing differs.
    #expect(try changes(ledger, at("2022-12-31", 2), at("2022-12-31", 4)).isEmpty)
  }

  private func corrected(_ target: UInt64, to effective: String, _ data: EventData) -> EventData {
    .eventCorrected(
      filled(EventCorrected()) {
        $0.target = id(target)
        $0.effective = date(effective)
        $0.data = data
      })
  }

  private func retracted(_ target: UInt64) -> EventData {
    .eventRetracted(filled(EventRetracted()) { $0.target = id(target) })
  }

  @Test("a correction that is taken back, or stands again, is named by what did that")
  func correctionsComeAndGo() throws {
    let ledger = try TestLedger()
    let subject = "plan/P/action/1"
    let started = EventData.actionStarted(ActionStarted())
    let first = corrected(2, to: "2022-05-01", started)
    for (number, event) in [
      event(subject, "2021-01-01", added, id: id(1)),
      event(subject, "2022-03-15", started, id: id(2)),
      event(subject, nil, first, id: id(3)),
      event(subject, nil, retracted(3), id: id(4)),
      event(subject, nil, retracted(4), id: id(5)),
      event(subject, nil, corrected(3, to: "2022-07-01", first), id: id(6)),
      event(subject, nil, retracted(6), id: id(7)),
      event(subject, nil, retracted(3), id: id(8)),
    ].enumerated() {
      #expect(try ledger.append([event]).positions.first == UInt64(number + 1))
    }
    func running(_ from: UInt64, _ to: UInt64) throws -> [String] {
      lines(try changes(ledger, at("2022-04-01", from), at("2022-04-01", to)))
        .filter { $0.hasPrefix("running") }
    }
    let gone = "running: IN_PROGRESS → PLANNED by"
    let back = "running: PLANNED → IN_PROGRESS by"
    #expect(try running(2, 3) == ["\(gone) 3 from 2022-03-15"])
    #expect(try running(3, 4) == ["\(back) 4 from 2022-03-15"])
    // The correction was there before: what took its retraction back did it.
    #expect(try running(4, 5) == ["\(gone) 5 from 2022-03-15"])
    #expect(try running(7, 8) == ["\(back) 8 from 2022-03-15"])
    #expect(try running(6, 8) == ["\(back) 8 from 2022-03-15"])
  }

  @Test("a correction's own correction that is taken back is named by what did that")
  func correctedCorrection() throws {
    let ledger = try TestLedger()
    let subject = "plan/P/action/1"
    let started = EventData.actionStarted(ActionStarted())
    let first = corrected(2, to: "2022-05-01", started)
    let second = EventData.eventCorrected(
      filled(EventCorrected()) {
        $0.target = id(3)
        $0.data = corrected(2, to: "2022-07-01", started)
      })
    for event in [
      event(subject, "2021-01-01", added, id: id(1)),
      event(subject, "2022-03-15", started, id: id(2)), event(subject, nil, first, id: id(3)),
      event(subject, nil, second, id: id(4)), event(subject, nil, retracted(4), id: id(5)),
    ] { try ledger.append([event]) }
    let found = try changes(ledger, at("2022-06-01", 4), at("2022-06-01", 5))
    #expect(
      lines(found.filter { $0.field == "running" })
        == ["running: PLANNED → IN_PROGRESS by 5 from 2022-05-01"])
  }

  @Test("what a thing has from before it came into sight counts from the day on which it did")
  func olderThanItself() throws {
    let ledger = try TestLedger()
    try ledger.append([
      event("plan/P/action/1", "2022-03", added, id: id(1)),
      event("plan/P/action/1", "2022-01-10", .actionStarted(ActionStarted()), id: id(2)),
    ])
    let along = try changes(ledger, at("2022-02-01", 2), at("2022-12-31", 2))
    #expect(lines(along).contains("running: – → IN_PROGRESS by 1 from 2022-03"))
    #expect(lines(along).contains("startedOn: – → 2022-01-10 by 1 from 2022-03"))
    try ledger.append([event("plan/P/action/1", nil, retracted(1), id: id(3))])
    let gone = try changes(ledger, at("2022-12-31", 2), at("2022-12-31", 3))
    #expect(lines(gone).contains("running: IN_PROGRESS → – by 3 from 2022-03"))
  }

  @Test("a count of nobody is a count: zero is told where a cell appears")
  func countOfNobody() throws {
    let ledger = try TestLedger()
    try ledger.append([
      event(
        "victims/LV", "2021-12-31",
        .victimCountRecorded(
          filled(VictimCountRecorded()) {
            $0.cell = filled(VictimCell()) { $0.period = period("2021") }
            $0.value = .value(Count(0))
          }))
    ])
    let found = try changes(ledger, at("2021-12-30", 1), at("2021-12-31", 1), on: "victims/LV")
    #expect(
      lines(found) == [
        "value: – → 0 by 1 from 2021-12-31", "provenance: – → REPORTED by 1 from 2021-12-31",
      ])
  }

  @Test("each cell of a country's counts is an entity of its own")
  func counts() throws {
    func cell(_ sex: VictimCell.Sex) -> VictimCell {
      filled(VictimCell()) {
        $0.period = period("2021")
        $0.sex = sex
      }
    }
    let ledger = try TestLedger()
    try ledger.append([
      event(
        "victims/LV", "2021-12-31",
        .victimCountRecorded(
          filled(VictimCountRecorded()) {
            $0.cell = cell(.all)
            $0.value = .value(Count(61))
          }))
    ])
    try ledger.append([
      event(
        "victims/LV", "2022-06-30",
        .victimCountRevised(
          filled(VictimCountRevised()) {
            $0.cell = cell(.all)
            $0.value = .value(Count(63))
          })),
      event(
        "victims/LV", "2022-06-30",
        .victimCountRecorded(
          filled(VictimCountRecorded()) {
            $0.cell = cell(.female)
            $0.value = .notCollected
          })),
    ])
    let found = try changes(
      ledger, at("2022-01-01", 3), at("2023-01-01", 3), on: "victims/LV")
    #expect(found.map { $0.key.cell?.sex } == [.all, .all, .female, .female])
    #expect(
      lines(found) == [
        "value: 61 → 63 by 2 from 2022-06-30", "isRevised: no → yes by 2 from 2022-06-30",
        "value: – → NOT_COLLECTED by 3 from 2022-06-30",
        "provenance: – → REPORTED by 3 from 2022-06-30",
      ])
  }

  @Test("on random histories, what differs is what the oracle gives differently at the two points")
  func randomHistories() throws {
    for seed in UInt64(0)..<600 {
      let ledger = try TestLedger()
      var history = RandomHistory(seed: seed)
      var recorded: [RecordedEvent] = []
      for batch in history.batches {
        let receipt = try ledger.append(batch)
        for (position, event) in zip(receipt.positions, batch) {
          recorded.append(
            RecordedEvent(
              position: position, revision: 0, recorded: receipt.recorded, event: event,
              commitment: nil))
        }
      }
      let oracle = NaiveLedger(recorded: recorded)
      var (then, now) = (history.question(), history.question())
      now.provenance = then.provenance
      switch seed % 3 {
      case 0: (then.position, now.publishedBy) = (now.position, then.publishedBy)
      case 1: (then.effectiveAt, now.publishedBy) = (now.effectiveAt, then.publishedBy)
      default: break
      }
      if then.position > now.position { swap(&then, &now) }
      if seed % 3 == 0, then.effectiveAt > now.effectiveAt { swap(&then, &now) }
      let changes = try Changes(
        ledger.ledger.snapshot(), from: then.point, to: now.point
      ).all(on: history.names.actions)
      if seed % 3 == 1 {
        let all = try Changes(ledger.ledger.snapshot(), from: then.point, to: now.point)
          .all(on: history.names.all)
        for change in all where !change.isDerived {
          #expect(!change.responsible.isEmpty, "seed \(seed): \(change)")
          #expect(
            change.responsible.allSatisfy { $0 > then.position && $0 <= now.position },
            "seed \(seed): \(change)")
        }
      }
      let (before, after) = (
        oracle.answer(history.names, then), oracle.answer(history.names, now)
      )
      for (index, subject) in history.names.actions.enumerated() {
        let own = changes.filter { $0.key.subject == subject }
        let expected = zip(columns(before.actions[index]), columns(after.actions[index]))
          .filter { $0.value != $1.value }.map(\.0.name)
        let names = expected.map { $0 }
        let found = own.map(\.field).filter { columnNames.contains($0) }
        #expect(Set(found) == Set(names), "seed \(seed): \(then) \(now)")
        #expect(found.count == Set(found).count, "seed \(seed)")
      }
    }
  }

  private var columnNames: Set<String> {
    [
      "running", "startedOn", "deliveredOn", "deadline", "originalDeadline", "percent", "title",
      "lead",
    ]
  }

  private func columns(_ answer: ActionAnswer?) -> [(name: String, value: String?)] {
    [
      ("running", answer?.running), ("startedOn", answer?.startedOn?.description),
      ("deliveredOn", answer?.deliveredOn?.description),
      ("deadline", answer?.deadline?.description),
      ("originalDeadline", answer?.originalDeadline?.description),
      ("percent", answer?.percent.map { "\($0)" }),
      ("title", answer.map { "\($0.title.map { $0.variants } ?? [])" }),
      ("lead", answer?.lead?.description),
    ]
  }
}

extension NaiveLedger.Question {
  fileprivate var point: ReadingPoint {
    ReadingPoint(
      effectiveAt: effectiveAt, publishedBy: publishedBy, position: position,
      provenance: provenance)
  }
}
