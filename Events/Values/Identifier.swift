/// A code that people choose: ASCII letters, digits, `.` `-` `_`, 1…64 bytes.
public struct Identifier: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The code.
  public let description: String

  /// The most bytes that a code may have.
  public static let byteLimit = 64
  /// What a code is, for messages.
  public static let expected = "letters a-z, digits, . - or _, at most 64 of them"
  /// One that can be copied.
  public static let example = "LV-HTP-2021"

  /// Reads a code.
  ///
  /// - Throws: `EventError.invalid` for anything else.
  public init(parsing text: String) throws(EventError) {
    guard Identifier.isValid(text.utf8.span) else {
      throw .value(text, expected: Identifier.expected, example: Identifier.example)
    }
    description = text
  }

  /// A code that is known to be one; anything else is a programmer's mistake and traps.
  public init(_ text: StaticString) {
    description = text.description
    precondition(Identifier.isValid(description.utf8), "not an identifier")
  }

  /// A code whose bytes were looked at.
  init(unchecked bytes: Span<UInt8>) {
    description = unsafe String(copying: UTF8Span(unchecked: bytes, isKnownASCII: true))
  }

  /// Whether the bytes are a code.
  static func isValid(_ bytes: some Collection<UInt8>) -> Bool {
    (1...byteLimit).contains(bytes.count) && bytes.allSatisfy(isPart)
  }

  /// Whether the bytes are a code.
  static func isValid(_ bytes: Span<UInt8>) -> Bool {
    guard (1...byteLimit).contains(bytes.count) else { return false }
    for index in bytes.indices where !isPart(bytes[index]) { return false }
    return true
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }

  public static func < (left: Identifier, right: Identifier) -> Bool {
    left.description < right.description
  }
}
