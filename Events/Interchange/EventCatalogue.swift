/// The catalogue as a page for people: `docs/event-catalogue.md`.
public enum EventCatalogue {
  /// The page in Markdown; the same text for every call.
  public static var markdown: String {
    var lines = opening
    for kind in StreamKind.allCases {
      lines += ["", "## `\(kind.pattern)`"]
      for type in EventType.allCases where type.streamKind == kind { lines += section(type) }
    }
    lines += ["", "## Events about events", ""]
    lines += ["They stand on their target's stream and have no `effective` or `published` date."]
    for type in EventType.allCases where type.isAboutEvents { lines += section(type) }
    lines += ["", "## Forms", "", "| form | pattern |", "|---|---|"]
    for form in StringForm.all {
      lines.append("| \(form.name) | \(form.pattern.map { cell("`\($0)`") } ?? "–") |")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let opening = [
    "# Event catalogue",
    "",
    "Every type of event: its number in records, and the fields of its `data`. The envelope around it "
      + "is that of",
    "[CloudEvents](file-format.md#interchange). The page is made from the same descriptions that read "
      + "and write",
    "events. ¶ marks free text, which stands apart from the record and can be redacted.",
  ]

  private static func section(_ type: EventType) -> [String] {
    var lines = ["", "### \(type.name)", "", "\(type.summary) Number \(type.rawValue)."]
    if type.needsReason { lines[3] += " `reason` is required." }
    if type == .planClosed { lines[3] += " `reason` is required with `itemVerdictsNotHeld`." }
    let fields = FieldDescription.fields(of: type)
    if fields.isEmpty { return lines }
    lines += ["", "| field | value | required | ¶ |", "|---|---|---|---|"]
    for field in fields { lines += rows(field, under: "") }
    return lines
  }

  /// The field's row, and those of the fields within it.
  private static func rows(_ field: FieldDescription, under path: String) -> [String] {
    let name = path + field.name
    let required = field.isRequired ? "yes" : ""
    let mark = isText(field.shape) ? "¶" : ""
    var rows = ["| `\(name)` | \(cell(value(field.shape))) | \(required) | \(mark) |"]
    switch field.shape {
    case .group(let fields):
      for field in fields { rows += self.rows(field, under: name + ".") }
    case .list(.group(let fields)):
      for field in fields { rows += self.rows(field, under: name + "[].") }
    default: break
    }
    return rows
  }

  private static func isText(_ shape: FieldShape) -> Bool { shape == .text || shape == .langText }

  private static func value(_ shape: FieldShape) -> String {
    switch shape {
    case .string(let form, _): form
    case .word(let words): words.map { "`\($0)`" }.joined(separator: ", ")
    case .integer(let least, let greatest):
      "integer \(least)…\(greatest == .max ? "2⁶³−1" : "\(greatest)")"
    case .boolean: "`true` or `false`"
    case .text: "text"
    case .langText: "text by language"
    case .list(let element): "list of " + value(element)
    case .group: "object"
    case .either(let shapes): shapes.map(value).joined(separator: ", or ")
    case .body: "the complete `data` of the target's type"
    }
  }

  /// A table's cell: a bar within it would end it.
  private static func cell(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}
