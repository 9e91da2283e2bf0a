extension Schema {
  /// One element of a schema, as a schema coordinate names it (§3.14).
  public enum Element: Sendable {
    /// A type.
    case type(NamedType)
    /// A field of an object or interface, with its type.
    case field(FieldType, of: NamedType)
    /// A field of an input object, with its type.
    case inputField(InputValue, of: NamedType)
    /// A value of an enum, with its type.
    case enumValue(EnumValue, of: NamedType)
    /// An argument of a field, with the field.
    case argument(InputValue, of: FieldType)
    /// A directive.
    case directive(DirectiveType)
    /// An argument of a directive, with the directive.
    case directiveArgument(InputValue, of: DirectiveType)
  }

  /// The element that a coordinate names (§3.14.1); `nil` where the schema has none such.
  ///
  /// - Complexity: O(*n*) in the members of the type.
  public func element(at coordinate: SchemaCoordinate) -> Element? {
    switch coordinate {
    case .type(let name): return type(named: name).map { .type($0) }
    case .member(let type, let name): return member(name, ofTypeNamed: type)
    case .argument(let type, let field, let name):
      guard let field = self.type(named: type)?.field(named: field) else { return nil }
      return field.arguments.first { $0.name == name }.map { .argument($0, of: field) }
    case .directive(let name): return directive(named: name).map { .directive($0) }
    case .directiveArgument(let directive, let name):
      guard let directive = self.directive(named: directive) else { return nil }
      return directive.arguments.first { $0.name == name }
        .map { .directiveArgument($0, of: directive) }
    }
  }

  private func type(named name: String) -> NamedType? {
    typeID(named: name).map { self[$0] }
  }

  private func member(_ name: String, ofTypeNamed typeName: String) -> Element? {
    guard let type = type(named: typeName) else { return nil }
    switch type.kind {
    case .object, .interface: return type.field(named: name).map { .field($0, of: type) }
    case .inputObject: return type.inputField(named: name).map { .inputField($0, of: type) }
    case .enumeration: return type.value(named: name).map { .enumValue($0, of: type) }
    case .scalar, .union: return nil
    }
  }
}
