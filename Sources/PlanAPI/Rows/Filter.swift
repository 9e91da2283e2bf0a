internal import Events
internal import GraphQL

/// Which rows are wanted.
///
/// It has two values, not SQL's three: a comparison with a missing value does not hold, and its
/// opposite does. `not` is the opposite of whatever stands below it, so nothing is in neither half.
indirect enum Filter<Row: AnyObject>: Sendable {
  case all([Filter])
  case any([Filter])
  case not(Filter)
  case test(Column<Row>, Condition)
  case compare(Column<Row>, Comparison, with: Column<Row>)

  /// How two values are to stand to each other.
  enum Comparison: String, Sendable {
    case lt, lte, gt, gte

    func holds(_ order: Int) -> Bool {
      switch self {
      case .lt: order < 0
      case .lte: order <= 0
      case .gt: order > 0
      case .gte: order >= 0
      }
    }
  }

  /// What a value is held to.
  enum Condition: Sendable {
    case isOneOf([ColumnValue])
    case isNoneOf([ColumnValue])
    case stands(Comparison, to: ColumnValue)
    case isMissing(Bool)
    case contains(String)
    case startsWith(String)
    case has(String)
    case isEmpty(Bool)
    case overlaps(Period)
    case includes(Day)
    case isUnder(String)
  }

  /// Every row.
  static var everything: Filter { .all([]) }

  /// Whether the row is wanted.
  func admits(_ row: Row) throws(FieldError) -> Bool {
    switch self {
    case .all(let filters):
      for filter in filters where try !filter.admits(row) { return false }
      return true
    case .any(let filters):
      for filter in filters where try filter.admits(row) { return true }
      return false
    case .not(let filter): return try !filter.admits(row)
    case .test(let column, let condition): return condition.holds(for: try column.value(row))
    case .compare(let column, let comparison, let other):
      let order = ColumnValue.compare(try column.value(row), try other.value(row))
      return order.map(comparison.holds) ?? false
    }
  }
}

extension Filter.Condition {
  func holds(for value: ColumnValue) -> Bool {
    switch self {
    case .isOneOf(let values): return values.contains { value.isEqual(to: $0) }
    case .isNoneOf(let values): return !values.contains { value.isEqual(to: $0) }
    case .stands(let comparison, let operand):
      return ColumnValue.compare(value, operand).map(comparison.holds) ?? false
    case .isMissing(let wanted): return value.isMissing == wanted
    case .contains(let part):
      guard let text = value.characters else { return false }
      return text.lowercased().contains(part.lowercased())
    case .startsWith(let part):
      guard let text = value.characters else { return false }
      return text.hasPrefix(part)
    case .has(let element):
      guard case .list(let elements) = value else { return false }
      return elements.contains(element)
    case .isEmpty(let wanted):
      guard case .list(let elements) = value else { return false }
      return elements.isEmpty == wanted
    case .overlaps(let period):
      guard case .period(let value) = value else { return false }
      return value.overlaps(period)
    case .includes(let day):
      guard case .period(let value) = value else { return false }
      return value.contains(day)
    case .isUnder(let prefix):
      guard let text = value.characters else { return false }
      return text == prefix || text.hasPrefix(prefix + "/")
    }
  }
}
