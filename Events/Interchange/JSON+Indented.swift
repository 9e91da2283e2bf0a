internal import Coding

extension JSON {
  /// The value as JSON text with a member or element a line, two spaces a level, and a line feed at
  /// its end; arrays of scalars stand in one line.
  var indented: [UInt8] {
    var bytes: [UInt8] = []
    indent(0, to: &bytes)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  private var isScalar: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }

  private func indent(_ level: Int, to bytes: inout [UInt8]) {
    func line(_ level: Int) {
      bytes.append(UInt8(ascii: "\n"))
      bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * level))
    }
    switch self {
    case .object(let members) where !members.isEmpty:
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        line(level + 1)
        JSONWriter.appendQuoted(member.name, to: &bytes)
        bytes.append(contentsOf: ": ".utf8)
        member.value.indent(level + 1, to: &bytes)
      }
      line(level)
      bytes.append(UInt8(ascii: "}"))
    case .array(let elements) where elements.allSatisfy(\.isScalar):
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(contentsOf: ", ".utf8) }
        bytes.append(contentsOf: element.encoded)
      }
      bytes.append(UInt8(ascii: "]"))
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        line(level + 1)
        element.indent(level + 1, to: &bytes)
      }
      line(level)
      bytes.append(UInt8(ascii: "]"))
    default: bytes.append(contentsOf: encoded)
    }
  }
}
