/// One selection of a selection set (§2.4).
public enum Selection: Sendable, Equatable {
  /// A field.
  case field(Field)
  /// `...name`.
  case spread(FragmentSpread)
  /// `... on Type { … }`, or without a type.
  case inline(InlineFragment)
}

/// A field of a selection set (§2.5).
public struct Field: Sendable, Equatable {
  let tree: SyntaxTree
  private let number: Int32

  init(_ tree: SyntaxTree, _ node: Int) {
    self.tree = tree
    number = Int32(node)
  }

  private var node: Int { Int(number) }
  private var syntax: Syntax { tree.syntax }
  private var hasAlias: Bool { syntax.end(node) > node + 1 && syntax.kind(node + 1) == .name }

  /// The response key that it asks for in place of its name (§2.7).
  public var alias: Name? { hasAlias ? syntax.name(node) : nil }
  /// The name of the field.
  public var name: Name { syntax.name(hasAlias ? node + 1 : node) }
  /// Its arguments (§2.6).
  public var arguments: [Argument] { syntax.argumentList(node) }
  /// Its directives.
  public var directives: [Directive] { syntax.directives(node) }
  /// What it selects below itself; empty where it has no selection set.
  public var selections: [Selection] { tree.selections(node) }
  /// Where its selection set begins; where the field does, if it has none.
  public var selectionsPosition: Position {
    syntax.position(syntax.child(.selectionSet, of: node) ?? node)
  }

  /// The key under which its value stands in the response.
  public var responseKey: String { syntax.name(node).text }
  /// Where it begins.
  public var position: Position { syntax.position(node) }
  /// Its response key and its name, which mostly are one text.
  var keyAndName: (key: String, name: String) {
    let key = responseKey
    return (key, hasAlias ? name.text : key)
  }

  /// Fields are equal when they say the same.
  public static func == (left: Field, right: Field) -> Bool {
    left.alias == right.alias && left.name == right.name && left.arguments == right.arguments
      && left.directives == right.directives && left.selections == right.selections
  }
}

/// The use of a fragment (§2.8).
public struct FragmentSpread: Sendable, Equatable {
  private let tree: SyntaxTree
  private let number: Int32

  init(_ tree: SyntaxTree, _ node: Int) {
    self.tree = tree
    number = Int32(node)
  }

  private var node: Int { Int(number) }

  /// The fragment's name.
  public var name: Name { tree.syntax.name(node + 1) }
  /// The directives of this use.
  public var directives: [Directive] { tree.syntax.directives(node) }
  /// Where it begins.
  public var position: Position { tree.syntax.position(node) }

  /// Uses are equal when they say the same.
  public static func == (left: FragmentSpread, right: FragmentSpread) -> Bool {
    left.name == right.name && left.directives == right.directives
  }
}

/// A fragment written where it is used (§2.8.2).
public struct InlineFragment: Sendable, Equatable {
  private let tree: SyntaxTree
  private let number: Int32

  init(_ tree: SyntaxTree, _ node: Int) {
    self.tree = tree
    number = Int32(node)
  }

  private var node: Int { Int(number) }

  /// The type that it applies to; `nil` for the type around it.
  public var typeCondition: Name? {
    tree.syntax.kind(node + 1) == .name ? tree.syntax.name(node + 1) : nil
  }
  /// Its directives.
  public var directives: [Directive] { tree.syntax.directives(node) }
  /// What it selects; never empty.
  public var selections: [Selection] { tree.selections(node) }
  /// Where it begins.
  public var position: Position { tree.syntax.position(node) }

  /// Fragments are equal when they say the same.
  public static func == (left: InlineFragment, right: InlineFragment) -> Bool {
    left.typeCondition == right.typeCondition && left.directives == right.directives
      && left.selections == right.selections
  }
}

extension SyntaxTree {
  /// What stands in the selection set of a node; empty where it has none.
  func selections(_ node: Int) -> [Selection] {
    guard let set = syntax.child(.selectionSet, of: node) else { return [] }
    return syntax.children(set).map { node in
      switch syntax.kind(node) {
      case .spread: .spread(FragmentSpread(self, node))
      case .inline: .inline(InlineFragment(self, node))
      default: .field(Field(self, node))
      }
    }
  }
}
