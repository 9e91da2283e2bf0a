/// A type system (§3): immutable, and shared by everything that is compiled from it.
///
/// Made by `buildSchema(_:)`. Types refer to one another by `TypeID`, so that there are no circles
/// of references, and a lookup is an array index.
public final class Schema: Sendable {
  /// Its description.
  public let description: String?
  /// Every type, those of the specification first; a `TypeID` is an index into them.
  public let types: [NamedType]
  /// Every directive, those of the specification first.
  public let directives: [DirectiveType]
  /// The root of queries.
  public let queryType: TypeID?
  /// The root of mutations, where there are any.
  public let mutationType: TypeID?
  /// The root of subscriptions, where there are any.
  public let subscriptionType: TypeID?

  let source: SourceText
  private let typeIDs: [String: TypeID]
  private let directiveIndexes: [String: Int]
  private let possibleTypeSets: [Set<TypeID>]

  init(
    description: String?, types: [NamedType], directives: [DirectiveType],
    roots: [OperationKind: TypeID], typeIDs: [String: TypeID], source: SourceText
  ) {
    self.description = description
    self.types = types
    self.directives = directives
    queryType = roots[.query]
    mutationType = roots[.mutation]
    subscriptionType = roots[.subscription]
    self.source = source
    self.typeIDs = typeIDs
    possibleTypeSets = types.map { $0.kind.isAbstract ? Set($0.possibleTypes) : [] }
    directiveIndexes = Dictionary(
      directives.indices.map { (directives[$0].name, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The type of that identity.
  public subscript(id: TypeID) -> NamedType {
    // Lent rather than copied: a type has a dozen references to count.
    _read { yield types[id.index] }
  }

  /// The identity of the type of that name.
  public func typeID(named name: String) -> TypeID? { typeIDs[name] }

  /// Where the field of that name stands in a type, which is not copied to be asked.
  func fieldIndex(named name: String, of type: TypeID) -> Int? {
    if !types[type.index].fieldIndexes.isEmpty { return types[type.index].fieldIndexes[name] }
    return types[type.index].fields.firstIndex { $0.name == name }
  }

  /// The directive of that name.
  public func directive(named name: String) -> DirectiveType? {
    directiveIndex(named: name).map { directives[$0] }
  }

  func directiveIndex(named name: String) -> Int? { directiveIndexes[name] }

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
    type == object || possibleTypeSets[type.index].contains(object)
  }

  /// The object types that a composite type can be.
  func possibleTypes(_ type: TypeID) -> [TypeID] {
    types[type.index].kind == .object ? [type] : types[type.index].possibleTypes
  }

  /// Whether some object can be of both types (§5.5.2.3).
  func overlap(_ left: TypeID, _ right: TypeID) -> Bool {
    left == right || possibleTypes(left).contains { applies(right, to: $0) }
  }
}
