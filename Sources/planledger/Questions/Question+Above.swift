extension Question {
  /// Questions about what stands above plans.
  static var abovePlans: [Question] { [due, spanning, uncovered, victims] }

  static let due = Question(
    "due", "What must happen before a day, and whose is it?",
    [Parameter("plan", "plan"), Parameter("until", "until")], titles: ["agenda": "Due"],
    """
    query Due($until: Date, $plan: ID, $endCursor: String) {
      agenda(until: $until, plan: $plan, first: 1000, after: $endCursor) {
        nodes { due thing { title } daysLeft kind who { id } thing { stream } provenance }
        pageInfo { hasNextPage endCursor }
      }
    }
    """)

  private static let spanning = Question(
    "spanning", "Which challenges span several plans?",
    [Parameter("plans", "plans", isRequired: true)],
    titles: ["challenges": "Challenges", "raisedOn": "Raised", "resolvedOn": "Resolved"],
    """
    query Spanning($plans: [ID!]!, $endCursor: String) {
      challenges(spanning: $plans, first: 1000, after: $endCursor) {
        nodes { id title status raisedOn resolvedOn provenance }
        pageInfo { hasNextPage endCursor }
      }
    }
    """)

  private static let uncovered = Question(
    "uncovered", "Which urged recommendations have no action?", [Parameter("urgency", "urgency")],
    titles: [
      "recommendations": "Without an action", "body.id": "Body", "text": "Text",
      "paragraph": "Paragraph", "response": "Answer", "round": "Round",
    ],
    """
    query Uncovered($urgency: [Urgency!]! = [URGE], $endCursor: String) {
      recommendations(
        where: { urgency: { in: $urgency }, isCovered: { eq: false } }
        first: 1000
        after: $endCursor
      ) {
        nodes { id body { id } round paragraph text response provenance }
        pageInfo { hasNextPage endCursor }
      }
    }
    """)

  private static let victims = Question(
    "victims", "How many victims, by sex, age group, exploitation and citizenship?",
    [Parameter("country", "country"), Parameter("suppress-below", "suppressBelow")],
    titles: [
      "victimCounts": "Victims", "basis": "Counted", "period.text": "Period",
      "register": "Register",
      "sex": "Sex", "ageGroup": "Age", "exploitation": "Exploitation",
      "citizenship": "Citizens of", "value": "Number", "known": "Known",
      "isSuppressed": "Hidden",
    ],
    """
    query Victims($country: ID! = "LV", $suppressBelow: Int, $endCursor: String) {
      victimCounts(
        country: $country
        suppressBelow: $suppressBelow
        orderBy: [{ basis: ASC }, { period: ASC }, { register: ASC }]
        first: 1000
        after: $endCursor
      ) {
        nodes {
          basis period { text } register sex ageGroup exploitation citizenship
          value known isSuppressed provenance
        }
        pageInfo { hasNextPage endCursor }
      }
    }
    """)
}
