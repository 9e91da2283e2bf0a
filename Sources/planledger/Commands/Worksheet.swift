internal import Arguments
internal import EventStore
internal import Events
internal import Lifecycle
internal import MerkleLog

/// A hand-over as a table that a person edits, in a spreadsheet or a text editor.
///
/// Each row stands by itself, so that rows may be sorted or taken out: it names its subject in full, for
/// a spreadsheet makes a date of `1.2`, and the place in the ledger that it rests on.
struct Worksheet {
  /// The place in the ledger that a worksheet rests on: a number, and the root of the tree there, which
  /// no other ledger has.
  struct Basis: Hashable {
    let position: UInt64
    let root: String

    /// `no57-0d98b39699b9`: a spreadsheet leaves alone what begins with letters.
    var shown: String { "no\(position)-\(root)" }

    init(position: UInt64, root: String) {
      self.position = position
      self.root = root
    }

    init?(_ shown: String) {
      let parts = shown.split(separator: "-").map(String.init)
      guard parts.count == 2, parts[0].hasPrefix("no"), let position = UInt64(parts[0].dropFirst(2))
      else { return nil }
      self.init(position: position, root: parts[1].lowercased())
    }
  }

  /// The headings.
  static let headings = [
    "subject", "title", "state", "deadline", "disposition", "to", "reason", "recorded", "basis",
  ]

  /// What messages call it.
  let name: String
  /// Headings, then rows of cells.
  let rows: [[String]]
  /// The number of each row, as a spreadsheet counts it.
  let numbers: [Int]

  /// The worksheet of a hand-over.
  init(_ handOver: HandOver, _ basis: Basis, language: String) {
    name = "worksheet"
    rows =
      [Self.headings]
      + handOver.rows.map { row in
        let title = row.title.map {
          $0.variants.isEmpty ? Text.redacted : $0.text(in: language, fallback: language)
        }
        return [
          row.subject.short, (title ?? "").inert, row.state.joined(separator: " "),
          row.deadline?.description ?? "", row.choice.word,
          row.choice.successors.map(\.short).joined(separator: " "), "",
          row.recorded.map { "no\($0)" } ?? "", basis.shown,
        ]
      }
    numbers = Array(1...rows.count)
  }

  /// The worksheet in a file.
  init(reading file: consuming PeekedFile) throws(Failure) {
    var reader = DelimitedReader(file)
    name = reader.name
    var rows: [[String]] = []
    var numbers: [Int] = []
    do throws(DelimitedReader.Fault) {
      while let row = try reader.row() {
        if row.cells.allSatisfy(\.isEmpty) { continue }
        rows.append(row.cells)
        numbers.append(row.number)
        guard rows.count <= Self.rowLimit else { break }
      }
    } catch {
      throw error.failure(in: reader.name)
    }
    guard rows.count <= Self.rowLimit else {
      throw .told("\(name) has more than \(Self.rowLimit) rows.", .badData)
    }
    self.rows = rows
    self.numbers = numbers
  }

  /// How many rows a worksheet may have: a plan has some hundred actions.
  static let rowLimit = 100_000

  /// The rows as people see them.
  var table: Table {
    let shown = [0, 1, 2, 3, 4, 5, 7]
    let names = ["Subject", "Title", "State", "Deadline", "Disposition", "To", "Recorded"]
    var table = Table(zip(shown, names).map { Table.Column(Self.headings[$0], $1) }, leading: 1)
    for row in rows.dropFirst() {
      table.add(shown.map { Table.Cell(row[$0].isEmpty ? nil : row[$0]) })
    }
    return table
  }
}

extension String {
  /// The text so that a spreadsheet shows it and does not reckon with it: what begins like a formula
  /// gets an apostrophe.
  fileprivate var inert: String {
    guard let first = unicodeScalars.first, "=+-@\t".unicodeScalars.contains(first) else {
      return self
    }
    return "'" + self
  }
}

extension HandOver.Choice {
  /// What stands in the column `disposition`.
  var word: String {
    switch self {
    case .undecided: "undecided"
    case .carriedOver(.continues, _): "continue"
    case .carriedOver(.merged, _): "merge"
    case .carriedOver(.split, _): "split"
    case .carriedOver(.institutionalised, _): "institutionalise"
    case .dropped: "drop"
    case .stays: "stays"
    case .addressed: "address"
    case .resolved: "resolve"
    case .answered(let response): kebabCase(response.description)
    case .met: "met"
    }
  }

  /// What stands in the column `to`.
  var successors: [StreamID] {
    switch self {
    case .carriedOver(_, let successors): successors
    case .addressed(let action): [action]
    default: []
    }
  }

  /// The words that there are for a kind of thing.
  static func words(_ kind: StreamKind) -> [String] {
    switch kind {
    case .action: ["undecided", "continue", "merge", "split", "institutionalise", "drop"]
    case .challenge: ["stays", "address", "resolve"]
    case .recommendation: ["stays"] + choices(RecommendationResponse.self)
    case .obligation: ["stays", "met"]
    default: []
    }
  }

  /// What a word stands for; `nil` for none. An empty cell leaves things as they are.
  init?(_ word: String, _ kind: StreamKind, to: [StreamID]) {
    let words = Self.words(kind)
    let word = word.isEmpty ? words.first ?? "" : word.lowercased()
    guard words.contains(word) else { return nil }
    switch word {
    case "undecided": self = .undecided
    case "continue": self = .carriedOver(.continues, to)
    case "merge": self = .carriedOver(.merged, to)
    case "split": self = .carriedOver(.split, to)
    case "institutionalise": self = .carriedOver(.institutionalised, to)
    case "drop": self = .dropped
    case "address":
      guard to.count == 1, let action = to.first else { return nil }
      self = .addressed(action)
    case "resolve": self = .resolved
    case "met": self = .met
    case "stays": self = .stays
    default:
      let response = try? RecommendationResponse(
        parsing: String(word.uppercased().map { $0 == "-" ? "_" : $0 }))
      guard let response else { return nil }
      self = .answered(response)
    }
  }
}
