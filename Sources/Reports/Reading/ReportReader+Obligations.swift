internal import EventStore
internal import Events
internal import Projections

extension ReportReader {
  /// The recommendations with what answers to them. They stand above plans, and so all of them do here.
  func recommendations() throws(LedgerError) -> Report.Section {
    var section = Report.Section("recommendations", .recommendationsHeading)
    var table = Table(
      "recommendations", Note(.recommendationsCaption, .dateInWords(day)),
      [
        Table.Column("recommendation", .code, .code), Table.Column("body", .body, .code),
        Table.Column("urgency", .urgency), Table.Column("text", .recommended, .prose),
        Table.Column("receivedOn", .receivedOn, .date), Table.Column("response", .response),
        Table.Column("level", .laterFinding), Table.Column("coveredBy", .coveredBy),
        Table.Column("related", .otherwiseTied),
      ], ifEmpty: .noRecommendations)
    var uncovered = 0
    let recommendations = try reading.recommendations().sorted {
      $0.state.id.precedesNaturally($1.state.id)
    }
    for entity in recommendations {
      guard let received = entity.state.received?.value else { continue }
      rest(on: entity)
      let (covering, others) = try answers(to: entity.subject)
      if covering.isEmpty { uncovered += 1 }
      let place = [received.round?.description, received.paragraph?.description].compactMap { $0 }
      table.add(
        entity.state.id.description, entity.provenances,
        [
          .code(entity.state.id),
          place.isEmpty
            ? .code(received.body)
            : .with(.code(received.body), .plain(place.joined(separator: ", "))),
          .word(received.urgency), .text(received.text), .date(entity.state.receivedOn),
          .word(entity.state.answer?.value.response),
          .word(entity.state.findings.last?.value.level),
          covering.isEmpty ? .word("UNCOVERED", .uncovered) : .list(covering), .list(others),
        ])
    }
    if !recommendations.isEmpty {
      section.notes = [
        Note(.coverageNote),
        Note(.uncoveredNote, .count(uncovered), .count(recommendations.count)),
      ]
    }
    section.tables = [table]
    return section
  }

  /// The legal duties with the days that are left to them: they stand above plans, and so all of them.
  func obligations() throws(LedgerError) -> Report.Section {
    var section = Report.Section("obligations", .obligationsHeading)
    var table = Table(
      "obligations", Note(.obligationsCaption, .dateInWords(day)),
      [
        Table.Column("obligation", .code, .code), Table.Column("title", .title, .prose),
        Table.Column("act", .act), Table.Column("deadline", .deadline, .date),
        Table.Column("daysLeft", .daysLeft, .number(unit: "days")),
        Table.Column("metOn", .metOn, .date), Table.Column("coveredBy", .coveredBy),
      ], ifEmpty: .noObligations)
    let obligations = try reading.obligations().sorted { left, right in
      (left.state.obligation?.value.deadline.lastDay ?? .last, left.state.id)
        < (right.state.obligation?.value.deadline.lastDay ?? .last, right.state.id)
    }
    for entity in obligations {
      guard let duty = entity.state.obligation?.value else { continue }
      rest(on: entity)
      let met = entity.state.metOn?.value
      let (covering, _) = try answers(to: entity.subject)
      table.add(
        entity.state.id.description, entity.provenances,
        [
          .code(entity.state.id), .text(duty.title), .plain(duty.act), .date(duty.deadline),
          met == nil ? .daysLeft(day.days(to: duty.deadline.lastDay)) : .none, .date(met),
          covering.isEmpty ? .word("UNCOVERED", .uncovered) : .list(covering),
        ])
    }
    section.tables = [table]
    return section
  }

  /// The actions that answer to something: those that are enough, and the others. Being related is not
  /// enough, and what was given up is not.
  private func answers(
    to subject: StreamID
  ) throws(LedgerError) -> (covering: [Value], others: [Value]) {
    var covering: [Value] = []
    var others: [Value] = []
    for answer in try reading.answers(to: subject) {
      let action = try reading.entity(answer.action, as: ActionState.self)
      guard let action else { continue }
      rest(on: action)
      if let link = answer.link { rest(on: link) }
      let name = Value.code(
        answer.action.plan == id ? answer.action.code.description : answer.action.short)
      if answer.covers, action.state.running?.value != .cancelled {
        if !covering.contains(name) { covering.append(name) }
      } else {
        let why: Value =
          action.state.running?.value == .cancelled
          ? .word(RunningStatus.cancelled) : .word(answer.relation)
        others.append(.with(name, why))
      }
    }
    return (covering, others)
  }
}
