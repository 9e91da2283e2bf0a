/// Where the definitions of a type-system document stand, with what has to be known of all of them
/// before any is read: their names, which interfaces they implement, which scalars are used.
///
/// Finding them costs a twentieth of reading them: what stands between brackets is skipped.
struct DefinitionIndex {
  /// A type: its name, where its definition stands, and what an object type implements.
  struct TypeEntry {
    var name: String
    var range: Range<Int>
    var interfaces: [String]
  }

  private(set) var types: [TypeEntry] = []
  /// Where the definitions of directives stand.
  private(set) var directives: [Range<Int>] = []
  /// Where the schema's definition stands.
  private(set) var schema: Range<Int>?
  /// The scalars of the specification that something is of, as far as not everything has them.
  private(set) var usedScalars: Set<String> = []
  private var scanner = DefinitionScanner()

  /// `nil` for a document that has anything else in it, and for one that is found to be wrong.
  init?(_ text: String) {
    // The text's own bytes: a copy would cost as much as looking through them.
    let bytes = text.utf8Span.span
    scanner.advance(bytes)
    while scanner.token != .end {
      guard definition(bytes) else { return nil }
    }
  }

  private mutating func definition(_ bytes: Span<UInt8>) -> Bool {
    let start = scanner.start
    if scanner.token == .string { scanner.advance(bytes) }
    guard scanner.token == .name else { return false }
    let keyword = scanner.text(bytes)
    scanner.advance(bytes)
    switch keyword {
    case "schema":
      guard schema == nil, skipDirectives(bytes), skipGroup("{", bytes) else { return false }
      schema = start..<scanner.end
      return true
    case "directive":
      guard directive(bytes) else { return false }
      directives.append(start..<scanner.end)
      return true
    case "type": return type(at: start, isObject: true, bytes)
    case "interface", "input", "enum", "scalar", "union":
      return type(at: start, isObject: false, bytes)
    default: return false
    }
  }

  private mutating func type(at start: Int, isObject: Bool, _ bytes: Span<UInt8>) -> Bool {
    guard scanner.token == .name else { return false }
    let name = scanner.text(bytes)
    var interfaces: [String] = []
    scanner.advance(bytes)
    if scanner.isName("implements", bytes) {
      scanner.advance(bytes)
      interfaces = names(separatedBy: "&", bytes)
    }
    guard skipDirectives(bytes) else { return false }
    if scanner.token == .mark("=") {
      scanner.advance(bytes)
      _ = names(separatedBy: "|", bytes)
    }
    if scanner.token == .mark("{"), !skipGroup("{", bytes) { return false }
    types.append(
      TypeEntry(
        name: name, range: start..<scanner.end, interfaces: isObject ? interfaces : []))
    return true
  }

  private mutating func directive(_ bytes: Span<UInt8>) -> Bool {
    guard scanner.token == .mark("@") else { return false }
    scanner.advance(bytes)
    guard scanner.token == .name else { return false }
    scanner.advance(bytes)
    if scanner.token == .mark("("), !skipGroup("(", bytes) { return false }
    if scanner.isName("repeatable", bytes) { scanner.advance(bytes) }
    guard scanner.isName("on", bytes) else { return false }
    scanner.advance(bytes)
    return !names(separatedBy: "|", bytes).isEmpty
  }

  private mutating func names(
    separatedBy separator: Unicode.Scalar, _ bytes: Span<UInt8>
  ) -> [String] {
    var names: [String] = []
    if scanner.token == .mark(separator) { scanner.advance(bytes) }
    while scanner.token == .name {
      names.append(scanner.text(bytes))
      scanner.advance(bytes)
      guard scanner.token == .mark(separator) else { break }
      scanner.advance(bytes)
    }
    return names
  }

  private mutating func skipDirectives(_ bytes: Span<UInt8>) -> Bool {
    while scanner.token == .mark("@") {
      scanner.advance(bytes)
      guard scanner.token == .name else { return false }
      scanner.advance(bytes)
      if scanner.token == .mark("("), !skipGroup("(", bytes) { return false }
    }
    return true
  }

  /// Skips what stands between brackets, which nest, and notes the scalars in it.
  private mutating func skipGroup(_ open: Unicode.Scalar, _ bytes: Span<UInt8>) -> Bool {
    guard scanner.token == .mark(open) else { return false }
    while let colon = scanner.skipToColon(bytes) {
      if let name = DefinitionScanner.scalar(after: colon, bytes) { usedScalars.insert(name) }
    }
    guard scanner.isClosed else { return false }
    scanner.advance(bytes)
    return true
  }
}
