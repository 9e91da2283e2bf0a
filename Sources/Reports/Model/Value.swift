package import Events

/// A value in a report, not yet written out.
package indirect enum Value: Sendable, Hashable {
  /// Nothing is recorded.
  case none
  /// A number.
  case number(Int64)
  /// A share.
  case share(Int, of: Int)
  /// From one day to another: `2 years 45 days`.
  case age(from: Day, to: Day)
  /// How many days are left to a day; below zero, how many have passed since.
  case daysLeft(Int)
  /// A text of the plan.
  case text(LangText)
  /// A text of no language in particular.
  case plain(String)
  /// A code.
  case code(String)
  /// A date as written.
  case date(CoarseDate)
  /// A date in a sentence: `31 December 2022`.
  case dateInWords(Day, DateCase)
  /// A period as written.
  case period(Period)
  /// A moment, to the second.
  case instant(Instant)
  /// A fixed word, with its name in files.
  case word(String, Wording)
  /// A thing by its name for people, by its code in files.
  case titled(LangText, String)
  /// A value in a phrase, at `{0}`; files have the value alone.
  case phrase(Wording, Value)
  /// Several values.
  case list([Value])
  /// A value and, in brackets, what there is to say of it.
  case with(Value, Value)
  /// What was, and what is.
  case change(Value, Value)
}

/// The case in which a date stands in a sentence, where a language has cases.
package enum DateCase: Sendable, Hashable {
  /// Named: `31. decembris`.
  case nominative
  /// From it on: `31. decembra`.
  case genitive
  /// Up to it: `31. decembrim`.
  case dative
  /// On it: `31. decembrī`.
  case locative
}

extension Value {
  /// A date in a sentence.
  static func dateInWords(_ day: Day) -> Value { .dateInWords(day, .nominative) }

  /// Whether there is nothing to be shown.
  var isNothing: Bool { self == .none || self == .list([]) }

  /// A word of the vocabulary.
  static func word(_ word: some Worded) -> Value { .word(word.code, word.wording) }

  /// A word of the vocabulary, or nothing.
  static func word(_ word: (some Worded)?) -> Value { word.map { .word($0) } ?? .none }

  /// A code, or nothing.
  static func code(_ id: Identifier?) -> Value { id.map { .code($0.description) } ?? .none }

  /// A text, or nothing.
  static func text(_ text: LangText?) -> Value { text.map { .text($0) } ?? .none }

  /// A date, or nothing.
  static func date(_ date: CoarseDate?) -> Value { date.map { .date($0) } ?? .none }

  /// A count.
  static func count(_ count: Int) -> Value { .number(Int64(count)) }

  /// The number of an event.
  static func event(_ position: UInt64) -> Value { .number(Int64(clamping: position)) }

  /// A count that is not known, or is.
  static func known(_ known: Known<Count>) -> Value {
    switch known {
    case .value(let count): .number(count.number)
    case .unknown: .word("UNKNOWN", .unknown)
    case .notCollected: .word("NOT_COLLECTED", .notCollected)
    }
  }

  /// A count that is not shown, so that nobody can be told from it.
  static let suppressed = Value.word("SUPPRESSED", .suppressed)
}
