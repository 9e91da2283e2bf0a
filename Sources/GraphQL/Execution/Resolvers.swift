/// How a schema's fields get their values: one closure for each field of each object type.
///
/// `Context` is an object of the caller's that lives for one execution: resolvers read and change
/// it as they like, one after another, since execution is synchronous.
public struct Resolvers<Context: AnyObject>: Sendable {
  /// By type, in the order in which they were added.
  private(set) var fields: [String: [NamedResolver]] = [:]
  private(set) var types: [String: TypeResolver] = [:]
  private(set) var scalars: [String: ScalarCoercion] = [:]
  private(set) var streams: [String: StreamResolver] = [:]

  /// No resolvers.
  public init() {}

  /// Adds the fields of an object type whose objects are resolved from sources of one class.
  @inlinable public mutating func object<Source: AnyObject>(
    _ type: String, of source: Source.Type,
    _ body: (inout ObjectResolvers<Source, Context>) -> Void
  ) {
    var resolvers = ObjectResolvers<Source, Context>()
    body(&resolvers)
    add(resolvers.fields, to: type)
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

  @usableFromInline mutating func add(_ resolvers: [NamedResolver], to type: String) {
    fields[type, default: []] += resolvers
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

/// The fields of one object type, resolved from sources of one class.
public struct ObjectResolvers<Source: AnyObject, Context: AnyObject> {
  @usableFromInline var fields: [NamedResolver] = []

  @usableFromInline init() {}

  /// Adds the resolver of a field.
  ///
  /// The closure is specialised where it is written, so that nothing generic is left to run.
  @inlinable public mutating func field(
    _ name: String,
    _ resolve: @escaping @Sendable (Source, FieldInfo<Context>) throws(FieldError) -> Resolved
  ) {
    let resolver = Resolver { source, plan throws(FieldError) in
      guard type(of: source) == Source.self || source is Source else {
        preconditionFailure("\(name) is resolved from \(Source.self)")
      }
      // A cast by `as?` gives a reference of its own, which is counted up and down again for each
      // field: a tenth of what a field costs. That it succeeds has just been seen.
      let source = unsafe unsafeDowncast(source, to: Source.self)
      return try resolve(source, FieldInfo(plan: plan))
    }
    fields.append(NamedResolver(name, resolver))
  }
}

/// A resolver without its types: of the source and the field.
///
/// A closure in a dictionary or an optional is wrapped in a thunk each time that it goes in or out,
/// and each call passes through all of them; in a structure it stays as it is.
@usableFromInline struct Resolver: Sendable {
  @usableFromInline typealias Body =
    @Sendable (AnyObject, FieldPlan) throws(FieldError) -> Resolved

  @usableFromInline let body: Body

  @usableFromInline init(_ body: @escaping Body) {
    self.body = body
  }
}

/// The resolver of the field of that name.
@usableFromInline struct NamedResolver: Sendable {
  let name: String
  let resolver: Resolver

  @usableFromInline init(_ name: String, _ resolver: Resolver) {
    self.name = name
    self.resolver = resolver
  }
}

/// Names the object type of a source.
@usableFromInline struct TypeResolver: Sendable {
  @usableFromInline let body: @Sendable (AnyObject) -> String

  @usableFromInline init(_ body: @escaping @Sendable (AnyObject) -> String) {
    self.body = body
  }
}

/// What a resolver may know of the field that it resolves.
public struct FieldInfo<Context: AnyObject> {
  @usableFromInline let plan: FieldPlan

  @usableFromInline init(plan: FieldPlan) {
    self.plan = plan
  }

  /// The caller's object for this execution.
  @inlinable public var context: Context {
    guard let context = plan.context as? Context else {
      preconditionFailure("an execution has the context that its schema was wired for")
    }
    return context
  }

  /// The arguments, coerced.
  public var arguments: Arguments { plan.arguments }
  /// The key under which the value stands in the response: the alias, or the name.
  public var responseKey: String { plan.key }
  /// The field's name.
  public var fieldName: String { plan.name }

  /// Whether the request wants a field below this one.
  ///
  /// - Parameter path: names of fields with dots between them, such as `"nodes.title"`. Fragments
  ///   are looked into whatever type they are for, so a `true` may be for some of the types only.
  /// - Complexity: O(*n*) in the selections below the field.
  public func selects(_ path: String) -> Bool {
    plan.selects(path.split(separator: "."))
  }
}
