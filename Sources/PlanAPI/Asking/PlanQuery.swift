package import Coding
package import EventStore
package import Events
package import GraphQL
package import Projections

/// Answers GraphQL questions to a ledger.
package struct PlanQuery {
  let ledger: Ledger
  let now: Instant

  /// Questions to a ledger.
  ///
  /// - Parameter now: the wall clock: what is today, and what lies in the future.
  package init(_ ledger: Ledger, now: Instant) {
    self.ledger = ledger
    self.now = now
  }

  /// Answers a document, whatever it is: every failure is part of the answer.
  ///
  /// The whole document is answered in one snapshot of the ledger.
  ///
  /// - Parameters:
  ///   - text: the GraphQL document.
  ///   - variables: an object with the values of its variables.
  ///   - operationName: which of its operations; `nil` where there is only one.
  ///   - defaults: the clocks of entry fields that do not give their own.
  /// - Throws: what taking a snapshot throws.
  package func run(
    _ text: String, variables: JSON? = nil, operationName: String? = nil,
    defaults: ClockDefaults = ClockDefaults()
  ) throws(LedgerError) -> QueryAnswer {
    try ProjectionRegistry.prepare(ledger)
    let context = QueryContext(try ledger.snapshot(), now: now, defaults: defaults)
    let response = PlanAPI.executable.respond(
      to: text, operationName: operationName, variables: variables ?? .object([]),
      root: context, context: context)
    return QueryAnswer(
      bytes: response.encoded(extensions: context.extensions), errors: response.errors,
      hasData: response.data != nil)
  }
}

/// What came of a question.
package struct QueryAnswer: Sendable {
  /// The whole response as JSON: errors, data, extensions.
  package var bytes: [UInt8]
  /// The errors in it.
  package var errors: [GraphQLError]
  /// Whether it got as far as data, be it `null`.
  package var hasData: Bool
}

/// The clocks and language of everything in a document that does not give its own.
package struct ClockDefaults: Sendable {
  /// When it was true; `nil` is today in the ledger's zone.
  package var effectiveAt: CoarseDate?
  /// When it was said in public; `nil` is no limit.
  package var publishedBy: CoarseDate?
  /// What the ledger knew.
  package var recordedBy: RecordedBy
  /// Whose word counts; `nil` is everyone's.
  package var provenance: Set<Provenance>?
  /// The language of texts; `nil` is the ledger's own.
  package var language: String?

  /// Those defaults.
  package init(
    effectiveAt: CoarseDate? = nil, publishedBy: CoarseDate? = nil,
    recordedBy: RecordedBy = .head, provenance: Set<Provenance>? = nil, language: String? = nil
  ) {
    self.effectiveAt = effectiveAt
    self.publishedBy = publishedBy
    self.recordedBy = recordedBy
    self.provenance = provenance
    self.language = language
  }
}
