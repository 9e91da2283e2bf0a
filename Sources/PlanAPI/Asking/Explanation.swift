package import Coding
package import EventStore
package import Events
package import GraphQL
internal import Projections

/// What answering a document would take: where each entry field stands, and what is read below it.
package struct Explanation: Sendable {
  /// An entry field.
  package struct Entry: Sendable {
    /// Its response key.
    package var key: String
    /// Its name.
    package var field: String
    /// When it would be true; `nil` for a field without that clock.
    package var effectiveAt: Day?
    /// When it had been said in public; `nil` is no limit.
    package var publishedBy: Day?
    /// The position that the recorded clock stands for; `nil` where it stands for none.
    package var position: UInt64?
    /// Whose word counts; `nil` is everyone's.
    package var provenance: Set<Provenance>?
    /// Why its clocks stand for no point.
    package var problem: String?
  }

  /// A field with arguments or a list, at or below an entry field.
  package struct Read: Sendable {
    /// The response keys that lead to it.
    package var path: [String]
    /// Its coordinate in the schema, such as `Plan.actions`.
    package var coordinate: String
    /// Its arguments as they stand, the values of variables in their places.
    package var arguments: String
    /// What it reads.
    package var reading: String
  }

  /// The entry fields, in their order.
  package var entries: [Entry] = []
  /// What is read, in the order of the document.
  package var reads: [Read] = []
  /// How many events each projection is behind.
  package var lags: [(name: String, lag: UInt64)] = []
  /// Why the document cannot be answered.
  package var errors: [GraphQLError] = []
}

extension PlanQuery {
  /// Says what answering a document would take, and answers nothing.
  ///
  /// - Throws: what taking a snapshot throws.
  package func explain(
    _ text: String, variables: JSON = .object([]), operationName: String? = nil,
    defaults: ClockDefaults = ClockDefaults()
  ) throws(LedgerError) -> Explanation {
    var explanation = Explanation()
    let document: Document
    do throws(GraphQLError) {
      document = try parse(text)
    } catch {
      explanation.errors = [error]
      return explanation
    }
    explanation.errors = PlanAPI.executable.validate(document)
    let wanted = document.operations.filter {
      operationName == nil || $0.name?.text == operationName
    }
    if explanation.errors.isEmpty, wanted.count != 1 {
      explanation.errors = [
        GraphQLError(
          wanted.isEmpty
            ? "The document has no operation \(operationName ?? "")"
            : "The document has several operations: name one")
      ]
    }
    guard explanation.errors.isEmpty, let operation = wanted.first else { return explanation }
    try ProjectionRegistry.prepare(ledger)
    let context = QueryContext(try ledger.snapshot(), now: now, defaults: defaults)
    var walk = ExplainingWalk(context, document, operation, variables)
    walk.walk(operation)
    explanation.entries = walk.entries
    explanation.reads = walk.reads
    for definition in ProjectionDefinition.all {
      guard let node = try? ProjectionNode(definition, in: context) else { continue }
      explanation.lags.append((definition.name, node.lag))
    }
    return explanation
  }
}
