/// What a schema is made of, in the words of introspection (§4.2).
extension Schema {
  /// A named type of any kind; what a kind does not have is empty.
  public struct NamedType: Sendable {
    /// Its kind.
    public let kind: TypeKind
    /// Its name.
    public let name: String
    /// Its description.
    public let description: String?
    /// The fields of an object or interface.
    public let fields: [FieldType]
    /// The interfaces that an object or interface implements.
    public let interfaces: [TypeID]
    /// The object types that an interface or union can be, in the order of the schema.
    public internal(set) var possibleTypes: [TypeID]
    /// The values of an enum.
    public let values: [EnumValue]
    /// The fields of an input object.
    public let inputFields: [InputValue]
    /// Where a custom scalar is specified (§3.13.4).
    public let specifiedByURL: String?
    /// Whether an input object takes exactly one of its fields (§3.10.1).
    public let isOneOf: Bool

    let position: Position
    let fieldIndexes: [String: Int]
    var possibleTypeSet: Set<TypeID> = []

    /// The field of that name of an object or interface.
    public func field(named name: String) -> FieldType? {
      fieldIndexes[name].map { fields[$0] }
    }

    /// The field of that name of an input object.
    public func inputField(named name: String) -> InputValue? {
      inputFields.first { $0.name == name }
    }

    /// Whether an enum has that value.
    public func hasValue(named name: String) -> Bool {
      values.contains { $0.name == name }
    }
  }

  /// A field of an object or interface (§3.6).
  public struct FieldType: Sendable {
    /// Its name.
    public let name: String
    /// Its description.
    public let description: String?
    /// Its arguments.
    public let arguments: [InputValue]
    /// Its type.
    public let type: TypeRef
    /// Why it should not be used any more; `nil` where it may.
    public let deprecationReason: String?

    let position: Position
  }

  /// An argument, or a field of an input object (§3.6.1, §3.10).
  public struct InputValue: Sendable {
    /// Its name.
    public let name: String
    /// Its description.
    public let description: String?
    /// Its type.
    public let type: TypeRef
    /// Its default; `nil` where there is none.
    public let defaultValue: Literal?
    /// Why it should not be used any more; `nil` where it may.
    public let deprecationReason: String?

    let position: Position

    /// Whether it must be given (§5.4.2.1).
    public var isRequired: Bool { type.isNonNull && defaultValue == nil }
  }

  /// A value of an enum (§3.9).
  public struct EnumValue: Sendable {
    /// Its name.
    public let name: String
    /// Its description.
    public let description: String?
    /// Why it should not be used any more; `nil` where it may.
    public let deprecationReason: String?

    let position: Position
  }

  /// A directive (§3.13).
  public struct DirectiveType: Sendable {
    /// Its name.
    public let name: String
    /// Its description.
    public let description: String?
    /// Its arguments.
    public let arguments: [InputValue]
    /// Whether it may stand more than once in one place.
    public let isRepeatable: Bool
    /// Where it may stand.
    public let locations: [DirectiveLocation]

    let position: Position
  }

  /// A type with its lists and exclamation marks (§3.11, §3.12).
  public indirect enum TypeRef: Sendable, Hashable {
    /// A named type.
    case named(TypeID)
    /// A list.
    case list(TypeRef)
    /// Never null.
    case nonNull(TypeRef)

    /// The named type under all lists and exclamation marks.
    public var id: TypeID {
      switch self {
      case .named(let id): id
      case .list(let inner), .nonNull(let inner): inner.id
      }
    }

    /// Whether it excludes null.
    public var isNonNull: Bool { if case .nonNull = self { true } else { false } }

    /// The type without an exclamation mark of its own.
    public var nullable: TypeRef { if case .nonNull(let inner) = self { inner } else { self } }

    /// The type of the elements, where the nullable type is a list.
    public var element: TypeRef? {
      if case .list(let element) = nullable { element } else { nil }
    }
  }

  /// The type as a document refers to it.
  public func name(of type: TypeRef) -> String {
    switch type {
    case .named(let id): types[id.index].name
    case .list(let inner): "[\(name(of: inner))]"
    case .nonNull(let inner): "\(name(of: inner))!"
    }
  }

  /// Whether every value of `type` is one of `supertype` (§3.6.3, IsSubType).
  func isSubtype(_ type: TypeRef, of supertype: TypeRef) -> Bool {
    switch (type, supertype) {
    case (.nonNull(let inner), .nonNull(let outer)): isSubtype(inner, of: outer)
    case (.nonNull(let inner), _): isSubtype(inner, of: supertype)
    case (.list(let inner), .list(let outer)): isSubtype(inner, of: outer)
    case (.named(let inner), .named(let outer)):
      inner == outer || self[outer].possibleTypeSet.contains(inner)
        || (self[outer].kind == .interface && self[inner].interfaces.contains(outer))
    default: false
    }
  }
}
