/// One execution: the document with its variables, and the plans made of it so far.
final class Request {
  let wiring: Wiring
  let document: Document
  let limits: Limits
  let context: AnyObject
  let coercion: InputCoercion
  /// Every field planned so far, by its number.
  private(set) var plans: [FieldPlan] = []
  /// Set where the request costs more than it may; nothing of its data stands then.
  private(set) var failure: String?
  private let fragments: [String: FragmentDefinition]

  init(
    _ document: Document, _ wiring: Wiring, _ coercion: InputCoercion, context: AnyObject,
    limits: Limits
  ) {
    self.document = document
    self.wiring = wiring
    self.coercion = coercion
    self.context = context
    self.limits = limits
    fragments = Dictionary(
      document.fragments.map { ($0.name.text, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func fragment(named name: String) -> FragmentDefinition? { fragments[name] }

  /// Notes that the request costs more than it may, and gives the error to throw.
  func refusal(_ message: String) -> FieldError {
    failure = message
    return FieldError(message)
  }

  /// That a nesting through fragments, which the parser could not see, is not too deep.
  func check(depth: Int) throws(FieldError) {
    guard depth <= limits.depth else {
      throw refusal("The request is nested more than \(limits.depth) levels deep")
    }
  }

  /// CollectFields and MergeSelectionSets (§6.3.2, §6.4.3), and a plan for each field.
  func plan(
    _ selectionSets: [[Selection]], of type: Schema.TypeID
  ) throws(FieldError) -> SelectionPlan {
    var collector = FieldCollector(self, type)
    for selections in selectionSets { try collector.collect(selections) }
    var fields: [FieldPlan] = []
    fields.reserveCapacity(collector.groups.count)
    for nodes in collector.groups { fields.append(try plan(nodes, in: type)) }
    return SelectionPlan(type, fields, run: wiring[type].run)
  }

  private func plan(_ nodes: [Field], in type: Schema.TypeID) throws(FieldError) -> FieldPlan {
    guard plans.count < limits.fields else {
      throw refusal("The request selects more than \(limits.fields) fields")
    }
    let plan = makePlan(nodes, in: type)
    plans.append(plan)
    return plan
  }

  private func makePlan(_ nodes: [Field], in type: Schema.TypeID) -> FieldPlan {
    let name = nodes[0].name.text
    let schema = wiring.schema
    if name == "__typename" {
      return FieldPlan(
        nodes: nodes, number: plans.count, parent: type,
        shape: Shape(Introspection.typeNameType, wiring), arguments: Arguments(),
        request: self, given: .success(.string(schema[type].name)))
    }
    let index = schema[type].fieldIndex(named: name)
    let isMeta = index == nil && type == schema.queryType
    guard
      let definition = index.map({ schema[type].fields[$0] })
        ?? (isMeta ? Introspection.metaField(name, schema) : nil)
    else { preconditionFailure("a field that is not of its type is never collected") }
    let shape = Shape(definition.type, wiring)
    do throws(CoercionError) {
      let arguments = try coercion.arguments(nodes[0].arguments, as: definition.arguments)
      return FieldPlan(
        nodes: nodes, number: plans.count, parent: type, shape: shape, arguments: arguments,
        request: self, place: index.map { wiring[type].place(of: $0) },
        given: index == nil
          ? .success(Introspection.value(of: name, arguments, schema)) : nil)
    } catch {
      // Arguments that do not coerce are an error of each such field of the response (§6.4.1).
      return FieldPlan(
        nodes: nodes, number: plans.count, parent: type, shape: shape, arguments: Arguments(),
        request: self, given: .failure(FieldError(error.message)))
    }
  }
}
