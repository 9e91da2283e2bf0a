/// A parsed document (§2.2): executable definitions, type-system definitions, or both.
public struct Document: Sendable, Equatable {
  /// What the document was read from; errors name places in it.
  public let source: SourceText
  /// The definitions in the order written.
  public let definitions: [Definition]
  /// The names of the document by their numbers; `nil` where it was put together and not read, so
  /// that the numbers in it are of several documents, or of none.
  let symbols: [String]?

  /// A document put together of definitions that were read elsewhere.
  ///
  /// Errors of such a document name places in what it prints as.
  public init(_ definitions: [Definition], source: SourceText = SourceText("")) {
    self.source = source
    self.definitions = definitions
    symbols = nil
  }

  init(_ definitions: [Definition], source: SourceText, symbols: [String]) {
    self.source = source
    self.definitions = definitions
    self.symbols = symbols
  }

  /// The document with its names numbered: itself, or what it prints as.
  func numbered() throws(GraphQLError) -> Document {
    symbols == nil ? try parse(print(self), limits: .trusted) : self
  }

  /// Documents are equal when their definitions say the same, however they are laid out.
  public static func == (left: Document, right: Document) -> Bool {
    left.definitions == right.definitions
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
  case schema(SchemaDefinition)
  /// A type or the extension of one (§3.4).
  case type(TypeDefinition)
  /// `directive @…` (§3.13).
  case directive(DirectiveDefinition)

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
  /// The number of the name in its document: equal names have equal numbers.
  private let number: Int32

  /// A name that was made and not read.
  public init(_ text: String) {
    self.text = text
    position = .none
    number = -1
  }

  init(_ text: String, symbol: Int, at position: Position) {
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
  /// Its description, which only documents say and nothing executes.
  public var description: String?
  /// Query, mutation or subscription.
  public var kind: OperationKind
  /// Its name; `nil` for the anonymous one.
  public var name: Name?
  /// Its variables (§2.10).
  public var variables: [VariableDefinition]
  /// Its directives.
  public var directives: [Directive]
  /// What it selects; never empty.
  public var selections: [Selection]
  /// Where it begins.
  public var position: Position
}

/// A fragment (§2.8).
public struct FragmentDefinition: Sendable, Equatable {
  /// Its description.
  public var description: String?
  /// Its name.
  public var name: Name
  /// The type that it applies to.
  public var typeCondition: Name
  /// Its directives.
  public var directives: [Directive]
  /// What it selects; never empty.
  public var selections: [Selection]
  /// Where it begins.
  public var position: Position
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
