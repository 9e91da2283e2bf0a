/// The rows of the tables. Every number is the index of a row of the table that it names, unless it
/// is that of a name.
extension Survey {
  /// What an operation or fragment holds: parts of the tables.
  struct Body {
    var selectionSet: Int
    var spreads: Range<Int>
    var variableUses: Range<Int>
  }

  struct OperationUse {
    var kind: OperationKind
    var name: Int?
    var namePosition: Position
    var position: Position
    var variables: Range<Int>
    var body: Body
    /// The fragments that it reaches, as a part of `reached`; `nil` where there were too many.
    var reach: Range<Int>?
  }

  struct FragmentUse {
    /// Which definition of the document it is.
    var definition: Int
    var name: Int
    var namePosition: Position
    var position: Position
    var condition: TypeCondition
    var body: Body
  }

  /// `on` and the name of a type.
  struct TypeCondition {
    var name: Int
    var position: Position
    /// The type of that name.
    var type: Schema.TypeID?
    /// The type of that name, where it has fields.
    var composite: Schema.TypeID?
  }

  /// A selection set with the inline fragments in it dissolved: two chains through the tables.
  struct SelectionSet {
    var position: Position
    var firstField: Int?
    var lastField = 0
    var firstSpread: Int?
    var lastSpread = 0
    /// How many fields and spreads there are in it.
    var count = 0
  }

  struct FieldUse {
    var name: Int
    /// The name under which it stands in the response.
    var key: Int
    var position: Position
    var selectionsPosition: Position
    var parent: Schema.TypeID?
    /// Which field of its parent it is; `nil` for a meta-field too.
    var definition: Int?
    /// Its type; `nil` where there is no such field.
    var type: Schema.TypeRef?
    /// Its arguments as written, where it has any.
    var written: Int?
    /// What stands below it.
    var selectionSet: Int?
    /// The next field of the selection set in which it stands.
    var next: Int?
  }

  struct SpreadUse {
    var name: Int
    var namePosition: Position
    var position: Position
    var parent: Schema.TypeID?
    /// The fragment of that name.
    var fragment: Int?
    /// The next spread of the selection set in which it stands.
    var next: Int?
  }

  struct InlineUse {
    var position: Position
    var condition: TypeCondition?
    var parent: Schema.TypeID?
  }

  /// The arguments of a field or directive, or the fields of an input object.
  struct InputList {
    var owner: Owner
    var position: Position
    var inputs: Range<Int>
    /// Whether the owner is known, so that what does not belong to it is wrong.
    var isKnown: Bool
    /// Whether something is not given that must be.
    var isIncomplete: Bool
    /// Whether it is an object of a type that takes one of its fields, and is not so.
    var isNotOne = false
  }

  enum Owner {
    case field(Int)
    case directive(Int)
    /// Of the type, where that is known.
    case object(Schema.TypeID?)
  }

  struct InputUse {
    var name: Int
    var position: Position
    /// Which argument or field of its owner it is.
    var definition: Int?
  }

  /// The directives of one place.
  struct DirectiveList {
    var location: DirectiveLocation
    var directives: Range<Int>
  }

  struct DirectiveUse {
    var name: Int
    var position: Position
    /// Which directive of the schema it is.
    var definition: Int?
  }

  /// A literal, not a variable, where a scalar or enum is wanted, or what does not fit at all.
  struct LeafUse {
    var literal: Literal
    var type: Schema.TypeRef
  }

  struct VariableUse {
    var name: Int
    var position: Position
    /// The type that its place wants; `nil` where that is unknown.
    var type: Schema.TypeRef?
    /// Whether its place has a default of its own.
    var hasDefault: Bool
    /// The input object of which it is the one field.
    var oneOf: Schema.TypeID?

    struct Definition {
      var name: Int
      var namePosition: Position
      var position: Position
      var typeName: Int
      var typePosition: Position
      /// Where the name stands in its type.
      var typeNamePosition: Position
      var wrapping: TypeWrapping
      /// The type of that name, of whatever kind.
      var named: Schema.TypeID?
      /// Its type, where that is one for input.
      var type: Schema.TypeRef?
      /// Whether it has a default other than null.
      var hasDefault: Bool
    }
  }
}

extension Survey {
  func text(_ name: Int) -> String { symbols[name] }

  func typeName(_ type: Schema.TypeID) -> String { schema[type].name }

  /// A field, directive or input object as the messages about it name it.
  func name(of owner: Owner) -> String {
    switch owner {
    case .field(let field):
      fields[field].parent.map { "\(typeName($0)).\(text(fields[field].name))" }
        ?? text(fields[field].name)
    case .directive(let name): "@\(text(name))"
    case .object(let type): type.map { typeName($0) } ?? "an object"
    }
  }

  /// What an owner takes: the arguments of a field or directive, the fields of an input object.
  func definitions(of owner: Owner) -> [Schema.InputValue] {
    switch owner {
    case .field(let field): arguments(of: fields[field]) ?? []
    case .directive(let name): schema.directive(named: text(name))?.arguments ?? []
    case .object(let type): type.map { schema[$0].inputFields } ?? []
    }
  }

  func arguments(of field: FieldUse) -> [Schema.InputValue]? {
    guard let parent = field.parent, field.type != nil else { return nil }
    if let definition = field.definition { return schema[parent].fields[definition].arguments }
    return Introspection.metaField(text(field.name), schema)?.arguments ?? []
  }
}
