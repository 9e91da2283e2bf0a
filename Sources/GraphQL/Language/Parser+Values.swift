/// Values and type references (§2.9, §2.11).
extension Parser {
  /// A value, as nodes; in a constant one no variable may stand.
  mutating func value(isConstant: Bool) throws(SyntaxError) {
    let start = token.start
    switch token.kind {
    case .bracketOpen: return try list(isConstant: isConstant)
    case .braceOpen: return try object(isConstant: isConstant)
    case .dollar where !isConstant:
      let variable = syntax.open(.variable, at: start)
      try advance()
      try nameNode()
      return syntax.close(variable)
    case .dollar:
      throw SyntaxError("expected a constant value, found a variable", at: start)
    case .int: syntax.add(.int, at: start)
    case .float: syntax.add(.float, at: start)
    case .string: syntax.add(.string, at: start)
    case .blockString: syntax.add(.blockString, at: start)
    case .name:
      if isKeyword(.true) {
        syntax.add(.true, at: start)
      } else if isKeyword(.false) {
        syntax.add(.false, at: start)
      } else {
        syntax.add(isKeyword(.null) ? .null : .enumeration, at: start)
      }
    default: throw unexpected(expected: "a value")
    }
    try advance()
  }

  private mutating func list(isConstant: Bool) throws(SyntaxError) {
    let list = syntax.open(.list, at: token.start)
    try advance()
    try descend()
    while try !skip(.bracketClose) { try value(isConstant: isConstant) }
    ascend()
    syntax.close(list)
  }

  private mutating func object(isConstant: Bool) throws(SyntaxError) {
    let object = syntax.open(.object, at: token.start)
    try advance()
    try descend()
    while try !skip(.braceClose) { try argument(isConstant: isConstant) }
    ascend()
    syntax.close(object)
  }

  /// A type of the type system.
  mutating func typeReference() throws(SyntaxError) -> TypeReference {
    let start = position
    let lists = try openLists()
    let name = try name()
    return TypeReference(name, wrapping: try closeLists(lists, from: start), at: start)
  }

  /// The type of a variable, as a node.
  mutating func typeNode() throws(SyntaxError) {
    let start = position
    syntax.add(.type, at: start.offset)
    let lists = try openLists()
    try expect(.name)
    _ = try closeLists(lists, from: start)
  }

  private mutating func openLists() throws(SyntaxError) -> Int {
    var lists = 0
    while token.kind == .bracketOpen {
      try advance()
      try descend()
      lists += 1
    }
    return lists
  }

  private mutating func closeLists(
    _ lists: Int, from start: Position
  ) throws(SyntaxError) -> TypeWrapping {
    var wrapping = try skip(.bang) ? TypeWrapping().nonNull : TypeWrapping()
    for _ in 0..<lists {
      guard let list = wrapping.list else {
        throw SyntaxError(
          "a type may not be more than \(TypeWrapping.mostLists) lists deep", at: start.offset)
      }
      ascend()
      try expect(.bracketClose)
      wrapping = try skip(.bang) ? list.nonNull : list
    }
    return wrapping
  }
}

// MARK: - In the type system

extension Parser {
  /// A value, as itself.
  mutating func literal() throws(SyntaxError) -> Literal {
    let node = syntax.nodes.count
    try value(isConstant: true)
    let literal = syntax.literal(node)
    syntax.remove(from: node)
    return literal
  }

  /// Directives, as themselves; their nodes are kept for the rules about them.
  mutating func directiveList() throws(SyntaxError) -> [Directive] {
    guard token.kind == .at else { return [] }
    let first = syntax.nodes.count
    try directives(isConstant: true)
    return syntax.directives(from: first)
  }
}
