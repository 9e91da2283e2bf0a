internal import Coding
internal import GraphQL

extension FuzzTarget {
  /// Any document as a schema: refused with reasons, or one that can be asked about itself.
  static let schemas = FuzzTarget(name: "schema") { bytes in
    let schema: Schema
    do throws(SchemaErrors) {
      schema = try buildSchema(SourceText(bytes: bytes), limits: Limits())
    } catch {
      try expect(!error.errors.isEmpty, "a schema refused without a reason")
      return
    }
    let resolvers = Resolvers<Hostile.Budget>.dynamic(
      for: schema, of: Hostile.Object.self, resolve: { _, _, _ in .null },
      resolveType: { $0.type })
    let executable = try ExecutableSchema(schema, resolvers)
    let answer = executable.respond(
      to: introspection, root: Hostile.Object(""), context: Hostile.Budget())
    try expect(answer.errors.isEmpty, "introspection says \(answer.errors)")
    var parser = JSONParser()
    let response = try parser.parse(answer.encoded())
    let types = response["data"]?["__schema"]?["types"]?.elements ?? []
    try expect(types.count == schema.types.count, "introspection has \(types.count) types")
    for type in types {
      for field in (type["fields"]?.elements ?? []) + (type["inputFields"]?.elements ?? []) {
        guard let text = field["defaultValue"]?.string else { continue }
        // A default is given as a literal of the language (§4.2.1).
        _ = try parse("{ a(b: \(text)) }")
      }
    }
  }

  private static let introspection = """
    { __schema {
      description queryType { name } mutationType { name } subscriptionType { name }
      types { ...Type }
      directives { name description isRepeatable locations args(includeDeprecated: true) { ...In } }
    } }
    fragment Type on __Type {
      kind name description specifiedByURL isOneOf
      fields(includeDeprecated: true) {
        name description args(includeDeprecated: true) { ...In } type { ...Ref }
        isDeprecated deprecationReason
      }
      inputFields(includeDeprecated: true) { ...In }
      interfaces { ...Ref } possibleTypes { ...Ref }
      enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
    }
    fragment In on __InputValue {
      name description type { ...Ref } defaultValue isDeprecated deprecationReason
    }
    fragment Ref on __Type { kind name ofType { kind name ofType { kind name ofType { kind } } } }
    """
}
