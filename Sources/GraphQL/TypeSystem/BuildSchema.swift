/// Every reason why a document is no schema.
public struct SchemaErrors: Error, Sendable, Equatable {
  /// The reasons, in document order.
  public let errors: [GraphQLError]
}

/// Builds the schema that an SDL document defines (§3), its extensions merged in.
///
/// The scalars, directives and introspection types of the specification are added; a definition
/// of one of those directives or scalars takes its place. Without a `schema` definition the root
/// types are `Query`, `Mutation` and `Subscription`.
///
/// - Parameters:
///   - text: the document.
///   - limits: what it may cost.
///   - assumeValid: whether it is known to be a schema, as a test of one's own can say. Its
///     definitions are only found then, and each is read when its type is first asked for; one that
///     does not hold after all traps there.
/// - Throws: everything that is wrong with it: syntax, unknown names, and the rules of §3.
/// - Complexity: O(*n*) in the text; with `assumeValid` it is looked through at about a nanosecond
///   a byte, and what a request asks of it is read besides.
public func buildSchema(
  _ text: String, limits: Limits = .trusted, assumeValid: Bool = false
) throws(SchemaErrors) -> Schema {
  if assumeValid, let schema = TypeReader.schema(of: text) { return schema }
  return try buildSchema(SourceText(text), limits: limits, assumeValid: assumeValid)
}

/// Builds the schema that an SDL document defines, from its UTF-8. All of it is read; with
/// `assumeValid` the rules of §3 are not looked over.
public func buildSchema(
  _ source: SourceText, limits: Limits = .trusted, assumeValid: Bool = false
) throws(SchemaErrors) -> Schema {
  let document: Document
  do throws(GraphQLError) {
    document = try parse(source, limits: limits)
  } catch {
    throw SchemaErrors(errors: [error])
  }
  return try buildSchema(document, assumeValid: assumeValid)
}

/// Builds the schema that a parsed document defines; with `assumeValid` the rules of §3 are not
/// looked over.
public func buildSchema(
  _ document: Document, assumeValid: Bool = false
) throws(SchemaErrors) -> Schema {
  let document: Document = try numbered(document)
  var builder = SchemaBuilder(document)
  let schema = builder.build()
  // A schema with unknown names in it is too broken to be looked at further.
  guard builder.errors.isEmpty else { throw SchemaErrors(errors: builder.errors) }
  if assumeValid { return schema }
  let errors = validateSchema(schema) + SchemaDirectives.check(document, schema)
  guard errors.isEmpty else { throw SchemaErrors(errors: errors) }
  return schema
}

private func numbered(_ document: Document) throws(SchemaErrors) -> Document {
  do throws(GraphQLError) {
    return try document.numbered()
  } catch {
    throw SchemaErrors(errors: [error])
  }
}
