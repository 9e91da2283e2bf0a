package import Events

/// Rows under named columns, each row with whose word it is.
package struct Table: Sendable {
  /// Its name in files.
  package let key: String
  /// What it shows.
  package let caption: Note
  /// Its columns; that of provenance comes by itself.
  package let columns: [Column]
  /// Its rows.
  package var rows: [Row] = []
  /// A last row over all others, which files leave out where they add up themselves.
  package var total: Row?
  /// Whether the first column does no more than name the row, which files do by the subject.
  package var namesRows = false
  /// What is said where there are no rows; without it the table is left out.
  package var ifEmpty: Wording?

  /// A table without rows.
  init(_ key: String, _ caption: Note, _ columns: [Column], ifEmpty: Wording? = nil) {
    self.key = key
    self.caption = caption
    self.columns = columns
    self.ifEmpty = ifEmpty
  }

  /// A column.
  package struct Column: Sendable {
    /// Its name in files.
    package let key: String
    /// Its heading.
    package let title: Note
    /// What its values are, for how they stand.
    package let kind: Kind

    /// A column.
    init(_ key: String, _ title: Wording, _ kind: Kind = .text) {
      self.init(key, Note(title), kind)
    }

    /// A column with a value in its heading.
    init(_ key: String, _ title: Note, _ kind: Kind = .text) {
      self.key = key
      self.title = title
      self.kind = kind
    }
  }

  /// What the values of a column are.
  package enum Kind: Sendable {
    /// A code, kept in one piece.
    case code
    /// A few words.
    case text
    /// Titles and sentences.
    case prose
    /// Numbers of the unit that files name.
    case number(unit: String)
    /// Dates.
    case date
  }

  /// A row.
  package struct Row: Sendable {
    /// What it is about, in files.
    package let subject: String
    /// A value a column.
    package var cells: [Cell]
    /// Whose word it is.
    package let provenance: Set<Provenance>

    /// A row.
    init(_ subject: String, _ provenance: Set<Provenance>, _ cells: [Cell]) {
      self.subject = subject
      self.cells = cells
      self.provenance = provenance
    }
  }

  /// A value in a row.
  package struct Cell: Sendable {
    /// The value.
    package let value: Value
    /// What there is to know of it.
    package var marks: Set<Mark> = []
    /// What it is about, where that is not what its row is about.
    package var subject: String?
    /// Whose word it is, where the row's are several.
    package var provenance: Set<Provenance>?

    /// A value.
    init(_ value: Value, _ marks: Set<Mark> = []) {
      self.value = value
      self.marks = marks
    }
  }

  /// The table without columns that have nothing in any row; the first two always stand.
  var withoutEmptyColumns: Table {
    guard !rows.isEmpty else { return self }
    let kept = columns.indices.filter { index in
      index < 2 || (rows + (total.map { [$0] } ?? [])).contains { !$0.cells[index].value.isNothing }
    }
    func narrowed(_ row: Row) -> Row {
      var row = row
      row.cells = kept.map { row.cells[$0] }
      return row
    }
    var table = Table(key, caption, kept.map { columns[$0] }, ifEmpty: ifEmpty)
    table.namesRows = namesRows
    table.rows = rows.map(narrowed)
    table.total = total.map(narrowed)
    return table
  }

  mutating func add(_ subject: String, _ provenance: Set<Provenance>, _ values: [Value]) {
    add(Row(subject, provenance, values.map { Cell($0) }))
  }

  mutating func add(_ row: Row) {
    precondition(row.cells.count == columns.count, "a row of another width in \(key)")
    rows.append(row)
  }
}

/// What there is to know of a value.
package enum Mark: String, Sendable, CaseIterable {
  /// A coarse date leaves open what is true on the day.
  case imprecise = "IMPRECISE"
  /// The source restated it.
  case revised = "REVISED"
  /// An official source has published it: no rule of small counts hides it.
  case published = "PUBLISHED"
  /// A verdict on the way.
  case interim = "INTERIM"
  /// A coarse date leaves open how much more.
  case atLeast = "AT_LEAST"
}
