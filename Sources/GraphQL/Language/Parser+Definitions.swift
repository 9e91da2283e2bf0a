/// Documents, operations and fragments (§2.2, §2.3, §2.8).
extension Parser {
  mutating func definitions() throws(SyntaxError) -> [Definition] {
    var definitions: [Definition] = []
    repeat {
      definitions.append(try definition())
    } while token.kind != .end
    return definitions
  }

  mutating func definition() throws(SyntaxError) -> Definition {
    let start = position
    if token.kind == .braceOpen {
      return .operation(
        OperationDefinition(
          kind: .query, variables: [], directives: [], selections: try selectionSet(),
          position: start))
    }
    let isDescribed = token.kind == .string || token.kind == .blockString
    let description = try description()
    guard token.kind == .name else {
      throw unexpected(
        expected: isDescribed ? "a definition after its description" : "a definition")
    }
    switch tokenText {
    case "query": return try operation(.query, description, start)
    case "mutation": return try operation(.mutation, description, start)
    case "subscription": return try operation(.subscription, description, start)
    case "fragment": return try fragment(description, start)
    case "extend" where !isDescribed:
      try advance()
      return try typeSystemDefinition(description: nil, isExtension: true, start: start)
    default:
      return try typeSystemDefinition(description: description, isExtension: false, start: start)
    }
  }

  private mutating func operation(
    _ kind: OperationKind, _ description: String?, _ start: Position
  ) throws(SyntaxError) -> Definition {
    try advance()
    let name = token.kind == .name ? try name() : nil
    let variables = try variableDefinitions()
    let directives = try directives(isConstant: false)
    return .operation(
      OperationDefinition(
        description: description, kind: kind, name: name, variables: variables,
        directives: directives, selections: try selectionSet(), position: start))
  }

  private mutating func fragment(
    _ description: String?, _ start: Position
  ) throws(SyntaxError) -> Definition {
    try advance()
    guard !isKeyword(.on) else {
      throw unexpected(expected: "a fragment's name, which may not be \"on\"")
    }
    let name = try name()
    guard try skip(.on) else { throw unexpected(expected: "\"on\"") }
    let typeCondition = try self.name()
    let directives = try directives(isConstant: false)
    return .fragment(
      FragmentDefinition(
        description: description, name: name, typeCondition: typeCondition,
        directives: directives, selections: try selectionSet(), position: start))
  }

  private mutating func variableDefinitions() throws(SyntaxError) -> [VariableDefinition] {
    guard try skip(.parenthesisOpen) else { return [] }
    var variables: [VariableDefinition] = []
    repeat {
      let start = position
      let description = try description()
      try expect(.dollar)
      let name = try name()
      try expect(.colon)
      let type = try typeReference()
      let defaultValue = try skip(.equals) ? try value(isConstant: true) : nil
      variables.append(
        VariableDefinition(
          description: description, name: name, type: type, defaultValue: defaultValue,
          directives: try directives(isConstant: true), position: start))
    } while try !skip(.parenthesisClose)
    return variables
  }
}
