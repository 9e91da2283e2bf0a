/// Where a fact is said: a source's id or a URL, with `#locator` for the place in it.
public struct SourceReference: Hashable, Sendable, CustomStringConvertible {
  /// The written form.
  public let description: String

  /// What a reference is, for messages.
  public static let expected =
    "a source's id or a URL, with #locator for the place in it, no spaces"
  /// One that can be copied.
  public static let example = "PR-2025-01-28#p2 or https://likumi.lv/ta/id/326420"

  /// Reads a reference of at most 2,048 bytes.
  ///
  /// - Throws: `EventError.invalid` for anything else.
  public init(parsing text: String) throws(EventError) {
    let isPrintable = text.unicodeScalars.allSatisfy {
      // Unicode's tables are slow to ask, and say the same of ASCII.
      $0.isASCII
        ? $0.value > 0x20 && $0.value < 0x7F
        : !$0.properties.isWhitespace && $0.properties.generalCategory != .control
    }
    let name = text.prefix { $0 != "#" }
    guard isPrintable, text.utf8.count <= 2048, text.last != "#",
      Identifier.isValid(name.utf8) || SourceReference.isURL(name)
    else {
      throw .value(text, expected: SourceReference.expected, example: SourceReference.example)
    }
    description = text
  }

  /// A reference that is known to be one.
  init(unchecked text: String) {
    description = text
  }

  /// The source's id, where this is no URL.
  public var source: Identifier? {
    try? Identifier(parsing: String(description.prefix { $0 != "#" }))
  }

  /// Whether it has a scheme of letters and something behind it.
  private static func isURL(_ text: Substring) -> Bool {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let scheme = parts.first else { return false }
    return scheme.utf8.count >= 2
      && scheme.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) }
      && parts[1].utf8.count >= 3
  }
}
