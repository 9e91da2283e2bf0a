internal import EventStore
internal import Events
internal import Projections

/// A stream that a batch touches: its timeline before and after, and from where on they differ.
struct TouchedStream {
  let subject: StreamID
  /// The timeline as it will stand.
  let timeline: [LiveEvent]
  /// The first day that the batch changes; `nil` where it changes none.
  let firstTouchedDay: Day?
  /// The live events that the batch brings or changes.
  let changed: [LiveEvent]
  private let batch: StagedBatch

  init(
    subject: StreamID, recorded: [RecordedEvent], batch: StagedBatch,
    publications: [Publication]
  ) {
    self.subject = subject
    self.batch = batch
    timeline = Projections.timeline(of: recorded, publications: publications)
    let (before, brought) = batch.divide(recorded)
    let timeline = timeline
    changed =
      before.isEmpty
      ? timeline
      : timeline.indices.filter {
        timeline[$0].bodyPosition >= batch.first || timeline[$0].position >= batch.first
      }.map { timeline[$0] }
    let speaksOfEvents = brought.contains { $0.event.type.isAboutEvents }
    firstTouchedDay =
      speaksOfEvents
      ? TouchedStream.firstDifference(
        between: Projections.timeline(of: Array(before), publications: publications),
        and: timeline)
      : changed.first?.day
  }

  /// The first day on which two timelines differ; `nil` where they are the same.
  private static func firstDifference(
    between before: [LiveEvent], and after: [LiveEvent]
  ) -> Day? {
    var index = 0
    while index < min(before.count, after.count), before[index].isSame(as: after[index]) {
      index += 1
    }
    return [before, after].compactMap { $0.count > index ? $0[index].day : nil }.min()
  }

  /// Whether the stream's defining event stands on its timeline, whatever its day.
  func isDefined(by types: [EventType]) -> Bool {
    timeline.contains { types.contains($0.event.type) }
  }

  /// Folds the timeline and holds each event from the first touched day against the state it meets.
  ///
  /// That a thing has come into being is judged on the whole timeline, not by day: a planner may add
  /// an action today and then type in that it began two years ago.
  ///
  /// - Parameters:
  ///   - types: the events that bring the stream into being, one of them once; none where any may.
  ///   - mayPrecede: whether other events may take effect before it has come into being.
  ///   - check: throws the rule that an event breaks.
  func fold<State: EntityState>(
    _: State.Type, definedBy types: [EventType], mayPrecede: Bool = true,
    _ check: (State, LiveEvent) throws(RuleViolation) -> Void = { (_, _) throws(RuleViolation) in }
  ) throws(LedgerError) {
    guard let firstTouchedDay else { return }
    var state = State(subject: subject)
    var isDefined = false
    let definition = mayPrecede ? nil : timeline.first { types.contains($0.event.type) }
    for event in timeline {
      let defines = types.contains(event.event.type)
      if event.day >= firstTouchedDay {
        do throws(RuleViolation) {
          if defines && isDefined { throw .exists(event: event.event.type, subject: subject) }
          if let definition, !isDefined, !defines {
            throw .tooEarly(
              event: event.event.type, subject: subject, on: event.event.effective,
              begins: definition.event.effective)
          }
          try check(state, event)
        } catch {
          throw refusal(of: event, error)
        }
      }
      isDefined = isDefined || defines
      state.evolve(event)
    }
  }

  /// A refusal of the batch because of that event, which may be of the batch or there already.
  func refusal(of event: LiveEvent, _ violation: RuleViolation) -> LedgerError {
    let culprit = event.bodyPosition
    return .refused(
      Refusal(
        position: event.position, index: batch.index(of: culprit), subject: subject,
        fact: violation))
  }
}

extension LiveEvent {
  /// Whether a batch left the event as it was.
  func isSame(as other: LiveEvent) -> Bool {
    position == other.position && bodyPosition == other.bodyPosition && day == other.day
  }
}

extension StagedBatch {
  /// A stream's events before the batch, and those that it brings.
  ///
  /// - Complexity: O(events brought).
  func divide(
    _ recorded: [RecordedEvent]
  ) -> (before: ArraySlice<RecordedEvent>, brought: ArraySlice<RecordedEvent>) {
    var start = recorded.endIndex
    while start > 0, recorded[start - 1].position >= first { start -= 1 }
    return (recorded[..<start], recorded[start...])
  }
}
