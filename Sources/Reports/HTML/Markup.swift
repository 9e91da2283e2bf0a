/// Markup under way: well-formed, so that it is the same to a reader of HTML and to one of XML.
struct Markup {
  /// What was written so far.
  private(set) var text = ""

  /// Attributes in their order; one that is `nil` is left out.
  typealias Attributes = KeyValuePairs<String, String?>

  /// An element around what is written inside.
  mutating func element(
    _ name: String, _ attributes: Attributes = [:], _ inside: (inout Markup) -> Void
  ) {
    open(name, attributes)
    inside(&self)
    text += "</\(name)>"
  }

  /// An element around text.
  mutating func element(_ name: String, _ attributes: Attributes = [:], text content: String) {
    element(name, attributes) { $0.add(content) }
  }

  /// An element without content.
  mutating func empty(_ name: String, _ attributes: Attributes = [:]) {
    text += "<\(name)"
    add(attributes)
    text += "/>"
  }

  /// Text, escaped.
  mutating func add(_ content: String) { text += Markup.escaped(content) }

  /// A line's end, for people who look at the file.
  mutating func newline() { text += "\n" }

  /// Markup of the program's own.
  mutating func add(verbatim markup: StaticString) { text += markup.description }

  private mutating func open(_ name: String, _ attributes: Attributes) {
    text += "<\(name)"
    add(attributes)
    text += ">"
  }

  private mutating func add(_ attributes: Attributes) {
    for (name, value) in attributes {
      if let value { text += " \(name)=\"\(Markup.escaped(value))\"" }
    }
  }

  /// Text with all signs replaced that markup is made of, and with what XML 1.0 (§2.2) does not allow.
  static func escaped(_ text: String) -> String {
    let special: (UInt8) -> Bool = { [0x22, 0x26, 0x27, 0x3C, 0x3E].contains($0) || $0 == 0xEF }
    guard text.utf8.contains(where: special) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "'": result.append(contentsOf: "&#39;".unicodeScalars)
      case "\u{FFFE}", "\u{FFFF}": result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}

extension Markup {
  /// A value or sentence: what was typed keeps its direction and language to itself.
  mutating func add(_ inscription: Inscription, in language: ReportLanguage) {
    for piece in inscription.pieces {
      switch piece {
      case .fixed(let text): add(text)
      case .typed(let text, let own):
        element("bdi", ["lang": own == language.rawValue ? nil : own], text: text)
      case .code(let text): element("span", ["class": "code"], text: text)
      case .quiet(let text): element("span", ["class": "quiet"], text: text)
      }
    }
  }
}
