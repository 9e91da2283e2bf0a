// Events about events (`docs/time.md`).

/// An event was typed wrong: this body stands in its place. What is left out is inherited.
public struct EventCorrected: EventBody {
  public static let type = EventType.eventCorrected
  /// The event.
  public var target = EventID.placeholder
  /// When it was true.
  public var effective: CoarseDate?
  /// When it was said in public.
  public var published: CoarseDate?
  /// Whose word it is.
  public var provenance: Provenance?
  /// Where it is said.
  public var sources: [SourceReference] = []
  /// The reason of the event itself.
  public var reason: Text?
  /// The complete body.
  public var data = EventData.actionStarted(ActionStarted())

  /// A body to be filled.
  public init() {}

  public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
    try fields.required("target", &target)
    try fields.optional("effective", &effective)
    try fields.optional("published", &published)
    try fields.optional("provenance", &provenance)
    try fields.list("sources", &sources, isRequired: false)
    try fields.optional("reason", &reason)
    try fields.replacement("data", &data, of: target)
  }

  /// That events about events get no dates, as they have none of their own.
  public func check() throws(EventError) {
    guard data.type.isAboutEvents else { return }
    for (field, date) in [("effective", effective), ("published", published)] {
      if let date {
        throw .noDate(field: field, date, of: data.type)
      }
    }
  }
}

/// An event never happened; the envelope says why.
public struct EventRetracted: EventBody {
  public static let type = EventType.eventRetracted
  /// The event.
  public var target = EventID.placeholder

  /// A body to be filled.
  public init() {}

  public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
    try fields.required("target", &target)
  }
}

/// The free text of an event was removed for good; the envelope says why.
public struct ContentRedacted: EventBody {
  public static let type = EventType.contentRedacted
  /// The event.
  public var target = EventID.placeholder

  /// A body to be filled.
  public init() {}

  public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
    try fields.required("target", &target)
  }
}

/// Events that had no published date have one now.
public struct EventsPublished: EventBody {
  public static let type = EventType.eventsPublished
  /// When they were said in public.
  public var published = CoarseDate.placeholder
  /// The streams reached: one, and all below it.
  public var under = StreamPrefix.placeholder
  /// The last position reached.
  public var through = Count.placeholder

  /// A body to be filled.
  public init() {}

  public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
    try fields.required("published", &published)
    try fields.required("under", &under)
    try fields.required("through", &through)
  }
}
