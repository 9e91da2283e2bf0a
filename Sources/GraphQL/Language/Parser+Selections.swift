/// Selection sets, fields, arguments and directives (§2.4–§2.8, §2.12).
extension Parser {
  mutating func selectionSet() throws(SyntaxError) {
    let set = syntax.open(.selectionSet, at: token.start)
    try expect(.braceOpen)
    try descend()
    repeat {
      if token.kind == .spread { try fragment() } else { try field() }
    } while try !skip(.braceClose)
    ascend()
    syntax.close(set)
  }

  private mutating func field() throws(SyntaxError) {
    let start = token.start
    let field = syntax.open(.field, at: start)
    try expect(.name)
    if try skip(.colon) {
      try countAlias(at: start)
      try nameNode()
    }
    try arguments(isConstant: false)
    try directives(isConstant: false)
    if token.kind == .braceOpen { try selectionSet() }
    syntax.close(field)
  }

  private mutating func fragment() throws(SyntaxError) {
    let start = token.start
    try advance()
    let fragment: Int
    if token.kind == .name, !isKeyword(.on) {
      fragment = syntax.open(.spread, at: start)
      try nameNode()
      try directives(isConstant: false)
    } else {
      fragment = syntax.open(.inline, at: start)
      if try skip(.on) { try nameNode() }
      try directives(isConstant: false)
      try selectionSet()
    }
    syntax.close(fragment)
  }

  mutating func arguments(isConstant: Bool) throws(SyntaxError) {
    guard try skip(.parenthesisOpen) else { return }
    repeat { try argument(isConstant: isConstant) } while try !skip(.parenthesisClose)
  }

  mutating func argument(isConstant: Bool) throws(SyntaxError) {
    let argument = syntax.open(.argument, at: token.start)
    try expect(.name)
    try expect(.colon)
    try value(isConstant: isConstant)
    syntax.close(argument)
  }

  mutating func directives(isConstant: Bool) throws(SyntaxError) {
    while token.kind == .at {
      let directive = syntax.open(.directive, at: token.start)
      try advance()
      try nameNode()
      try arguments(isConstant: isConstant)
      syntax.close(directive)
    }
  }
}
