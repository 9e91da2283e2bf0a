extension Question {
  /// Questions about one plan.
  static var ofPlans: [Question] {
    [status, overdue, postponed, undisposed, reconciled]
  }

  private static let status = Question(
    "status", "What is the status of each action of an area?",
    [.plan, Parameter("area", "area", isRequired: true)], titles: ["plan.actions": "Actions"],
    """
    query Status($plan: ID!, $area: ID!, $endCursor: String) {
      plan(id: $plan) {
        actions(where: { area: { eq: $area } }, first: 1000, after: $endCursor) {
          nodes { code title running timeliness assessment { verdict } provenance }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
    """)

  private static let overdue = Question(
    "overdue", "What is overdue, and whose is it?", [.plan], titles: ["plan.actions": "Overdue"],
    """
    query Overdue($plan: ID!, $endCursor: String) {
      plan(id: $plan) {
        actions(
          where: { timeliness: { eq: OVERDUE } }
          orderBy: [{ deadline: ASC }, { lead: ASC }]
          first: 1000
          after: $endCursor
        ) {
          nodes { code title deadline lead { id } running provenance }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
    """)

  private static let postponed = Question(
    "postponed", "Which actions were postponed more than once?",
    [.plan, Parameter("at-least", "atLeast")],
    titles: [
      "plan.actions": "Postponed", "postponements": "Times", "originalDeadline": "Was due",
      "deadline": "Is due",
    ],
    """
    query Postponed($plan: ID!, $atLeast: Int! = 2, $endCursor: String) {
      plan(id: $plan) {
        actions(
          where: { postponements: { gte: $atLeast } }
          orderBy: [{ postponements: DESC }]
          first: 1000
          after: $endCursor
        ) {
          nodes { code title postponements originalDeadline deadline lead { id } provenance }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
    """)

  private static let undisposed = Question(
    "undisposed", "What became of unfinished actions, and which have no disposition?", [.plan],
    titles: [
      "plan.carryOver.sentence": "Dispositions", "plan.carryOver.into.id": "Next plan",
      "plan.carryOver.undisposedNow": "Undisposed now",
      "plan.carryOver.undisposedAtApproval": "At approval",
      "plan.carryOver.dispositions": "Unfinished actions", "action.code": "Code",
      "action.title": "Title", "relation": "Became", "successors": "Goes on as",
      "action.provenance": "Provenance",
    ],
    """
    query Undisposed($plan: ID!) {
      plan(id: $plan) {
        carryOver {
          sentence
          into { id }
          undisposedNow
          undisposedAtApproval
          dispositions {
            action { code title provenance }
            relation
            successors { stream }
            reason
          }
        }
      }
    }
    """)

  private static let reconciled = Question(
    "reconciled", "Do published figures still agree with the items, and what moved them?", [.plan],
    titles: [
      "plan.reconciliation": "Figures", "claim.id": "Claim", "drift.then": "Then",
      "drift.moves": "Moved by",
    ],
    """
    query Reconciled($plan: ID!) {
      plan(id: $plan) {
        reconciliation {
          claim { id }
          measure
          claimed
          fromItems
          result
          drift { then moves { effective before after subject } }
          provenance
        }
      }
    }
    """)
}
