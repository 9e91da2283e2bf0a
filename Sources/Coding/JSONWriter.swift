/// Writes JSON straight to bytes: commas are its own affair, the order of calls is the caller's.
///
/// Output is compact and byte-deterministic. Calls that do not nest as JSON does are a programmer's
/// mistake and give text that is no JSON; nothing checks them on the hot path.
public struct JSONWriter: Sendable {
  /// What has been written.
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// An empty writer.
  public init() {}

  /// Opens an object: `{`.
  public mutating func beginObject() {
    separate()
    bytes.append(UInt8(ascii: "{"))
    needsComma = false
  }

  /// Closes an object: `}`.
  public mutating func endObject() {
    bytes.append(UInt8(ascii: "}"))
    needsComma = true
  }

  /// Opens an array: `[`.
  public mutating func beginArray() {
    separate()
    bytes.append(UInt8(ascii: "["))
    needsComma = false
  }

  /// Closes an array: `]`.
  public mutating func endArray() {
    bytes.append(UInt8(ascii: "]"))
    needsComma = true
  }

  /// A member's name; its value is what is written next.
  public mutating func key(_ name: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// A member's name whose bytes, quotes and colon included, were made before.
  public mutating func key(encoded: [UInt8]) {
    key(encoded: encoded.span)
  }

  private mutating func key(encoded: Span<UInt8>) {
    let hasComma = needsComma
    bytes.append(addingCapacity: encoded.count + 1) { output in
      if hasComma { output.append(UInt8(ascii: ",")) }
      for index in encoded.indices { output.append(encoded[index]) }
    }
    needsComma = false
  }

  /// A string value.
  public mutating func string(_ text: String) {
    separate()
    Self.appendQuoted(text, to: &bytes)
    needsComma = true
  }

  /// A whole number.
  public mutating func integer(_ value: some BinaryInteger) {
    literal(String(value))
  }

  /// A whole number of the machine's size, without a text in between.
  public mutating func integer(_ value: Int) {
    let hasComma = needsComma
    // A comma, a sign and twenty digits.
    bytes.append(addingCapacity: 22) { output in
      if hasComma { output.append(UInt8(ascii: ",")) }
      Self.append(value, to: &output)
    }
    needsComma = true
  }

  /// A member whose name was encoded before, quotes and colon included, and whose value is a text.
  public mutating func member(_ key: [UInt8], _ text: String) {
    let (key, span) = (key.span, text.utf8Span.span)
    guard Self.isPlain(span) else {
      self.key(encoded: key)
      return string(text)
    }
    let hasComma = needsComma
    bytes.append(addingCapacity: key.count + span.count + 3) { output in
      if hasComma { output.append(UInt8(ascii: ",")) }
      for index in key.indices { output.append(key[index]) }
      output.append(UInt8(ascii: "\""))
      for index in span.indices { output.append(span[index]) }
      output.append(UInt8(ascii: "\""))
    }
    needsComma = true
  }

  /// A member whose name was encoded before, quotes and colon included, and whose value is a whole
  /// number.
  public mutating func member(_ key: [UInt8], _ value: Int) {
    let key = key.span
    let hasComma = needsComma
    bytes.append(addingCapacity: key.count + 22) { output in
      if hasComma { output.append(UInt8(ascii: ",")) }
      for index in key.indices { output.append(key[index]) }
      Self.append(value, to: &output)
    }
    needsComma = true
  }

  /// The digits of a number, up to eight at a time: the last of them is found first, and put above
  /// those before it.
  private static func append(_ value: Int, to output: inout OutputSpan<UInt8>) {
    if value < 0 { output.append(UInt8(ascii: "-")) }
    var rest = value.magnitude
    guard rest < 100_000_000 else {
      for byte in String(rest).utf8 { output.append(byte) }
      return
    }
    var digits: UInt64 = 0
    repeat {
      digits = digits << 8 | UInt64(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    repeat {
      output.append(UInt8(truncatingIfNeeded: digits))
      digits >>= 8
    } while digits > 0
  }

  /// `true` or `false`.
  public mutating func bool(_ value: Bool) {
    literal(value ? "true" : "false")
  }

  /// `null`.
  public mutating func null() {
    literal("null")
  }

  /// Text that is a JSON value already, such as a number's literal.
  public mutating func literal(_ text: String) {
    append(text, afterComma: needsComma)
    needsComma = true
  }

  /// Bytes that are a JSON value already.
  public mutating func raw(_ value: [UInt8]) {
    separate()
    bytes.append(contentsOf: value)
    needsComma = true
  }

  /// A whole value.
  public mutating func value(_ value: JSON) {
    switch value {
    case .null: null()
    case .bool(let flag): bool(flag)
    case .number(let text): literal(text)
    case .string(let text): string(text)
    case .array(let elements):
      beginArray()
      for element in elements { self.value(element) }
      endArray()
    case .object(let members):
      beginObject()
      for member in members {
        key(member.name)
        self.value(member.value)
      }
      endObject()
    }
  }

  /// A line feed between two texts, as newline-delimited JSON has it.
  public mutating func newline() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  /// Where the writer stands, to come back to by `rewind(to:)`.
  public var mark: Mark { Mark(count: bytes.count, needsComma: needsComma) }

  /// Takes back all that was written after the mark.
  public mutating func rewind(to mark: Mark) {
    bytes.removeLast(bytes.count - mark.count)
    needsComma = mark.needsComma
  }

  /// A place in what is being written.
  public struct Mark: Sendable {
    fileprivate var count: Int
    fileprivate var needsComma: Bool
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  private mutating func append(_ text: String, afterComma hasComma: Bool) {
    let span = text.utf8Span.span
    bytes.append(addingCapacity: span.count + 1) { output in
      if hasComma { output.append(UInt8(ascii: ",")) }
      for index in span.indices { output.append(span[index]) }
    }
  }

  /// Appends the text between double quotes, escaped as RFC 8259 §7 asks and no further.
  public static func appendQuoted(_ text: String, to bytes: inout [UInt8]) {
    let span = text.utf8Span.span
    guard isPlain(span) else { return appendEscaped(text, to: &bytes) }
    bytes.append(addingCapacity: span.count + 2) { output in
      output.append(UInt8(ascii: "\""))
      for index in span.indices { output.append(span[index]) }
      output.append(UInt8(ascii: "\""))
    }
  }

  /// Whether nothing in the text needs escaping; without a way out, so that many bytes are looked at
  /// at once.
  private static func isPlain(_ span: Span<UInt8>) -> Bool {
    var found: UInt8 = 0
    for index in span.indices {
      let byte = span[index]
      found |= byte < 0x20 ? 1 : 0
      found |= byte == UInt8(ascii: "\"") ? 1 : 0
      found |= byte == UInt8(ascii: "\\") ? 1 : 0
    }
    return found == 0
  }

  private static func appendEscaped(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0x0A: bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "n")])
      case 0x0D: bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "r")])
      case 0x09: bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "t")])
      case 0..<0x20:
        bytes.append(contentsOf: "\\u00".utf8)
        bytes.append(Hex.digit(byte >> 4))
        bytes.append(Hex.digit(byte & 15))
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

extension JSON {
  /// The value as compact JSON text in UTF-8.
  public var encoded: [UInt8] {
    var writer = JSONWriter()
    writer.value(self)
    return writer.bytes
  }
}
