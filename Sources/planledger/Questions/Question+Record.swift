extension Question {
  /// Questions about what was said and recorded.
  static var ofTheRecord: [Question] { [said, who, late, corrected, invented] }

  private static let said = Question(
    "said", "What had been said in public by a day, and what did the ledger know then?",
    [.plan, Parameter("by", "day", isRequired: true)],
    titles: [
      "said.claims": "Said in public by then", "known.claims": "Known by the ledger then",
      "figures": "Figures", "label": "Label", "published": "Published",
      "said.actions.groupBy": "Actions as said", "known.actions.groupBy": "Actions as known",
      "keys.running": "Running", "keys.assessment": "Verdict", "count": "Actions",
    ],
    """
    query Said($plan: ID!, $day: Date!, $known: DateOrInstant!) {
      said: plan(id: $plan, effectiveAt: $day, publishedBy: $day) { ...Picture }
      known: plan(id: $plan, effectiveAt: $day, recordedBy: $known) { ...Picture }
    }
    fragment Picture on Plan {
      status
      claims { id label published figures { measure value text } provenance }
      actions { groupBy(keys: [RUNNING, ASSESSMENT]) { keys { running assessment } count } }
    }
    """)

  private static let who = Question(
    "who", "Who changed this, when, why, and on what evidence?",
    [Parameter("of", "subject", isRequired: true)],
    titles: [
      "history": "What happened", "event.position": "No.", "event.actor": "By",
      "event.institution": "For", "event.recorded": "Recorded", "event.sources": "Evidence",
    ],
    """
    query Who($subject: ID!, $endCursor: String) {
      history(subject: $subject, first: 1000, after: $endCursor) {
        nodes {
          effective type reason
          event { position recorded actor institution sources }
          provenance
        }
        pageInfo { hasNextPage endCursor }
      }
    }
    """)

  private static let late = Question(
    "late", "Which events were recorded long after they took effect?",
    [Parameter("more-than", "moreThan")], titles: ["events": "Recorded late"],
    """
    query Late($moreThan: Int! = 30, $endCursor: String) {
      events(where: { lateDays: { gt: $moreThan } }, first: 1000, after: $endCursor) {
        nodes { position type subject effective recorded actor provenance }
        pageInfo { hasNextPage endCursor }
      }
    }
    """)

  private static let corrected = Question(
    "corrected", "What was corrected, retracted, revised or redacted, by whom and why?", [],
    titles: ["events": "Changes of mind"],
    """
    query Corrected($endCursor: String) {
      events(
        where: {
          type: {
            in: [EventCorrected, EventRetracted, ContentRedacted, AssessmentRevised, VictimCountRevised]
          }
        }
        first: 1000
        after: $endCursor
      ) {
        nodes { position type subject recorded actor reason data provenance }
        pageInfo { hasNextPage endCursor }
      }
    }
    """)

  private static let invented = Question(
    "invented", "Which figures are illustrative or derived?", [.plan],
    titles: [
      "plan.actions": "Actions", "plan.claims": "Claims, of any class",
      "plan.victimCounts": "Counts of victims",
      "plan.challenges": "Challenges", "value": "Number", "label": "Label",
    ],
    """
    query Invented($plan: ID!) {
      plan(id: $plan) {
        actions(where: { provenance: { in: [ILLUSTRATIVE, DERIVED] } }, first: 1000) {
          nodes { code title provenance }
        }
        claims { id label provenance }
        victimCounts(where: { provenance: { in: [ILLUSTRATIVE, DERIVED] } }, first: 1000) {
          nodes { period { text } sex exploitation value provenance }
        }
        challenges(where: { provenance: { in: [ILLUSTRATIVE, DERIVED] } }, first: 1000) {
          nodes { id title provenance }
        }
      }
    }
    """)
}
