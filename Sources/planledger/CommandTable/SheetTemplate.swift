internal import Arguments
internal import Events

/// A table that a spreadsheet fills and `append` takes back: a column for each option of the command
/// that records one such event.
struct SheetTemplate {
  /// What `template` calls it.
  let name: String
  /// The command.
  let recording: Recording
  /// The heading of the column that names the event's stream.
  let subject: String
  /// What stands in the row that shows how it is filled, by heading.
  let example: [String: String]

  /// All of them.
  static let all = [
    SheetTemplate(
      name: "actions", recording: .actionAdded, subject: "action",
      example: [
        "action": "EXAMPLE-2021/1.2", "title": "Train the police", "area": "PREVENTION",
        "kind": "one-off", "lead": "INST-A", "involved": "INST-B INST-C",
        "deadline": "2022-12-31", "origin": "challenge/DEMO-1", "expected-result": "200 trained",
        "on": "2021-09-28",
      ]),
    SheetTemplate(
      name: "victims", recording: .victimsRecorded, subject: "country",
      example: [
        "country": "LV", "basis": "identified", "period": "2021", "count": "61",
        "register": "EXAMPLE-REGISTER", "sex": "female", "age-group": "adult",
        "citizenship": "LV", "exploitation": "labour", "place": "LV",
        "overlap-with": "OTHER-REGISTER",
      ]),
    SheetTemplate(
      name: "recommendations", recording: .recommendationReceived, subject: "recommendation",
      example: [
        "recommendation": "EXAMPLE-R1", "body": "GRETA", "text": "Train judges", "round": "3",
        "paragraph": "112", "urgency": "urge", "on": "2022-02-21",
      ]),
  ]

  /// What a cell of the example begins with, by which its row is left out.
  static let exampleMark = "EXAMPLE-"

  /// The headings that all templates have, and the attributes that they fill.
  static let common = [
    ("on", "effective"), ("published", "published"), ("source", "sources"),
    ("provenance", "provenance"), ("institution", "institution"), ("reason", "reason"),
    ("actor", "actor"),
  ]

  /// The columns of the command's own fields.
  var fields: [Field] { recording.fields.filter { $0.flagValue == nil } }

  /// The headings, as `template` prints them.
  var headings: [String] {
    [subject] + fields.map(\.option.name) + Self.common.map(\.0)
  }

  /// Whether the headings of a table are those of this one.
  func isMeant(by headings: Set<String>) -> Bool {
    let own = Set(fields.filter(\.option.isRequired).map(\.option.name))
    return headings.contains(subject)
      ? headings.contains { heading in fields.contains { $0.option.name == heading } }
      : own.count > 1 && own.isSubset(of: headings)
  }
}

extension Verb {
  /// `template`.
  static var template: Verb {
    let command = Command(
      "template", summary: "Print a table to be filled in a spreadsheet.",
      discussion: """
        A row is an event, recorded by 'append', all rows or none. What may stand in a column is what \
        the option of that name takes: see 'planledger help action add', 'help victims record' and \
        'help recommendation receive'. Cells with several values have spaces between them. A column \
        title:en or text:en holds the text in another language than the ledger's. Columns may be left \
        out, if nothing in them is required, and stand in any order.

        A row with a cell that begins EXAMPLE- is the example, and is left out. Keep the columns as \
        text, or the spreadsheet turns dates into its own. Excel in countries with decimal commas \
        wants --delimiter semicolon.
        """,
      examples: [
        "planledger template actions > actions.csv",
        "planledger template victims --delimiter semicolon > victims.csv",
      ],
      positionals: [
        Positional("KIND", help: "What the rows are.", choices: SheetTemplate.all.map(\.name))
      ],
      options: [.delimiter])
    return Verb(command) { session, command throws(Failure) in try session.template(command) }
  }
}

extension Option {
  /// What stands between the cells of a table for a spreadsheet.
  static let delimiter = Option(
    "delimiter", "SIGN",
    help: "What stands between cells; with semicolon a mark says that it is UTF-8, for Excel.",
    choices: Delimiter.allCases.map(\.rawValue), defaultValue: "comma")
}

/// What stands between the cells of a table.
enum Delimiter: String, CaseIterable {
  case comma, semicolon, tab

  var byte: UInt8 {
    switch self {
    case .comma: UInt8(ascii: ",")
    case .semicolon: UInt8(ascii: ";")
    case .tab: UInt8(ascii: "\t")
    }
  }
}
