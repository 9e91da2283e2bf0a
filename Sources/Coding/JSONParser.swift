internal import CRapidJSON

/// Why a text is not JSON, and where.
public struct JSONSyntaxError: Error, Equatable, Sendable {
  /// What stands in the way, as a clause: "a string that is never closed".
  public var reason: String
  /// The byte at which reading stopped, from 0.
  public var offset: Int
  /// The line of that byte, from 1.
  public var line: Int
  /// The column of that byte, from 1, in Unicode scalars.
  public var column: Int
}

/// Reads JSON texts by RapidJSON, strictly: RFC 8259, valid UTF-8, nothing after the value.
///
/// A parser keeps its buffers between texts; it belongs to one thread at a time.
@safe
public struct JSONParser: ~Copyable {
  /// The deepest nesting of arrays and objects that is read; deeper is an error, never a trap.
  public static let depthLimit = 512

  private let tape: OpaquePointer

  /// A parser with empty buffers.
  public init() {
    guard let tape = unsafe json_tape_create() else { preconditionFailure("out of memory") }
    unsafe self.tape = tape
  }

  deinit { unsafe json_tape_destroy(tape) }

  /// The value that the bytes hold.
  ///
  /// - Throws: `JSONSyntaxError` with line and column.
  /// - Complexity: O(*n*) time and memory in the number of bytes.
  public mutating func parse(_ bytes: Span<UInt8>) throws(JSONSyntaxError) -> JSON {
    // The standard library validates a text at once far faster than RapidJSON does byte by byte,
    // which is left to say where a text that is not valid goes wrong.
    let isUTF8 = Self.isUTF8(bytes)
    var errorOffset = 0
    var status = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe json_tape_parse(
        tape, buffer.baseAddress, buffer.count, isUTF8, UInt32(Self.depthLimit), &errorOffset)
    }
    if status == Int32(JSON_TAPE_OK), !isUTF8 { status = Int32(JSON_TAPE_SYNTAX) + 12 }
    guard status == Int32(JSON_TAPE_OK) else {
      throw Self.syntaxError(status: status, offset: errorOffset, in: bytes)
    }
    var next = 0
    return value(&next)
  }

  /// The value that the bytes hold.
  public mutating func parse(_ bytes: [UInt8]) throws(JSONSyntaxError) -> JSON {
    try parse(bytes.span)
  }

  /// Builds the value at `next` of the tape; the depth limit bounds the recursion.
  private func value(_ next: inout Int) -> JSON {
    let entry = unsafe json_tape_values(tape)[next]
    next += 1
    switch Int(entry.kind) {
    case JSON_TAPE_NULL: return .null
    case JSON_TAPE_FALSE: return .bool(false)
    case JSON_TAPE_TRUE: return .bool(true)
    case JSON_TAPE_NUMBER: return .number(text(entry))
    case JSON_TAPE_STRING: return .string(text(entry))
    case JSON_TAPE_ARRAY:
      var elements: [JSON] = []
      elements.reserveCapacity(Int(entry.length))
      for _ in 0..<entry.length { elements.append(value(&next)) }
      return .array(elements)
    default:
      var members: [JSON.Member] = []
      members.reserveCapacity(Int(entry.length))
      for _ in 0..<entry.length {
        let name = unsafe text(json_tape_values(tape)[next])
        next += 1
        members.append(JSON.Member(name, value(&next)))
      }
      return .object(members)
    }
  }

  /// A string on the tape: part of a text that was found valid, or made of its escapes.
  private func text(_ entry: json_tape_value) -> String {
    let bytes = unsafe UnsafeBufferPointer(
      start: json_tape_arena(tape) + Int(entry.offset), count: Int(entry.length))
    return unsafe String(copying: UTF8Span(unchecked: bytes.span))
  }

  private static func isUTF8(_ bytes: Span<UInt8>) -> Bool {
    do {
      _ = try UTF8Span(validating: bytes)
      return true
    } catch {
      return false
    }
  }

  private static func syntaxError(
    status: Int32, offset: Int, in bytes: Span<UInt8>
  ) -> JSONSyntaxError {
    let (line, column) = position(of: min(offset, bytes.count), in: bytes)
    return JSONSyntaxError(reason: reason(status), offset: offset, line: line, column: column)
  }

  /// Line and column, from 1, of a byte; columns count Unicode scalars.
  private static func position(of offset: Int, in bytes: Span<UInt8>) -> (line: Int, column: Int) {
    var line = 1
    var column = 1
    for index in 0..<offset {
      if bytes[index] == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if bytes[index] & 0xC0 != 0x80 {
        column += 1
      }
    }
    return (line, column)
  }

  /// RapidJSON's `ParseErrorCode` (`rapidjson/error/error.h`) in words of our own.
  private static func reason(_ status: Int32) -> String {
    switch Int(status) {
    case JSON_TAPE_TOO_DEEP: "arrays and objects nested more than \(depthLimit) deep"
    case JSON_TAPE_OUT_OF_MEMORY: "a text too large to read"
    case JSON_TAPE_SYNTAX + 1: "nothing to read"
    case JSON_TAPE_SYNTAX + 2: "something after the end of the value"
    case JSON_TAPE_SYNTAX + 3: "what is no JSON value"
    case JSON_TAPE_SYNTAX + 4: "an object member without a name in double quotes"
    case JSON_TAPE_SYNTAX + 5: "a member name without a colon after it"
    case JSON_TAPE_SYNTAX + 6: "an object without a comma or closing brace where one belongs"
    case JSON_TAPE_SYNTAX + 7: "an array without a comma or closing bracket where one belongs"
    case JSON_TAPE_SYNTAX + 8: "a \\u escape that is not four hexadecimal digits"
    case JSON_TAPE_SYNTAX + 9: "half of a surrogate pair in a \\u escape"
    case JSON_TAPE_SYNTAX + 10: "an unknown escape in a string"
    case JSON_TAPE_SYNTAX + 11: "a string that is never closed"
    case JSON_TAPE_SYNTAX + 12: "a string that is not valid UTF-8 or holds a control character"
    case JSON_TAPE_SYNTAX + 14: "a number without digits after its point"
    case JSON_TAPE_SYNTAX + 15: "a number without digits in its exponent"
    default: "what is no JSON"
    }
  }
}
