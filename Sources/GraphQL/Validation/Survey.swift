/// A document walked through once: everything in it that a rule asks about, in tables, beside the
/// types that the schema gives it. Rules are loops over these tables.
///
/// Rows hold numbers and places and nothing that is counted by references, names are their numbers
/// in the document, and what is plainly right, as most of a document is, makes no row at all where
/// a rule would only look for what is wrong.
struct Survey {
  let document: Document
  let schema: Schema
  let coercion: InputCoercion
  let limits: Limits
  /// The names of the document by number; what is called a name below is such a number.
  let symbols: [String]

  var operations: [OperationUse] = []
  var fragments: [FragmentUse] = []
  var variables: [VariableUse.Definition] = []
  var selectionSets: [SelectionSet] = []
  var fields: [FieldUse] = []
  var spreads: [SpreadUse] = []
  var inlineFragments: [InlineUse] = []
  var inputLists: [InputList] = []
  var inputs: [InputUse] = []
  /// The arguments as written, for lists of them that more than their names are compared of.
  var written: [[Argument]] = []
  var directiveLists: [DirectiveList] = []
  var directives: [DirectiveUse] = []
  var leaves: [LeafUse] = []
  /// Names of enum values that are there but should not be used any more.
  var deprecatedValues: [LeafUse] = []
  var variableUses: [VariableUse] = []
  /// Which fragment has that name, the first where several have.
  var fragmentsByName: [Int?]
  /// The fragments that operations reach, one run after another.
  var reached: [Int] = []

  /// What was found for names before.
  var known: Known

  init(
    _ document: Document, _ schema: Schema, _ scalars: [String: ScalarCoercion], _ limits: Limits
  ) {
    self.document = document
    self.schema = schema
    self.limits = limits
    coercion = InputCoercion(schema: schema, scalars: scalars)
    symbols = document.symbols ?? []
    known = Known(symbols.count)
    fragmentsByName = Array(repeating: nil, count: symbols.count)
  }

  /// Walks through everything that is executable.
  mutating func walk() {
    reserve()
    for index in document.definitions.indices {
      switch document.definitions[index] {
      case .operation(let operation): add(operation)
      case .fragment(let fragment): add(fragment, at: index)
      case .schema, .type, .directive: break
      }
    }
    linkSpreads()
    linkReaches()
  }

  /// Room for a short document, so that its tables do not grow step by step.
  private mutating func reserve() {
    let size = min(document.source.bytes.count / 16, 64)
    fields.reserveCapacity(size)
    selectionSets.reserveCapacity(size / 2)
    inputs.reserveCapacity(size)
    inputLists.reserveCapacity(size)
    variableUses.reserveCapacity(size / 2)
  }
}

/// What is known of the names of a document, by their numbers.
struct Known {
  /// The type of that name; `nil` inside where there is none, outside where nobody asked.
  var types: [Schema.TypeID??]
  /// The type in which a field of that name was last looked up, and what was found.
  var fieldParents: [Schema.TypeID?]
  var fields: [Int?]

  init(_ count: Int) {
    types = Array(repeating: nil, count: count)
    fieldParents = Array(repeating: nil, count: count)
    fields = Array(repeating: nil, count: count)
  }
}
