/// Free text of one language or none in particular.
///
/// At most 65,536 bytes of UTF-8; no control characters but line feed and tab, so that a stored text
/// can never steer the terminal that shows it.
public struct Text: Hashable, Sendable, CustomStringConvertible {
  /// The text.
  public let description: String

  /// The most bytes that a text may have.
  public static let byteLimit = 65_536
  /// What a text is, for messages.
  public static let expected =
    "text of 1 to 65,536 bytes without control characters other than line feed and tab"
  /// One that can be copied.
  public static let example = "Waits for the budget decision"

  /// A text after its check.
  ///
  /// - Throws: `EventError.invalid` where it is empty, too long or has control characters.
  public init(_ text: String) throws(EventError) {
    guard Text.isValid(text) else {
      throw .value(text, expected: Text.expected, example: Text.example)
    }
    description = text
  }

  /// A text that is not there: not loaded, or redacted.
  static let absent = Text(unchecked: "")

  /// What stands in an export or answer where a text was removed for good.
  public static let redacted = "[redacted]"

  /// A text as it was stored.
  init(unchecked text: String) {
    description = text
  }

  /// Whether it has 1 to 65,536 bytes and no control character but line feed and tab.
  ///
  /// The control characters are U+0000–001F, U+007F and U+0080–009F; the last are C2 80…9F in UTF-8.
  static func isValid(_ text: String) -> Bool {
    let bytes = text.utf8.span
    guard (1...byteLimit).contains(bytes.count) else { return false }
    for index in bytes.indices {
      let byte = bytes[index]
      // Most are plain: letters, or bytes of letters beyond ASCII.
      if byte &- 0x20 < 0x5F || byte >= 0xA0 { continue }
      let isControl =
        byte < 0x20 && byte != UInt8(ascii: "\n") && byte != UInt8(ascii: "\t")
        || byte == 0x7F || byte >= 0x80 && index > 0 && bytes[index - 1] == 0xC2
      if isControl { return false }
    }
    return true
  }
}

/// Free text by language: `{"lv": "…", "en": "…"}`.
public struct LangText: Hashable, Sendable {
  /// Language tags and texts, sorted by tag. Empty only where the text is not loaded or redacted.
  public let variants: [Variant]

  /// The text in one language.
  public struct Variant: Hashable, Sendable {
    /// The language, a BCP 47 tag such as `lv`.
    public let language: String
    /// The text.
    public let text: String
  }

  /// Texts by language.
  ///
  /// - Throws: `EventError.invalid` where there is none, a tag is none or repeated, or a text is.
  public init(_ texts: [(language: String, text: String)]) throws(EventError) {
    guard !texts.isEmpty else {
      throw .value("{}", expected: LangText.expected, example: LangText.example)
    }
    var variants: [Variant] = []
    for (language, text) in texts {
      guard LangText.isLanguage(language), !variants.contains(where: { $0.language == language })
      else {
        throw .value(
          language, expected: "a language tag, each once", example: "lv, en or pt-BR")
      }
      variants.append(Variant(language: language, text: try Text(text).description))
    }
    self.variants = variants.sorted { $0.language < $1.language }
  }

  /// A text that is not there: not loaded, or redacted.
  public static let absent = LangText(unchecked: [])

  /// Texts as they were stored.
  init(unchecked variants: [Variant]) {
    self.variants = variants
  }

  /// Whether the variants are as the initialiser leaves them: at least one, sorted, each tag once.
  static func isCanonical(_ variants: [Variant]) -> Bool {
    !variants.isEmpty && variants.allSatisfy { isLanguage($0.language) && Text.isValid($0.text) }
      && zip(variants, variants.dropFirst()).allSatisfy { $0.language < $1.language }
  }

  /// The text in that language, else in the fallback, else in the first there is.
  public func text(in language: String?, fallback: String) -> String {
    variant(in: language, fallback: fallback)?.text ?? ""
  }

  /// The text in that language, else in one that it narrows (RFC 4647 §3.4: `en` for `en-GB`), else in
  /// the fallback, else in the first there is; `nil` where the text is not there.
  public func variant(in language: String?, fallback: String) -> Variant? {
    var wanted = language.map { $0[...] } ?? ""
    while !wanted.isEmpty {
      if let found = variants.first(where: { $0.language == wanted }) { return found }
      wanted = wanted.lastIndex(of: "-").map { wanted[..<$0] } ?? ""
    }
    return variants.first { $0.language == fallback } ?? variants.first
  }

  /// What a text by language is, for messages.
  static let expected = "a string, or an object of texts by language"
  static let example = #"{"lv": "Preventīvie pasākumi", "en": "Prevention"}"#

  /// Whether it is a primary language of two or three letters with subtags of up to eight.
  public static func isLanguage(_ tag: String) -> Bool {
    let bytes = tag.utf8.span
    let isPlain = bytes.indices.allSatisfy {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[$0])
    }
    if isPlain { return (2...3).contains(bytes.count) }
    let parts = tag.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let primary = parts.first, (2...3).contains(primary.count), tag.utf8.count <= 35,
      primary.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) })
    else { return false }
    return parts.dropFirst().allSatisfy { part in
      (1...8).contains(part.count)
        && part.allSatisfy { byte in
          (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
    }
  }
}
