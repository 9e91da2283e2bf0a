/// A short name that is no free text, such as an act, a unit, a round or a paragraph.
///
/// It stands in the record itself and so cannot be redacted; at most 512 bytes, no control characters.
public struct Designation: Hashable, Sendable, CustomStringConvertible, StringField {
  public let description: String

  public static var placeholder: Designation { Designation(unchecked: "-") }
  static let form: (name: String, pattern: String?) = ("Designation", nil)
  static let expected = "a short text of 1 to 512 bytes in one line"
  static let example = "Cabinet Order No 690"

  /// Reads a designation.
  ///
  /// - Throws: `EventError.invalid` where it is empty, too long or has control characters.
  public init(parsing text: String) throws(EventError) {
    guard (1...512).contains(text.utf8.count),
      !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else { throw .value(text, expected: Designation.expected, example: Designation.example) }
    description = text
  }

  private init(unchecked text: String) { description = text }
}

/// A currency by its ISO 4217 code.
public struct Currency: Hashable, Sendable, CustomStringConvertible, StringField {
  public let description: String

  public static var placeholder: Currency { Currency(unchecked: "EUR") }
  static let form: (name: String, pattern: String?) = ("Currency", "^[A-Z]{3}$")
  static let expected = "an ISO 4217 code of three capitals"
  static let example = "EUR"

  /// Reads a code of three capitals.
  ///
  /// - Throws: `EventError.invalid` for anything else.
  public init(parsing text: String) throws(EventError) {
    guard text.utf8.count == 3,
      text.utf8.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) })
    else { throw .value(text, expected: Currency.expected, example: Currency.example) }
    description = text
  }

  private init(unchecked text: String) { description = text }
}

/// A scale of verdicts with its version: `PLAN-3@1`.
public struct AssessmentScale: Hashable, Sendable, CustomStringConvertible, StringField {
  public let description: String

  /// Completed, partially completed, not completed.
  public static let plan3 = AssessmentScale(unchecked: "PLAN-3@1")
  public static var placeholder: AssessmentScale { plan3 }
  static let form: (name: String, pattern: String?) = (
    "Scale", "^[A-Za-z0-9._-]{1,64}@[1-9][0-9]{0,4}$"
  )
  static let expected = "a scale's id, @ and its version"
  static let example = "PLAN-3@1"

  /// Reads `id@version`.
  ///
  /// - Throws: `EventError.invalid` for anything else.
  public init(parsing text: String) throws(EventError) {
    let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard parts.count == 2, Identifier.isValid(parts[0]), (1...5).contains(parts[1].count),
      parts[1].allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      parts[1].first != UInt8(ascii: "0")
    else {
      throw .value(text, expected: AssessmentScale.expected, example: AssessmentScale.example)
    }
    description = text
  }

  private init(unchecked text: String) { description = text }
}

/// A document's address.
public struct SourceURL: Hashable, Sendable, CustomStringConvertible, StringField {
  public let description: String

  public static var placeholder: SourceURL { SourceURL(unchecked: "https://example.org") }
  static let form: (name: String, pattern: String?) = ("URL", "^[A-Za-z]{2,}:\\S+$")
  static let expected = "a URL without spaces"
  static let example = "https://likumi.lv/ta/id/326420"

  /// Reads a URL.
  ///
  /// - Throws: `EventError.invalid` for anything else.
  public init(parsing text: String) throws(EventError) {
    guard let reference = try? SourceReference(parsing: text), reference.source == nil else {
      throw .value(text, expected: SourceURL.expected, example: SourceURL.example)
    }
    description = text
  }

  private init(unchecked text: String) { description = text }
}

/// A SHA-256 digest in 64 lower-case hexadecimal digits.
public struct Digest: Hashable, Sendable, CustomStringConvertible, StringField {
  public let description: String

  public static var placeholder: Digest { Digest(unchecked: String(repeating: "0", count: 64)) }
  static let form: (name: String, pattern: String?) = ("SHA-256", "^[0-9a-f]{64}$")
  static let expected = "a SHA-256 digest of 64 lower-case hexadecimal digits"
  static let example = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

  /// Reads 64 lower-case hexadecimal digits.
  ///
  /// - Throws: `EventError.invalid` for anything else.
  public init(parsing text: String) throws(EventError) {
    guard text.utf8.count == 64,
      text.utf8.allSatisfy({
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
      })
    else { throw .value(text, expected: Digest.expected, example: Digest.example) }
    description = text
  }

  private init(unchecked text: String) { description = text }
}

/// A language by its BCP 47 tag.
public struct LanguageTag: Hashable, Sendable, CustomStringConvertible, StringField {
  public let description: String

  public static var placeholder: LanguageTag { LanguageTag(unchecked: "lv") }
  static let form: (name: String, pattern: String?) = (
    "Language", "^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$"
  )
  static let expected = "a language tag"
  static let example = "lv"

  /// Reads a tag.
  ///
  /// - Throws: `EventError.invalid` for anything else.
  public init(parsing text: String) throws(EventError) {
    guard LangText.isLanguage(text) else {
      throw .value(text, expected: LanguageTag.expected, example: LanguageTag.example)
    }
    description = text
  }

  private init(unchecked text: String) { description = text }
}

/// A stream and all below it: `plan/LV-HTP-2021`, `victims`, `plan/LV-HTP-2021/action`.
public struct StreamPrefix: Hashable, Sendable, CustomStringConvertible, StringField {
  public let description: String

  public static var placeholder: StreamPrefix { StreamPrefix(unchecked: "plan") }
  static let form: (name: String, pattern: String?) = ("Stream prefix", "^[A-Za-z0-9._/-]+$")
  static let expected = "the beginning of streams' names, of whole parts"
  static let example = "plan/LV-HTP-2021"

  /// Reads one to four parts between slashes, the first of which begins some stream's name.
  ///
  /// - Throws: `EventError.invalid` for anything else.
  public init(parsing text: String) throws(EventError) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard (1...4).contains(parts.count), parts.allSatisfy({ Identifier.isValid($0.utf8) }),
      StreamKind.allCases.contains(where: { $0.pattern.hasPrefix(parts[0] + "/") })
    else { throw .value(text, expected: StreamPrefix.expected, example: StreamPrefix.example) }
    description = text
  }

  private init(unchecked text: String) { description = text }

  /// Whether the stream is the prefix or below it.
  public func reaches(_ stream: StreamID) -> Bool {
    let name = stream.description.utf8
    let prefix = description.utf8
    return name.starts(with: prefix)
      && (name.count == prefix.count || name.dropFirst(prefix.count).first == UInt8(ascii: "/"))
  }
}
