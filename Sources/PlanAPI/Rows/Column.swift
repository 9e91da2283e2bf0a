internal import Events
internal import GraphQL

/// What rows of one kind can be filtered, ordered and grouped by.
struct RowKind<Row: AnyObject>: Sendable {
  /// The rows' name in the schema, such as `Action`.
  let name: String
  /// Their columns, under the names that filters, orders and group keys use.
  let columns: [Column<Row>]
  /// The column that no two rows share: it breaks every tie and names a row in a cursor.
  let key: Column<Row>

  init(_ name: String, key: String, _ columns: [Column<Row>]) {
    guard let keyColumn = columns.first(where: { $0.name == key }) else {
      preconditionFailure("\(name) has no column \(key)")
    }
    self.name = name
    self.columns = columns
    self.key = keyColumn
  }

  func column(named name: String) -> Column<Row>? { columns.first { $0.name == name } }

  /// The column of a group key: `AGE_GROUP` is `ageGroup`.
  func column(ofKey key: String) -> Column<Row>? {
    columns.first { $0.groupKey == key }
  }
}

/// Something about a row that can be compared.
struct Column<Row: AnyObject>: Sendable {
  let name: String
  let type: ColumnType
  let value: @Sendable (Row) throws(FieldError) -> ColumnValue

  init(
    _ name: String, _ type: ColumnType,
    _ value: @escaping @Sendable (Row) throws(FieldError) -> ColumnValue
  ) {
    self.name = name
    self.type = type
    self.value = value
  }

  /// The name in capitals, as enums of the schema have it.
  var groupKey: String {
    var key = ""
    for character in name {
      if character.isUppercase { key.append("_") }
      key.append(contentsOf: character.uppercased())
    }
    return key
  }
}

/// What a column's values are; says how operands of a filter are read.
enum ColumnType: Sendable {
  case text, code, word, number, date, instant, flag, period, list
}

/// A value of a column.
enum ColumnValue: Hashable, Sendable {
  case missing
  case text(String)
  /// A code, ordered as people expect: 1.2 before 1.10.
  case code(String)
  /// A word of a closed set, with its place in the set, by which it is ordered.
  case word(String, rank: Int)
  case number(Int64)
  case date(CoarseDate)
  case instant(Instant)
  case flag(Bool)
  case period(Period)
  case list([String])

  /// A text, or missing.
  init(_ text: String?) { self = text.map { .text($0) } ?? .missing }
  /// A text that is ordered as codes are, or missing.
  init(code: String?) { self = code.map { .code($0) } ?? .missing }
  /// A code, or missing.
  init(_ id: Identifier?) { self = id.map { .code($0.description) } ?? .missing }
  /// A date, or missing.
  init(_ date: CoarseDate?) { self = date.map { .date($0) } ?? .missing }
  /// A number, or missing.
  init(_ number: Int64?) { self = number.map { .number($0) } ?? .missing }
  /// A word of the vocabulary, or missing.
  init(word: (some Word)?) {
    self = word.map { .word($0.description, rank: Int($0.rawValue)) } ?? .missing
  }
  /// A word of a derived status, or missing.
  init<Status: RawRepresentable<String> & CaseIterable & Equatable>(status: Status?) {
    guard let status else {
      self = .missing
      return
    }
    let rank = Status.allCases.enumerated().first { $0.element == status }?.offset ?? 0
    self = .word(status.rawValue, rank: rank)
  }

  var isMissing: Bool { self == .missing }

  /// The characters of a text or code.
  var characters: String? {
    switch self {
    case .text(let text), .code(let text): text
    default: nil
    }
  }

  /// The value as a field of a group's keys gives it.
  var resolved: Resolved {
    switch self {
    case .missing: .null
    case .text(let text), .code(let text), .word(let text, _): .string(text)
    case .number(let number): .int(Int(number))
    case .date(let date): .string(date.description)
    case .instant(let instant): .string(instant.description)
    case .flag(let flag): .boolean(flag)
    case .period(let period): .string(period.description)
    case .list(let texts): .list(texts.map { .string($0) })
    }
  }
}

extension ColumnValue {
  /// How two values of one column stand to each other: below 0, 0, above 0; `nil` where one is
  /// missing. Dates compare by the day on which they take effect, words by their place in their set,
  /// codes naturally.
  static func compare(_ left: ColumnValue, _ right: ColumnValue) -> Int? {
    switch (left, right) {
    case (.text(let left), .text(let right)): sign(left, right)
    case (.code(let left), .code(let right)): Identifier.compareNaturally(left, right)
    case (.word(_, let left), .word(_, let right)): sign(left, right)
    case (.number(let left), .number(let right)): sign(left, right)
    case (.date(let left), .date(let right)): sign(left.lastDay, right.lastDay)
    case (.instant(let left), .instant(let right)): sign(left, right)
    case (.flag(let left), .flag(let right)): sign(left ? 1 : 0, right ? 1 : 0)
    case (.period(let left), .period(let right)):
      left.firstDay == right.firstDay
        ? sign(left.dayAfter, right.dayAfter) : sign(left.firstDay, right.firstDay)
    default: nil
    }
  }

  private static func sign<Value: Comparable>(_ left: Value, _ right: Value) -> Int {
    left < right ? -1 : left > right ? 1 : 0
  }

  /// Whether two values are the same to a filter; a missing one is the same as none.
  func isEqual(to other: ColumnValue) -> Bool {
    if case .word(let left, _) = self, case .word(let right, _) = other { return left == right }
    return ColumnValue.compare(self, other) == 0
  }
}
