extension Resolvers {
  /// Resolvers for a whole schema whose data is known only when it comes: one closure for all
  /// fields, and one for all interfaces and unions.
  ///
  /// - Parameters:
  ///   - schema: the schema; each of its own object types gets all its fields.
  ///   - source: the class that every object is resolved from.
  ///   - resolve: gives the value of a field. The field's definition says what type is wanted.
  ///   - resolveType: names the object type of a source that stands where an interface or union
  ///     is wanted.
  public static func dynamic<Source: AnyObject>(
    for schema: Schema, of source: Source.Type,
    resolve:
      @escaping @Sendable (Source, Schema.FieldType, FieldInfo<Context>)
      throws(FieldError) -> Resolved,
    resolveType: @escaping @Sendable (Source) -> String
  ) -> Resolvers {
    var resolvers = Resolvers()
    for type in schema.types where !type.name.hasPrefix("__") {
      if type.kind.isAbstract {
        resolvers.abstract(type.name, of: source, resolveType: resolveType)
      }
      guard type.kind == .object else { continue }
      resolvers.object(type.name, of: source) { object in
        for field in type.fields {
          object.field(field.name) { source, info throws(FieldError) in
            try resolve(source, field, info)
          }
        }
      }
    }
    return resolvers
  }
}
