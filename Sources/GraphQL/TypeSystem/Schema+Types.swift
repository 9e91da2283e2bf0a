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
    let leaf: LeafKind
    /// Where the fields of that name stand, for types that have many; else empty.
    let fieldIndexes: [String: Int]

    /// The field of that name of an object or interface.
    public func field(named name: String) -> FieldType? {
      fieldIndex(named: name).map { fields[$0] }
    }

    /// Where the field of that name stands in `fields`.
    func fieldIndex(named name: String) -> Int? {
      fieldIndexes.isEmpty
        ? fields.firstIndex { $0.name == name } : fieldIndexes[name]
    }

    /// The field of that name of an input object.
    public func inputField(named name: String) -> InputValue? {
      inputFields.first { $0.name == name }
    }

    /// The value of that name of an enum.
    public func value(named name: String) -> EnumValue? {
      values.first { $0.name == name }
    }

    /// Whether an enum has that value.
    public func hasValue(named name: String) -> Bool {
      values.contains { $0.name == name }
    }
  }

  /// How the values of a type come in and go out, where nothing is below them.
  enum LeafKind: UInt8, Sendable {
    case int, float, string, boolean, id, enumeration, custom
    /// The type is no leaf.
    case none

    init(_ kind: TypeKind, _ name: String) {
      self =
        switch (kind, name) {
        case (.enumeration, _): .enumeration
        case (.scalar, "Int"): .int
        case (.scalar, "Float"): .float
        case (.scalar, "String"): .string
        case (.scalar, "Boolean"): .boolean
        case (.scalar, "ID"): .id
        case (.scalar, _): .custom
        default: .none
        }
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
  public struct TypeRef: Sendable, Hashable {
    /// The named type under all lists and exclamation marks.
    public let id: TypeID
    /// The lists and exclamation marks.
    public let wrapping: TypeWrapping

    init(_ id: TypeID, _ wrapping: TypeWrapping = TypeWrapping()) {
      self.id = id
      self.wrapping = wrapping
    }

    /// A named type.
    public static func named(_ id: TypeID) -> TypeRef { TypeRef(id) }
    /// The type with an exclamation mark.
    public static func nonNull(_ type: TypeRef) -> TypeRef {
      TypeRef(type.id, type.wrapping.nonNull)
    }

    /// Whether it excludes null.
    public var isNonNull: Bool { wrapping.isNonNull }

    /// The type without an exclamation mark of its own.
    public var nullable: TypeRef { TypeRef(id, wrapping.nullable) }

    /// The type of the elements, where the nullable type is a list.
    public var element: TypeRef? { wrapping.element.map { TypeRef(id, $0) } }
  }

  /// The type as a document refers to it.
  public func name(of type: TypeRef) -> String {
    type.wrapping.text(around: self[type.id].name)
  }

  /// Whether every value of `type` is one of `supertype` (§3.6.3, IsSubType).
  func isSubtype(_ type: TypeRef, of supertype: TypeRef) -> Bool {
    guard type.isNonNull || !supertype.isNonNull else { return false }
    if let element = type.element {
      return supertype.element.map { isSubtype(element, of: $0) } ?? false
    }
    guard supertype.element == nil else { return false }
    return type.id == supertype.id || applies(supertype.id, to: type.id)
      || (self[supertype.id].kind == .interface
        && self[type.id].interfaces.contains(supertype.id))
  }
}
