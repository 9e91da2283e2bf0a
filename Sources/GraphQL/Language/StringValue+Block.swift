/// BlockStringValue (§2.9.4).
extension StringValue {
  /// The value of a block string whose bytes, quotes included, the lexer has passed.
  static func block(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    let raw = unescaped(bytes, (range.lowerBound + 3)..<(range.upperBound - 3))
    let lines = lines(of: raw)
    let indent =
      lines.dropFirst().compactMap { line in
        line.firstIndex { !isBlank($0) }.map { $0 - line.startIndex }
      }.min() ?? 0
    var dedented = lines.enumerated().map { index, line in
      index == 0 ? line : line.dropFirst(indent)
    }
    while let last = dedented.last, last.allSatisfy(isBlank) { dedented.removeLast() }
    let firstFull = dedented.firstIndex { !$0.allSatisfy(isBlank) } ?? dedented.count
    let joined = dedented[firstFull...].joined(separator: [UInt8(ascii: "\n")])
    return String(decoding: Array(joined), as: UTF8.self)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  /// The bytes with `\"""` replaced by `"""`.
  private static func unescaped(_ bytes: [UInt8], _ range: Range<Int>) -> [UInt8] {
    guard bytes[range].contains(UInt8(ascii: "\\")) else { return Array(bytes[range]) }
    var raw: [UInt8] = []
    raw.reserveCapacity(range.count)
    var cursor = range.lowerBound
    while cursor < range.upperBound {
      let isEscape =
        bytes[cursor] == UInt8(ascii: "\\") && cursor + 3 < range.upperBound
        && bytes[(cursor + 1)...(cursor + 3)].allSatisfy { $0 == UInt8(ascii: "\"") }
      if isEscape {
        raw.append(contentsOf: bytes[(cursor + 1)...(cursor + 3)])
        cursor += 4
      } else {
        raw.append(bytes[cursor])
        cursor += 1
      }
    }
    return raw
  }

  private static func lines(of raw: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    var cursor = 0
    while cursor < raw.count {
      if raw[cursor].isLineTerminator {
        lines.append(raw[start..<cursor])
        let isPair =
          raw[cursor] == 0x0D && cursor + 1 < raw.count && raw[cursor + 1] == 0x0A
        cursor += isPair ? 2 : 1
        start = cursor
      } else {
        cursor += 1
      }
    }
    lines.append(raw[start...])
    return lines
  }
}
