/// Something that happened, as a person or a file says it: an envelope around a body.
public struct Event: Hashable, Sendable {
  /// Its name for ever; `nil` until the ledger gives it one.
  public var id: EventID?
  /// The stream that it stands on.
  public var subject: StreamID
  /// When it was true; `nil` only for events about events.
  public var effective: CoarseDate?
  /// When it was said in public.
  public var published: CoarseDate?
  /// The code of who typed it; typed, not authenticated.
  public var actor: Identifier?
  /// The institution on whose behalf.
  public var institution: Identifier?
  /// Why.
  public var reason: Text?
  /// Where it is said.
  public var sources: [SourceReference] = []
  /// Whose word it is.
  public var provenance: Provenance = .reported
  /// The event that led to it.
  public var causation: EventID?
  /// What ties it to others.
  public var correlation: EventID?
  /// The revision that its stream must have before the batch; 0 where it must not exist.
  public var expectedRevision: UInt64?
  /// What happened.
  public var data: EventData

  /// An event with that body; all else is set by name.
  public init(subject: StreamID, effective: CoarseDate?, data: EventData) {
    self.subject = subject
    self.effective = effective
    self.data = data
  }

  /// Its type.
  public var type: EventType { data.type }

  /// Checks what the envelope alone can show: that type and stream agree, that the effective date is
  /// there or not as the type has it, that an official event names its source, and that an event
  /// that needs a reason has one.
  ///
  /// - Throws: `EventError` naming the field.
  public func check() throws(EventError) {
    if let kind = type.streamKind {
      guard subject.kind == kind else {
        throw .wrongStream(type: type, subject: subject.description, expected: kind.pattern)
      }
      if effective == nil { throw .missing(field: "effective") }
    } else {
      for (field, date) in [("effective", effective), ("published", published)] {
        if let date {
          throw .noDate(field: field, date, of: type)
        }
      }
    }
    if provenance == .official && sources.isEmpty { throw .missing(field: "sources") }
    if needsReason && reason == nil { throw .missing(field: "reason") }
  }

  private var needsReason: Bool {
    if case .planClosed(let body) = data { body.itemVerdictsNotHeld } else { type.needsReason }
  }
}

/// An event that the ledger holds.
public struct RecordedEvent: Hashable, Sendable {
  /// Its place in the ledger, from 1, without gaps.
  public var position: UInt64
  /// Its place on its stream, from 1, without gaps.
  public var revision: UInt64
  /// When the ledger learned it.
  public var recorded: Instant
  /// What happened. Its texts are there only where they were read with it.
  public var event: Event
  /// SHA-256 over the salted texts; `nil` where the event has none.
  public var commitment: [UInt8]?
  /// Whether its texts were removed for good.
  public var isRedacted = false

  /// Its name.
  public var id: EventID { event.id ?? .placeholder }

  /// A recorded event of those parts.
  public init(
    position: UInt64, revision: UInt64, recorded: Instant, event: Event, commitment: [UInt8]?
  ) {
    self.position = position
    self.revision = revision
    self.recorded = recorded
    self.event = event
    self.commitment = commitment
  }
}
