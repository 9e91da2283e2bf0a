internal import Coding
internal import Events

extension Answer {
  /// The data of a GraphQL response as facts and tables: each list of objects is a table, under the
  /// response keys that lead to it; all else is a fact.
  ///
  /// A file of rows holds one list, with the facts beside it and what it rests on in each row.
  ///
  /// - Throws: the sentence for a file of rows that would have to hold several lists.
  init(
    graphQL response: JSON, as format: OutputFormat, titles: [String: String] = [:]
  ) throws(Failure) {
    var walk = Walk()
    walk.take(response["data"] ?? .null, [])
    let bases = response["extensions"]?["basis"]?.members ?? []
    if [.csv, .tsv, .ndjson].contains(format) {
      guard walk.lists.count <= 1 else {
        let paths = walk.lists.map { "'\($0.path)'" }.joined(separator: ", ")
        throw .told(
          "The answer holds \(walk.lists.count) lists, \(paths), and \(format.rawValue) has rows of "
            + "one. Ask for one of them, or take --format json.", .usage)
      }
      sections = [Section("rows", nil, Table(graphQL: walk.rows(on: bases), for: .programs))]
      return
    }
    for entry in bases { footers.append(Answer.footer(entry.name, entry.value)) }
    let provenance = bases.flatMap { $0.value["provenance"]?.elements ?? [] }
    if provenance.contains(.string(Provenance.illustrative.description)) {
      warnings = [Answer.illustrativeWarning]
    }
    let ends = Set(
      walk.facts.filter { $0.path.hasSuffix(".hasNextPage") && $0.value == .bool(false) }
        .map { $0.path.dropLast("hasNextPage".count) })
    for fact in walk.facts where !ends.contains(where: { fact.path.hasPrefix($0) }) {
      // A page without rows is an answer too.
      if fact.path.hasSuffix(".nodes"), fact.value.elements?.isEmpty ?? false {
        walk.lists.append((String(fact.path.dropLast(".nodes".count)), []))
        continue
      }
      facts.append((fact.path, titles[fact.path] ?? fact.path, Table.Cell(graphQL: fact.value)))
    }
    sections = walk.lists.map { list in
      Section(
        list.path, titles[list.path] ?? list.path, Table(graphQL: list.rows, titles: titles),
        ifEmpty: "Nothing.")
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

    /// The rows of the one list, each with the facts beside it and the clocks and classes of
    /// provenance that the entry fields rest on; without a list, one row of facts.
    func rows(on bases: [JSON.Member]) -> [[Fact]] {
      let own = lists.first?.rows ?? [[]]
      let taken = Set(own.joined().map(\.path))
      var beside = facts
      if !lists.isEmpty {
        beside = facts.map { (taken.contains($0.path) ? "data." + $0.path : $0.path, $0.value) }
      }
      let names = taken.union(beside.map(\.path))
      for basis in bases {
        let prefix = bases.count == 1 ? "" : basis.name + "."
        let position = basis.value["position"].map {
          "@" + String(decoding: $0.encoded, as: UTF8.self)
        }
        let values: [(name: String, value: JSON?)] = [
          ("provenance", basis.value["provenance"]),
          ("effectiveAt", basis.value["effectiveAt"]),
          ("publishedBy", basis.value["publishedBy"]),
          ("recordedBy", position.map(JSON.string)),
        ]
        for (name, value) in values {
          let path = prefix + name
          beside.append((names.contains(path) ? "basis." + path : path, value ?? .null))
        }
      }
      return own.map { $0 + beside }
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
  fileprivate init(
    graphQL rows: [[(path: String, value: JSON)]], for audience: Audience = .all,
    titles: [String: String] = [:]
  ) {
    var paths: [String] = []
    for path in rows.joined().map(\.path) where !paths.contains(path) { paths.append(path) }
    // Where an object is null in one row and has fields in another, its own column says nothing.
    let all = paths
    paths.removeAll { path in all.contains { $0.hasPrefix(path + ".") } }
    let columns = paths.map { path in
      let values = rows.flatMap { $0 }.filter { $0.path == path && $0.value != .null }
      return Column(
        path, titles[path] ?? path, audience,
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
    case .array(let elements) where elements.allSatisfy({ $0.members != nil }):
      text = elements.map(Table.Cell.words).joined(separator: "; ")
    default: text = String(decoding: value.encoded, as: UTF8.self)
    }
    self.init(value, shown: text)
  }

  /// The values of an object within a cell, one after the other.
  private static func words(_ json: JSON) -> String {
    let members = json.members ?? []
    return members.filter { $0.value != .null }.map { Table.Cell(graphQL: $0.value).text }
      .joined(separator: " ")
  }
}
