/// What a string token says (§2.9.4): its escapes replaced, or its block dedented.
enum StringValue {
  /// The value of a quoted string whose bytes, quotes included, the lexer has passed.
  static func quoted(_ bytes: [UInt8], _ range: Range<Int>) throws(SyntaxError) -> String {
    let inner = (range.lowerBound + 1)..<(range.upperBound - 1)
    guard bytes[inner].contains(UInt8(ascii: "\\")) else {
      return String(decoding: bytes[inner], as: UTF8.self)
    }
    var value: [UInt8] = []
    value.reserveCapacity(inner.count)
    var cursor = inner.lowerBound
    while cursor < inner.upperBound {
      if bytes[cursor] == UInt8(ascii: "\\") {
        let escape = try escape(in: bytes, at: cursor)
        value.append(contentsOf: Character(escape.scalar).utf8)
        cursor = escape.end
      } else {
        value.append(bytes[cursor])
        cursor += 1
      }
    }
    return String(decoding: value, as: UTF8.self)
  }

  /// The scalar that an escape sequence stands for, and where the sequence ends.
  static func escape(
    in bytes: [UInt8], at start: Int
  ) throws(SyntaxError) -> (scalar: Unicode.Scalar, end: Int) {
    guard start + 1 < bytes.count else {
      throw SyntaxError("the document ends inside an escape sequence", at: start)
    }
    switch bytes[start + 1] {
    case UInt8(ascii: "\""): return ("\"", start + 2)
    case UInt8(ascii: "\\"): return ("\\", start + 2)
    case UInt8(ascii: "/"): return ("/", start + 2)
    case UInt8(ascii: "b"): return ("\u{8}", start + 2)
    case UInt8(ascii: "f"): return ("\u{C}", start + 2)
    case UInt8(ascii: "n"): return ("\n", start + 2)
    case UInt8(ascii: "r"): return ("\r", start + 2)
    case UInt8(ascii: "t"): return ("\t", start + 2)
    case UInt8(ascii: "u"): return try unicodeEscape(in: bytes, at: start)
    default: throw SyntaxError("an unknown escape sequence in a string", at: start)
    }
  }

  /// `\u{1F600}`, `\u00E4`, or two of the latter that make a surrogate pair.
  private static func unicodeEscape(
    in bytes: [UInt8], at start: Int
  ) throws(SyntaxError) -> (scalar: Unicode.Scalar, end: Int) {
    if start + 2 < bytes.count, bytes[start + 2] == UInt8(ascii: "{") {
      return try bracedEscape(in: bytes, at: start)
    }
    let first = try fourDigits(in: bytes, at: start)
    if let scalar = Unicode.Scalar(first) { return (scalar, start + 6) }
    guard first < 0xDC00, start + 7 < bytes.count, bytes[start + 6] == UInt8(ascii: "\\"),
      bytes[start + 7] == UInt8(ascii: "u")
    else { throw SyntaxError("half of a surrogate pair in an escape sequence", at: start) }
    let second = try fourDigits(in: bytes, at: start + 6)
    guard (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
    else { throw SyntaxError("half of a surrogate pair in an escape sequence", at: start) }
    return (scalar, start + 12)
  }

  private static func bracedEscape(
    in bytes: [UInt8], at start: Int
  ) throws(SyntaxError) -> (scalar: Unicode.Scalar, end: Int) {
    var value: UInt32 = 0
    var cursor = start + 3
    while cursor < bytes.count, let digit = bytes[cursor].hexValue, value <= 0x10FFFF {
      value = value << 4 | digit
      cursor += 1
    }
    guard cursor < bytes.count else {
      throw SyntaxError("the document ends inside an escape sequence", at: start)
    }
    guard cursor > start + 3, bytes[cursor] == UInt8(ascii: "}"),
      let scalar = Unicode.Scalar(value)
    else { throw SyntaxError("an escape sequence that names no Unicode scalar", at: start) }
    return (scalar, cursor + 1)
  }

  private static func fourDigits(in bytes: [UInt8], at start: Int) throws(SyntaxError) -> UInt32 {
    var value: UInt32 = 0
    for cursor in (start + 2)..<(start + 6) {
      guard cursor < bytes.count else {
        throw SyntaxError("the document ends inside an escape sequence", at: start)
      }
      guard let digit = bytes[cursor].hexValue else {
        throw SyntaxError("an escape sequence without four hexadecimal digits", at: start)
      }
      value = value << 4 | digit
    }
    return value
  }
}
