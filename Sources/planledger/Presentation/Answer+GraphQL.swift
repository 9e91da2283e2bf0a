internal import Coding

extension Answer {
  /// The data of a GraphQL response as facts and tables: each list of objects is a table, under the
  /// response keys that lead to it; all else is a fact.
  init(graphQL response: JSON) {
    var walk = Walk()
    walk.take(response["data"] ?? .null, [])
    for entry in response["extensions"]?["basis"]?.members ?? [] {
      footers.append(Answer.footer(entry.name, entry.value))
    }
    facts = walk.facts.map { ($0.path, $0.path, Table.Cell(graphQL: $0.value)) }
    sections = walk.lists.map { list in
      Section(list.path, list.path, Table(graphQL: list.rows), ifEmpty: "Nothing.")
    }
    if sections.isEmpty {
      // A file of rows has one then, with the facts as its columns.
      sections = [Section("facts", nil, Table(graphQL: [walk.facts], for: .programs))]
    }
  }

  /// What an entry field's answer rests on, in a sentence.
  private static func footer(_ name: String, _ basis: JSON) -> String {
    let parts = (basis.members ?? []).compactMap { member -> String? in
      switch member.value {
      case .null, .bool(false): nil
      case .bool(true): member.name
      case .string(let text):
        "\(member.name) \(member.name == "root" ? text.prefix(12) + "…" : text)"
      case .array(let elements):
        elements.isEmpty
          ? nil : "\(member.name) \(elements.compactMap(\.string).joined(separator: ", "))"
      default: "\(member.name) \(String(decoding: member.value.encoded, as: UTF8.self))"
      }
    }
    return "\(name): \(parts.joined(separator: " · "))"
  }

  /// What was met on the way down.
  private struct Walk {
    typealias Fact = (path: String, value: JSON)
    var facts: [Fact] = []
    var lists: [(path: String, rows: [[Fact]])] = []

    mutating func take(_ value: JSON, _ path: [String]) {
      switch value {
      case .object(let members):
        for member in members { take(member.value, path + [member.name]) }
      case .array(let elements) where elements.contains { $0.members != nil }:
        let shown = path.last == "nodes" || path.last == "edges" ? Array(path.dropLast()) : path
        lists.append((shown.joined(separator: "."), elements.map { Walk.flat($0, "") }))
      default: facts.append((path.joined(separator: "."), value))
      }
    }

    /// An element as facts; lists within it stay whole.
    static func flat(_ value: JSON, _ path: String) -> [Fact] {
      guard case .object(let members) = value else { return [(path, value)] }
      return members.flatMap { member in
        flat(member.value, path.isEmpty ? member.name : path + "." + member.name)
      }
    }
  }
}

extension Table {
  /// Rows whose columns are all the paths that any of them has, in the order in which they are met.
  fileprivate init(graphQL rows: [[(path: String, value: JSON)]], for audience: Audience = .all) {
    var paths: [String] = []
    for path in rows.joined().map(\.path) where !paths.contains(path) { paths.append(path) }
    // Where an object is null in one row and has fields in another, its own column says nothing.
    let all = paths
    paths.removeAll { path in all.contains { $0.hasPrefix(path + ".") } }
    let columns = paths.map { path in
      let values = rows.flatMap { $0 }.filter { $0.path == path && $0.value != .null }
      return Column(
        path, path, audience,
        isNumber: !values.isEmpty
          && values.allSatisfy { if case .number = $0.value { true } else { false } })
    }
    self.init(columns)
    for row in rows {
      add(
        paths.map { path in
          Cell(graphQL: row.first { $0.path == path }?.value ?? .null)
        })
    }
  }
}

extension Table.Cell {
  fileprivate init(graphQL value: JSON) {
    let text: String
    switch value {
    case .null: text = "–"
    case .string(let string): text = string
    case .array(let elements) where elements.allSatisfy { $0.string != nil }:
      text = elements.isEmpty ? "–" : elements.compactMap(\.string).joined(separator: ", ")
    default: text = String(decoding: value.encoded, as: UTF8.self)
    }
    self.init(value, shown: text)
  }
}
