/// A question that people ask again and again, stored as a GraphQL query.
struct Question {
  /// The name by which it is asked.
  let name: String
  /// The question in words.
  let words: String
  /// The options that it takes, with the variables that they are.
  let options: [Parameter]
  /// The query.
  let text: String
  /// What lists and columns are called for people, by their paths in the answer.
  let titles: [String: String]

  /// An option of `ask`, and the variable of the query that it gives.
  struct Parameter {
    let option: String
    let variable: String
    let isRequired: Bool

    init(_ option: String, _ variable: String, isRequired: Bool = false) {
      self.option = option
      self.variable = variable
      self.isRequired = isRequired
    }

    /// The plan that is asked about.
    static let plan = Parameter("plan", "plan", isRequired: true)
  }

  init(
    _ name: String, _ words: String, _ options: [Parameter] = [],
    titles: [String: String] = [:], _ text: String
  ) {
    self.name = name
    self.words = words
    self.options = options
    self.titles = titles.merging(Question.common) { own, _ in own }
    self.text = text
  }

  /// What columns are called in all answers.
  private static let common = [
    "code": "Code", "title": "Title", "deadline": "Deadline", "running": "Running",
    "timeliness": "Timely", "assessment.verdict": "Verdict", "lead.id": "Lead",
    "provenance": "Provenance", "due": "Due", "kind": "What", "thing.stream": "Of",
    "thing.title": "Title", "who.id": "Whose", "daysLeft": "Days left", "status": "Status",
    "id": "Id", "effective": "Effective", "recorded": "Recorded", "actor": "By",
    "reason": "Why", "type": "Event", "position": "No.", "subject": "Of", "measure": "Measure",
    "claimed": "Claimed", "fromItems": "From items", "result": "Result",
  ]

  /// All of them, in the order in which they are listed.
  static var all: [Question] { ofPlans + abovePlans + ofTheRecord }

  /// The one of that name.
  static func named(_ name: String) -> Question? { all.first { $0.name == name } }
}
