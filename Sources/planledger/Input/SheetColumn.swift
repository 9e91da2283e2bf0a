internal import Arguments
internal import Coding
internal import Events

/// What a column of a filled template fills.
struct SheetColumn {
  /// Its heading.
  let heading: String
  /// What stands below it.
  let content: Content

  enum Content {
    /// The stream.
    case subject
    /// An attribute of the event.
    case attribute(String)
    /// A field of its body, in a language where the heading says one.
    case field(Field, language: String?)
  }

  /// The template that headings are of, and what each column fills.
  static func columns(
    _ headings: [String], in file: String
  ) throws(Failure) -> (SheetTemplate, [SheetColumn?]) {
    let bases = Set(headings.map { String($0.prefix { $0 != ":" }) })
    if bases.isSuperset(of: ["subject", "disposition", "basis"]) {
      throw .told(
        "\(file) is a worksheet of a hand-over. Apply it with 'planledger plan hand-over OLD --to NEW "
          + "--worksheet \(file)'.", .badData)
    }
    guard let template = SheetTemplate.all.first(where: { $0.isMeant(by: bases) }) else {
      throw .told(
        "\(file): its first row has no headings of a template, and its lines are no JSON. It takes a "
          + "table as 'planledger template actions|victims|recommendations' prints it, or one "
          + "CloudEvents object a line.", .badData)
    }
    var columns: [SheetColumn?] = []
    for (index, heading) in headings.enumerated() {
      if heading.isEmpty {
        columns.append(nil)
        continue
      }
      if columns.contains(where: { $0?.heading == heading }) {
        throw .told("\(file), row 1: the heading '\(heading)' stands twice.", .badData)
      }
      guard let column = SheetColumn(heading, in: template) else {
        throw .told(
          "\(file), row 1, column \(letters(index)): there is no heading "
            + "'\(heading)'.\(didYouMean(heading, template.headings)) Headings of \(template.name): "
            + "\(template.headings.joined(separator: ", ")).", .badData)
      }
      columns.append(column)
    }
    return (template, columns)
  }

  private init?(_ heading: String, in template: SheetTemplate) {
    self.heading = heading
    let parts = heading.split(separator: ":", maxSplits: 1).map(String.init)
    let language = parts.count == 2 ? parts[1] : nil
    if heading == template.subject {
      content = .subject
    } else if let attribute = SheetTemplate.common.first(where: { $0.0 == heading }) {
      content = .attribute(attribute.1)
    } else if let field = template.fields.first(where: { $0.option.name == parts.first }),
      language.map({ LangText.isLanguage($0) && template.isLangText(field) }) ?? true
    {
      content = .field(field, language: language)
    } else {
      return nil
    }
  }

  /// A column as spreadsheets call it: A, B, … Z, AA.
  static func letters(_ index: Int) -> String {
    var index = index
    var letters = ""
    repeat {
      letters = String(UnicodeScalar(UInt8(65 + index % 26))) + letters
      index = index / 26 - 1
    } while index >= 0
    return letters
  }
}

/// A row as a CloudEvents object under way.
struct SheetLine {
  private(set) var object = JSON.object([])
  private let template: SheetTemplate
  /// What was typed where, to tell of mistakes.
  private var typed: [String: String] = [:]

  init(
    _ template: SheetTemplate, _ filled: [(column: SheetColumn, value: String)], actor: String?,
    language ledgerLanguage: String
  ) {
    self.template = template
    let shape = FieldShape.group(FieldDescription.fields(of: template.recording.type))
    var data = JSON.object([])
    var subject = template.subject == "country" ? "LV" : ""
    set("type", "planledger." + template.recording.type.name)
    set("actor", actor)
    for (column, value) in filled {
      typed[column.heading] = value
      switch column.content {
      case .subject: subject = value
      case .attribute("provenance"): set("provenance", value.uppercased())
      case .attribute(let name): set(name, value)
      case .field(let field, let language):
        let path = field.path.split(separator: ".").map(String.init)
        guard let inner = shape.at(path[...]) else { continue }
        if case .langText = inner {
          data = data.setting((path + [language ?? ledgerLanguage])[...], to: .string(value))
        } else if field.option.kind == .repeatable {
          let parts = value.split { $0 == " " || $0 == "," }.map(String.init)
          data = data.setting(path[...], to: inner.json(parts))
        } else {
          data = data.setting(path[...], to: inner.json(value))
        }
      }
    }
    set("subject", stream(subject))
    if object["effective"] == nil, case .endOf(let option) = template.recording.date,
      let period = typed[option].flatMap({ try? Period(parsing: $0) })
    {
      set("effective", period.end.lastDay.description)
    }
    object = object.setting(["data"], to: data)
  }

  /// The stream that the row's own column names.
  private func stream(_ typed: String) -> String? {
    if typed.isEmpty { return nil }
    switch template.recording.place {
    case .country: return "victims/\(typed.uppercased())"
    case .above(let kind): return typed.contains("/") ? typed : "\(kind.rawValue)/\(typed)"
    case .plan, .within: return typed.contains("/") ? StreamID.expanded(typed) : typed
    }
  }

  /// Sets an attribute, if there is something to set.
  mutating func set(_ name: String, _ value: String?) {
    guard let value else { return }
    object = object.setting([name], to: .string(value))
  }

  /// The heading under which a mistake stands, and the sentence that says what it is.
  func told(_ error: EventError) -> (column: String, String) {
    switch error {
    case .missing(let field):
      let column = heading(field)
      if field == "sources" { return (column, "an official event names where it is written.") }
      return (column, "the cell is empty, and must be filled.")
    case .invalid("subject", _, _, _): return (template.subject, stream)
    case .invalid(let field, let value, let expected, let example):
      let column = heading(field)
      let shown = typed[column] ?? value
      return (
        column,
        "'\(shown)' is not \(expected.inCells)."
          + (hint(shown, expected) ?? " Example: \(template.example[column] ?? example)")
      )
    case .wrongStream: return (template.subject, stream)
    default: return ("", error.sentence)
    }
  }

  private var stream: String {
    "'\(typed[template.subject] ?? "")' is no \(template.recording.place.noun). Example: "
      + (template.example[template.subject] ?? "").replacing("EXAMPLE-", with: "DEMO-")
  }

  /// What spreadsheets make of dates and numbers.
  private func hint(_ value: String, _ expected: String) -> String? {
    let digits = value.count { $0.isNumber }
    let signs = Set(value.filter { !$0.isNumber && $0 != " " })
    if expected.hasPrefix("a date"), digits >= 4, signs.isSubset(of: [".", "/"]) {
      return " A day is written 2022-12-31: a spreadsheet turns it into its own form unless the "
        + "column is text."
    }
    if digits > 0, signs == [","] {
      return " Commas in numbers are not read, neither for decimals nor for thousands."
    }
    return nil
  }

  private func heading(_ field: String) -> String {
    if field == "subject" { return template.subject }
    if let common = SheetTemplate.common.first(where: { $0.1 == field }) { return common.0 }
    guard field.hasPrefix("data.") else { return "" }
    let path = String(field.dropFirst(5).prefix { $0 != "[" })
    let found =
      template.fields.first { $0.path == path } ?? template.fields.first { path.hasPrefix($0.path) }
    return found?.option.name ?? ""
  }
}

extension Recording.Place {
  /// What its streams are about.
  fileprivate var noun: String {
    switch self {
    case .plan: "plan"
    case .within(let kind): "\(kind.rawValue) as PLAN/CODE"
    case .above(let kind): kind.rawValue
    case .country: "country's code by ISO 3166-1"
    }
  }
}

extension String {
  /// What a value must be, said of cells.
  fileprivate var inCells: String {
    replacing("\"UNKNOWN\" or \"NOT_COLLECTED\"", with: "unknown or not-collected")
  }
}

extension SheetTemplate {
  /// Whether a field holds texts by language.
  fileprivate func isLangText(_ field: Field) -> Bool {
    let shape = FieldShape.group(FieldDescription.fields(of: recording.type))
    if case .langText? = shape.at(field.path.split(separator: ".").map(String.init)[...]) {
      return true
    }
    return false
  }
}
