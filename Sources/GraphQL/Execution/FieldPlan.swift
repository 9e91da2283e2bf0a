internal import Coding

/// A field of the response of one object type, worked out once and run for every such object.
@usableFromInline final class FieldPlan {
  let key: String
  let name: String
  /// The key as JSON, with its quotes and its colon.
  let encodedKey: [UInt8]
  /// Which of the request's plans it is; response paths are kept as these numbers.
  let number: Int
  let parent: Schema.TypeID
  /// The fields of the document that are merged into this one.
  let nodes: [Field]
  let arguments: Arguments
  /// Where the field's resolver stands among those of its type; `nil` where none is asked.
  @usableFromInline let place: Int?
  /// What comes of the field where no resolver is asked: a value of introspection, or why the
  /// arguments did not coerce.
  let given: Result<Resolved, FieldError>?
  /// The caller's object for this execution.
  @usableFromInline let context: AnyObject
  let shape: Shape
  private unowned let request: Request
  /// The plan for the type of the last object, which is mostly that of the next one too.
  private var last: SelectionPlan?
  private var others: [SelectionPlan] = []

  init(
    nodes: [Field], number: Int, parent: Schema.TypeID, shape: Shape, arguments: Arguments,
    request: Request, place: Int? = nil, given: Result<Resolved, FieldError>? = nil
  ) {
    precondition((place == nil) != (given == nil), "a field has a resolver or a value")
    (key, name) = nodes[0].keyAndName
    var encoded: [UInt8] = []
    JSONWriter.appendQuoted(key, to: &encoded)
    encoded.append(UInt8(ascii: ":"))
    encodedKey = encoded
    self.nodes = nodes
    self.number = number
    self.parent = parent
    self.shape = shape
    self.arguments = arguments
    self.request = request
    context = request.context
    self.place = place
    self.given = given
  }

  /// What is selected below the field where its object is of the given type; planned when the
  /// first such object comes.
  func selection(for type: Schema.TypeID) throws(FieldError) -> SelectionPlan {
    if let last, last.type == type { return last }
    if let known = others.first(where: { $0.type == type }) {
      last = known
      return known
    }
    let plan = try request.plan(nodes.map(\.selections), of: type)
    others.append(plan)
    last = plan
    return plan
  }

  func selects(_ path: [Substring]) -> Bool {
    request.selects(nodes.map(\.selections), path[...])
  }
}

/// The fields of one object type that a selection set asks for, merged, in response order.
final class SelectionPlan {
  let type: Schema.TypeID
  let fields: [FieldPlan]
  let run: ObjectFields.Run

  init(_ type: Schema.TypeID, _ fields: [FieldPlan], run: @escaping ObjectFields.Run) {
    self.type = type
    self.fields = fields
    self.run = run
  }
}
