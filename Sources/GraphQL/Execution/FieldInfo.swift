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
