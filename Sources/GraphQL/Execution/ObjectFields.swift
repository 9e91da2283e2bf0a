/// The fields of one object type, resolved from sources of one class.
public struct ObjectResolvers<Source: AnyObject, Context: AnyObject> {
  @usableFromInline var names: [String] = []
  @usableFromInline var bodies: [FieldBody<Source, Context>] = []

  @usableFromInline init() {}

  /// Adds the resolver of a field.
  ///
  /// - Parameters:
  ///   - name: the name of the field.
  ///   - resolve: gives the value, or throws why there is none: null then, where the field's type
  ///     allows it, and an error with the path of the field (§6.4.4).
  @inlinable public mutating func field(
    _ name: String,
    _ resolve: @escaping @Sendable (Source, FieldInfo<Context>) throws(FieldError) -> Resolved
  ) {
    names.append(name)
    bodies.append(FieldBody(resolve))
  }
}

/// The resolver of a field.
///
/// A closure in an array is wrapped in a thunk each time that it goes in or out, and each call
/// passes through all of them; in a structure it stays as it is.
@usableFromInline struct FieldBody<Source: AnyObject, Context: AnyObject>: Sendable {
  @usableFromInline let resolve:
    @Sendable (Source, FieldInfo<Context>) throws(FieldError) -> Resolved

  @inlinable init(
    _ resolve: @escaping @Sendable (Source, FieldInfo<Context>) throws(FieldError) -> Resolved
  ) {
    self.resolve = resolve
  }
}

/// The fields of one object type with the class of their sources forgotten: what is left is a
/// closure that looks at the class of an object once and then resolves all the fields that are
/// wanted of it. It is specialised where the resolvers are written.
@usableFromInline struct ObjectFields: Sendable {
  @usableFromInline typealias Run =
    @Sendable (AnyObject, [FieldPlan], inout Executor) -> Bool

  /// The names of the fields, in the order of their resolvers.
  @usableFromInline let names: [String]
  /// Writes the fields of an object; `false` where one came to null that may not be.
  @usableFromInline let run: Run

  @inlinable init<Source: AnyObject, Context: AnyObject>(
    _ resolvers: ObjectResolvers<Source, Context>, of type: String
  ) {
    let bodies = resolvers.bodies
    names = resolvers.names
    run = { source, plans, executor in
      guard let source = source as? Source else {
        preconditionFailure("\(type) is resolved from \(Source.self)")
      }
      // What a span lends is not counted by references.
      let bodies = bodies.span
      for plan in plans {
        let isComplete: Bool
        if let place = plan.place {
          do throws(FieldError) {
            let value = try bodies[place].resolve(source, FieldInfo(plan: plan))
            isComplete = executor.complete(value, of: plan)
          } catch {
            isComplete = executor.fail(error, of: plan)
          }
        } else {
          isComplete = executor.field(plan)
        }
        guard isComplete else { return false }
      }
      return true
    }
  }
}

/// The fields of an object type, to be made when they are first wanted.
@usableFromInline struct LazyFields: Sendable {
  @usableFromInline let make: @Sendable () -> ObjectFields

  @usableFromInline init(_ make: @escaping @Sendable () -> ObjectFields) {
    self.make = make
  }
}
