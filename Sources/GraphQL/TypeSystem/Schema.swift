/// A type system (§3): immutable, and shared by everything that is compiled from it.
///
/// What it was built of is read at once, or, by `buildSchema(_:assumeValid:)`, type by type as it is
/// asked for; either way it is always the same, and any number of threads may ask.
///
/// Made by `buildSchema(_:)`. Types refer to one another by `TypeID`, so that there are no circles
/// of references, and a lookup is an array index.
public final class Schema: Sendable {
  /// Its description.
  public let description: String?
  /// The root of queries.
  public let queryType: TypeID?
  /// The root of mutations, where there are any.
  public let mutationType: TypeID?
  /// The root of subscriptions, where there are any.
  public let subscriptionType: TypeID?

  let source: SourceText
  private let names: [String: TypeID]
  /// Reads what is not there yet; `nil` where everything is.
  private let reader: TypeReader?
  private let count: Int
  private let entries: LazyList<TypeEntry>
  private let typeList = LazyCell<TypeList>()
  private let directiveList: LazyCell<DirectiveList>

  /// A schema all of whose parts are there.
  init(
    description: String?, types: [NamedType], directives: [DirectiveType],
    roots: Roots, names: [String: TypeID], source: SourceText
  ) {
    self.description = description
    queryType = roots.query
    mutationType = roots.mutation
    subscriptionType = roots.subscription
    self.source = source
    self.names = names
    reader = nil
    count = types.count
    entries = .made(types.map { TypeEntry($0) })
    directiveList = LazyCell(DirectiveList(directives))
  }

  /// A schema that reads each of its types when it is first asked for.
  init(description: String?, _ roots: Roots, _ reader: TypeReader) {
    self.description = description
    queryType = roots.query
    mutationType = roots.mutation
    subscriptionType = roots.subscription
    source = SourceText("")
    names = reader.names
    self.reader = reader
    count = reader.count
    entries = LazyList(count: reader.count)
    directiveList = LazyCell()
  }

  /// Every type, those of the specification first; a `TypeID` is an index into them.
  ///
  /// - Complexity: O(1), but O(*n*) in the schema when they are first asked for.
  public var types: [NamedType] {
    typeList.value { TypeList(typeIDs.map { self[$0] }) }.types
  }

  /// Every directive, those of the specification first.
  public var directives: [DirectiveType] { allDirectives.directives }

  /// The identities of all types, in order.
  var typeIDs: [TypeID] { (0..<count).map { TypeID($0) } }

  /// The type of that identity.
  public subscript(id: TypeID) -> NamedType {
    // Lent rather than copied: a type has a dozen references to count.
    _read { yield entry(id).type }
  }

  /// The identity of the type of that name.
  public func typeID(named name: String) -> TypeID? { names[name] }

  /// The directive of that name.
  public func directive(named name: String) -> DirectiveType? {
    directiveIndex(named: name).map { directives[$0] }
  }

  func directiveIndex(named name: String) -> Int? { allDirectives.indexes[name] }

  private func entry(_ id: TypeID) -> TypeEntry {
    entries.value(id.index) {
      guard let reader else { preconditionFailure("a schema without a reader has all its types") }
      return TypeEntry(reader.type(id))
    }
  }

  private var allDirectives: DirectiveList {
    directiveList.value {
      guard let reader else { preconditionFailure("a schema without a reader has its directives") }
      return DirectiveList(reader.directives())
    }
  }

  /// The text of which types are still to be read; `nil` where all of them are there.
  var assumedText: String? { reader?.text }

  /// The root type of an operation kind.
  public func rootType(of kind: OperationKind) -> TypeID? {
    switch kind {
    case .query: queryType
    case .mutation: mutationType
    case .subscription: subscriptionType
    }
  }

  /// Which type of a schema, as an index into `Schema.types`.
  public struct TypeID: Sendable, Hashable {
    private let number: Int32

    /// The index.
    public var index: Int { Int(number) }

    init(_ index: Int) {
      number = Int32(index)
    }
  }

  /// Whether an object of `object` can stand where `type` is wanted (§6.3.2, DoesFragmentTypeApply).
  func applies(_ type: TypeID, to object: TypeID) -> Bool {
    type == object || entry(type).possibleTypes.contains(object)
  }

  /// The object types that a composite type can be.
  func possibleTypes(_ type: TypeID) -> [TypeID] {
    self[type].kind == .object ? [type] : self[type].possibleTypes
  }

  /// Whether some object can be of both types (§5.5.2.3).
  func overlap(_ left: TypeID, _ right: TypeID) -> Bool {
    left == right || possibleTypes(left).contains { applies(right, to: $0) }
  }
}

extension Schema {
  /// The root types of a schema.
  struct Roots {
    var query, mutation, subscription: TypeID?

    init() {}

    /// Those of a schema that does not say which they are (§3.3).
    init(usualIn names: [String: TypeID]) {
      query = names["Query"]
      mutation = names["Mutation"]
      subscription = names["Subscription"]
    }

    subscript(kind: OperationKind) -> TypeID? {
      get {
        switch kind {
        case .query: query
        case .mutation: mutation
        case .subscription: subscription
        }
      }
      set {
        switch kind {
        case .query: query = newValue
        case .mutation: mutation = newValue
        case .subscription: subscription = newValue
        }
      }
    }
  }
}

/// A type, and what is worked out of it.
private final class TypeEntry: Sendable {
  let type: Schema.NamedType
  /// The object types that an interface or union can be.
  let possibleTypes: Set<Schema.TypeID>

  init(_ type: Schema.NamedType) {
    self.type = type
    possibleTypes = type.kind.isAbstract ? Set(type.possibleTypes) : []
  }
}

private final class TypeList: Sendable {
  let types: [Schema.NamedType]

  init(_ types: [Schema.NamedType]) {
    self.types = types
  }
}

private final class DirectiveList: Sendable {
  let directives: [Schema.DirectiveType]
  let indexes: [String: Int]

  init(_ directives: [Schema.DirectiveType]) {
    self.directives = directives
    indexes = Dictionary(
      directives.indices.map { (directives[$0].name, $0) },
      uniquingKeysWith: { first, _ in first })
  }
}
