public import Coding

extension ExecutableSchema {
  /// Subscribes (§6.2.3): opens the source stream of the operation's one root field, and maps its
  /// events to responses.
  ///
  /// - Parameters:
  ///   - document: a document that `validate` found nothing wrong with.
  ///   - operationName: which of its operations; `nil` where there is only one.
  ///   - variables: an object with the values of variables; they hold for all events.
  ///   - root: what the source stream is opened from.
  ///   - context: the caller's object, which the resolvers of all events are given.
  ///   - limits: what the response to one event may cost.
  /// - Returns: the responses; or why there are none: no such operation, no subscription, variables
  ///   or arguments that do not coerce, not exactly one root field, or a source that did not open.
  public func subscribe(
    to document: Document, operationName: String? = nil, variables: JSON = .object([]),
    root: AnyObject, context: Context, limits: Limits = Limits()
  ) -> Subscription {
    let prepared: PreparedOperation
    do throws(RequestErrors) {
      prepared = try prepare(document, operationName, variables)
    } catch {
      return .refused(.refused(error.errors))
    }
    let operation = prepared.operation
    guard operation.kind == .subscription else {
      return .refused(
        .refused([
          document.error("The operation is no subscription", at: operation.position)
        ]))
    }
    let wiring = self.wiring
    let coercion = prepared.coercion
    do throws(GraphQLError) {
      let request = Request(document, wiring, coercion, context: context, limits: limits)
      let source = try request.openStream(operation, prepared.type, root)
      return .responses(
        ResponseStream(source) { event in
          Request(document, wiring, coercion, context: context, limits: limits)
            .run(operation, prepared.type, event)
        })
    } catch {
      return .refused(.refused([error]))
    }
  }
}

extension Request {
  /// CreateSourceEventStream: collects the root fields, and opens the stream of the only one.
  fileprivate func openStream(
    _ operation: OperationDefinition, _ type: Schema.TypeID, _ root: AnyObject
  ) throws(GraphQLError) -> EventStream {
    let plan: SelectionPlan
    do throws(FieldError) {
      plan = try self.plan([operation.selections], of: type)
    } catch {
      throw document.error(error.message, at: operation.position)
    }
    guard plan.fields.count == 1 else {
      throw document.error(
        "A subscription must select exactly one field", at: operation.position)
    }
    let field = plan.fields[0]
    do throws(FieldError) {
      if case .failure(let error) = field.given { throw error }
      guard let resolver = wiring.streams[field.name] else {
        throw FieldError("\(wiring.schema[type].name).\(field.name) has no source of events")
      }
      return try resolver.body(root, field)
    } catch {
      throw GraphQLError(
        error.message,
        locations: field.nodes.prefix(8).map { document.source.location(of: $0.position.offset) },
        path: [.key(field.key)], extensions: error.extensions)
    }
  }
}
