/// Documents, operations and fragments (§2.2, §2.3, §2.8).
extension Parser {
  mutating func document(_ source: SourceText) throws(SyntaxError) -> Document {
    repeat { try definition() } while token.kind != .end
    return Document(
      SyntaxTree(syntax), typeSystem: typeSystem, source: source, nameCount: nameCount)
  }

  mutating func definition() throws(SyntaxError) {
    let start = token.start
    if token.kind == .braceOpen {
      let operation = syntax.open(.query, at: start)
      try selectionSet()
      return syntax.close(operation)
    }
    let isDescribed = token.kind == .string || token.kind == .blockString
    // Whose the description is shows behind it.
    let described = token
    if isDescribed { try advance() }
    guard token.kind == .name else {
      throw unexpected(
        expected: isDescribed ? "a definition after its description" : "a definition")
    }
    switch tokenText {
    case "query": try operation(.query, described)
    case "mutation": try operation(.mutation, described)
    case "subscription": try operation(.subscription, described)
    case "fragment": try fragment(described)
    case "extend" where !isDescribed:
      try advance()
      try typeSystemDefinition(described, isExtension: true)
    default: try typeSystemDefinition(described, isExtension: false)
    }
  }

  /// Opens a node with its description, if the first token is one.
  private mutating func open(_ kind: Syntax.Node.Kind, _ first: Token) -> Int {
    let node = syntax.open(kind, at: first.start)
    switch first.kind {
    case .string: syntax.add(.string, at: first.start)
    case .blockString: syntax.add(.blockString, at: first.start)
    default: break
    }
    return node
  }

  private mutating func operation(_ kind: Syntax.Node.Kind, _ first: Token) throws(SyntaxError) {
    let operation = open(kind, first)
    try advance()
    if token.kind == .name { try nameNode() }
    try variableDefinitions()
    try directives(isConstant: false)
    try selectionSet()
    syntax.close(operation)
  }

  private mutating func fragment(_ first: Token) throws(SyntaxError) {
    let fragment = open(.fragment, first)
    try advance()
    guard !isKeyword(.on) else {
      throw unexpected(expected: "a fragment's name, which may not be \"on\"")
    }
    try nameNode()
    guard try skip(.on) else { throw unexpected(expected: "\"on\"") }
    try nameNode()
    try directives(isConstant: false)
    try selectionSet()
    syntax.close(fragment)
  }

  private mutating func variableDefinitions() throws(SyntaxError) {
    guard try skip(.parenthesisOpen) else { return }
    repeat {
      let variable = syntax.open(.variableDefinition, at: token.start)
      try descriptionNode()
      try expect(.dollar)
      try nameNode()
      try expect(.colon)
      try typeNode()
      if try skip(.equals) { try value(isConstant: true) }
      try directives(isConstant: true)
      syntax.close(variable)
    } while try !skip(.parenthesisClose)
  }
}
