/// Values and type references (§2.9, §2.11).
extension Parser {
  /// A value; in a constant one no variable may stand.
  mutating func value(isConstant: Bool) throws(SyntaxError) -> Literal {
    let start = position
    let kind: Literal.Kind
    switch token.kind {
    case .bracketOpen:
      return Literal(.list(try list(isConstant: isConstant)), at: start)
    case .braceOpen:
      return Literal(.object(try object(isConstant: isConstant)), at: start)
    case .dollar where !isConstant:
      try advance()
      return Literal(.variable(try name().text), at: start)
    case .dollar:
      throw SyntaxError("expected a constant value, found a variable", at: token.start)
    case .int: kind = .int(tokenText)
    case .float: kind = .float(tokenText)
    case .string, .blockString:
      kind = .string(try stringValue(), isBlock: token.kind == .blockString)
    case .name:
      kind =
        switch tokenText {
        case "true": .boolean(true)
        case "false": .boolean(false)
        case "null": .null
        case let name: .enumeration(name)
        }
    default: throw unexpected(expected: "a value")
    }
    try advance()
    return Literal(kind, at: start)
  }

  private mutating func list(isConstant: Bool) throws(SyntaxError) -> [Literal] {
    try advance()
    try descend()
    var elements: [Literal] = []
    while try !skip(.bracketClose) {
      elements.append(try value(isConstant: isConstant))
    }
    ascend()
    return elements
  }

  private mutating func object(isConstant: Bool) throws(SyntaxError) -> [Argument] {
    try advance()
    try descend()
    var fields: [Argument] = []
    while try !skip(.braceClose) {
      fields.append(try argument(isConstant: isConstant))
    }
    ascend()
    return fields
  }

  mutating func typeReference() throws(SyntaxError) -> TypeReference {
    let start = position
    var type: TypeReference
    if try skip(.bracketOpen) {
      try descend()
      type = .list(try typeReference(), start)
      ascend()
      try expect(.bracketClose)
    } else {
      type = .named(try name())
    }
    if try skip(.bang) { type = .nonNull(type) }
    return type
  }
}
