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
      return Literal(.variable(try name()), at: start)
    case .dollar:
      throw SyntaxError("expected a constant value, found a variable", at: token.start)
    case .int: kind = .int(tokenText)
    case .float: kind = .float(tokenText)
    case .string, .blockString:
      kind = .string(try stringValue(), isBlock: token.kind == .blockString)
    case .name:
      kind =
        if isKeyword(.true) {
          .boolean(true)
        } else if isKeyword(.false) {
          .boolean(false)
        } else if isKeyword(.null) {
          .null
        } else {
          .enumeration(internedText())
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
    guard try skip(.bracketOpen) else {
      let name = try name()
      return TypeReference(
        name, wrapping: try skip(.bang) ? TypeWrapping().nonNull : TypeWrapping(), at: start)
    }
    try descend()
    let inner = try typeReference()
    guard let list = inner.wrapping.list else {
      throw SyntaxError(
        "a type may not be more than \(TypeWrapping.mostLists) lists deep", at: start.offset)
    }
    ascend()
    try expect(.bracketClose)
    return TypeReference(
      inner.name, wrapping: try skip(.bang) ? list.nonNull : list, at: start)
  }
}
