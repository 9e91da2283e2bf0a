/// Goes through the bytes of a type-system document as quickly as can be: by tokens between
/// definitions (§2.1), and by brackets, strings and colons within them.
struct DefinitionScanner {
  /// What the scanner stands at.
  enum Token: Equatable {
    case end, name, string
    /// Any other character.
    case mark(Unicode.Scalar)
  }

  private(set) var token = Token.end
  /// Where the token begins.
  private(set) var start = 0
  /// Where the token before it ended.
  private(set) var end = 0
  /// Whether the brackets that were skipped are closed.
  var isClosed: Bool { depth == 0 }
  private var next = 0
  private var depth = 0

  mutating func advance(_ bytes: Span<UInt8>) {
    end = next
    while next < bytes.count, DefinitionScanner.isIgnored(bytes[next]) { next += 1 }
    start = next
    guard next < bytes.count else {
      token = .end
      return
    }
    switch bytes[next] {
    case let byte where byte.isNameStart:
      while next < bytes.count, bytes[next].isNameContinue { next += 1 }
      token = .name
    case UInt8(ascii: "\""):
      next = DefinitionScanner.endOfString(from: next, bytes)
      token = .string
    case UInt8(ascii: "#"):
      while next < bytes.count, !bytes[next].isLineTerminator { next += 1 }
      // What was before the comment is what was before what follows it.
      let before = end
      advance(bytes)
      end = before
    case let byte:
      next += 1
      token = .mark(Unicode.Scalar(byte))
    }
  }

  /// The name that the scanner stands at.
  func text(_ bytes: Span<UInt8>) -> String {
    do throws(UTF8.ValidationError) {
      return String(copying: try UTF8Span(validating: bytes.extracting(start..<next)))
    } catch {
      preconditionFailure("names are ASCII")
    }
  }

  func isName(_ name: String, _ bytes: Span<UInt8>) -> Bool {
    token == .name && text(bytes) == name
  }

  /// Goes on within brackets to behind the next colon, and gives its place; `nil` where the brackets
  /// are closed first, or the document ends.
  mutating func skipToColon(_ bytes: Span<UInt8>) -> Int? {
    if depth == 0 { depth = 1 }
    // In a variable of its own, the place stays in a register.
    var index = next
    defer { next = index }
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      // Letters and spaces, which most bytes are.
      if byte == UInt8(ascii: " ") || byte &- 0x3B < 0x40 { continue }
      switch byte {
      case UInt8(ascii: ":"): return index - 1
      case UInt8(ascii: "{"), UInt8(ascii: "("): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return nil }
      case UInt8(ascii: "\""): index = DefinitionScanner.endOfString(from: index - 1, bytes)
      case UInt8(ascii: "#"):
        while index < bytes.count, !bytes[index].isLineTerminator { index += 1 }
      default: break
      }
    }
    return nil
  }

  /// The scalar of the specification that stands behind a colon, in brackets or not; `nil` for the
  /// two that every schema has, and for all else.
  static func scalar(after colon: Int, _ bytes: Span<UInt8>) -> String? {
    var start = colon + 1
    while start < bytes.count, bytes[start] == UInt8(ascii: "[") || isIgnored(bytes[start]) {
      start += 1
    }
    // All other names are told apart by their first letter.
    guard start < bytes.count,
      bytes[start] == UInt8(ascii: "I") || bytes[start] == UInt8(ascii: "F")
    else { return nil }
    return ["Int", "Float", "ID"].first { stands($0, at: start, bytes) }
  }

  private static func stands(_ name: String, at start: Int, _ bytes: Span<UInt8>) -> Bool {
    var index = start
    for byte in name.utf8 {
      guard index < bytes.count, bytes[index] == byte else { return false }
      index += 1
    }
    return index == bytes.count || !bytes[index].isNameContinue
  }

  /// Where a string ends that begins at `start`.
  private static func endOfString(from start: Int, _ bytes: Span<UInt8>) -> Int {
    let isBlock = standQuotes(at: start, bytes)
    var index = start + (isBlock ? 3 : 1)
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\"") {
        if !isBlock { return index }
        if standQuotes(at: index - 1, bytes) { return index + 2 }
      } else if byte == UInt8(ascii: "\\") {
        // In a block string only three quotation marks are escaped, as one.
        index += isBlock ? (standQuotes(at: index, bytes) ? 3 : 0) : 1
      }
    }
    return bytes.count
  }

  /// Whether three quotation marks stand there.
  private static func standQuotes(at index: Int, _ bytes: Span<UInt8>) -> Bool {
    let quote = UInt8(ascii: "\"")
    return index + 2 < bytes.count && bytes[index] == quote && bytes[index + 1] == quote
      && bytes[index + 2] == quote
  }

  /// White space, line terminators, commas, and the bytes of a byte order mark.
  private static func isIgnored(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: ",")
      || byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\t")
      || byte == 0xEF || byte == 0xBB || byte == 0xBF
  }
}
