/// The name of one element of a schema (§3.14), such as `Query.plan(id:)`.
public enum SchemaCoordinate: Sendable, Hashable {
  /// `Type`.
  case type(String)
  /// `Type.member`: a field, a field of an input object, or a value of an enum.
  case member(type: String, name: String)
  /// `Type.field(argument:)`.
  case argument(type: String, field: String, name: String)
  /// `@directive`.
  case directive(String)
  /// `@directive(argument:)`.
  case directiveArgument(directive: String, name: String)

  /// Reads a coordinate; unlike in documents, nothing may stand between its tokens.
  ///
  /// - Throws: the syntax error, with its place.
  public init(_ text: String) throws(GraphQLError) {
    let source = SourceText(text)
    var reader = CoordinateReader(source.bytes)
    do throws(SyntaxError) {
      self = try reader.coordinate()
    } catch {
      throw GraphQLError(
        "Syntax error: \(error.message)", locations: [source.location(of: error.offset)])
    }
  }
}

extension SchemaCoordinate: CustomStringConvertible {
  /// The coordinate as it is written.
  public var description: String {
    switch self {
    case .type(let type): type
    case .member(let type, let name): "\(type).\(name)"
    case .argument(let type, let field, let name): "\(type).\(field)(\(name):)"
    case .directive(let directive): "@\(directive)"
    case .directiveArgument(let directive, let name): "@\(directive)(\(name):)"
    }
  }
}

/// A descent over the grammar of §3.14, a byte ahead.
private struct CoordinateReader {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func coordinate() throws(SyntaxError) -> SchemaCoordinate {
    let coordinate = try element()
    guard index == bytes.count else { throw unexpected("the end of the coordinate") }
    return coordinate
  }

  private mutating func element() throws(SyntaxError) -> SchemaCoordinate {
    if skip("@") {
      let directive = try name()
      return try argument().map { .directiveArgument(directive: directive, name: $0) }
        ?? .directive(directive)
    }
    let type = try name()
    guard skip(".") else { return .type(type) }
    let member = try name()
    return try argument().map { .argument(type: type, field: member, name: $0) }
      ?? .member(type: type, name: member)
  }

  private mutating func argument() throws(SyntaxError) -> String? {
    guard skip("(") else { return nil }
    let name = try name()
    guard skip(":") else { throw unexpected("\":\"") }
    guard skip(")") else { throw unexpected("\")\"") }
    return name
  }

  private mutating func name() throws(SyntaxError) -> String {
    let name = bytes[index...].prefix(while: isNameByte)
    guard let first = name.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else {
      throw unexpected("a name")
    }
    index = name.endIndex
    return String(decoding: name, as: UTF8.self)
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  private func unexpected(_ expected: String) -> SyntaxError {
    SyntaxError("expected \(expected)", at: index)
  }
}
