/// A source stream (§6.2.3): the events of one subscription, pulled one by one.
///
/// An event is the object from which the subscription's root field is resolved.
public final class EventStream {
  private let pull: () throws(FieldError) -> AnyObject?
  private let close: () -> Void

  /// A stream of whatever a closure gives.
  ///
  /// - Parameters:
  ///   - next: gives the next event, waiting for it as long as it takes; `nil` at the end. What it
  ///     throws ends the stream with that error.
  ///   - cancel: called once when nobody wants events any more, unless the stream has ended before.
  public init(
    next: @escaping () throws(FieldError) -> AnyObject?, cancel: @escaping () -> Void = {}
  ) {
    pull = next
    close = cancel
  }

  /// A stream of the objects of a sequence.
  public convenience init<Events: Sequence>(_ events: Events) where Events.Element: AnyObject {
    var iterator = events.makeIterator()
    self.init(next: { () throws(FieldError) in iterator.next() })
  }

  func next() throws(FieldError) -> AnyObject? { try pull() }

  func cancel() { close() }
}

/// Gives the source stream of a subscription's root field (ResolveFieldEventStream).
@usableFromInline struct StreamResolver: Sendable {
  @usableFromInline typealias Body =
    @Sendable (AnyObject, FieldPlan) throws(FieldError) -> EventStream

  @usableFromInline let body: Body

  @usableFromInline init(_ body: @escaping Body) {
    self.body = body
  }
}

extension Resolvers {
  /// Says where the events of a field of the subscription type come from.
  ///
  /// How the field is resolved from each event is said as for any other field, by `object(_:of:_:)`.
  ///
  /// - Parameters:
  ///   - field: the name of the field.
  ///   - source: the class of the root value that subscriptions are given.
  ///   - open: opens the stream for the field's arguments; what it throws refuses the request.
  @inlinable public mutating func subscription<Source: AnyObject>(
    _ field: String, of source: Source.Type,
    open: @escaping @Sendable (Source, FieldInfo<Context>) throws(FieldError) -> EventStream
  ) {
    let resolver = StreamResolver { source, plan throws(FieldError) in
      guard let source = source as? Source else {
        preconditionFailure("subscriptions to \(field) are opened from \(Source.self)")
      }
      return try open(source, FieldInfo(plan: plan))
    }
    set(resolver, forStream: field)
  }
}
