/// A document walked through once: everything in it that a rule asks about, in tables, beside the
/// types that the schema gives it. Rules are loops over these tables.
///
/// Rows hold numbers and places of four bytes each and nothing that is counted by references, names
/// are numbers, and what is plainly right, as most of a document is, makes no row at all where a
/// rule would only look for what is wrong.
struct Survey {
  let document: Document
  let syntax: Syntax
  let schema: Schema
  let coercion: InputCoercion
  let limits: Limits
  /// The names of the document; what is called a name below is the number of one.
  private(set) var symbols = SymbolTable()

  var operations: [OperationUse] = []
  var fragments: [FragmentUse] = []
  var variables: [VariableUse.Definition] = []
  var selectionSets: [SelectionSet] = []
  var fields: [FieldUse] = []
  var spreads: [SpreadUse] = []
  var inlineFragments: [InlineUse] = []
  var inputLists: [InputList] = []
  var inputs: [InputUse] = []
  var directiveLists: [DirectiveList] = []
  var directives: [DirectiveUse] = []
  var leaves: [LeafUse] = []
  /// Names of enum values that are there but should not be used any more.
  var deprecatedValues: [LeafUse] = []
  var variableUses: [VariableUse] = []
  /// The fragments that operations reach, one run after another.
  var reached: [UInt32] = []

  /// What was found for names before, by their numbers.
  var known: [Known] = []

  /// - Parameter document: one that was read.
  init(
    _ document: Document, _ schema: Schema, _ scalars: [String: ScalarCoercion], _ limits: Limits
  ) {
    guard let tree = document.tree else {
      preconditionFailure("a document that was put together is read before it is surveyed")
    }
    self.document = document
    self.schema = schema
    self.limits = limits
    syntax = tree.syntax
    coercion = InputCoercion(schema: schema, scalars: scalars)
  }

  /// Walks through everything that is executable.
  mutating func walk() {
    reserve()
    for node in syntax.roots {
      switch syntax.kind(node) {
      case .query: add(node, .query, at: .query)
      case .mutation: add(node, .mutation, at: .mutation)
      case .subscription: add(node, .subscription, at: .subscription)
      case .fragment: addFragment(node)
      default: break
      }
    }
    linkSpreads()
    linkReaches()
  }

  /// Room for what is there, so that no table has to grow into another twice its size.
  private mutating func reserve() {
    var counts = [Int](repeating: 0, count: 32)
    for node in syntax.nodes { counts[Int(node.kind.rawValue)] += 1 }
    func count(_ kind: Syntax.Node.Kind) -> Int { counts[Int(kind.rawValue)] }
    fields.reserveCapacity(count(.field))
    selectionSets.reserveCapacity(count(.selectionSet))
    spreads.reserveCapacity(count(.spread))
    fragments.reserveCapacity(count(.fragment))
    operations.reserveCapacity(count(.query))
    inlineFragments.reserveCapacity(count(.inline))
    variables.reserveCapacity(count(.variableDefinition))
    variableUses.reserveCapacity(count(.variable))
    directives.reserveCapacity(count(.directive))
    inputs.reserveCapacity(count(.argument))
    known.reserveCapacity(min(count(.field) + count(.argument), 64))
    let lists = count(.object) + count(.directive) + min(count(.argument), count(.field))
    // Of a long document it may all be wrong; what is reserved and not written costs nothing then.
    inputLists.reserveCapacity(syntax.nodes.count > Survey.many ? lists : min(lists, 64))
    if syntax.nodes.count > Survey.many {
      // From this kind on they are values.
      leaves.reserveCapacity(counts[Int(Syntax.Node.Kind.object.rawValue)...].reduce(0, +))
    }
  }

  private static let many = 10_000

  /// The number of the name that begins there.
  mutating func name(at start: Int) -> Int {
    let name = symbols.symbol(at: start, in: syntax.bytes)
    if name == known.count { known.append(Known()) }
    return name
  }

  func text(_ name: Int) -> String { syntax.text(symbols.range(name)) }
}

/// What is known of a name.
struct Known {
  /// The type of that name, once somebody has asked.
  var type: Link?
  /// The type in which a field of that name was last looked up, and what was found.
  var fieldParent = Link.none
  var field = Link.none
  /// The fragment of that name, the first where several have it.
  var fragment = Link.none
}
