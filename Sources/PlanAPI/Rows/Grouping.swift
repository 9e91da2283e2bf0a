internal import GraphQL

/// Rows that have the same values in some columns.
final class Group<Row: AnyObject> {
  /// The values that they share, by the columns' names.
  let keys: [String: ColumnValue]
  /// How many they are.
  private(set) var count = 0
  /// They themselves, where their list keeps them.
  private(set) var rows: [Row] = []

  init(keys: [String: ColumnValue]) {
    self.keys = keys
  }

  fileprivate func add(_ row: Row, keeping isKept: Bool) {
    count += 1
    if isKept { rows.append(row) }
  }
}

extension Connection {
  /// The rows of all pages in groups, in the order of the keys' values, missing ones last.
  func groups(by keys: [String]) throws(FieldError) -> [Group<Row>] {
    var columns: [Column<Row>] = []
    for key in keys {
      guard let column = kind.column(ofKey: key) else {
        preconditionFailure("the schema groups \(kind.name) by \(key)")
      }
      columns.append(column)
    }
    var found: [[ColumnValue]: Group<Row>] = [:]
    try forEach { row throws(FieldError) in
      var values: [ColumnValue] = []
      for column in columns { values.append(try column.value(row)) }
      let named = zip(columns.map(\.name), values)
      let group =
        found[values] ?? Group(keys: Dictionary(named, uniquingKeysWith: { first, _ in first }))
      group.add(row, keeping: keepsRows)
      found[values] = group
    }
    return found.sorted { Connection.precedes($0.key, $1.key) }.map(\.value)
  }

  private static func precedes(_ left: [ColumnValue], _ right: [ColumnValue]) -> Bool {
    for (left, right) in zip(left, right) where left != right {
      if left.isMissing || right.isMissing { return right.isMissing }
      return (ColumnValue.compare(left, right) ?? 0) < 0
    }
    return false
  }
}
