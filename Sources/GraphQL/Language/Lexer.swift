/// Cuts a document's bytes into tokens (§2.1), one at a time and without allocating.
///
/// The bytes are valid UTF-8: `parse` has seen to it. A string's escapes are checked here, and
/// decoded by `StringValue` only where the value is wanted.
struct Lexer {
  let bytes: [UInt8]
  private(set) var index = 0

  init(_ bytes: [UInt8], from start: Int = 0) {
    self.bytes = bytes
    index = start
  }

  mutating func next() throws(SyntaxError) -> Token {
    skipIgnored()
    let start = index
    guard start < bytes.count else { return Token(kind: .end, start: start, end: start) }
    switch bytes[start] {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"):
      return name(from: start)
    case UInt8(ascii: "{"): return punctuator(.braceOpen)
    case UInt8(ascii: "}"): return punctuator(.braceClose)
    case UInt8(ascii: ":"): return punctuator(.colon)
    case UInt8(ascii: "("): return punctuator(.parenthesisOpen)
    case UInt8(ascii: ")"): return punctuator(.parenthesisClose)
    case UInt8(ascii: "$"): return punctuator(.dollar)
    case UInt8(ascii: "!"): return punctuator(.bang)
    case UInt8(ascii: "@"): return punctuator(.at)
    case UInt8(ascii: "["): return punctuator(.bracketOpen)
    case UInt8(ascii: "]"): return punctuator(.bracketClose)
    case UInt8(ascii: "="): return punctuator(.equals)
    case UInt8(ascii: "|"): return punctuator(.pipe)
    case UInt8(ascii: "&"): return punctuator(.ampersand)
    case UInt8(ascii: "\""):
      let isBlock = peek(1) == UInt8(ascii: "\"") && peek(2) == UInt8(ascii: "\"")
      return isBlock ? try blockString(from: start) : try string(from: start)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return try number(from: start)
    case UInt8(ascii: ".") where peek(1) == UInt8(ascii: ".") && peek(2) == UInt8(ascii: "."):
      index += 3
      return Token(kind: .spread, start: start, end: index)
    default:
      throw SyntaxError("unexpected character \(quoted(at: start))", at: start)
    }
  }

  /// The byte `offset` ahead; 0, which begins no token, past the end.
  func peek(_ offset: Int) -> UInt8 {
    index + offset < bytes.count ? bytes[index + offset] : 0
  }

  mutating func advance(to end: Int) {
    index = end
  }

  private mutating func punctuator(_ kind: Token.Kind) -> Token {
    index += 1
    return Token(kind: kind, start: index - 1, end: index)
  }

  private mutating func name(from start: Int) -> Token {
    var end = start + 1
    while end < bytes.count, bytes[end].isNameContinue { end += 1 }
    index = end
    return Token(kind: .name, start: start, end: end)
  }

  /// White space, line terminators, commas, comments and byte order marks (§2.1.1–§2.1.7).
  private mutating func skipIgnored() {
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: ","), UInt8(ascii: "\r"),
        UInt8(ascii: "\t"):
        index += 1
      case UInt8(ascii: "#"):
        while index < bytes.count, !bytes[index].isLineTerminator { index += 1 }
      case 0xEF where peek(1) == 0xBB && peek(2) == 0xBF:
        index += 3
      default:
        return
      }
    }
  }

  /// The source character at a byte as an error message shows it.
  func quoted(at offset: Int) -> String {
    guard offset < bytes.count else { return Token.Kind.end.name }
    let rest = bytes[offset..<min(offset + 4, bytes.count)]
    var decoder = String(decoding: rest, as: UTF8.self).unicodeScalars.makeIterator()
    guard let scalar = decoder.next(), scalar.value >= 0x20, scalar.value != 0x7F else {
      return "U+" + hexadecimal(UInt32(bytes[offset]))
    }
    return scalar == "\"" ? "'\"'" : "\"\(scalar)\""
  }

  private func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension UInt8 {
  var isNameStart: Bool { (self | 0x20) &- 0x61 < 26 || self == UInt8(ascii: "_") }
  var isDigit: Bool { self &- 0x30 < 10 }
  var isNameContinue: Bool { isNameStart || isDigit }
  var isLineTerminator: Bool { self == 0x0A || self == 0x0D }

  /// The value of a hexadecimal digit of either case.
  var hexValue: UInt32? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(self - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(self - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(self - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}
