internal import Coding
internal import GraphQL

/// A schema, and what can be asked about documents against it.
final class Subject {
  /// What the fields of a request are resolved from.
  enum Source {
    /// The members of a JSON object, by field name.
    case data(JSON)
    /// Values fixed for each type.
    case conformance
  }

  private let schema: Schema
  // Made when first asked for: most suites never execute.
  private var dataSchema: ExecutableSchema<NoContext>?
  private var conformanceSchema: ExecutableSchema<NoContext>?

  /// The schema that an SDL document defines.
  init(_ sdl: SourceText) throws(SchemaErrors) {
    schema = try buildSchema(sdl)
  }

  /// Whether a document keeps these rules.
  func validate(_ source: SourceText, rules: [ValidationRule]) -> Answer {
    do throws(GraphQLError) {
      return Answer(errors: GraphQL.validate(try parse(source), against: schema, rules: rules))
    } catch {
      return Answer(errors: [error])
    }
  }

  /// The response to a request, which is validated first.
  func execute(
    _ source: SourceText, operationName: String?, variables: JSON, on data: Source
  ) -> Answer {
    let document: Document
    do throws(GraphQLError) {
      document = try parse(source)
    } catch {
      return Answer(.refused([error]))
    }
    let (executable, root) = wired(to: data)
    let errors = executable.validate(document)
    guard errors.isEmpty else { return Answer(.refused(errors)) }
    return Answer(
      executable.execute(
        document, operationName: operationName, variables: variables, root: root,
        context: NoContext()))
  }

  private func wired(to data: Source) -> (ExecutableSchema<NoContext>, AnyObject) {
    switch data {
    case .data(let object):
      let executable = dataSchema ?? wired(with: DataWiring.resolvers(for: schema))
      dataSchema = executable
      return (executable, Node(object))
    case .conformance:
      let executable = conformanceSchema ?? wired(with: ConformanceWiring(schema).resolvers)
      conformanceSchema = executable
      return (executable, ConformanceWiring.Object(typeName: ""))
    }
  }

  private func wired(with resolvers: Resolvers<NoContext>) -> ExecutableSchema<NoContext> {
    do throws(WiringError) {
      return try ExecutableSchema(schema, resolvers)
    } catch {
      preconditionFailure("resolvers made for a schema do not fit it: \(error)")
    }
  }
}

/// The context of executions whose resolvers keep nothing.
final class NoContext {}
