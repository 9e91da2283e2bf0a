/// Nodes as the structures that a document is made of for those who ask.
extension Syntax {
  /// The name that begins with a node.
  func name(_ node: Int) -> Name {
    Name(text(name(at: start(node))), at: position(node))
  }

  /// The names in a node, in their order: those of a fragment are its own and its type's.
  func names(_ node: Int) -> [Name] {
    children(node).lazy.filter { kind($0) == .name }.map { name($0) }
  }

  func argumentList(_ node: Int) -> [Argument] {
    arguments(node).map { Argument(name: name($0), value: literal($0 + 1)) }
  }

  func directives(_ node: Int) -> [Directive] {
    children(node).lazy.filter { kind($0) == .directive }.map { directive($0) }
  }

  /// The directives that are all the nodes from that one on.
  func directives(from first: Int) -> [Directive] {
    siblings(from: first).map { directive($0) }
  }

  func directive(_ node: Int) -> Directive {
    Directive(
      name: name(node + 1), arguments: argumentList(node), position: position(node), node: node)
  }

  func description(_ node: Int) -> String? {
    guard end(node) > node + 1 else { return nil }
    switch kind(node + 1) {
    case .string, .blockString: return string(node + 1)
    default: return nil
    }
  }

  func variable(_ node: Int) -> VariableDefinition {
    var defaultValue: Literal?
    var name = Name("")
    var type = TypeReference(name, wrapping: TypeWrapping(), at: .none)
    let hasDescription = description(node) != nil
    for child in children(node).dropFirst(hasDescription ? 1 : 0) {
      switch kind(child) {
      case .name: name = self.name(child)
      case .type: type = self.type(child)
      case .directive: break
      default: defaultValue = literal(child)
      }
    }
    return VariableDefinition(
      description: description(node), name: name, type: type, defaultValue: defaultValue,
      directives: directives(node), position: position(node))
  }

  /// A type, read again from where it begins.
  func type(_ node: Int) -> TypeReference {
    let (start, wrapping) = wrapping(at: start(node))
    return TypeReference(
      Name(text(name(at: start)), at: Position(start)), wrapping: wrapping, at: position(node))
  }

  /// Where the name of a type stands, and what is around it.
  func wrapping(at start: Int) -> (name: Int, TypeWrapping) {
    do throws(SyntaxError) {
      var reader = try TypeReferenceReader(Lexer(bytes, from: start))
      return try reader.read()
    } catch {
      preconditionFailure("a type that was read is none any more: \(error.message)")
    }
  }
}

/// Reads a type of which it is known that it is one.
private struct TypeReferenceReader {
  private var lexer: Lexer
  private var token: Token

  init(_ lexer: Lexer) throws(SyntaxError) {
    self.lexer = lexer
    token = try self.lexer.next()
  }

  mutating func read() throws(SyntaxError) -> (name: Int, TypeWrapping) {
    var opened = 0
    while token.kind == .bracketOpen {
      opened += 1
      token = try lexer.next()
    }
    let name = token.start
    token = try lexer.next()
    var wrapping = try marked(TypeWrapping())
    for _ in 0..<opened {
      token = try lexer.next()
      wrapping = try marked(wrapping.list ?? wrapping)
    }
    return (name, wrapping)
  }

  private mutating func marked(_ wrapping: TypeWrapping) throws(SyntaxError) -> TypeWrapping {
    guard token.kind == .bang else { return wrapping }
    token = try lexer.next()
    return wrapping.nonNull
  }
}

// MARK: - Values

extension Syntax {
  /// The value that a node is.
  func literal(_ node: Int) -> Literal {
    Literal(literalKind(node), at: position(node))
  }

  private func literalKind(_ node: Int) -> Literal.Kind {
    switch kind(node) {
    case .variable: .variable(name(node + 1))
    case .object: .object(argumentList(node))
    case .list: .list(children(node).map { literal($0) })
    case .int: .int(text(token(at: start(node))))
    case .float: .float(text(token(at: start(node))))
    case .string: .string(string(node), isBlock: false)
    case .blockString: .string(string(node), isBlock: true)
    case .true: .boolean(true)
    case .false: .boolean(false)
    case .null: .null
    case .enumeration: .enumeration(text(name(at: start(node))))
    default: preconditionFailure("\(kind(node)) is no value")
    }
  }

  /// What a string says.
  private func string(_ node: Int) -> String {
    let range = token(at: start(node))
    if kind(node) == .blockString { return StringValue.block(bytes, range) }
    do throws(SyntaxError) {
      return try StringValue.quoted(bytes, range)
    } catch {
      preconditionFailure("a string that was read is none any more: \(error.message)")
    }
  }

  /// Whether there is a variable in a value, at any depth.
  func hasVariables(_ node: Int) -> Bool {
    (node..<end(node)).contains { kind($0) == .variable }
  }

  /// Whether two runs of nodes are written alike, but for what the grammar ignores.
  func areAlike(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy { areAlike($0, $1) }
  }

  private func areAlike(_ left: Int, _ right: Int) -> Bool {
    guard kind(left) == kind(right), nodes[left].size == nodes[right].size else { return false }
    switch kind(left) {
    case .name, .argument, .enumeration:
      return bytes[name(at: start(left))].elementsEqual(bytes[name(at: start(right))])
    case .int, .float, .string, .blockString:
      return bytes[token(at: start(left))].elementsEqual(bytes[token(at: start(right))])
    default: return true
    }
  }
}
