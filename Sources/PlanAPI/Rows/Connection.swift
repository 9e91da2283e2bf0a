internal import Events
internal import GraphQL
internal import Projections

/// A list of rows under a filter and an order, of which a question takes a page (Relay's cursor
/// connections), a count, or groups.
///
/// Rows are read when they are first wanted, and filtered and put in order once.
final class Connection<Row: AnyObject> {
  let kind: RowKind<Row>
  let filter: Filter<Row>
  let paging: Paging
  let binding: Cursor.Binding
  private let ordering: Ordering<Row>
  private let source: Source
  private let rest: (Row) -> Void
  private var rows: [Row]?
  private var knownCount: Int?
  private var onPage: Page?

  /// Where rows come from.
  enum Source {
    /// All at once.
    case list(() throws(FieldError) -> [Row])
    /// One by one.
    case scan(Scan)
  }

  /// Visits rows in the order of their keys, or against it, between two keys, until told to stop:
  /// for lists that are too long to be read whole. Rows that the filter does not admit may be left out.
  typealias Scan = (
    _ after: String?, _ before: String?, _ backward: Bool, _ filter: Filter<Row>,
    _ visit: (Row) throws(FieldError) -> Bool
  ) throws(FieldError) -> Void

  /// A list of the rows that a field asks for.
  ///
  /// - Parameters:
  ///   - name: what the rows are of, such as `plan/LV-HTP-2021`.
  ///   - rest: told each row that the answer rests on.
  init(
    _ info: Info, _ kind: RowKind<Row>, at point: ReadingPoint, hasEffective: Bool = true,
    clocks: ClockNames = ClockNames(), of name: String, rest: @escaping (Row) -> Void,
    _ source: Source
  ) throws(FieldError) {
    self.kind = kind
    if let input = info.arguments["where"], !input.isNull {
      filter = try Filter(input, of: kind, at: "where")
    } else {
      filter = .everything
    }
    ordering = Ordering(info.arguments["orderBy"], of: kind)
    paging = try Paging(info.arguments)
    var binding = Cursor.Binding(
      point, hasEffective: hasEffective, source: name, field: kind.name, info.arguments)
    binding.names = clocks
    self.binding = binding
    self.rest = rest
    self.source = source
  }

  /// All rows that the filter admits, in order.
  func all() throws(FieldError) -> [Row] {
    if let rows { return rows }
    var admitted: [Row] = []
    switch source {
    case .list(let read):
      // What a filter leaves out bears on the answer too: that none is left rests on all.
      for row in try read() {
        rest(row)
        if try filter.admits(row) { admitted.append(row) }
      }
    case .scan: try forEach { row throws(FieldError) in admitted.append(row) }
    }
    let sorted = try ordering.sorted(admitted)
    rows = sorted
    return sorted
  }

  /// Whether rows are kept once they were read: those of lists too long for it are read again.
  var keepsRows: Bool {
    if case .list = source { true } else { rows != nil }
  }

  /// How many rows the filter admits.
  func count() throws(FieldError) -> Int {
    if let knownCount { return knownCount }
    var count = 0
    try forEach { _ throws(FieldError) in count += 1 }
    knownCount = count
    return count
  }

  /// Shows all rows that the filter admits, without holding those of a list that is read one by one.
  func forEach(_ visit: (Row) throws(FieldError) -> Void) throws(FieldError) {
    if rows == nil, case .scan(let scan) = source {
      try scan(nil, nil, false, filter) { row throws(FieldError) in
        if try filter.admits(row) {
          rest(row)
          try visit(row)
        }
        return true
      }
    } else {
      for row in try all() { try visit(row) }
    }
  }

  /// The rows on the page.
  struct Page {
    var rows: [Row]
    var hasNext: Bool
    var hasPrevious: Bool
  }

  /// The page that the arguments pick.
  func page() throws(FieldError) -> Page {
    if let onPage { return onPage }
    let after = try paging.after.map { text throws(FieldError) in
      try Cursor(text, argument: "after", for: binding)
    }
    let before = try paging.before.map { text throws(FieldError) in
      try Cursor(text, argument: "before", for: binding)
    }
    let page: Page
    if case .scan(let scan) = source, ordering.isNatural, rows == nil {
      page = try scanned(scan, after, before)
    } else {
      page = try sliced(after, before)
    }
    onPage = page
    return page
  }

  /// The cursor of a row.
  func cursor(of row: Row) throws(FieldError) -> String {
    Cursor(binding, key: try key(of: row)).text
  }

  private func key(of row: Row) throws(FieldError) -> String {
    switch try kind.key.value(row) {
    case .text(let text), .code(let text): text
    case .number(let number): String(number)
    default: preconditionFailure("\(kind.name).\(kind.key.name) is no key")
    }
  }

  private func sliced(_ after: Cursor?, _ before: Cursor?) throws(FieldError) -> Page {
    let rows = try all()
    var start = 0
    var end = rows.count
    if after != nil || before != nil {
      for (index, row) in rows.enumerated() {
        let key = try key(of: row)
        if key == after?.key { start = index + 1 }
        if key == before?.key { end = index }
      }
    }
    guard start <= end else { throw Paging.inverted }
    if let first = paging.first { end = min(end, start + first) }
    if let last = paging.last { start = max(start, end - last) }
    return Page(
      rows: Array(rows[start..<end]), hasNext: end < rows.count, hasPrevious: start > 0)
  }

  /// The page read from its own end on, one row more than it holds, to know whether there are more.
  private func scanned(
    _ scan: Scan, _ after: Cursor?, _ before: Cursor?
  ) throws(FieldError) -> Page {
    let isBackward = paging.last != nil
    let limit = paging.last ?? paging.first ?? Paging.defaultCount
    if let after = after.flatMap({ Int($0.key) }), let before = before.flatMap({ Int($0.key) }) {
      guard after < before else { throw Paging.inverted }
    }
    var found: [Row] = []
    try scan(after?.key, before?.key, isBackward, filter) { row throws(FieldError) in
      if try filter.admits(row) { found.append(row) }
      return found.count <= limit
    }
    let hasMore = found.count > limit
    if hasMore { found.removeLast() }
    for row in found { rest(row) }
    if isBackward { found.reverse() }
    return Page(
      rows: found, hasNext: isBackward ? before != nil : hasMore,
      hasPrevious: isBackward ? hasMore : after != nil)
  }
}

/// Which page of a list is asked for.
struct Paging {
  static let defaultCount = 100
  static let limit = 1_000
  static var inverted: FieldError {
    FieldError("after stands behind before: the page would be upside down")
  }

  let first: Int?
  let last: Int?
  let after: String?
  let before: String?

  init(_ arguments: Arguments) throws(FieldError) {
    let first = try Paging.count("first", arguments)
    let last = try Paging.count("last", arguments)
    if first != nil, last != nil {
      throw FieldError("first and last together: ask for one end of the list")
    }
    self.first = first ?? (last == nil ? Paging.defaultCount : nil)
    self.last = last
    after = arguments["after"]?.string
    before = arguments["before"]?.string
  }

  private static func count(
    _ name: String, _ arguments: Arguments
  ) throws(FieldError) -> Int? {
    guard let count = arguments[name]?.int else { return nil }
    guard (0...limit).contains(count) else {
      throw FieldError("\(name): \(count) is not from 0 to 1,000, the most that a page holds")
    }
    return count
  }
}
