/// A parsed document (§2.2): executable definitions, type-system definitions, or both.
public struct Document: Sendable, Equatable {
  /// What the document was read from; errors name places in it.
  public let source: SourceText
  /// What was read of the source; `nil` where the document was put together of others.
  let tree: SyntaxTree?
  /// The definitions of the type system, in the order written; all definitions of a document that
  /// was put together.
  let typeSystem: [Definition]
  /// How many different names there are in its type system: they are numbered from 0.
  let nameCount: Int

  /// A document put together of definitions that were read elsewhere.
  ///
  /// Errors of such a document name places in what it prints as.
  public init(_ definitions: [Definition], source: SourceText = SourceText("")) {
    self.source = source
    tree = nil
    typeSystem = definitions
    nameCount = 0
  }

  init(_ tree: SyntaxTree, typeSystem: [Definition], source: SourceText, nameCount: Int) {
    self.source = source
    self.tree = tree
    self.typeSystem = typeSystem
    self.nameCount = nameCount
  }

  /// The document as one that was read: itself, or what it prints as.
  func numbered() throws(GraphQLError) -> Document {
    tree == nil ? try parse(print(self), limits: .trusted) : self
  }

  /// Documents are equal when their definitions say the same, however they are laid out.
  public static func == (left: Document, right: Document) -> Bool {
    left.definitions == right.definitions
  }

  /// The definitions in the order written.
  ///
  /// - Complexity: O(*n*) in the definitions.
  public var definitions: [Definition] {
    guard let tree else { return typeSystem }
    var others = typeSystem.makeIterator()
    return tree.syntax.roots.map { node in
      switch tree.syntax.kind(node) {
      case .fragment: return .fragment(FragmentDefinition(tree, node))
      case .definition:
        guard let definition = others.next() else {
          preconditionFailure("a definition was read and is not there")
        }
        return definition
      default: return .operation(OperationDefinition(tree, node))
      }
    }
  }

  /// The operations in the order written.
  public var operations: [OperationDefinition] {
    definitions.compactMap { if case .operation(let operation) = $0 { operation } else { nil } }
  }

  /// The fragments in the order written.
  public var fragments: [FragmentDefinition] {
    definitions.compactMap { if case .fragment(let fragment) = $0 { fragment } else { nil } }
  }

  func error(_ message: String, at positions: Position...) -> GraphQLError {
    GraphQLError(message, locations: positions.map { source.location(of: $0.offset) })
  }
}

/// One definition or extension of a document.
public enum Definition: Sendable, Equatable {
  /// `query`, `mutation` or `subscription` (§2.3).
  case operation(OperationDefinition)
  /// `fragment … on …` (§2.8).
  case fragment(FragmentDefinition)
  /// `schema` or `extend schema` (§3.3).
  indirect case schema(SchemaDefinition)
  /// A type or the extension of one (§3.4).
  indirect case type(TypeDefinition)
  /// `directive @…` (§3.13).
  indirect case directive(DirectiveDefinition)

  /// Where the definition begins.
  public var position: Position {
    switch self {
    case .operation(let definition): definition.position
    case .fragment(let definition): definition.position
    case .schema(let definition): definition.position
    case .type(let definition): definition.position
    case .directive(let definition): definition.position
    }
  }
}

/// A name and where it stands (§2.1.9).
public struct Name: Sendable, Hashable {
  /// The name itself.
  public let text: String
  /// Where it begins.
  public let position: Position
  /// The number of the name in its document, if it is one of the type system: equal names have equal
  /// numbers.
  private let number: Int32

  /// A name that was made and not read.
  public init(_ text: String) {
    self.text = text
    position = .none
    number = -1
  }

  init(_ text: String, symbol: Int = -1, at position: Position) {
    self.text = text
    self.position = position
    number = Int32(truncatingIfNeeded: symbol)
  }

  var symbol: Int { Int(number) }

  /// Names are equal when they are the same text, wherever they stand.
  public static func == (left: Name, right: Name) -> Bool { left.text == right.text }

  /// Hashes the text.
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

/// The three kinds of operation (§2.3).
public enum OperationKind: String, Sendable, CaseIterable {
  /// A read.
  case query
  /// A write, followed by a read.
  case mutation
  /// A long-lived request for events.
  case subscription
}

/// An operation (§2.3).
public struct OperationDefinition: Sendable, Equatable {
  private let tree: SyntaxTree
  private let number: Int32

  init(_ tree: SyntaxTree, _ node: Int) {
    self.tree = tree
    number = Int32(node)
  }

  private var node: Int { Int(number) }

  /// Its description, which only documents say and nothing executes.
  public var description: String? { tree.syntax.description(node) }
  /// Query, mutation or subscription.
  public var kind: OperationKind { tree.syntax.operationKind(node) ?? .query }
  /// Its name; `nil` for the anonymous one.
  public var name: Name? { tree.syntax.names(node).first }
  /// Its variables (§2.10).
  public var variables: [VariableDefinition] {
    tree.syntax.children(node).lazy.filter { tree.syntax.kind($0) == .variableDefinition }
      .map { tree.syntax.variable($0) }
  }
  /// Its directives.
  public var directives: [Directive] { tree.syntax.directives(node) }
  /// What it selects; never empty.
  public var selections: [Selection] { tree.selections(node) }
  /// Where it begins.
  public var position: Position { tree.syntax.position(node) }

  /// Operations are equal when they say the same.
  public static func == (left: OperationDefinition, right: OperationDefinition) -> Bool {
    left.description == right.description && left.kind == right.kind && left.name == right.name
      && left.variables == right.variables && left.directives == right.directives
      && left.selections == right.selections
  }
}

extension Syntax {
  /// The kind of operation that a node is; `nil` where it is none.
  func operationKind(_ node: Int) -> OperationKind? {
    switch kind(node) {
    case .query: .query
    case .mutation: .mutation
    case .subscription: .subscription
    default: nil
    }
  }
}

/// A fragment (§2.8).
public struct FragmentDefinition: Sendable, Equatable {
  private let tree: SyntaxTree
  private let number: Int32

  init(_ tree: SyntaxTree, _ node: Int) {
    self.tree = tree
    number = Int32(node)
  }

  private var node: Int { Int(number) }

  /// Its description.
  public var description: String? { tree.syntax.description(node) }
  /// Its name.
  public var name: Name { tree.syntax.names(node)[0] }
  /// The type that it applies to.
  public var typeCondition: Name { tree.syntax.names(node)[1] }
  /// Its directives.
  public var directives: [Directive] { tree.syntax.directives(node) }
  /// What it selects; never empty.
  public var selections: [Selection] { tree.selections(node) }
  /// Where it begins.
  public var position: Position { tree.syntax.position(node) }

  /// Fragments are equal when they say the same.
  public static func == (left: FragmentDefinition, right: FragmentDefinition) -> Bool {
    left.description == right.description && left.name == right.name
      && left.typeCondition == right.typeCondition && left.directives == right.directives
      && left.selections == right.selections
  }
}

/// The definition of a variable (§2.10).
public struct VariableDefinition: Sendable, Equatable {
  /// Its description.
  public var description: String?
  /// Its name, without the dollar sign.
  public var name: Name
  /// Its type.
  public var type: TypeReference
  /// Its default; `nil` where there is none, which is not a default of null.
  public var defaultValue: Literal?
  /// Its directives.
  public var directives: [Directive]
  /// Where it begins.
  public var position: Position
}
