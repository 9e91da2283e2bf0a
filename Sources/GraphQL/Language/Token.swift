/// A lexical token (§2.1.6): its kind, and the bytes that it spans.
struct Token {
  enum Kind: UInt8 {
    case end, bang, dollar, ampersand, parenthesisOpen, parenthesisClose, spread, colon, equals, at
    case bracketOpen, bracketClose, braceOpen, pipe, braceClose, dot
    case name, int, float, string, blockString

    /// The kind as an error message names it.
    var name: String {
      switch self {
      case .end: "the end of the document"
      case .bang: "\"!\""
      case .dollar: "\"$\""
      case .ampersand: "\"&\""
      case .parenthesisOpen: "\"(\""
      case .parenthesisClose: "\")\""
      case .spread: "\"...\""
      case .colon: "\":\""
      case .equals: "\"=\""
      case .at: "\"@\""
      case .bracketOpen: "\"[\""
      case .bracketClose: "\"]\""
      case .braceOpen: "\"{\""
      case .pipe: "\"|\""
      case .braceClose: "\"}\""
      case .dot: "\".\""
      case .name: "a name"
      case .int, .float: "a number"
      case .string, .blockString: "a string"
      }
    }
  }

  var kind: Kind
  var start: Int
  var end: Int
}

/// Why bytes are no GraphQL document; becomes a `GraphQLError` where the source is at hand.
struct SyntaxError: Error {
  var message: String
  var offset: Int

  init(_ message: String, at offset: Int) {
    self.message = message
    self.offset = offset
  }
}
