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
    separate()
    bytes.append(contentsOf: encoded)
    needsComma = false
  }

  /// A member's name that was encoded before, quotes and colon included.
  public mutating func key(encoded: String) {
    append(encoded, afterComma: needsComma)
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
    var divisor: UInt = 1
    while value.magnitude / divisor >= 10 { divisor *= 10 }
    // A comma, a sign and twenty digits.
    bytes.append(addingCapacity: 22) { output in
      if hasComma { output.append(UInt8(ascii: ",")) }
      if value < 0 { output.append(UInt8(ascii: "-")) }
      while divisor > 0 {
        output.append(UInt8(ascii: "0") + UInt8(value.magnitude / divisor % 10))
        divisor /= 10
      }
    }
    needsComma = true
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
    var isPlain = true
    for index in span.indices {
      let byte = span[index]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        isPlain = false
        break
      }
    }
    guard isPlain else { return appendEscaped(text, to: &bytes) }
    bytes.append(addingCapacity: span.count + 2) { output in
      output.append(UInt8(ascii: "\""))
      for index in span.indices { output.append(span[index]) }
      output.append(UInt8(ascii: "\""))
    }
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
