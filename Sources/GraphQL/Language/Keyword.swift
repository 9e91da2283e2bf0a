/// A name that means something to the grammar where it stands.
struct Keyword {
  let bytes: [UInt8]

  private init(_ text: StaticString) {
    bytes = Array(text.description.utf8)
  }

  static let on = Keyword("on")
  static let implements = Keyword("implements")
  static let repeatable = Keyword("repeatable")
  static let `true` = Keyword("true")
  static let `false` = Keyword("false")
  static let null = Keyword("null")
}
