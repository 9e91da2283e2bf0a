/// Strings, as block strings where they can be and are wanted so.
extension Printer {
  mutating func string(_ value: String, isBlock: Bool) {
    if isBlock, Printer.isPrintableAsBlock(value) { blockString(value) } else { quoted(value) }
  }

  /// Whether dedenting (§2.9.4) would give the same value back.
  private static func isPrintableAsBlock(_ value: String) -> Bool {
    guard !value.unicodeScalars.contains(where: { $0.value < 0x20 && $0 != "\n" && $0 != "\t" })
    else { return false }
    let lines = value.split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = lines.first, let last = lines.last, !value.isEmpty else { return false }
    func isBlank(_ line: Substring) -> Bool { line.allSatisfy { $0 == " " || $0 == "\t" } }
    guard !isBlank(first), !isBlank(last) else { return false }
    // Lines that are all indented would lose what they share.
    let full = lines.filter { !isBlank($0) }
    return full.contains { $0.first != " " && $0.first != "\t" }
  }

  private mutating func blockString(_ value: String) {
    let escaped = Printer.escapingTripleQuotes(value)
    let isOneLine =
      !escaped.contains("\n") && escaped.utf8.last != UInt8(ascii: "\"")
      && escaped.utf8.last != UInt8(ascii: "\\") && escaped.first != " " && escaped.first != "\t"
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
