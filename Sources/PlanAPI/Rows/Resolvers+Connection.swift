internal import GraphQL

extension Resolvers<QueryContext> {
  /// The types around a kind of row: its connection, edge, aggregate and groups.
  ///
  /// - Parameters:
  ///   - prefix: what their names begin with, such as `Action`.
  ///   - row: the class of the rows.
  ///   - group: further fields of a group, beside its keys and count.
  mutating func addConnection<Row: AnyObject>(
    _ prefix: String, of row: Row.Type, keys: [String],
    group addFields:
      @escaping @Sendable (inout ObjectResolvers<Group<Row>, QueryContext>) -> Void = { _ in }
  ) {
    object("\(prefix)Connection", of: Connection<Row>.self) { type in
      type.field("nodes") { rows, _ throws(FieldError) in
        .list(of: try rows.page().rows) { row throws(FieldError) in .object(row) }
      }
      type.field("edges") { rows, _ throws(FieldError) in
        .list(of: try rows.page().rows) { row throws(FieldError) in .object(Edge(row, in: rows)) }
      }
      type.field("pageInfo") { rows, _ throws(FieldError) in
        .object(try PageInfo(rows))
      }
      type.field("totalCount") { rows, _ throws(FieldError) in .int(try rows.count()) }
      type.field("aggregate") { rows, _ throws(FieldError) in .object(rows) }
      type.field("groupBy") { rows, info throws(FieldError) in
        let keys = info.arguments["keys"]?.elements ?? []
        let groups = try rows.groups(by: keys.compactMap(\.string))
        return .list(of: groups) { group throws(FieldError) in .object(group) }
      }
    }
    object("\(prefix)Edge", of: Edge<Row>.self) { type in
      type.field("node") { edge, _ throws(FieldError) in .object(edge.row) }
      type.field("cursor") { edge, _ throws(FieldError) in
        .string(try edge.rows.cursor(of: edge.row))
      }
    }
    object("\(prefix)Aggregate", of: Connection<Row>.self) { type in
      type.field("count") { rows, _ throws(FieldError) in .int(try rows.count()) }
    }
    object("\(prefix)Group", of: Group<Row>.self) { type in
      type.field("keys") { group, _ throws(FieldError) in .object(group) }
      type.field("count") { group, _ throws(FieldError) in .int(group.count) }
      addFields(&type)
    }
    object("\(prefix)GroupKeys", of: Group<Row>.self) { type in
      for key in keys {
        type.field(key) { group, _ throws(FieldError) in group.keys[key]?.resolved ?? .null }
      }
    }
  }

  /// What is one type for all connections.
  mutating func addPageInfo() {
    object("PageInfo", of: PageInfo.self) { type in
      type.field("hasNextPage") { page, _ throws(FieldError) in .boolean(page.hasNext) }
      type.field("hasPreviousPage") { page, _ throws(FieldError) in .boolean(page.hasPrevious) }
      type.field("startCursor") { page, _ throws(FieldError) in Resolved(page.start) }
      type.field("endCursor") { page, _ throws(FieldError) in Resolved(page.end) }
    }
  }
}

/// A row with the list that it stands in.
final class Edge<Row: AnyObject> {
  let row: Row
  let rows: Connection<Row>

  init(_ row: Row, in rows: Connection<Row>) {
    self.row = row
    self.rows = rows
  }
}

/// Where a page stands among all.
final class PageInfo {
  let hasNext: Bool
  let hasPrevious: Bool
  let start: String?
  let end: String?

  init<Row>(_ rows: Connection<Row>) throws(FieldError) {
    let page = try rows.page()
    hasNext = page.hasNext
    hasPrevious = page.hasPrevious
    start = try page.rows.first.map { row throws(FieldError) in try rows.cursor(of: row) }
    end = try page.rows.last.map { row throws(FieldError) in try rows.cursor(of: row) }
  }
}
