internal import EventStore
internal import Events

/// What an event speaks about, as far as its state asks: rows of one line lie side by side in the
/// order of time, so that the last one by a day is found by a descent.
///
/// The numbers are part of the stored form, and the order of the lines: those of few rows stand first
/// and share a block, the longest stands last. An event stands on each line that it moves; a state is
/// folded from the last row of some lines and the first of others (`FactTargets`).
enum FactLine: UInt8, CaseIterable {
  /// An action was added.
  case added = 1
  /// It was worded anew.
  case reworded
  /// Its expected result was worded anew, too.
  case expected
  /// It was given to another institution.
  case reassigned
  /// Work on it began: the first one counts.
  case started
  /// What became of it in the next plan.
  case disposition
  /// Once more what has an open date.
  case open
  /// A deadline is given.
  case deadline
  /// A deadline was moved: to be counted, without a body.
  case postponed
  /// Its running status moves.
  case running
  /// A verdict on it.
  case assessment
  /// Once more what has a coarse date, for answers inside its span.
  case coarse
  /// It is that far, in per cent.
  case percent
  /// What moves nothing, and is counted among the events that a state rests on.
  case other
  /// All events of a stream that is no action's, folded one by one.
  case all = 32
  /// Events about events, by the position of what they are about in the end.
  case about = 64
}

/// The lines that an event stands on, a bit each; `all` and those above it apart.
struct FactLines: OptionSet {
  let rawValue: UInt32

  init(rawValue: UInt32) { self.rawValue = rawValue }

  init(_ line: FactLine) { rawValue = line == .all ? 1 : 1 << UInt32(line.rawValue) }

  /// The lines that the body of an event moves.
  ///
  /// - Parameter body: the body's bytes, after its type and version were looked at.
  init(_ type: EventType, body: Span<UInt8>) throws(EventError) {
    // After the reason's flag come the fields that are no texts.
    let hasFirstOption = body.count > 1 && body[1] == 1
    switch type {
    case .actionAdded:
      self.init(.added)
      if case .actionAdded(let added) = try RecordCodec.data(type, body: body.copied),
        added.deadline != nil
      {
        insert(.init(.deadline))
      }
    case .actionReworded:
      self.init(.reworded)
      if hasFirstOption { insert(.init(.expected)) }
    case .actionReassigned: self.init(.reassigned)
    case .deadlineSet: self.init(.deadline)
    case .deadlinePostponed: self = [.init(.deadline), .init(.postponed)]
    case .actionStarted: self = [.init(.running), .init(.started)]
    case .actionResumed, .actionSuspended, .actionReopened, .actionCancelled, .actionDelivered:
      self.init(.running)
    case .progressReported: self.init(hasFirstOption ? .percent : .other)
    case .actionAssessed, .assessmentRevised: self.init(.assessment)
    case .actionCarriedOver, .actionDropped: self.init(.disposition)
    case .fundingAllocated: self.init(.other)
    default: self.init(.all)
    }
  }
}
