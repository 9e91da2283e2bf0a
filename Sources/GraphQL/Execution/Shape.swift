/// How a value of a type is completed (§6.4.3), worked out once for each field.
///
/// The kind has no payload, so that the path of scalars, which most fields take, counts no references.
struct Shape: Sendable {
  enum Kind: UInt8, Sendable {
    case int, float, string, boolean, id, enumeration, custom, list, object, abstract
  }

  let isNullable: Bool
  let kind: Kind
  /// The named type.
  let type: Schema.TypeID
  private let detail: Detail

  /// What some kinds need besides.
  private final class Detail: Sendable {
    let element: Shape?
    let leaf: LeafType

    init(element: Shape?, leaf: LeafType) {
      self.element = element
      self.leaf = leaf
    }
  }

  init(_ type: Schema.TypeRef, _ wiring: Wiring) {
    isNullable = !type.isNonNull
    self.type = type.id
    let leaf = wiring[type.id].leaf
    if let element = type.element {
      kind = .list
      detail = Detail(element: Shape(element, wiring), leaf: leaf)
    } else {
      kind = Shape.kind(of: wiring.schema[type.id])
      detail = Detail(element: nil, leaf: leaf)
    }
  }

  /// The shape of the elements of a list.
  var element: Shape {
    guard let element = detail.element else { preconditionFailure("only lists have elements") }
    return element
  }

  /// What an enum or custom scalar makes of values.
  var leaf: LeafType { detail.leaf }

  private static func kind(of type: Schema.NamedType) -> Kind {
    switch (type.kind, type.name) {
    case (.object, _): .object
    case (.interface, _), (.union, _): .abstract
    case (.enumeration, _): .enumeration
    case (_, "Int"): .int
    case (_, "Float"): .float
    case (_, "String"): .string
    case (_, "Boolean"): .boolean
    case (_, "ID"): .id
    default: .custom
    }
  }
}

/// What is known of an enum or scalar when a value of it goes out.
struct LeafType: Sendable {
  private static let asIs = ScalarCoercion()

  let name: String
  let values: Set<String>
  let coercion: ScalarCoercion

  init(_ type: Schema.NamedType, _ scalars: [String: ScalarCoercion]) {
    name = type.name
    values = Set(type.values.map(\.name))
    coercion = type.leaf == .custom ? scalars[type.name] ?? LeafType.asIs : LeafType.asIs
  }
}
