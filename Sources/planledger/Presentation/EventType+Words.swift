internal import Events

extension EventType {
  /// What happened, after the name of the stream: `started`, `assessed`.
  var verb: String {
    switch self {
    case .planDrafted: "drafted"
    case .planApproved: "approved"
    case .planAmended: "amended"
    case .planReportNoted: "report noted"
    case .planClosed: "closed"
    case .planSuccessorNamed: "succeeded"
    case .areaDefined, .institutionDefined, .indicatorDefined: "defined"
    case .claimPublished: "published"
    case .actionAdded, .sourceAdded: "added"
    case .actionReworded: "reworded"
    case .actionReassigned: "reassigned"
    case .deadlineSet: "deadline set"
    case .deadlinePostponed: "postponed"
    case .fundingAllocated: "funded"
    case .actionStarted: "started"
    case .actionResumed: "resumed"
    case .actionSuspended: "suspended"
    case .actionReopened, .challengeReopened: "reopened"
    case .actionCancelled: "cancelled"
    case .actionDelivered: "delivered"
    case .progressReported: "progress reported"
    case .actionAssessed: "assessed"
    case .assessmentRevised: "assessment revised"
    case .actionCarriedOver: "carried over"
    case .actionDropped: "dropped"
    case .victimCountRecorded: "counted"
    case .victimCountRevised: "count revised"
    case .indicatorRedefined: "redefined"
    case .targetSet: "target set"
    case .observationRecorded: "observed"
    case .challengeRaised: "raised"
    case .challengeUpdated: "updated"
    case .challengeAddressed: "addressed"
    case .challengeResolved: "resolved"
    case .achievementRecorded, .obligationRecorded: "recorded"
    case .recommendationReceived: "received"
    case .recommendationAnswered: "answered"
    case .recommendationFollowedUp: "followed up"
    case .obligationMet: "met"
    case .linkAsserted: "linked"
    case .linkWithdrawn: "withdrawn"
    case .institutionRenamed: "renamed"
    case .eventCorrected: "corrected"
    case .eventRetracted: "retracted"
    case .contentRedacted: "redacted"
    case .eventsPublished: "published"
    }
  }
}

extension Event {
  /// The event in a few words: `DEMO-2021/1.2 started 2022-03`.
  var summary: String { words(data.detail, effective) }

  func words(_ detail: String?, _ date: CoarseDate?) -> String {
    let detail = detail.map { " \($0)" } ?? ""
    let comma = detail.isEmpty ? "" : ","
    return "\(subject.short) \(type.verb)\(detail)" + (date.map { "\(comma) \($0)" } ?? "")
  }
}

extension EventData {
  /// What a person wants to know of the body first; `nil` where the verb says it all.
  var detail: String? {
    switch self {
    case .planDrafted(let body): "for \(body.period)"
    case .planReportNoted(let body): "by \(body.by)"
    case .planSuccessorNamed(let body): "by \(body.successor)"
    case .deadlineSet(let body): "to \(body.deadline)"
    case .deadlinePostponed(let body): "to \(body.deadline)"
    case .actionAdded(let body): body.area.map { "to \($0)" }
    case .actionReassigned(let body): "to \(body.lead)"
    case .fundingAllocated(let body): "\(body.amount) \(body.currency)"
    case .progressReported(let body): body.percent.map { "\($0.number) %" }
    case .actionAssessed(let body): "\(body.verdict) (\(body.finality))"
    case .assessmentRevised(let body): "to \(body.verdict) (\(body.finality))"
    case .actionCarriedOver(let body):
      ([body.relation.description] + body.successors.map(\.short)).joined(separator: " ")
    case .victimCountRecorded(let body): "\(body.value.shown) \(body.cell.shown)"
    case .victimCountRevised(let body): "to \(body.value.shown) \(body.cell.shown)"
    case .targetSet(let body): "\(body.value) by \(body.due)"
    case .observationRecorded(let body): "\(body.value.shown) in \(body.period)"
    case .challengeAddressed(let body): "by \(body.by.short)"
    case .recommendationAnswered(let body): body.response.description
    case .recommendationFollowedUp(let body): body.level?.description
    case .linkAsserted(let body): "\(body.from.short) \(body.relation) \(body.to.short)"
    case .claimPublished(let body): body.figures.compactMap(\.shown).joined(separator: ", ")
    case .eventsPublished(let body): "\(body.published) up to no. \(body.through.number)"
    case .eventCorrected(let body):
      if case .eventCorrected = body.data {
        body.data.detail
      } else {
        "with " + (body.data.detail ?? body.data.type.verb)
      }
    default: nil
    }
  }
}

extension Known where Value: CustomStringConvertible {
  /// The value, or the word that stands for none.
  var shown: String {
    switch self {
    case .value(let value): value.description
    case .unknown: "UNKNOWN"
    case .notCollected: "NOT_COLLECTED"
    }
  }
}

extension Known<Count> {
  /// The number, or the word that stands for none.
  var shown: String {
    switch self {
    case .value(let count): "\(count.number)"
    case .unknown: "UNKNOWN"
    case .notCollected: "NOT_COLLECTED"
    }
  }
}

extension VictimCell {
  /// The cell for people: `identified 2021/2023, citizens of LV`.
  var words: String {
    var parts = ["\(Table.Cell.word(basis.description).text) \(period)"]
    if register != .all { parts.append("register \(register)") }
    for word in [sex.description, ageGroup.description, exploitation.description]
    where word != "ALL" {
      parts.append(Table.Cell.word(word).text)
    }
    if citizenship != .all { parts.append("citizens of \(citizenship)") }
    if place != .all { parts.append("in \(place)") }
    return parts.joined(separator: ", ")
  }

  /// The cell in a few words, dimensions that are ALL left out.
  var shown: String {
    var words = [basis.description, period.description]
    if register != .all { words.append("register \(register)") }
    if sex != .all { words.append(sex.description) }
    if ageGroup != .all { words.append(ageGroup.description) }
    if citizenship != .all { words.append("citizens of \(citizenship)") }
    if exploitation != .all { words.append(exploitation.description) }
    if place != .all { words.append("in \(place)") }
    return words.joined(separator: " ")
  }
}

extension ClaimFigure {
  /// The figure in a few words; `nil` for a statement.
  var shown: String? {
    guard measure != .statement else { return nil }
    return "\(value?.number ?? 0) \(measure)"
  }
}
