/// A document walked through once: everything in it that a rule asks about, in tables, beside the
/// types that the schema gives it. Rules are loops over these tables.
struct Survey {
  let document: Document
  let schema: Schema
  let coercion: InputCoercion
  let limits: Limits

  var operations: [Executable] = []
  var fragments: [FragmentUse] = []
  var fragmentIndexes: [String: Int] = [:]
  /// Response keys by number; equal keys have equal numbers.
  var keys: [String: Int] = [:]
  var selectionSets: [SelectionSet] = []
  var fields: [FieldUse] = []
  var spreads: [SpreadUse] = []
  var inlineFragments: [InlineUse] = []
  var argumentLists: [ArgumentList] = []
  var directiveLists: [DirectiveList] = []
  var leaves: [LeafUse] = []
  var objects: [ObjectUse] = []
  var variableUses: [VariableUse] = []

  /// An operation or fragment with the parts of the tables that it fills.
  struct Executable {
    var operation: OperationDefinition?
    var selectionSet: Int
    var spreads: Range<Int>
    var variableUses: Range<Int>
  }

  struct FragmentUse {
    var definition: FragmentDefinition
    var body: Executable
    /// The type of its condition, where that is a composite one.
    var type: Schema.TypeID?
  }

  /// A selection set with the inline fragments in it dissolved.
  struct SelectionSet {
    var fields: [Int] = []
    var spreads: [Int] = []
  }

  struct FieldUse {
    var node: Field
    /// Its response key, numbered.
    var key: Int
    var parent: Schema.TypeID?
    var definition: Schema.FieldType?
    /// Which selection set stands below it.
    var selectionSet: Int?
  }

  struct SpreadUse {
    var node: FragmentSpread
    var parent: Schema.TypeID?
  }

  struct InlineUse {
    var node: InlineFragment
    var parent: Schema.TypeID?
  }

  /// The arguments of one field or directive.
  struct ArgumentList {
    var given: [Argument]
    /// `nil` where the field or directive is unknown.
    var definitions: [Schema.InputValue]?
    var owner: Owner
    var position: Position
  }

  enum Owner {
    case field(String, Schema.TypeID?)
    case directive(String)
  }

  /// The directives of one place.
  struct DirectiveList {
    var directives: [Directive]
    var location: DirectiveLocation
  }

  /// A literal, not a variable, where a scalar or enum is wanted, or what does not fit at all.
  struct LeafUse {
    var literal: Literal
    var type: Schema.TypeRef
  }

  struct ObjectUse {
    var fields: [Argument]
    var type: Schema.TypeID?
    var position: Position
  }

  struct VariableUse {
    var name: String
    var position: Position
    /// The type that its place wants; `nil` where that is unknown.
    var type: Schema.TypeRef?
    /// Whether its place has a default of its own.
    var hasDefault: Bool
    /// The input object of which it is the one field.
    var oneOf: Schema.TypeID?
  }

  init(
    _ document: Document, _ schema: Schema, _ scalars: [String: ScalarCoercion], _ limits: Limits
  ) {
    self.document = document
    self.schema = schema
    self.limits = limits
    coercion = InputCoercion(schema: schema, scalars: scalars)
    for definition in document.definitions {
      switch definition {
      case .operation(let operation): add(operation)
      case .fragment(let fragment): add(fragment)
      case .schema, .type, .directive: break
      }
    }
  }

  func fragment(named name: String) -> FragmentUse? {
    fragmentIndexes[name].map { fragments[$0] }
  }

  /// The composite type of that name.
  func compositeType(_ name: String) -> Schema.TypeID? {
    schema.typeID(named: name).flatMap { schema[$0].kind.isComposite ? $0 : nil }
  }

  func typeName(_ type: Schema.TypeID) -> String { schema[type].name }
}
