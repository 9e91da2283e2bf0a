internal import Events

/// Reads the fields of a body one after another where they stand, as records have them
/// (`docs/file-format.md`); what is no such field is remembered, and told at the end.
struct StoredFields {
  private var next = 0
  private var nextText = 0
  private let hasTexts: Bool
  private var isSound = true

  init(hasTexts: Bool) { self.hasTexts = hasTexts }

  /// Whether all fields were sound, and nothing is left.
  func isEnd(_ body: Span<UInt8>, _ texts: Span<UInt8>) -> Bool {
    isSound && next == body.count && (!hasTexts || nextText == texts.count)
  }

  private mutating func byte(_ body: Span<UInt8>) -> UInt8 {
    guard next < body.count else {
      isSound = false
      return 0
    }
    next += 1
    return body[next - 1]
  }

  /// Whether an optional field is there.
  mutating func flag(_ body: Span<UInt8>) -> Bool {
    let flag = byte(body)
    if flag > 1 { isSound = false }
    return flag == 1
  }

  /// The flag of a reason, and the reason among the texts.
  mutating func reason(_ body: Span<UInt8>, _ texts: Span<UInt8>) {
    guard flag(body), hasTexts else { return }
    guard let length = texts.length(at: &nextText) else {
      isSound = false
      return
    }
    nextText += length
  }

  /// A text by language; absent where the texts are not at hand.
  mutating func text(_ texts: Span<UInt8>) -> LangText {
    guard hasTexts, isSound else { return .absent }
    guard let text = LangText(stored: texts, at: &nextText) else {
      isSound = false
      return .absent
    }
    return text
  }

  mutating func word<Value: Word>(_ body: Span<UInt8>) -> Value? {
    let word = Value(rawValue: byte(body))
    if word == nil { isSound = false }
    return word
  }

  mutating func percent(_ body: Span<UInt8>) -> Percent? {
    let percent = Percent(stored: byte(body))
    if percent == nil { isSound = false }
    return percent
  }

  mutating func date(_ body: Span<UInt8>) -> CoarseDate? {
    let kind = byte(body)
    var day: UInt32 = 0
    for _ in 0..<4 { day = day << 8 | UInt32(byte(body)) }
    let date = CoarseDate(sealed: kind, lastDay: Int32(bitPattern: day))
    if date == nil { isSound = false }
    return date
  }

  mutating func identifier(_ body: Span<UInt8>) -> Identifier? {
    let identifier = string(body).flatMap { Identifier(stored: body.extracting($0)) }
    if identifier == nil { isSound = false }
    return identifier
  }

  mutating func identifiers(_ body: Span<UInt8>) -> [Identifier] {
    var identifiers: [Identifier] = []
    guard let count = body.length(at: &next) else {
      isSound = false
      return []
    }
    identifiers.reserveCapacity(count)
    for _ in 0..<count {
      guard let identifier = identifier(body) else { return [] }
      identifiers.append(identifier)
    }
    return identifiers
  }

  mutating func stream(_ body: Span<UInt8>) -> StreamID? {
    guard let range = string(body),
      let text = try? UTF8Span(validating: body.extracting(range)),
      let stream = try? StreamID(parsing: String(copying: text))
    else {
      isSound = false
      return nil
    }
    return stream
  }

  mutating func scale(_ body: Span<UInt8>) -> AssessmentScale? {
    let scale = string(body).flatMap { AssessmentScale(stored: body.extracting($0)) }
    if scale == nil { isSound = false }
    return scale
  }

  /// Where the bytes of a string stand, whose length precedes them.
  private mutating func string(_ body: Span<UInt8>) -> Range<Int>? {
    guard let length = body.length(at: &next) else { return nil }
    next += length
    return (next - length)..<next
  }
}
