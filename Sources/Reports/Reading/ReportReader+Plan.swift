internal import EventStore
internal import Events
internal import Projections

extension ReportReader {
  /// What the plan is.
  func facts() throws(LedgerError) -> [Report.Fact] {
    let state = plan.state
    let since = plan.foldedEvents.last { $0.bodyPosition == state.status?.setBy }?.event.effective
    var status = Value.word(state.status?.value)
    if let since { status = .with(status, .date(since)) }
    return [
      Report.Fact(key: "status", label: .status, value: status),
      Report.Fact(
        key: "period", label: .period, value: state.period.map { .period($0.value) } ?? .none),
      Report.Fact(key: "act", label: .act, value: .plain(state.act?.value)),
      Report.Fact(
        key: "responsible", label: .responsible, value: try institution(state.responsible)),
      Report.Fact(key: "predecessor", label: .predecessor, value: .code(state.predecessor)),
      Report.Fact(key: "successor", label: .successor, value: .code(state.successor?.value)),
    ].filter { $0.value != .none }
  }

  /// The figures that stand first.
  func figures() -> [Report.KeyFigure] {
    func share(_ count: Int) -> Note? {
      actions.isEmpty ? nil : Note(.outOf, .count(actions.count), .share(count, of: actions.count))
    }
    let completed = actions.count {
      $0.state.assessment?.value.verdict == .completed
        && $0.state.assessment?.value.finality == .final
    }
    let delivered = actions.count { $0.state.running?.value == .delivered }
    let overdue = actions.count { $0.timeliness(on: day) == .overdue }
    let open = challenges.count { $0.state.status?.value == .open }
    return [
      Report.KeyFigure(label: .actions, value: .count(actions.count)),
      Report.KeyFigure(label: .deliveredByOwner, value: .count(delivered), note: share(delivered)),
      Report.KeyFigure(
        label: .completedByVerdict, value: .count(completed), note: share(completed)),
      Report.KeyFigure(label: .pastDeadline, value: .count(overdue), note: share(overdue)),
      Report.KeyFigure(label: .openChallenges, value: .count(open)),
    ]
  }

  /// What happened to the plan itself and the days that it is for, date beside date.
  func dates() -> Table {
    var table = Table(
      "dates", Note(.datesCaption),
      [
        Table.Column("date", .date, .date), Table.Column("what", .whatHappened, .prose),
        Table.Column("published", .published, .date),
        Table.Column("event", .eventNumber, .number(unit: "position")),
      ])
    var dates = plan.foldedEvents.map { event in
      Dated(
        date: event.event.effective ?? CoarseDate(event.day), what: .planEvent(event.event.data),
        published: event.published, event: event.bodyPosition,
        provenance: event.event.provenance)
    }
    if let period = plan.state.period, let provenance = plan.foldedEvents.first?.event.provenance {
      for (day, wording) in [
        (period.value.firstDay, Wording.periodBegins),
        (period.value.dayAfter.advanced(by: -1), .periodEnds),
      ] {
        dates.append(
          Dated(
            date: CoarseDate(day), what: .word("PERIOD", wording), published: nil,
            event: period.setBy,
            provenance: provenance))
      }
    }
    let order = dates.indices.sorted {
      (dates[$0].date.lastDay, $0) < (dates[$1].date.lastDay, $1)
    }
    for index in order {
      let entry = dates[index]
      table.add(
        "\(id)", [entry.provenance],
        [.date(entry.date), entry.what, .date(entry.published), .event(entry.event)])
    }
    return table
  }

  private struct Dated {
    let date: CoarseDate
    let what: Value
    let published: CoarseDate?
    let event: UInt64
    let provenance: Provenance
  }
}

extension Value {
  /// A text of no language in particular, or nothing.
  static func plain(_ text: (some CustomStringConvertible)?) -> Value {
    text.map { .plain($0.description) } ?? .none
  }
}
