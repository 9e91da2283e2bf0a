package import Coding
internal import Events

extension Datum {
  /// The value as answers have it: words, codes and dates as strings, texts as objects by language.
  package var json: JSON {
    switch self {
    case .word(let text), .code(let text), .decimal(let text): .string(text)
    case .date(let date): .string(date.description)
    case .period(let period): .string(period.description)
    case .number(let number): .number(String(number))
    case .flag(let flag): .bool(flag)
    case .text(let text):
      text.variants.isEmpty
        ? .string(Text.redacted)
        : .object(text.variants.map { JSON.Member($0.language, .string($0.text)) })
    case .plain(let text):
      .string(text.description.isEmpty ? Text.redacted : text.description)
    case .list(let elements): .array(elements.map(\.json))
    case .record(let members): .object(members.map { JSON.Member($0.name, $0.value.json) })
    }
  }
}
