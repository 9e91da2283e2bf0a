internal import Coding

/// Rows under named columns: what an answer is made of.
struct Table {
  /// A column.
  struct Column {
    /// Its name for programs, as the schema has it: `effectiveAt`.
    let key: String
    /// Its heading for people.
    let title: String
    /// For whom it is.
    let audience: Audience
    /// Whether it holds numbers, which stand at the right.
    let isNumber: Bool

    /// A column.
    init(_ key: String, _ title: String, _ audience: Audience = .all, isNumber: Bool = false) {
      self.key = key
      self.title = title
      self.audience = audience
      self.isNumber = isNumber
    }
  }

  /// Who reads a column.
  enum Audience {
    /// Everyone.
    case all
    /// People only: what says in words what programs have in other columns.
    case people
    /// Programs only.
    case programs
  }

  /// A value in a row.
  struct Cell {
    /// What programs read.
    let json: JSON
    /// What people read, made printable.
    let text: String
    /// How it stands out.
    var style: Style?

    /// A text, or nothing.
    init(_ text: String?) {
      json = text.map(JSON.string) ?? .null
      self.text = text.map(printable) ?? "–"
    }

    /// A number, or nothing.
    init(_ number: (some BinaryInteger)?) {
      json = number.map { .number(String($0)) } ?? .null
      text = number.map { String($0) } ?? "–"
    }

    /// A value that programs and people read differently.
    init(_ json: JSON, shown text: String, _ style: Style? = nil) {
      self.json = json
      self.text = printable(text)
      self.style = style
    }

    /// A word such as `PARTIALLY_COMPLETED`, in lower case with spaces for people.
    static func word(_ word: String?, _ style: Style? = nil) -> Cell {
      guard let word else { return Cell(nil as String?) }
      return Cell(
        .string(word), shown: String(word.lowercased().map { $0 == "_" ? " " : $0 }), style)
    }

    /// A list of texts.
    static func list(_ texts: [String]) -> Cell {
      Cell(
        .array(texts.map(JSON.string)), shown: texts.isEmpty ? "–" : texts.joined(separator: ", "))
    }
  }

  /// The columns.
  let columns: [Column]
  /// How many of the columns that people see lead a row's block, where columns do not fit.
  let leading: Int
  /// The rows, each with a cell a column.
  private(set) var rows: [[Cell]] = []
  /// A last row that adds up the others, for people only.
  private var total: [Cell]?

  /// A table without rows yet.
  init(_ columns: [Column], leading: Int = 2) {
    self.columns = columns
    self.leading = leading
  }

  /// Adds a row.
  mutating func add(_ cells: [Cell]) {
    precondition(cells.count == columns.count, "a row of another width")
    rows.append(cells)
  }

  /// Puts a row that adds up the others at the end, for people.
  mutating func addTotal(_ cells: [Cell]) {
    precondition(cells.count == columns.count, "a row of another width")
    total = cells
  }

  /// The rows that people see.
  var shownCells: [[Cell]] { rows + (total.map { [$0] } ?? []) }

  /// The columns that programs read, each with its place.
  private var programColumns: [(index: Int, key: String)] {
    columns.indices.filter { columns[$0].audience != .people }.map { ($0, columns[$0].key) }
  }

  /// A row as a JSON object.
  func json(_ row: [Cell]) -> JSON {
    .object(programColumns.map { JSON.Member($0.key, row[$0.index].json) })
  }

  /// The heading and rows for programs, each a list of texts.
  var plainRows: [[String]] {
    let columns = programColumns
    return [columns.map(\.key)]
      + rows.map { row in columns.map { Table.plain(row[$0.index].json) } }
  }

  /// The heading and rows for people.
  var shownRows: [[String]] {
    let columns = self.columns.indices.filter { self.columns[$0].audience != .programs }
    return [columns.map { self.columns[$0].title }]
      + shownCells.map { row in columns.map { row[$0].text } }
  }

  private static func plain(_ json: JSON) -> String {
    switch json {
    case .null: ""
    case .string(let text): text
    case .array(let elements): elements.map(plain).joined(separator: " ")
    default: String(decoding: json.encoded, as: UTF8.self)
    }
  }
}
