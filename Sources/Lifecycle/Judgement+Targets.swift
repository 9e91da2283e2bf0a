internal import EventStore
internal import Events
internal import Projections

extension Judgement {
  /// Holds the batch's events about events against what they are about.
  func judgeTargets(_ recorded: [RecordedEvent]) throws(LedgerError) {
    let (before, brought) = batch.divide(recorded)
    guard brought.contains(where: { $0.event.type.isAboutEvents }) else { return }
    var known = Earlier(events: recorded)
    for index in before.indices { known.places[recorded[index].id] = index }
    for index in brought.indices {
      let event = recorded[index]
      if event.event.type.isAboutEvents {
        do throws(RuleViolation) {
          try checkTarget(event, known)
        } catch {
          throw .refused(
            Refusal(
              position: event.position, index: batch.index(of: event.position),
              subject: event.event.subject, fact: error))
        }
      }
      known.places[event.id] = index
    }
  }

  private func checkTarget(
    _ event: RecordedEvent, _ known: Earlier
  ) throws(RuleViolation) {
    switch event.event.data {
    case .eventCorrected(let body):
      let target = try target(body.target, known)
      guard target.event.type != .contentRedacted else {
        throw .cannotUndoRedaction(target: body.target)
      }
      guard target.event.type == body.data.type else {
        throw .typeChanged(target: body.target, from: target.event.type, to: body.data.type)
      }
      guard target.event.data.target == body.data.target else {
        throw .targetChanged(target: body.target)
      }
      do throws(EventError) {
        try target.event.corrected(by: body).check()
      } catch {
        throw .invalid(error)
      }
      try EventRules.check(target.event.corrected(by: body))
    case .eventRetracted(let body):
      guard try target(body.target, known).event.type != .contentRedacted else {
        throw .cannotUndoRedaction(target: body.target)
      }
    case .contentRedacted(let body): _ = try target(body.target, known)
    case .eventsPublished(let body):
      guard UInt64(body.through.number) < event.position else {
        throw .reachesAhead(through: body.through.number, position: event.position)
      }
    default: break
    }
  }

  /// The event that one is about: earlier, and on the same stream.
  private func target(
    _ id: EventID, _ known: Earlier
  ) throws(RuleViolation) -> RecordedEvent {
    guard let place = known.places[id] else { throw .unknownTarget(id: id) }
    return known.events[place]
  }

  /// The events of a stream that stand before one of them, to be found by their ids.
  private struct Earlier {
    let events: [RecordedEvent]
    var places: [EventID: Int] = [:]
  }
}

extension EventData {
  /// The event that this one is about.
  fileprivate var target: EventID? {
    switch self {
    case .eventCorrected(let body): body.target
    case .eventRetracted(let body): body.target
    case .contentRedacted(let body): body.target
    default: nil
    }
  }
}
