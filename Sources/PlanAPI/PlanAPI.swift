internal import GraphQL

/// The plan's GraphQL schema and what answers it.
package enum PlanAPI {
  /// The schema with its resolvers: made once, when the first question comes.
  ///
  /// Both are assumed to be valid, so that a question reads the few types that it asks about and not
  /// all 250, which would be most of what a run of the program costs. Tests look all of them over.
  static let executable: ExecutableSchema<QueryContext> = {
    do {
      return try ExecutableSchema(
        try buildSchema(sdl, assumeValid: true), resolvers, assumeValid: true)
    } catch {
      preconditionFailure("the plan's schema does not hold together: \(error)")
    }
  }()

  /// All resolvers, one table for each file of them.
  static var resolvers: Resolvers<QueryContext> {
    var resolvers = Resolvers<QueryContext>()
    resolvers.addScalars()
    resolvers.addQuery()
    resolvers.addPlan()
    resolvers.addAction()
    resolvers.addVictimCounts()
    resolvers.addChallenges()
    resolvers.addClaims()
    resolvers.addReconciliation()
    resolvers.addLineage()
    resolvers.addThings()
    resolvers.addRecommendations()
    resolvers.addObligations()
    resolvers.addIndicators()
    resolvers.addLinks()
    resolvers.addSources()
    resolvers.addCoverage()
    resolvers.addAgenda()
    resolvers.addEvents()
    resolvers.addHistory()
    resolvers.addChanges()
    resolvers.addSeries()
    resolvers.addLedger()
    return resolvers
  }
}
