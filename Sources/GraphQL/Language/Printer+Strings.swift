/// Strings, as block strings where they can be and are wanted so.
extension Printer {
  mutating func string(_ value: String, isBlock: Bool) {
    if isBlock, Printer.isPrintableAsBlock(value) { blockString(value) } else { quoted(value) }
  }

  /// Whether a block string can have this value (§2.9.4): its first and last line are not blank,
  /// and where there are several, not all are indented, since they would lose what they share.
  private static func isPrintableAsBlock(_ value: String) -> Bool {
    guard !value.utf8.contains(UInt8(ascii: "\r")) else { return false }
    let lines = value.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard lines.count > 1 else { return value.isEmpty || !isBlank(lines[0]) }
    guard !isBlank(lines[0]), !isBlank(lines[lines.count - 1]) else { return false }
    return lines.contains { !isBlank($0) && !isIndented($0) }
  }

  private static func isBlank(_ line: Substring.UTF8View) -> Bool {
    line.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }

  private static func isIndented(_ line: Substring.UTF8View) -> Bool {
    line.first == UInt8(ascii: " ") || line.first == UInt8(ascii: "\t")
  }

  private mutating func blockString(_ value: String) {
    let escaped = Printer.escapingTripleQuotes(value)
    let isSeveral = escaped.utf8.contains(UInt8(ascii: "\n"))
    // The quotes that end the string must not follow one of its own, nor what escapes them.
    let isOpen =
      escaped.utf8.last == UInt8(ascii: "\"") || escaped.utf8.last == UInt8(ascii: "\\")
    // Only on the line of the opening quotes does a single line keep its indentation.
    if !isSeveral, Printer.isIndented(escaped[...].utf8) {
      text("\"\"\"\(escaped)")
      if isOpen { newline() }
      return text("\"\"\"")
    }
    let isOneLine = !isSeveral && !isOpen
    guard !isOneLine else { return text("\"\"\"\(escaped)\"\"\"") }
    text("\"\"\"")
    for line in escaped.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty { text("\n") } else { newline() }
      text(String(line))
    }
    newline()
    text("\"\"\"")
  }

  private static func escapingTripleQuotes(_ value: String) -> String {
    var escaped: [UInt8] = []
    var quotes = 0
    for byte in value.utf8 {
      quotes = byte == UInt8(ascii: "\"") ? quotes + 1 : 0
      escaped.append(byte)
      if quotes == 3 {
        escaped.insert(UInt8(ascii: "\\"), at: escaped.count - 3)
        quotes = 0
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  private mutating func quoted(_ value: String) {
    text("\"")
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text("\\\"")
      case "\\": text("\\\\")
      case "\n": text("\\n")
      case "\r": text("\\r")
      case "\t": text("\\t")
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        text("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
      default: text(String(scalar))
      }
    }
    text("\"")
  }
}
