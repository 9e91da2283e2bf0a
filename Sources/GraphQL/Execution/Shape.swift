/// How a value of a type is completed (§6.4.3), worked out once for each field.
struct Shape: Sendable {
  var isNullable: Bool
  var form: Form

  indirect enum Form: Sendable {
    case leaf(LeafShape)
    case list(Shape)
    case object(Schema.TypeID)
    case abstract(Schema.TypeID)
  }

  init(_ type: Schema.TypeRef, _ wiring: Wiring) {
    isNullable = !type.isNonNull
    switch type.nullable {
    case .list(let element): form = .list(Shape(element, wiring))
    case .named(let id), .nonNull(.named(let id)):
      let kind = wiring.schema[id].kind
      form =
        kind == .object
        ? .object(id) : kind.isAbstract ? .abstract(id) : .leaf(wiring.leafShape(id))
    case .nonNull: preconditionFailure("a nullable type is not non-null")
    }
  }

  static let name = Shape(leaf: .string)

  private init(leaf: LeafShape) {
    isNullable = false
    form = .leaf(leaf)
  }
}

/// How the values of a scalar or enum go out.
enum LeafShape: Sendable {
  case int, float, string, boolean, id
  case enumeration(name: String, values: Set<String>)
  case custom(ScalarCoercion)

  init(_ type: Schema.NamedType, _ scalars: [String: ScalarCoercion]) {
    switch (type.kind, type.name) {
    case (.enumeration, let name):
      self = .enumeration(name: name, values: Set(type.values.map(\.name)))
    case (_, "Int"): self = .int
    case (_, "Float"): self = .float
    case (_, "String"): self = .string
    case (_, "Boolean"): self = .boolean
    case (_, "ID"): self = .id
    default: self = .custom(scalars[type.name] ?? ScalarCoercion())
    }
  }
}
