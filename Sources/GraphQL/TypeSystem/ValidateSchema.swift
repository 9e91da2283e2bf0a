/// What is wrong with a schema, by the rules of §3.
///
/// `buildSchema` gives no schema of which this finds anything, unless that was assumed valid.
///
/// - Complexity: O(*n*) in the schema.
public func validateSchema(_ schema: Schema) -> [GraphQLError] {
  // Of a text that was not read yet it may not even be possible to make types.
  if let text = schema.assumedText {
    do throws(SchemaErrors) {
      _ = try buildSchema(text)
      return []
    } catch {
      return error.errors
    }
  }
  var check = SchemaCheck(schema)
  check.roots()
  for index in schema.types.indices where !schema.types[index].name.hasPrefix("__") {
    check.type(Schema.TypeID(index))
  }
  for directive in schema.directives { check.directive(directive) }
  check.inputCycles()
  return check.report.errors(in: schema.source)
}

/// The rules of §3, each a method; extensions hold those of one chapter.
struct SchemaCheck {
  let schema: Schema
  let coercion: InputCoercion
  var report = ValidationReport(limit: 1_000)

  init(_ schema: Schema) {
    self.schema = schema
    coercion = InputCoercion(schema: schema, scalars: [:])
  }

  /// There is a query root, and each root is an object type of its own (§3.3.1).
  mutating func roots() {
    guard schema.queryType != nil else {
      return report.add("A schema needs a query type", at: [])
    }
    var seen: Set<Schema.TypeID> = []
    for kind in OperationKind.allCases {
      guard let root = schema.rootType(of: kind) else { continue }
      let type = schema[root]
      if type.kind != .object {
        report.add(
          "The \(kind.rawValue) type must be an object type, which \(type.name) is not",
          at: type.position)
      }
      if !seen.insert(root).inserted {
        report.add("\(type.name) is the root of two kinds of operation", at: type.position)
      }
    }
  }

  mutating func type(_ id: Schema.TypeID) {
    let type = schema[id]
    switch type.kind {
    case .scalar: break
    case .object, .interface:
      fields(of: type)
      interfaces(of: type, id)
    case .union: members(of: type)
    case .enumeration:
      if type.values.isEmpty { report.add("\(type.name) has no values", at: type.position) }
      for value in type.values { name(value.name, at: value.position) }
      unique(type.values.map { ($0.name, $0.position) }, "value", of: type.name)
    case .inputObject: inputFields(of: type)
    }
  }

  /// §3.13, directive definitions.
  mutating func directive(_ directive: Schema.DirectiveType) {
    name(directive.name, at: directive.position)
    inputs(directive.arguments, "argument", of: "@\(directive.name)")
    unique(
      directive.locations.map { ($0.rawValue, directive.position) }, "location",
      of: "@\(directive.name)")
  }

  /// Names that begin with two underscores are for introspection (§2.1.9).
  mutating func name(_ name: String, at position: Position) {
    guard name.hasPrefix("__") else { return }
    report.add(
      "The name \"\(name)\" may not begin with \"__\", which is for introspection", at: position)
  }

  mutating func unique(_ names: [(String, Position)], _ what: String, of owner: String) {
    var seen: Set<String> = []
    for (name, position) in names where !seen.insert(name).inserted {
      report.add("\(owner) has two of the \(what) \"\(name)\"", at: position)
    }
  }

  private mutating func members(of type: Schema.NamedType) {
    if type.possibleTypes.isEmpty {
      report.add("\(type.name) has no member types", at: type.position)
    }
    var seen: Set<Schema.TypeID> = []
    for member in type.possibleTypes {
      let name = schema[member].name
      if schema[member].kind != .object {
        report.add(
          "\(type.name) has the member \(name), which is no object type", at: type.position)
      }
      if !seen.insert(member).inserted {
        report.add("\(type.name) has the member \(name) twice", at: type.position)
      }
    }
  }
}
