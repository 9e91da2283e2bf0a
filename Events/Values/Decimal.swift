/// A decimal number as it is written, every digit kept: `12`, `-0.50`.
public struct Decimal: Hashable, Sendable, CustomStringConvertible {
  /// The written form.
  public let description: String

  /// What a decimal is, for messages.
  public static let expected = "a decimal number of at most 34 digits, in a string"
  /// One that can be copied.
  public static let example = "\"1250.00\""

  /// Reads an optional minus, digits, and an optional point with digits after it.
  ///
  /// - Throws: `EventError.invalid` for anything else.
  public init(parsing text: String) throws(EventError) {
    guard Decimal.isValid(text) else {
      throw .value(text, expected: Decimal.expected, example: Decimal.example)
    }
    description = text
  }

  /// A number that is known to be one.
  init(unchecked text: String) {
    description = text
  }

  private static func isValid(_ text: String) -> Bool {
    let unsigned = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let parts = unsigned.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count <= 2, unsigned.utf8.count <= 35 else { return false }
    let hasLeadingZero = parts[0].count > 1 && parts[0].first == UInt8(ascii: "0")
    return !hasLeadingZero
      && parts.allSatisfy { part in
        !part.isEmpty && part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      } && parts.reduce(0) { $0 + $1.count } <= 34
  }
}
