/// `__Schema` and `__Type` (§4.2).
extension Introspection {
  static func addSchema(to resolvers: inout Resolvers<AnyObject>) {
    resolvers.object("__Schema", of: Part<Void>.self) { object in
      object.field("description") { part, _ in Resolved(part.schema.description) }
      object.field("types") { part, _ in
        .list(part.schema.typeIDs.map { named(part.schema, $0) })
      }
      object.field("queryType") { part, _ in named(part.schema, part.schema.queryType) }
      object.field("mutationType") { part, _ in named(part.schema, part.schema.mutationType) }
      object.field("subscriptionType") { part, _ in
        named(part.schema, part.schema.subscriptionType)
      }
      object.field("directives") { part, _ in
        .list(part.schema.directives.map { .object(Part(part.schema, $0)) })
      }
    }
  }

  static func addType(to resolvers: inout Resolvers<AnyObject>) {
    resolvers.object("__Type", of: Part<Schema.TypeRef>.self) { object in
      object.field("kind") { part, _ in .string(kind(part)) }
      object.field("name") { part, _ in Resolved(named(part)?.name) }
      object.field("description") { part, _ in Resolved(named(part)?.description) }
      object.field("specifiedByURL") { part, _ in Resolved(named(part)?.specifiedByURL) }
      object.field("ofType") { part, _ in
        let inner = part.value.isNonNull ? part.value.nullable : part.value.element
        return Resolved(object: inner.map { Part(part.schema, $0) })
      }
      object.field("isOneOf") { part, _ in
        guard let type = named(part), type.kind == .inputObject else { return .null }
        return .boolean(type.isOneOf)
      }
      addMembers(to: &object)
    }
  }

  private static func addMembers(
    to object: inout ObjectResolvers<Part<Schema.TypeRef>, AnyObject>
  ) {
    object.field("fields") { part, info in
      guard let type = named(part), type.kind == .object || type.kind == .interface else {
        return .null
      }
      return .list(
        type.fields.filter { info.includes($0.deprecationReason) }
          .map { .object(Part(part.schema, $0)) })
    }
    object.field("interfaces") { part, _ in
      guard let type = named(part), type.kind == .object || type.kind == .interface else {
        return .null
      }
      return .list(type.interfaces.map { self.named(part.schema, $0) })
    }
    object.field("possibleTypes") { part, _ in
      guard let type = named(part), type.kind.isAbstract else { return .null }
      return .list(type.possibleTypes.map { self.named(part.schema, $0) })
    }
    object.field("enumValues") { part, info in
      guard let type = named(part), type.kind == .enumeration else { return .null }
      return .list(
        type.values.filter { info.includes($0.deprecationReason) }
          .map { .object(Part(part.schema, $0)) })
    }
    object.field("inputFields") { part, info in
      guard let type = named(part), type.kind == .inputObject else { return .null }
      return inputs(type.inputFields, part.schema, info)
    }
  }

  static func named(_ schema: Schema, _ id: Schema.TypeID?) -> Resolved {
    Resolved(object: id.map { Part(schema, Schema.TypeRef.named($0)) })
  }

  /// The named type itself; `nil` for the list or non-null of one.
  private static func named(_ part: Part<Schema.TypeRef>) -> Schema.NamedType? {
    part.value.wrapping == TypeWrapping() ? part.schema[part.value.id] : nil
  }

  private static func kind(_ part: Part<Schema.TypeRef>) -> String {
    if part.value.isNonNull { return "NON_NULL" }
    return part.value.element == nil ? part.schema[part.value.id].kind.rawValue : "LIST"
  }
}

extension FieldInfo {
  /// Whether the `includeDeprecated` argument lets something through.
  func includes(_ deprecationReason: String?) -> Bool {
    deprecationReason == nil || arguments["includeDeprecated"]?.boolean == true
  }
}
