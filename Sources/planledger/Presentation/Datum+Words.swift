internal import Events
internal import Projections

extension Datum {
  /// The value for people: words in lower case, references in their short form.
  func words(in language: String?, fallback: String) -> String {
    switch self {
    case .word(let word): return Table.Cell.word(word).text
    case .code(let code): return (try? StreamID(parsing: code))?.short ?? code
    case .list(let elements):
      if elements.isEmpty { return "none" }
      let texts = elements.map { $0.words(in: language, fallback: fallback) }
      let isNested = elements.contains { if case .record = $0 { true } else { false } }
      return texts.joined(separator: isNested ? "; " : ", ")
    case .record(let members):
      let said = members.filter { $0.value != .code(AssessmentScale.plan3.description) }
      let texts = said.map { $0.value.words(in: language, fallback: fallback) }
      guard let first = texts.first, texts.count > 1 else { return texts.first ?? "–" }
      return "\(first) (\(texts.dropFirst().joined(separator: ", ")))"
    default: return shown(in: language, fallback: fallback)
    }
  }
}

extension Datum {
  /// The value without what stands beside it in a row anyway: of an assessment, its verdict and
  /// finality.
  var brief: Datum {
    guard case .record(let members) = self, members.first?.name == "verdict" else { return self }
    return .record(Array(members.prefix(2)))
  }
}

extension EntityKey {
  /// How people write it: `DEMO-2021/1.2`, `victims/LV: identified 2021, female`.
  var short: String { subject.short + (cell.map { ": \($0.words)" } ?? "") }

  /// How people write it where the plan is known: `1.2`, `area PREVENTION`.
  func short(within plan: Identifier) -> String {
    guard subject.plan == plan else { return short }
    switch kind {
    case .action: return subject.code.description
    case .plan: return "the plan"
    default: return "\(subject.kind.rawValue) \(subject.code)"
    }
  }
}

/// The name of a field for people: `startedOn` is `started on`.
func fieldWords(_ field: String) -> String {
  var words = ""
  for character in field {
    if character.isUppercase { words.append(" ") }
    words.append(character == "[" ? " " : Character(character.lowercased()))
  }
  return words.last == "]" ? String(words.dropLast()) : words
}
