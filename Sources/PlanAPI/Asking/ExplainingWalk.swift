internal import Coding
internal import EventStore
internal import Events
internal import GraphQL
internal import Projections

/// A walk over an operation that notes where its fields stand and what they read.
struct ExplainingWalk {
  private(set) var entries: [Explanation.Entry] = []
  private(set) var reads: [Explanation.Read] = []
  private let context: QueryContext
  private let schema = PlanAPI.executable.schema
  private let fragments: [String: FragmentDefinition]
  private let variables: [String: String]
  private var position: UInt64 = 0

  init(
    _ context: QueryContext, _ document: Document, _ operation: OperationDefinition,
    _ given: JSON
  ) {
    self.context = context
    fragments = Dictionary(
      document.fragments.map { ($0.name.text, $0) }, uniquingKeysWith: { first, _ in first })
    var variables: [String: String] = [:]
    for variable in operation.variables {
      let name = variable.name.text
      variables[name] =
        given[name].map { String(decoding: $0.encoded, as: UTF8.self) }
        ?? variable.defaultValue.map { print($0) }
    }
    self.variables = variables
  }

  mutating func walk(_ operation: OperationDefinition) {
    guard let query = schema.queryType else { return }
    for field in fields(operation.selections) {
      entries.append(entry(field))
      take(field, of: query, [])
    }
  }

  /// The fields of a selection set, those of fragments in their places.
  private func fields(_ selections: [Selection]) -> [Field] {
    selections.flatMap { selection -> [Field] in
      switch selection {
      case .field(let field): [field]
      case .inline(let fragment): fields(fragment.selections)
      case .spread(let spread): fields(fragments[spread.name.text]?.selections ?? [])
      }
    }
  }

  /// Where an entry field stands.
  private mutating func entry(_ field: Field) -> Explanation.Entry {
    var entry = Explanation.Entry(key: field.responseKey, field: field.name.text)
    let known = schema.queryType.flatMap { type in
      schema[type].fields.first { $0.name == field.name.text }
    }
    let names = known?.arguments.map(\.name) ?? []
    guard names.contains("recordedBy") else { return entry }
    let defaults = context.defaults
    let effectiveName = ["effectiveAt", "to"].first { names.contains($0) }
    if let effectiveName {
      entry.effectiveAt =
        date(field, effectiveName)?.lastDay ?? defaults.effectiveAt?.lastDay
        ?? context.identity.zone.day(at: context.now)
      entry.publishedBy = (date(field, "publishedBy") ?? defaults.publishedBy)?.lastDay
    }
    entry.provenance = provenance(field) ?? defaults.provenance
    let recordedBy = text(field, "recordedBy").flatMap { RecordedBy(parsing: $0) }
    do throws(FieldError) {
      entry.position = try context.position(recordedBy ?? defaults.recordedBy)
      position = entry.position ?? 0
    } catch {
      entry.problem = error.message
    }
    return entry
  }

  private mutating func take(_ field: Field, of type: Schema.TypeID, _ path: [String]) {
    guard let known = schema[type].fields.first(where: { $0.name == field.name.text }) else {
      return
    }
    let path = path + [field.responseKey]
    let below = schema[known.type.id]
    if below.kind == .object, below.name != "PageInfo" {
      if let reading = reading(field, below.name) {
        let arguments = field.arguments.map { "\($0.name.text): \(print(filled($0.value)))" }
        reads.append(
          Explanation.Read(
            path: path, coordinate: "\(schema[type].name).\(field.name.text)",
            arguments: arguments.joined(separator: ", "), reading: reading))
      }
      for inner in fields(field.selections) { take(inner, of: known.type.id, path) }
    }
  }

  /// What a field of that type reads; `nil` where all is read already.
  private func reading(_ field: Field, _ type: String) -> String? {
    switch type {
    case "EventConnection":
      let filter = field.arguments.first { $0.name.text == "where" }.map { print(filled($0.value)) }
      if filter?.contains("subject: { eq") ?? false || filter?.contains("subject: {eq") ?? false {
        return "the events of one stream, by its index"
      }
      return
        "the log from 1 to \(position), or one type's events by their index, until the page is "
        + "full"
    case "HistoryConnection", "HistoryEntry": return "the events of one stream"
    case _ where type.hasSuffix("Connection"):
      return "all \(type.dropLast("Connection".count)) rows in sight, then filter, order and page"
    case "Plan": return "the events of one plan"
    case "CarryOver": return "all actions of the plan and the next one, and who was carried over"
    case "Lineage": return "all actions that were ever carried over"
    case "Reconciliation": return "the claims and all actions of the plan, and counts of victims"
    case "Drift": return "the events of all that the figure adds up"
    case "Coverage", "Link", "Thing": return "links, and where actions come from"
    case "Area", "Institution": return "the events of each one named"
    case "Event": return "one event"
    default: return nil
    }
  }

  private func date(_ field: Field, _ name: String) -> CoarseDate? {
    text(field, name).flatMap { try? CoarseDate(parsing: $0) }
  }

  /// The text of an argument, be it a variable's.
  private func text(_ field: Field, _ name: String) -> String? {
    guard let value = field.arguments.first(where: { $0.name.text == name })?.value else {
      return nil
    }
    switch value.kind {
    case .string(let text, _): return text
    case .variable(let variable):
      return variables[variable.text].map {
        $0.hasPrefix("\"") ? String($0.dropFirst().dropLast()) : $0
      }
    default: return nil
    }
  }

  private func provenance(_ field: Field) -> Set<Provenance>? {
    guard let value = field.arguments.first(where: { $0.name.text == "provenance" })?.value,
      case .list(let elements) = value.kind
    else { return nil }
    return Set(
      elements.compactMap { element in
        guard case .enumeration(let word) = element.kind else { return nil }
        return try? Provenance(parsing: word)
      })
  }

  /// A value with those of variables in their places.
  private func filled(_ literal: Literal) -> Literal {
    var literal = literal
    switch literal.kind {
    case .variable(let name): literal.kind = .enumeration(variables[name.text] ?? "$\(name.text)")
    case .list(let elements): literal.kind = .list(elements.map(filled))
    case .object(let members):
      literal.kind = .object(
        members.map { Argument(name: $0.name, value: filled($0.value)) })
    default: break
    }
    return literal
  }
}
