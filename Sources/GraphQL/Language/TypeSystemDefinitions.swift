/// `schema { … }` or `extend schema` (§3.3).
public struct SchemaDefinition: Sendable, Equatable {
  /// Its description; extensions have none.
  public var description: String?
  /// Whether it extends a schema rather than defining one.
  public var isExtension: Bool
  /// Its directives.
  public var directives: [Directive]
  /// The root operation types.
  public var operationTypes: [OperationTypeDefinition]
  /// Where it begins.
  public var position: Position
}

/// Which type is the root of an operation kind (§3.3.1).
public struct OperationTypeDefinition: Sendable, Equatable {
  /// The kind of operation.
  public var kind: OperationKind
  /// The root type.
  public var type: Name
  /// Where it begins.
  public var position: Position
}

/// The six kinds of named types (§3.4).
public enum TypeKind: String, Sendable, CaseIterable {
  /// §3.5.
  case scalar = "SCALAR"
  /// §3.6.
  case object = "OBJECT"
  /// §3.7.
  case interface = "INTERFACE"
  /// §3.8.
  case union = "UNION"
  /// §3.9.
  case enumeration = "ENUM"
  /// §3.10.
  case inputObject = "INPUT_OBJECT"

  /// Whether fields of the type have a selection set.
  public var isComposite: Bool { self == .object || isAbstract }
  /// Whether values of the type are of one of several object types.
  public var isAbstract: Bool { self == .interface || self == .union }
  /// Whether values of the type have nothing below them.
  public var isLeaf: Bool { self == .scalar || self == .enumeration }
  /// Whether arguments and variables may be of the type (§3.4.2).
  public var isInput: Bool { isLeaf || self == .inputObject }
  /// Whether fields may be of the type (§3.4.2).
  public var isOutput: Bool { self != .inputObject }

  /// The word that begins a definition of this kind.
  public var keyword: String {
    switch self {
    case .scalar: "scalar"
    case .object: "type"
    case .interface: "interface"
    case .union: "union"
    case .enumeration: "enum"
    case .inputObject: "input"
    }
  }
}

/// The definition of a type of any kind, or the extension of one (§3.4.3); what a kind does not
/// have is empty.
public struct TypeDefinition: Sendable, Equatable {
  /// Its description; extensions have none.
  public var description: String?
  /// Whether it extends a type rather than defining one.
  public var isExtension: Bool
  /// Its kind.
  public var kind: TypeKind
  /// Its name.
  public var name: Name
  /// The interfaces that an object or interface implements.
  public var interfaces: [Name] = []
  /// Its directives.
  public var directives: [Directive] = []
  /// The fields of an object or interface.
  public var fields: [FieldDefinition] = []
  /// The members of a union.
  public var members: [Name] = []
  /// The values of an enum.
  public var values: [EnumValueDefinition] = []
  /// The fields of an input object.
  public var inputFields: [InputValueDefinition] = []
  /// Where it begins.
  public var position: Position
}

/// The definition of a directive (§3.13).
public struct DirectiveDefinition: Sendable, Equatable {
  /// Its description.
  public var description: String?
  /// Its name, without the at sign.
  public var name: Name
  /// Its arguments.
  public var arguments: [InputValueDefinition]
  /// Whether it may stand more than once in one place.
  public var isRepeatable: Bool
  /// Where it may stand.
  public var locations: [DirectiveLocation]
  /// Where it begins.
  public var position: Position
}

/// The places where a directive may stand (§3.13).
public enum DirectiveLocation: String, Sendable, CaseIterable {
  /// An operation of that kind, a field, a fragment, the use of one, or a variable.
  case query = "QUERY"
  case mutation = "MUTATION"
  case subscription = "SUBSCRIPTION"
  case field = "FIELD"
  case fragmentDefinition = "FRAGMENT_DEFINITION"
  case fragmentSpread = "FRAGMENT_SPREAD"
  case inlineFragment = "INLINE_FRAGMENT"
  case variableDefinition = "VARIABLE_DEFINITION"
  /// The definition of a schema, a type or a part of one.
  case schema = "SCHEMA"
  case scalar = "SCALAR"
  case object = "OBJECT"
  case fieldDefinition = "FIELD_DEFINITION"
  case argumentDefinition = "ARGUMENT_DEFINITION"
  case interface = "INTERFACE"
  case union = "UNION"
  case enumeration = "ENUM"
  case enumValue = "ENUM_VALUE"
  case inputObject = "INPUT_OBJECT"
  case inputFieldDefinition = "INPUT_FIELD_DEFINITION"
}
