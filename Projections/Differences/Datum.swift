package import Events

/// A value of a field of an entity, of whatever type, so that two of them can be told apart and shown.
package indirect enum Datum: Hashable, Sendable {
  /// A word of a closed set: `IN_PROGRESS`.
  case word(String)
  /// A code, a reference, an act, an address: as it is written.
  case code(String)
  /// A date as it was written.
  case date(CoarseDate)
  /// A period as it was written.
  case period(Period)
  /// A whole number.
  case number(Int64)
  /// A decimal number as it was written.
  case decimal(String)
  /// Yes or no.
  case flag(Bool)
  /// A text by language; empty where it was removed for good, or not read.
  case text(LangText)
  /// A text of no language in particular; empty where it was removed for good, or not read.
  case plain(Text)
  /// Several values.
  case list([Datum])
  /// Values under names, the one that says most first.
  case record([Member])

  /// A named value of a record.
  package struct Member: Hashable, Sendable {
    /// Its name, as the schema has it.
    package var name: String
    /// The value.
    package var value: Datum
  }

  /// A record of those members that have a value.
  static func record(of members: [(String, Datum?)]) -> Datum {
    .record(members.compactMap { name, value in value.map { Member(name: name, value: $0) } })
  }
}

extension Datum {
  /// A word, or nothing.
  static func word(_ word: (some Word)?) -> Datum? { word.map { .word($0.description) } }
  /// A derived status, or nothing.
  static func status(_ status: (some RawRepresentable<String>)?) -> Datum? {
    status.map { .word($0.rawValue) }
  }
  /// Something with a written form, or nothing.
  static func written(_ value: (some CustomStringConvertible)?) -> Datum? {
    value.map { .code($0.description) }
  }
  /// Codes or references.
  static func codes(_ values: [some CustomStringConvertible]) -> Datum {
    .list(values.map { .code($0.description) })
  }
  /// A number that may be unknown or not collected.
  static func known(_ value: Known<Count>) -> Datum {
    switch value {
    case .value(let count): .number(count.number)
    case .unknown: .word("UNKNOWN")
    case .notCollected: .word("NOT_COLLECTED")
    }
  }
  /// A measured value that may be unknown or not collected.
  static func known(_ value: Known<Decimal>) -> Datum {
    switch value {
    case .value(let decimal): .decimal(decimal.description)
    case .unknown: .word("UNKNOWN")
    case .notCollected: .word("NOT_COLLECTED")
    }
  }
}

extension Datum {
  /// The value in one line, for people; texts in a language.
  ///
  /// - Parameters:
  ///   - language: the language of texts wanted; `nil` for the fallback.
  ///   - fallback: the language where a text is not in the one wanted.
  package func shown(in language: String?, fallback: String) -> String {
    switch self {
    case .word(let text), .code(let text), .decimal(let text): return text
    case .date(let date): return date.description
    case .period(let period): return period.description
    case .number(let number): return String(number)
    case .flag(let flag): return flag ? "yes" : "no"
    case .text(let text):
      return text.variants.isEmpty ? Text.redacted : text.text(in: language, fallback: fallback)
    case .plain(let text):
      return text.description.isEmpty ? Text.redacted : text.description
    case .list(let elements):
      if elements.isEmpty { return "none" }
      let isNested = elements.contains { if case .record = $0 { true } else { false } }
      return elements.map { $0.shown(in: language, fallback: fallback) }
        .joined(separator: isNested ? "; " : ", ")
    case .record(let members):
      let texts = members.map { $0.value.shown(in: language, fallback: fallback) }
      guard let first = texts.first, texts.count > 1 else { return texts.first ?? "" }
      return "\(first) (\(texts.dropFirst().joined(separator: ", ")))"
    }
  }
}
