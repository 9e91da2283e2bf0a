/// Reads a document (§2, §3).
///
/// - Parameters:
///   - text: the document.
///   - limits: what it may cost.
/// - Throws: the first syntax error, with its place, or the limit that was passed.
/// - Complexity: O(*n*) in the length of the text; the nesting depth is bounded by `limits.depth`.
public func parse(_ text: String, limits: Limits = Limits()) throws(GraphQLError) -> Document {
  try parse(SourceText(text), limits: limits)
}

/// Reads a document from its UTF-8.
public func parse(
  _ source: SourceText, limits: Limits = Limits()
) throws(GraphQLError) -> Document {
  do throws(SyntaxError) {
    try check(source, limits)
    var parser = try Parser(source.bytes, limits: limits)
    return try parser.document(source)
  } catch {
    throw GraphQLError(
      "Syntax error: \(error.message)", locations: [source.location(of: error.offset)])
  }
}

private func check(_ source: SourceText, _ limits: Limits) throws(SyntaxError) {
  let limit = min(limits.bytes, Syntax.Node.most - 1)
  guard source.bytes.count <= limit else {
    throw SyntaxError("the document is longer than \(limit) bytes", at: 0)
  }
  do throws(UTF8.ValidationError) {
    _ = try UTF8Span(validating: source.bytes.span)
  } catch {
    throw SyntaxError("the document is not valid UTF-8", at: error.byteOffsets.lowerBound)
  }
}

/// A recursive descent over the grammar of appendix C, one token ahead.
struct Parser {
  private var lexer: Lexer
  /// What was read of the executable part.
  var syntax: Syntax
  /// What was read of the type system, in its order.
  var typeSystem: [Definition] = []
  private(set) var token: Token
  private var tokens = 0
  private var depth = 0
  private var aliases = 0
  private let limits: Limits
  /// The names of the type system by their numbers, so that each text is made once.
  private var symbols = SymbolTable()
  private var texts: [String] = []
  private let numbersNames: Bool

  /// - Parameter numbersNames: whether names keep their numbers; not where what is read is to be
  ///   used beside another document.
  init(_ bytes: [UInt8], limits: Limits, numbersNames: Bool = true) throws(SyntaxError) {
    lexer = Lexer(bytes)
    syntax = Syntax(bytes)
    token = Token(kind: .end, start: 0, end: 0)
    self.limits = limits
    self.numbersNames = numbersNames
    try advance()
  }

  var position: Position { Position(token.start) }
  var bytes: [UInt8] { lexer.bytes }
  var nameCount: Int { texts.count }

  mutating func advance() throws(SyntaxError) {
    token = try lexer.next()
    tokens += 1
    guard tokens <= limits.tokens else {
      throw SyntaxError("the document has more than \(limits.tokens) tokens", at: token.start)
    }
  }

  /// Enters one level of nesting; every recursion of the grammar passes here.
  mutating func descend() throws(SyntaxError) {
    depth += 1
    guard depth <= limits.depth else {
      throw SyntaxError("nested more than \(limits.depth) levels deep", at: token.start)
    }
  }

  /// Counts an alias, which begins at `start`.
  mutating func countAlias(at start: Int) throws(SyntaxError) {
    aliases += 1
    guard aliases <= limits.aliases else {
      throw SyntaxError("the document has more than \(limits.aliases) aliases", at: start)
    }
  }

  mutating func ascend() {
    depth -= 1
  }

  mutating func skip(_ kind: Token.Kind) throws(SyntaxError) -> Bool {
    guard token.kind == kind else { return false }
    try advance()
    return true
  }

  mutating func expect(_ kind: Token.Kind) throws(SyntaxError) {
    guard token.kind == kind else { throw unexpected(expected: kind.name) }
    try advance()
  }

  /// Whether the token is that name.
  func isKeyword(_ keyword: Keyword) -> Bool {
    token.kind == .name && token.end - token.start == keyword.bytes.count
      && lexer.bytes[token.start..<token.end].elementsEqual(keyword.bytes)
  }

  mutating func skip(_ keyword: Keyword) throws(SyntaxError) -> Bool {
    guard isKeyword(keyword) else { return false }
    try advance()
    return true
  }

  var tokenText: String {
    String(decoding: lexer.bytes[token.start..<token.end], as: UTF8.self)
  }

  /// A name of the type system.
  mutating func name() throws(SyntaxError) -> Name {
    guard token.kind == .name else { throw unexpected(expected: "a name") }
    let symbol = symbols.symbol(of: token.start..<token.end, in: lexer.bytes)
    if symbol == texts.count { texts.append(tokenText) }
    let name = Name(texts[symbol], symbol: numbersNames ? symbol : -1, at: position)
    try advance()
    return name
  }

  /// A name of the executable part, as a node of its own.
  mutating func nameNode() throws(SyntaxError) {
    syntax.add(.name, at: token.start)
    try expect(.name)
  }

  /// The description (§2.2.1) that stands before a definition of the type system.
  mutating func description() throws(SyntaxError) -> String? {
    guard token.kind == .string || token.kind == .blockString else { return nil }
    let range = token.start..<token.end
    let value =
      token.kind == .string
      ? try StringValue.quoted(lexer.bytes, range) : StringValue.block(lexer.bytes, range)
    try advance()
    return value
  }

  /// The description of what is executable, as a node of its own.
  mutating func descriptionNode() throws(SyntaxError) {
    switch token.kind {
    case .string: syntax.add(.string, at: token.start)
    case .blockString: syntax.add(.blockString, at: token.start)
    default: return
    }
    try advance()
  }

  func unexpected(expected: String) -> SyntaxError {
    let found =
      switch token.kind {
      case .name: "\"\(tokenText.prefix(60))\""
      case .int, .float: String(tokenText.prefix(60))
      default: token.kind.name
      }
    return SyntaxError("expected \(expected), found \(found)", at: token.start)
  }
}
