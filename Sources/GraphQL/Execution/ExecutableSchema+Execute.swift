public import Coding

extension ExecutableSchema {
  /// Executes an operation of a document that `validate` found nothing wrong with (§6.1).
  ///
  /// - Parameters:
  ///   - document: the document.
  ///   - operationName: which of its operations; `nil` where there is only one.
  ///   - variables: an object with the values of variables.
  ///   - root: what the fields of the root type are resolved from; for a subscription, the event.
  ///   - context: the caller's object, which every resolver is given.
  ///   - limits: what it may cost.
  public func execute(
    _ document: Document, operationName: String? = nil, variables: JSON = .object([]),
    root: AnyObject, context: Context, limits: Limits = Limits()
  ) -> Response {
    do throws(RequestErrors) {
      let prepared = try prepare(document, operationName, variables)
      let request = Request(
        document, wiring, prepared.coercion, context: context, limits: limits)
      return request.run(prepared.operation, prepared.type, root)
    } catch {
      return .refused(error.errors)
    }
  }

  /// Parses, validates and executes a request, whatever it is: every failure is a response.
  public func respond(
    to text: String, operationName: String? = nil, variables: JSON = .object([]),
    root: AnyObject, context: Context, limits: Limits = Limits()
  ) -> Response {
    let document: Document
    do throws(GraphQLError) {
      document = try parse(text, limits: limits)
    } catch {
      return .refused([error])
    }
    let errors = validate(document, limits: limits)
    guard errors.isEmpty else { return .refused(errors) }
    return execute(
      document, operationName: operationName, variables: variables, root: root, context: context,
      limits: limits)
  }
}

/// An operation with its variables coerced.
struct PreparedOperation {
  var operation: OperationDefinition
  /// The root type.
  var type: Schema.TypeID
  var coercion: InputCoercion
}

/// Why a request was refused before it ran (§7.1.1).
struct RequestErrors: Error {
  var errors: [GraphQLError]
}

extension ExecutableSchema {
  /// What comes before anything is executed: GetOperation, its root type, CoerceVariableValues.
  func prepare(
    _ document: Document, _ operationName: String?, _ variables: JSON
  ) throws(RequestErrors) -> PreparedOperation {
    let operation: OperationDefinition
    do throws(GraphQLError) {
      operation = try document.operation(named: operationName)
    } catch {
      throw RequestErrors(errors: [error])
    }
    guard let type = schema.rootType(of: operation.kind) else {
      throw RequestErrors(errors: [
        document.error(
          "The schema has no \(operation.kind.rawValue) type", at: operation.position)
      ])
    }
    var coercion = InputCoercion(schema: schema, scalars: wiring.scalars)
    let errors = coercion.setVariables(of: operation, from: variables, in: document)
    guard errors.isEmpty else { throw RequestErrors(errors: errors) }
    return PreparedOperation(operation: operation, type: type, coercion: coercion)
  }
}

extension Document {
  /// GetOperation (§6.1).
  func operation(named name: String?) throws(GraphQLError) -> OperationDefinition {
    let operations = self.operations
    guard let name else {
      guard let only = operations.first else {
        throw GraphQLError("The document has no operation")
      }
      guard operations.count == 1 else {
        throw GraphQLError("The document has several operations: say which by its name")
      }
      return only
    }
    guard let operation = operations.first(where: { $0.name?.text == name }) else {
      throw GraphQLError(
        "The document has no operation \"\(name)\""
          + suggestion(name, operations.compactMap { $0.name?.text }))
    }
    return operation
  }
}

extension Request {
  /// ExecuteRootSelectionSet (§6.3). Fields run one after another, so mutations are serial.
  func run(
    _ operation: OperationDefinition, _ type: Schema.TypeID, _ root: AnyObject
  ) -> Response {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("data")
    let plan: SelectionPlan
    do throws(FieldError) {
      plan = try self.plan([operation.selections], of: type)
    } catch {
      // Execution has begun, so that there is data, of which nothing came (§7.1.1).
      writer.null()
      writer.endObject()
      return Response(
        errors: [document.error(error.message, at: operation.position)], whole: writer.bytes)
    }
    var executor = Executor(self, writer)
    let mark = executor.writer.mark
    if !executor.selectionSet(plan, of: root) {
      executor.writer.rewind(to: mark)
      executor.writer.null()
    }
    executor.writer.endObject()
    var errors = executor.errors
    if executor.unreportedErrors > 0 {
      errors.append(GraphQLError("\(executor.unreportedErrors) more errors are not reported"))
    }
    return Response(errors: errors, whole: executor.writer.bytes)
  }
}
