/// A text that was typed or stored, so that a terminal shows it and does not obey it: control
/// characters, and those that turn the direction of text or cannot be seen, stand as `\u{1B}`.
///
/// Newlines stay, and a tab is a space: what prints the text divides it into lines.
package func printable(_ text: String) -> String {
  guard text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }) else { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if scalar == "\t" {
      result.append(" ")
    } else if scalar == "\n" || !scalar.isUnseen {
      result.append(scalar)
    } else {
      let digits = String(scalar.value, radix: 16, uppercase: true)
      result.append(contentsOf: "\\u{\(digits)}".unicodeScalars)
    }
  }
  return String(result)
}

extension Unicode.Scalar {
  /// Whether it is a control or format character; the joiners that scripts are written with are not.
  fileprivate var isUnseen: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    case .format: value != 0x200C && value != 0x200D
    default: false
    }
  }
}
