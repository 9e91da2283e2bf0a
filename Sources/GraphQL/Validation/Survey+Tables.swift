/// The rows of the tables. Every number is the index of a row of the table that it names, unless it
/// is that of a name.
extension Survey {
  /// What an operation or fragment holds: parts of the tables.
  struct Body {
    var selectionSet: UInt32
    var spreads: Rows
    var variableUses: Rows
  }

  struct OperationUse {
    var kind: OperationKind
    /// Whether it is known what it reaches; not where there is too much of that.
    var isReachKnown = false
    /// Which node of the document it is.
    var node: UInt32
    var name: Link
    var variables: Rows
    var body: Body
    /// The fragments that it reaches, as a part of `reached`.
    var reach = Rows(0..<0)
  }

  struct FragmentUse {
    /// Which node of the document it is.
    var node: UInt32
    var name: UInt32
    var condition: TypeCondition
    var body: Body
  }

  /// `on` and the name of a type.
  struct TypeCondition {
    var name: UInt32
    var position: Position
    /// The type of that name.
    var type: Link
    /// The type of that name, where it has fields.
    var composite: Link
  }

  /// A selection set with the inline fragments in it dissolved: two chains through the tables.
  struct SelectionSet {
    var position: Position
    var firstField = Link.none
    var firstSpread = Link.none
    /// How many fields and spreads there are in it.
    var count: UInt32 = 0
  }

  struct FieldUse {
    /// Which node of the document it is.
    var node: UInt32
    var name: UInt32
    /// The name under which it stands in the response.
    var key: UInt32
    var parent: Link
    /// Which field of its parent it is; none for a meta-field too.
    var definition = Link.none
    /// What stands below it.
    var selectionSet = Link.none
    /// The next field of the selection set in which it stands.
    var next = Link.none
  }

  struct SpreadUse {
    var name: UInt32
    var namePosition: Position
    var position: Position
    var parent: Link
    /// The fragment of that name.
    var fragment = Link.none
    /// The next spread of the selection set in which it stands.
    var next = Link.none
  }

  struct InlineUse {
    var position: Position
    var parent: Link
    var condition: TypeCondition?
  }

  /// The arguments of a field or directive, or the fields of an input object.
  struct InputList {
    var owner: Owner
    var position: Position
    var inputs: Rows
    /// Whether the owner is known, so that what does not belong to it is wrong.
    var isKnown: Bool
    /// Whether something is not given that must be.
    var isIncomplete: Bool
    /// Whether it is an object of a type that takes one of its fields, and is not so.
    var isNotOne = false
  }

  enum Owner {
    case field(UInt32)
    case directive(UInt32)
    /// Of the type, where that is known.
    case object(Link)
  }

  struct InputUse {
    var name: UInt32
    var position: Position
    /// Which argument or field of its owner it is.
    var definition: Link
  }

  /// The directives of one place.
  struct DirectiveList {
    var location: DirectiveLocation
    var directives: Rows
  }

  struct DirectiveUse {
    var name: UInt32
    /// Which node of the document it is.
    var node: UInt32
    /// Which directive of the schema it is.
    var definition: Link
  }

  /// A literal, not a variable, where a scalar or enum is wanted, or what does not fit at all.
  struct LeafUse {
    var type: Schema.TypeRef
    /// Which node of the document it is.
    var node: UInt32
  }

  struct VariableUse {
    /// The type that its place wants; `nil` where that is unknown.
    var type: Schema.TypeRef?
    /// Whether its place has a default of its own.
    var hasDefault: Bool
    var name: UInt32
    var position: Position
    /// The input object of which it is the one field.
    var oneOf: Link

    struct Definition {
      var name: UInt32
      var namePosition: Position
      var position: Position
      var typeName: UInt32
      var typePosition: Position
      /// Where the name stands in its type.
      var typeNamePosition: Position
      var wrapping: TypeWrapping
      /// The type of that name, of whatever kind.
      var named: Link
      /// Whether that is a type for input.
      var isInput: Bool
      /// Whether it has a default other than null.
      var hasDefault: Bool

      /// Its type, where that is one for input.
      var type: Schema.TypeRef? {
        isInput ? named.type.map { Schema.TypeRef($0, wrapping) } : nil
      }
    }
  }
}

extension Survey {
  func text(_ name: UInt32) -> String { text(Int(name)) }

  func typeName(_ type: Schema.TypeID) -> String { schema[type].name }

  func position(of operation: OperationUse) -> Position {
    syntax.position(Int(operation.node))
  }
  func position(of fragment: FragmentUse) -> Position { syntax.position(Int(fragment.node)) }
  func position(of field: FieldUse) -> Position { syntax.position(Int(field.node)) }
  func position(of directive: DirectiveUse) -> Position { syntax.position(Int(directive.node)) }

  /// Where the name of an operation or fragment stands; it itself, where it has none.
  func namePosition(_ node: UInt32) -> Position {
    let node = Int(node)
    return syntax.position(syntax.child(.name, of: node) ?? node)
  }

  /// The type of a field; `nil` where there is no such field.
  func type(of field: FieldUse) -> Schema.TypeRef? {
    guard let parent = field.parent.type else { return nil }
    if let definition = field.definition.index { return schema[parent].fields[definition].type }
    let name = text(field.name)
    guard name.utf8.starts(with: "__".utf8) else { return nil }
    if name == "__typename" { return Introspection.typeNameType }
    return parent == schema.queryType ? Introspection.metaField(name, schema)?.type : nil
  }

  /// A field, directive or input object as the messages about it name it.
  func name(of owner: Owner) -> String {
    switch owner {
    case .field(let index):
      let field = fields[Int(index)]
      let name = text(field.name)
      return field.parent.type.map { "\(typeName($0)).\(name)" } ?? name
    case .directive(let name): return "@\(text(name))"
    case .object(let type): return type.type.map { typeName($0) } ?? "an object"
    }
  }

  /// What an owner takes: the arguments of a field or directive, the fields of an input object.
  func definitions(of owner: Owner) -> [Schema.InputValue] {
    switch owner {
    case .field(let field): arguments(of: fields[Int(field)]) ?? []
    case .directive(let name): schema.directive(named: text(name))?.arguments ?? []
    case .object(let type): type.type.map { schema[$0].inputFields } ?? []
    }
  }

  func arguments(of field: FieldUse) -> [Schema.InputValue]? {
    guard let parent = field.parent.type else { return nil }
    if let definition = field.definition.index {
      return schema[parent].fields[definition].arguments
    }
    guard type(of: field) != nil else { return nil }
    return Introspection.metaField(text(field.name), schema)?.arguments ?? []
  }
}
