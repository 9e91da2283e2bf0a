import Foundation
import Testing

@Suite("Named questions, the agenda, pages and explanations")
struct AskTests {
  /// A place whose ledger holds the examples.
  private func filled() throws -> Workplace {
    let place = try Workplace()
    place.now = "2026-01-15T10:00:00Z"
    try place.succeed("init")
    for name in ["official", "illustrative", "correction"] {
      try place.succeed("append \(examples)/lv-htp-2021-\(name).ndjson")
    }
    return place
  }

  static let plan = "--plan LV-HTP-2021"

  static let questions = [
    ("status \(plan) --area PROTECTION --effective-at 2022-12-31", "\"running\":\"DELIVERED\""),
    ("overdue \(plan) --effective-at 2023-07-15", "\"code\":\"ILL-2.7\""),
    ("postponed \(plan)", "\"code\":\"ILL-3.2\",\"title\""),
    ("undisposed \(plan)", "\"undisposedNow\":[\"ILL-2.5\",\"ILL-2.7\",\"ILL-3.2\""),
    ("reconciled \(plan)", "\"claimed\":22,\"fromItems\":22"),
    ("due --until 2026-07-15", "\"stream\":\"obligation/EU-2024-1712\""),
    ("spanning --plans LV-HTP-2021,LV-HTP-2025", "\"id\":\"ILL-CHALLENGE-1\""),
    ("uncovered", "{\"recommendations\":{\"nodes\":[{\"id\":\"ILL-REC-1\""),
    ("uncovered --urgency urge,consider", "\"id\":\"ILL-REC-1\""),
    ("victims", "\"exploitation\":\"SHAM_MARRIAGE\",\"citizenship\":\"ALL\",\"value\":1,"),
    ("victims --suppress-below 5", "\"value\":null,\"known\":\"VALUE\",\"isSuppressed\":true"),
    ("who --of LV-HTP-2021/ILL-2.2", "\"reason\":\"Illustrative: more time was asked for\""),
    ("late --more-than 400", "\"type\":\"PlanApproved\""),
    ("corrected", "\"type\":\"EventCorrected\""),
    ("invented \(plan)", "\"provenance\":\"ILLUSTRATIVE\""),
  ]

  @Test("each question of the list is answered")
  func answers() throws {
    let place = try filled()
    for (question, expected) in Self.questions {
      let json = try place.succeed("ask \(question)")
      #expect(json.contains(expected), "\(json.prefix(600))")
      #expect(!json.contains("\"errors\""))
      // People see the same on a narrow terminal, in lines that fit.
      let table = try place.run(
        Workplace.words("ask \(question) --format table --language en"),
        environment: ["COLUMNS": "60"])
      #expect(table.status == 0 && table.err.isEmpty)
      #expect(!table.out.contains("hasNextPage"))
    }
  }

  @Test("what nobody can say is said, and the rest is answered")
  func said() throws {
    let answer = try filled().run("ask said \(Self.plan) --by 2025-01-28")
    #expect(answer.status == 1)
    #expect(answer.out.contains("\"said\":{\"status\":\"APPROVED\""))
    #expect(answer.err.contains("This ledger begins 2026-01-15"))
  }

  @Test("the list has every question, and each shows its query, which query answers alike")
  func stored() throws {
    let place = try filled()
    let list = try place.succeed("ask --format csv").split(separator: "\n").dropFirst()
    let names = list.compactMap { $0.split(separator: ",").first.map(String.init) }
    #expect(names.count == 14 && Set(names).count == 14)
    for name in names {
      let query = try place.succeed("ask \(name) --show")
      #expect(query.hasPrefix("query ") && query.hasSuffix("}\n"), "\(query)")
    }
    try place.write("late.graphql", place.succeed("ask late --show"))
    #expect(
      try place.succeed("query late.graphql --var moreThan=400 --paginate")
        == place.succeed("ask late --more-than 400"))
  }

  static let mistakes = [
    ("ask overdu", "Did you mean 'overdue'?"),
    ("ask spanning --plans LV-HTP-2021,LV-HTP-2052", "Did you mean 'LV-HTP-2025'?"),
    ("ask uncovered --urgency foo", "takes words of urge, consider, invite"),
    ("ask overdue", "Which plan? Say '--plan'. Plans then: LV-HTP-2021, LV-HTP-2025."),
    ("ask overdue --plan LV-HTP-2012", "Did you mean 'LV-HTP-2021'?"),
    ("ask late --area X", "'--area' is no option of the question 'late'; it takes '--more-than'"),
    ("ask corrected --area X", "which has none"),
    ("ask said --plan LV-HTP-2021", "needs '--by'. Example: planledger ask said --by 2025-01-28"),
    ("ask postponed --plan LV-HTP-2021 --at-least many", "takes a whole number from 0 on"),
    ("ask due --until Tuesday", "takes a date such as 2022-12-31"),
    ("ask --show", "'planledger ask' lists them"),
    ("agenda --until Tuesday", "takes a date such as 2022-12-31"),
    ("query '{ plans { nodes { id } } }' --paginate", "Declare '$endCursor: String'"),
  ]

  @Test("what is asked wrongly is told, with what was meant")
  func wrong() throws {
    let place = try filled()
    for (line, expected) in Self.mistakes {
      let answer = try place.run(line)
      #expect([2, 65].contains(answer.status), "\(answer)")
      #expect(answer.err.contains(expected), "\(answer.err)")
      #expect(answer.out.isEmpty)
    }
  }

  @Test("that there is nothing is said")
  func nothing() throws {
    let place = try Workplace()
    try place.begin()
    #expect(
      try place.succeed("ask uncovered --format table").contains("Without an action\nNothing."))
  }

  @Test("without a plan the only one is asked about")
  func onlyPlan() throws {
    let place = try Workplace()
    try place.begin()
    #expect(try place.succeed("ask overdue --effective-at 2023").contains("\"code\":\"1.2\""))
  }

  @Test("the agenda has what is overdue first, in rows that carry the clocks")
  func agenda() throws {
    let rows = try filled().succeed(
      "agenda --until 2026-07-15 --format csv --language en"
    ).split(separator: "\n")
    #expect(rows.first?.hasPrefix("due,thing.title,thing.stream,daysLeft,kind,who") == true)
    #expect(rows.dropFirst().first?.hasPrefix("2023-06-30,") == true)
    #expect(rows.last?.contains("181,OBLIGATION") == true)
    // What became of them is said: they are due no more.
    #expect(!rows.contains { $0.contains("ILL-1.8") || $0.contains("ILL-4.4") })
  }

  @Test("pages are followed into one answer, the same as one page of all")
  func paginates() throws {
    let place = try filled()
    func query(_ count: Int, _ more: String) throws -> String {
      let text =
        "query($endCursor: String) { events(first: \(count), after: $endCursor) { "
        + "nodes { position } pageInfo { hasNextPage endCursor } } }"
      return try place.run(["query", text] + Workplace.words(more)).out
    }
    let all = try query(1000, "--format csv")
    #expect(all.split(separator: "\n").count == 256)
    func positions(_ csv: String) -> [Substring] {
      csv.split(separator: "\n").map { $0.prefix { $0 != "," } }
    }
    #expect(positions(try query(40, "--paginate --format csv")) == positions(all))
    #expect(try query(40, "--paginate") == query(1000, ""))
    let two = try place.run([
      "query",
      "query($endCursor: String) { a: events(first: 9, after: $endCursor) { pageInfo { hasNextPage "
        + "endCursor } } b: events(first: 9) { pageInfo { hasNextPage endCursor } } }",
      "--paginate",
    ])
    #expect(two.status == 2 && two.err.contains("several: 'a', 'b'"), "\(two)")
  }

  @Test("an explanation says where fields stand and what they read, and answers nothing")
  func explains() throws {
    let place = try filled()
    let answer = try place.run([
      "query",
      "query Q($d: Date) { a: plan(id: \"LV-HTP-2021\", effectiveAt: $d) { ...P } "
        + "b: events(where: {subject: {eq: \"victims/XX\"}}) { nodes { position } } } "
        + "fragment P on Plan { actions(first: 3) { nodes { code } } }", "--var", "d=2022",
      "--recorded-by", "@100", "--explain",
    ])
    #expect(answer.status == 0, "\(answer.err)")
    for expected in [
      "\"key\":\"a\",\"field\":\"plan\",\"effectiveAt\":\"2022-12-31\"", "\"recordedBy\":\"@100\"",
      "\"path\":\"a.actions\",\"field\":\"Plan.actions\",\"arguments\":\"first: 3\"",
      "the events of one stream, by its index",
    ] { #expect(answer.out.contains(expected), "\(answer.out)") }
    #expect(!answer.out.contains("ILL-1.1"))
    let late = try place.run([
      "query", "{ ledger { id } plan(id: \"A\", recordedBy: \"2020\") { id } }", "--explain",
    ])
    #expect(late.status == 1 && late.out.contains("This ledger begins"))
    let wrong = try place.run(["query", "{ plan { id } }", "--explain"])
    #expect(wrong.status == 1 && wrong.out.isEmpty && wrong.err.contains("query:1:3:"))
  }

  @Test("a title in another language than was asked for says in which it is")
  func otherLanguage() throws {
    let place = try Workplace()
    try place.begin()
    try place.succeed(
      "action add DEMO-2021/2 --title lv=Apmācība --title en=Training --on 2022")
    try place.succeed("action add DEMO-2021/10 --title Kampaņa --on 2022")
    let english = try place.succeed("show DEMO-2021 --format table --language en-GB")
    #expect(english.contains("Training ") && !english.contains("Training ("))
    #expect(english.contains("Kampaņa (lv)"))
    #expect(!(try place.succeed("show DEMO-2021 --format csv --language en")).contains("(lv)"))
    #expect(!(try place.succeed("show DEMO-2021 --format table")).contains("(lv)"))
    let codes = try place.succeed("show DEMO-2021 --format csv").split(separator: "\n").dropFirst()
      .map { $0.prefix { $0 != "," } }
    #expect(codes == ["1.2", "2", "10"])
  }

  @Test("a figure that has moved is shown with what moved it")
  func reconciles() throws {
    let place = try Workplace()
    try place.begin()
    try place.succeed("action assess DEMO-2021/1.2 --verdict not-completed --on 2023-12-31")
    try place.succeed(
      "claim publish DEMO-2021/C --label C --figure not-completed=1 --figure actions=1 --on 2024-01-15"
    )
    try place.succeed(
      "action revise-assessment DEMO-2021/1.2 --verdict completed --on 2024-06-30")
    let table = try place.succeed("reconcile DEMO-2021 --format table")
    #expect(table.contains("What has moved the items since"))
    let json = try place.succeed("reconcile DEMO-2021")
    #expect(
      json.contains(
        "{\"claim\":\"C\",\"measure\":\"NOT_COMPLETED\",\"effective\":\"2024-06-30\",\"before\":1,"
          + "\"after\":0,\"subject\":\"plan/DEMO-2021/action/1.2\",\"position\":"), "\(json)")
    #expect(json.contains("\"since\":\"2024-01-15\",\"then\":1}"))
  }
}
