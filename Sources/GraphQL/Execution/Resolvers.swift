/// How a schema's fields get their values: one closure for each field of each object type.
///
/// `Context` is an object of the caller's that lives for one execution: resolvers read and change
/// it as they like, one after another, since execution is synchronous.
public struct Resolvers<Context: AnyObject>: Sendable {
  private(set) var objects: [String: LazyFields] = [:]
  private(set) var types: [String: TypeResolver] = [:]
  private(set) var scalars: [String: ScalarCoercion] = [:]
  private(set) var streams: [String: StreamResolver] = [:]

  /// No resolvers.
  public init() {}

  /// Says how all fields of an object type are resolved, from sources of one class.
  ///
  /// A type is given its fields once: a second time is a programmer's mistake, and traps.
  ///
  /// - Parameters:
  ///   - type: the name of the type.
  ///   - source: the class of the objects that its fields are resolved from; a subclass will do.
  ///   - body: adds the fields. It is called when the type is first asked for, and may be called
  ///     again.
  @inlinable public mutating func object<Source: AnyObject>(
    _ type: String, of source: Source.Type,
    _ body: @escaping @Sendable (inout ObjectResolvers<Source, Context>) -> Void
  ) {
    let fields = LazyFields {
      var resolvers = ObjectResolvers<Source, Context>()
      body(&resolvers)
      return ObjectFields(resolvers, of: type)
    }
    set(fields, forObject: type)
  }

  /// Says which object type a source is, where a field is of an interface or union (§6.4.3).
  @inlinable public mutating func abstract<Source: AnyObject>(
    _ type: String, of source: Source.Type, resolveType: @escaping @Sendable (Source) -> String
  ) {
    let resolver = TypeResolver { source in
      guard let source = source as? Source else {
        preconditionFailure("\(type) is resolved from \(Source.self)")
      }
      return resolveType(source)
    }
    set(resolver, forType: type)
  }

  /// Says how a custom scalar comes in and goes out.
  public mutating func scalar(_ name: String, _ coercion: ScalarCoercion) {
    scalars[name] = coercion
  }

  @usableFromInline mutating func set(_ fields: LazyFields, forObject name: String) {
    let before = objects.updateValue(fields, forKey: name)
    precondition(before == nil, "\(name) is given its fields twice")
  }

  @usableFromInline mutating func set(_ resolver: StreamResolver, forStream field: String) {
    precondition(streams[field] == nil, "subscriptions to \(field) are opened twice")
    streams[field] = resolver
  }

  @usableFromInline mutating func set(_ resolver: TypeResolver, forType name: String) {
    precondition(types[name] == nil, "\(name) has two type resolvers")
    types[name] = resolver
  }
}

/// Names the object type of a source.
@usableFromInline struct TypeResolver: Sendable {
  @usableFromInline let body: @Sendable (AnyObject) -> String

  @usableFromInline init(_ body: @escaping @Sendable (AnyObject) -> String) {
    self.body = body
  }
}
