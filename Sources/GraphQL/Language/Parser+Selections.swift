/// Selection sets, fields, arguments and directives (§2.4–§2.8, §2.12).
extension Parser {
  mutating func selectionSet() throws(SyntaxError) -> [Selection] {
    try expect(.braceOpen)
    try descend()
    var selections: [Selection] = []
    repeat {
      selections.append(token.kind == .spread ? try fragment() : .field(try field()))
    } while try !skip(.braceClose)
    ascend()
    return selections
  }

  private mutating func field() throws(SyntaxError) -> Field {
    var name = try name()
    var alias: Name?
    if try skip(.colon) {
      alias = name
      try countAlias(at: name.position)
      name = try self.name()
    }
    let arguments = try arguments(isConstant: false)
    let directives = try directives(isConstant: false)
    let hasSelections = token.kind == .braceOpen
    let start = hasSelections ? position : (alias ?? name).position
    return Field(
      alias: alias, name: name, arguments: arguments, directives: directives,
      selections: hasSelections ? try selectionSet() : [], selectionsPosition: start)
  }

  private mutating func fragment() throws(SyntaxError) -> Selection {
    let start = position
    try advance()
    if token.kind == .name, !isKeyword(.on) {
      let name = try name()
      return .spread(
        FragmentSpread(name: name, directives: try directives(isConstant: false), position: start))
    }
    let typeCondition = try skip(.on) ? try name() : nil
    let directives = try directives(isConstant: false)
    return .inline(
      InlineFragment(
        typeCondition: typeCondition, directives: directives, selections: try selectionSet(),
        position: start))
  }

  mutating func arguments(isConstant: Bool) throws(SyntaxError) -> [Argument] {
    guard try skip(.parenthesisOpen) else { return [] }
    var arguments: [Argument] = []
    repeat {
      arguments.append(try argument(isConstant: isConstant))
    } while try !skip(.parenthesisClose)
    return arguments
  }

  mutating func argument(isConstant: Bool) throws(SyntaxError) -> Argument {
    let name = try name()
    try expect(.colon)
    return Argument(name: name, value: try value(isConstant: isConstant))
  }

  mutating func directives(isConstant: Bool) throws(SyntaxError) -> [Directive] {
    var directives: [Directive] = []
    while token.kind == .at {
      let start = position
      try advance()
      let name = try name()
      directives.append(
        Directive(name: name, arguments: try arguments(isConstant: isConstant), position: start))
    }
    return directives
  }
}
