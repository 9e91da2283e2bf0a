/// Numbers (§2.9.1, §2.9.2) and strings (§2.9.4).
extension Lexer {
  mutating func number(from start: Int) throws(SyntaxError) -> Token {
    var kind = Token.Kind.int
    if peek(0) == UInt8(ascii: "-") { advance(to: index + 1) }
    if peek(0) == UInt8(ascii: "0") {
      advance(to: index + 1)
      guard !peek(0).isDigit else {
        throw SyntaxError("a number may not have a leading zero", at: index)
      }
    } else {
      try digits()
    }
    if peek(0) == UInt8(ascii: ".") {
      kind = .float
      advance(to: index + 1)
      try digits()
    }
    if peek(0) | 0x20 == UInt8(ascii: "e") {
      kind = .float
      advance(to: index + 1)
      if peek(0) == UInt8(ascii: "+") || peek(0) == UInt8(ascii: "-") { advance(to: index + 1) }
      try digits()
    }
    // Neither a dot nor the start of a name may follow a number (§2.9.1).
    guard peek(0) != UInt8(ascii: "."), !peek(0).isNameStart else {
      throw SyntaxError("a number may not be followed by \(quoted(at: index))", at: index)
    }
    return Token(kind: kind, start: start, end: index)
  }

  private mutating func digits() throws(SyntaxError) {
    guard peek(0).isDigit else {
      throw SyntaxError("expected a digit, found \(quoted(at: index))", at: index)
    }
    while peek(0).isDigit { advance(to: index + 1) }
  }

  mutating func string(from start: Int) throws(SyntaxError) -> Token {
    var cursor = start + 1
    while cursor < bytes.count {
      switch bytes[cursor] {
      case UInt8(ascii: "\""):
        advance(to: cursor + 1)
        return Token(kind: .string, start: start, end: cursor + 1)
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        throw SyntaxError("a string is never closed on its line", at: start)
      case UInt8(ascii: "\\"):
        cursor = try StringValue.escape(in: bytes, at: cursor).end
      default:
        cursor += 1
      }
    }
    throw SyntaxError("a string is never closed", at: start)
  }

  mutating func blockString(from start: Int) throws(SyntaxError) -> Token {
    let quote = UInt8(ascii: "\"")
    var cursor = start + 3
    while cursor + 2 < bytes.count {
      if bytes[cursor] == quote, bytes[cursor + 1] == quote, bytes[cursor + 2] == quote {
        let isEscaped = bytes[cursor - 1] == UInt8(ascii: "\\") && cursor > start + 3
        if !isEscaped {
          advance(to: cursor + 3)
          return Token(kind: .blockString, start: start, end: cursor + 3)
        }
        cursor += 3
      } else {
        cursor += 1
      }
    }
    throw SyntaxError("a block string is never closed", at: start)
  }
}
