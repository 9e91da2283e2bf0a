internal import Events
internal import GraphQL

extension Filter {
  /// Reads a filter's input object.
  ///
  /// - Parameter path: where it stands in the arguments, for messages.
  /// - Throws: where a condition is null or empty: what it would mean is anybody's guess.
  init(_ input: InputValue, of kind: RowKind<Row>, at path: String) throws(FieldError) {
    guard let entries = input.entries else { throw FieldError("\(path) is null: leave it out") }
    var filters: [Filter] = []
    for entry in entries {
      let place = "\(path).\(entry.name)"
      switch entry.name {
      case "and": filters.append(.all(try Filter.list(entry.value, of: kind, at: place)))
      case "or": filters.append(.any(try Filter.list(entry.value, of: kind, at: place)))
      case "not": filters.append(.not(try Filter.nonEmpty(entry.value, of: kind, at: place)))
      default:
        guard let column = kind.column(named: entry.name) else {
          preconditionFailure("the schema filters \(kind.name) by \(entry.name)")
        }
        filters.append(.all(try Filter.conditions(entry.value, on: column, kind, at: place)))
      }
    }
    self = .all(filters)
  }

  private static func list(
    _ input: InputValue, of kind: RowKind<Row>, at path: String
  ) throws(FieldError) -> [Filter] {
    guard let elements = input.elements, !elements.isEmpty else {
      throw FieldError("\(path) has no conditions: leave it out, or give at least one")
    }
    var filters: [Filter] = []
    for element in elements { filters.append(try nonEmpty(element, of: kind, at: path)) }
    return filters
  }

  private static func nonEmpty(
    _ input: InputValue, of kind: RowKind<Row>, at path: String
  ) throws(FieldError) -> Filter {
    guard let entries = input.entries, !entries.isEmpty else {
      throw FieldError("\(path) has no conditions: leave it out, or give at least one")
    }
    return try Filter(input, of: kind, at: path)
  }

  /// The operators of one column.
  private static func conditions(
    _ input: InputValue, on column: Column<Row>, _ kind: RowKind<Row>, at path: String
  ) throws(FieldError) -> [Filter] {
    guard let entries = input.entries, !entries.isEmpty else {
      throw FieldError("\(path) has no operator: say for example isNull: true, or leave it out")
    }
    var filters: [Filter] = []
    for entry in entries {
      guard !entry.value.isNull else {
        throw FieldError(
          "\(path).\(entry.name) is null: ask for a missing value with isNull: true")
      }
      filters.append(try filter(entry, on: column, kind, at: "\(path).\(entry.name)"))
    }
    return filters
  }

  private static func filter(
    _ entry: InputValue.Entry, on column: Column<Row>, _ kind: RowKind<Row>, at path: String
  ) throws(FieldError) -> Filter {
    if entry.name.hasSuffix("Field"), let comparison = Comparison(rawValue: entry.fieldOperator),
      let other = entry.value.string.flatMap({ kind.column(ofKey: $0) })
    {
      return .compare(column, comparison, with: other)
    }
    return .test(column, try condition(entry, column.type, at: path))
  }

  private static func condition(
    _ entry: InputValue.Entry, _ type: ColumnType, at path: String
  ) throws(FieldError) -> Condition {
    let text = entry.value.string ?? ""
    switch entry.name {
    case "eq": return .isOneOf([try ColumnValue(operand: entry.value, type, at: path)])
    case "ne": return .isNoneOf([try ColumnValue(operand: entry.value, type, at: path)])
    case "in": return .isOneOf(try operands(entry.value, type, at: path))
    case "notIn": return .isNoneOf(try operands(entry.value, type, at: path))
    case "isNull": return .isMissing(entry.value.boolean ?? true)
    case "contains": return .contains(text)
    case "startsWith": return .startsWith(text)
    case "has": return .has(text)
    case "isEmpty": return .isEmpty(entry.value.boolean ?? true)
    case "includes": return .includes(entry.value.date?.lastDay ?? .first)
    case "under": return .isUnder(text)
    case "overlaps":
      guard case .period(let period) = try ColumnValue(operand: entry.value, .period, at: path)
      else { preconditionFailure("a period is read as one") }
      return .overlaps(period)
    default:
      guard let comparison = Comparison(rawValue: entry.name) else {
        preconditionFailure("the schema has an operator \(entry.name)")
      }
      return .stands(comparison, to: try ColumnValue(operand: entry.value, type, at: path))
    }
  }

  private static func operands(
    _ input: InputValue, _ type: ColumnType, at path: String
  ) throws(FieldError) -> [ColumnValue] {
    var values: [ColumnValue] = []
    for element in input.elements ?? [] {
      values.append(try ColumnValue(operand: element, type, at: path))
    }
    return values
  }
}

extension InputValue.Entry {
  /// `lt` of `ltField`.
  fileprivate var fieldOperator: String { String(name.dropLast("Field".count)) }
}

extension ColumnValue {
  /// The operand of a filter, whose scalar was checked when it came in.
  fileprivate init(
    operand: InputValue, _ type: ColumnType, at path: String
  ) throws(FieldError) {
    let text = operand.string ?? ""
    switch type {
    case .text, .list: self = .text(text)
    case .code: self = .code(text)
    case .word: self = .word(text, rank: 0)
    case .number: self = .number(Int64(operand.int ?? 0))
    case .flag: self = .flag(operand.boolean ?? false)
    case .date: self.init(operand.date)
    case .instant: self = operand.instant.map { .instant($0) } ?? .missing
    case .period:
      do throws(EventError) {
        self = .period(try Period(parsing: text))
      } catch {
        throw FieldError("\(path): \(sentence(for: error))")
      }
    }
  }
}
