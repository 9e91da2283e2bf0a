import EventStore
import Events
import Projections
import Testing

@Suite("Where two timelines of an entity give other answers, by day")
struct ChangedSpanTests {
  private func timelines(
    _ ledger: TestLedger, _ subject: StreamID, before position: UInt64
  ) throws -> (then: [EntityKey: [LiveEvent]], now: [EntityKey: [LiveEvent]]) {
    let snapshot = try ledger.ledger.snapshot()
    func timeline(_ position: UInt64) throws -> [EntityKey: [LiveEvent]] {
      let reader = try TimelineReader(
        snapshot.view, position: position, snapshot.transaction)
      return timelinesByEntity(
        try reader.timeline(of: subject, withTexts: true, snapshot.transaction), of: subject)
    }
    return (try timeline(position), try timeline(snapshot.view.head.position))
  }

  @Test("A late pair of events changes the days between them and no others")
  func latePair() throws {
    let ledger = try TestLedger()
    let subject = "plan/P/action/1"
    try ledger.append([
      event(subject, "2021-01-01", .actionAdded(ActionAdded()), id: id(1)),
      event(subject, "2022-03-01", .actionStarted(ActionStarted()), id: id(2)),
      event(subject, "2022-12-01", .actionDelivered(ActionDelivered()), id: id(3)),
    ])
    try ledger.append([
      event(subject, "2022-05-01", .actionSuspended(ActionSuspended()), id: id(4)),
      event(subject, "2022-06-01", .actionResumed(ActionResumed()), id: id(5)),
    ])
    let (then, now) = try timelines(ledger, stream(subject), before: 3)
    let key = EntityKey(stream(subject))
    let spans = key.changedSpans(from: then[key] ?? [], to: now[key] ?? [])
    #expect(spans.map(\.field) == ["running"])
    #expect(spans.first?.old == .word("IN_PROGRESS"))
    #expect(spans.first?.new == .word("SUSPENDED"))
    #expect(spans.first?.from == day("2022-05-01"))
    #expect(spans.first?.through == day("2022-05-31"))
  }

  @Test("A postponed deadline changes timeliness on just the days that it moves")
  func deadline() throws {
    let ledger = try TestLedger()
    let subject = "plan/P/action/1"
    let added = filled(ActionAdded()) { $0.deadline = date("2022-06-30") }
    try ledger.append([event(subject, "2021-01-01", .actionAdded(added), id: id(1))])
    try ledger.append([
      event(
        subject, "2022-03-01",
        .deadlinePostponed(filled(DeadlinePostponed()) { $0.deadline = date("2022-12-31") }))
    ])
    let (then, now) = try timelines(ledger, stream(subject), before: 1)
    let key = EntityKey(stream(subject))
    let spans = key.changedSpans(from: then[key] ?? [], to: now[key] ?? [])
      .filter { $0.field == "timeliness" }
    let lines = spans.map { span in
      "\(span.from) \(span.old?.shown(in: nil, fallback: "") ?? "–") → "
        + "\(span.new?.shown(in: nil, fallback: "") ?? "–")"
    }
    // Due in June, overdue from July; put off, due in December, overdue in January all the same.
    #expect(
      lines == [
        "2022-06-01 DUE → ON_TIME", "2022-07-01 OVERDUE → ON_TIME", "2022-12-02 OVERDUE → DUE",
      ])
    #expect(spans.last?.through == day("2022-12-31"))
  }

  @Test("A coarse date leaves the days of its span open, and changes those behind it")
  func coarse() throws {
    let ledger = try TestLedger()
    let subject = "plan/P/action/1"
    try ledger.append([event(subject, "2021-01-01", .actionAdded(ActionAdded()), id: id(1))])
    try ledger.append([event(subject, "2022-05", .actionStarted(ActionStarted()), id: id(2))])
    let (then, now) = try timelines(ledger, stream(subject), before: 1)
    let key = EntityKey(stream(subject))
    let spans = key.changedSpans(from: then[key] ?? [], to: now[key] ?? [])
    #expect(spans.map(\.field) == ["imprecise", "running", "startedOn"])
    #expect(spans.first?.old == .flag(false))
    #expect(spans.first?.new == .flag(true))
    #expect(spans.map(\.from) == [day("2022-05-01"), day("2022-05-31"), day("2022-05-31")])
    #expect(spans.map(\.through) == [day("2022-05-30"), nil, nil])
  }

  @Test("On random histories, each day shows what two reads on that day show")
  func randomHistories() throws {
    for seed in UInt64(0)..<500 {
      let ledger = try TestLedger()
      var history = RandomHistory(seed: seed)
      for batch in history.batches { try ledger.append(batch) }
      let before = history.question().position
      for subject in history.names.all {
        let (then, now) = try timelines(ledger, subject, before: before)
        for key in Set(then.keys).union(now.keys) {
          let (old, new) = (then[key] ?? [], now[key] ?? [])
          let spans = key.changedSpans(from: old, to: new)
          var days = (0..<12).map { _ in
            day("2021-12-15").advanced(by: Int(history.question().position * 97 % 700))
          }
          for date in RandomHistory.dates {
            days += [date.firstDay, date.lastDay].flatMap { [$0.advanced(by: -1), $0] }
          }
          for day in Set(days) {
            let point = ReadingPoint(effectiveAt: day, position: .max)
            let (before, after) = (
              key.portrait(of: old, at: point), key.portrait(of: new, at: point)
            )
            let expected = difference(from: before, to: after)
            let shown = spans.filter { $0.from <= day && day <= $0.through ?? .last }
            var fields = Set((expected?.fields ?? []).map(\.field))
            if (before?.isImprecise ?? false) != (after?.isImprecise ?? false) {
              fields.insert("imprecise")
            }
            #expect(
              Set(shown.map(\.field)) == fields, "seed \(seed), \(key.subject) on \(day)")
            for field in expected?.fields ?? [] {
              let span = shown.filter { $0.field == field.field }
              #expect(span.map(\.old) == [field.old], "seed \(seed), \(field.field) on \(day)")
              #expect(span.map(\.new) == [field.new], "seed \(seed), \(field.field) on \(day)")
              #expect(span.map(\.presence) == [expected?.presence])
            }
          }
        }
      }
    }
  }
}
