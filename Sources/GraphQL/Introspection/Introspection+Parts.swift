/// `__Field`, `__InputValue`, `__EnumValue` and `__Directive` (§4.2).
extension Introspection {
  static func addParts(to resolvers: inout Resolvers<AnyObject>) {
    resolvers.object("__Field", of: Part<Schema.FieldType>.self) { object in
      object.field("name") { part, _ in .string(part.value.name) }
      object.field("description") { part, _ in Resolved(part.value.description) }
      object.field("args") { part, info in inputs(part.value.arguments, part.schema, info) }
      object.field("type") { part, _ in .object(Part(part.schema, part.value.type)) }
      object.field("isDeprecated") { part, _ in .boolean(part.value.deprecationReason != nil) }
      object.field("deprecationReason") { part, _ in Resolved(part.value.deprecationReason) }
    }
    resolvers.object("__InputValue", of: Part<Schema.InputValue>.self) { object in
      object.field("name") { part, _ in .string(part.value.name) }
      object.field("description") { part, _ in Resolved(part.value.description) }
      object.field("type") { part, _ in .object(Part(part.schema, part.value.type)) }
      object.field("defaultValue") { part, _ in Resolved(part.value.defaultValue.map { print($0) })
      }
      object.field("isDeprecated") { part, _ in .boolean(part.value.deprecationReason != nil) }
      object.field("deprecationReason") { part, _ in Resolved(part.value.deprecationReason) }
    }
    resolvers.object("__EnumValue", of: Part<Schema.EnumValue>.self) { object in
      object.field("name") { part, _ in .string(part.value.name) }
      object.field("description") { part, _ in Resolved(part.value.description) }
      object.field("isDeprecated") { part, _ in .boolean(part.value.deprecationReason != nil) }
      object.field("deprecationReason") { part, _ in Resolved(part.value.deprecationReason) }
    }
    resolvers.object("__Directive", of: Part<Schema.DirectiveType>.self) { object in
      object.field("name") { part, _ in .string(part.value.name) }
      object.field("description") { part, _ in Resolved(part.value.description) }
      object.field("isRepeatable") { part, _ in .boolean(part.value.isRepeatable) }
      object.field("locations") { part, _ in
        .list(part.value.locations.map { .string($0.rawValue) })
      }
      object.field("args") { part, info in inputs(part.value.arguments, part.schema, info) }
    }
  }

  static func inputs(
    _ values: [Schema.InputValue], _ schema: Schema, _ info: FieldInfo<AnyObject>
  ) -> Resolved {
    .list(
      values.filter { info.includes($0.deprecationReason) }.map { .object(Part(schema, $0)) })
  }
}
