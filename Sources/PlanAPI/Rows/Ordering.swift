internal import GraphQL

/// The order of rows: keys as asked, then the key that no two rows share.
struct Ordering<Row: AnyObject>: Sendable {
  private let keys: [Key]

  struct Key: Sendable {
    let column: Column<Row>
    let isDescending: Bool
    let missingFirst: Bool
  }

  /// The order that an `orderBy` asks for.
  init(_ input: InputValue?, of kind: RowKind<Row>) {
    var keys: [Key] = []
    for element in input?.elements ?? [] {
      for entry in element.entries ?? [] {
        guard let column = kind.column(named: entry.name), let way = entry.value.string else {
          preconditionFailure("the schema orders \(kind.name) by \(entry.name)")
        }
        keys.append(
          Key(
            column: column, isDescending: way.hasPrefix("DESC"),
            missingFirst: way.hasSuffix("NULLS_FIRST")))
      }
    }
    self.keys = keys
    tieBreak = Key(column: kind.key, isDescending: false, missingFirst: false)
  }

  private let tieBreak: Key

  /// Whether rows stand in the order of their own key.
  var isNatural: Bool { keys.isEmpty }

  /// The rows in this order.
  ///
  /// - Complexity: O(*n* log *n*); each row is asked for each key once.
  func sorted(_ rows: [Row]) throws(FieldError) -> [Row] {
    let all = keys + [tieBreak]
    var decorated: [(row: Row, values: [ColumnValue])] = []
    decorated.reserveCapacity(rows.count)
    for row in rows {
      var values: [ColumnValue] = []
      for key in all { values.append(try key.column.value(row)) }
      decorated.append((row, values))
    }
    decorated.sort { left, right in
      for (index, key) in all.enumerated() {
        let order = key.compare(left.values[index], right.values[index])
        if order != 0 { return order < 0 }
      }
      return false
    }
    return decorated.map(\.row)
  }
}

extension Ordering.Key {
  func compare(_ left: ColumnValue, _ right: ColumnValue) -> Int {
    switch (left.isMissing, right.isMissing) {
    case (true, true): return 0
    case (true, false): return missingFirst ? -1 : 1
    case (false, true): return missingFirst ? 1 : -1
    case (false, false):
      let order = ColumnValue.compare(left, right) ?? 0
      return isDescending ? -order : order
    }
  }
}
