internal import Coding
internal import Events

/// A value written out: pieces of fixed words, and of what people typed.
///
/// Whoever sets it into a page keeps the two apart: what was typed is escaped, and its direction kept
/// to itself.
struct Inscription {
  /// A piece.
  enum Piece: Equatable {
    /// Words and figures of the report.
    case fixed(String)
    /// What was typed, made printable, and the language that it is in, where that is known.
    case typed(String, language: String?)
    /// A code that is to stay in one piece.
    case code(String)
    /// That there is nothing, or nothing is shown: quiet.
    case quiet(String)
  }

  /// The pieces.
  private(set) var pieces: [Piece] = []

  /// A value in a voice.
  init(_ value: Value, _ voice: Voice) { add(value, voice) }

  /// A sentence in a voice.
  init(_ note: Note, _ voice: Voice) {
    var rest = voice.text(note.wording)[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}"),
      let index = Int(rest[rest.index(after: open)..<close]), index < note.values.count
    {
      add(.fixed(String(rest[..<open])))
      add(note.values[index], voice)
      rest = rest[rest.index(after: close)...]
    }
    add(.fixed(String(rest)))
  }

  /// The same as it begins a line: fixed words with a capital.
  var asHeading: Inscription {
    var heading = self
    if case .fixed(let text)? = pieces.first {
      heading.pieces[0] = .fixed(text.prefix(1).uppercased() + text.dropFirst())
    }
    return heading
  }

  /// All of it as plain text.
  var text: String {
    pieces.map { piece in
      switch piece {
      case .fixed(let text), .typed(let text, _), .code(let text), .quiet(let text): text
      }
    }.joined()
  }

  private mutating func add(_ piece: Piece) {
    if piece != .fixed("") { pieces.append(piece) }
  }

  private mutating func add(_ value: Value, _ voice: Voice) {
    switch value {
    case .none: add(.quiet("–"))
    case .number(let number): add(.fixed(voice.number(number)))
    case .share(let part, let whole): add(.fixed(voice.share(part, of: whole)))
    case .age(let from, let to): add(.fixed(voice.age(from: from, to: to)))
    case .daysLeft(let days): add(.fixed(voice.daysLeft(days)))
    case .text(let text):
      let variant = voice.variant(of: text)
      add(.typed(printable(variant?.text ?? Text.redacted), language: variant?.language))
    case .plain(let text): add(.typed(printable(text), language: nil))
    case .code(let text): add(.code(printable(text)))
    case .date(let date): add(.code(date.description))
    case .dateInWords(let day, let form): add(.fixed(voice.dateInWords(day, form)))
    case .period(let period): add(.code(period.short))
    case .instant(let instant): add(.fixed(instant.secondsShown))
    case .word(let code, let wording):
      let words = voice.text(wording)
      add(Inscription.quietWords.contains(code) ? .quiet(words) : .fixed(words))
    case .titled(let title, _): add(.text(title), voice)
    case .phrase(let wording, let value):
      let parts = voice.text(wording).split(separator: "{0}", omittingEmptySubsequences: false)
      for (index, part) in parts.enumerated() {
        if index > 0 { add(value, voice) }
        add(.fixed(String(part)))
      }
    case .list(let values):
      if values.isEmpty { add(.quiet("–")) }
      for (index, element) in values.enumerated() {
        if index > 0 { add(.fixed(", ")) }
        add(element, voice)
      }
    case .with(let value, let more):
      add(value, voice)
      add(.fixed(" ("))
      add(more, voice)
      add(.fixed(")"))
    case .change(let old, let new):
      add(old, voice)
      add(.fixed(" → "))
      add(new, voice)
    }
  }

  private static let quietWords: Set = ["SUPPRESSED", "UNKNOWN", "NOT_COLLECTED", "NOT_RECORDED"]
}

extension Period {
  /// The period as people read it: one year where it is one, else both ends.
  var short: String {
    start == end ? start.description : "\(start)–\(end)"
  }
}
