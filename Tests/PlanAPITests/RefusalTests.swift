import Coding
import PlanAPI
import Testing

@Suite("What cannot be answered is said in a sentence")
struct RefusalTests {
  let ledger: Fixture

  private static let shared = Result { try Fixture(files: ["official"]) }

  init() throws { ledger = try Self.shared.get() }

  static let table: [(question: String, message: String)] = [
    (
      #"{ plan(id: "LV-HTP-2021", recordedBy: "2030-01-01") { id } }"#,
      "recordedBy lies in the future, and nobody knows what will be recorded: the last event was "
        + "recorded 2026-03-01T07:00:00.000000Z"
    ),
    (
      #"{ plan(id: "LV-HTP-2021", recordedBy: "2020-01-01T00:00:00Z") { id } }"#,
      "This ledger begins 2026-03-01T07:00:00.000000Z; it cannot say what was known before"
    ),
    (
      #"{ plan(id: "LV-HTP-2021", recordedBy: "@0") { id } }"#,
      "This ledger begins 2026-03-01T07:00:00.000000Z; it cannot say what was known before"
    ),
    (
      #"{ plan(id: "LV-HTP-2021", recordedBy: "@999") { id } }"#,
      "recordedBy @999 lies beyond the ledger's last event, @55"
    ),
    (
      "{ plans(first: 1001) { totalCount } }",
      "first: 1001 is not from 0 to 1,000, the most that a page holds"
    ),
    (
      "{ plans(last: -1) { totalCount } }",
      "last: -1 is not from 0 to 1,000, the most that a page holds"
    ),
    (
      "{ plans(first: 1, last: 1) { totalCount } }",
      "first and last together: ask for one end of the list"
    ),
    (
      "{ plans(after: \"x\") { nodes { id } } }",
      "after: \"x\" is no cursor of this ledger's answers"
    ),
    (
      "{ plans(where: {id: null}) { totalCount } }",
      "where.id has no operator: say for example isNull: true, or leave it out"
    ),
    (
      "{ plans(where: {not: {id: {}}}) { totalCount } }",
      "where.not.id has no operator: say for example isNull: true, or leave it out"
    ),
    (
      "{ plans(where: {approvedOn: {lt: null}}) { totalCount } }",
      "where.approvedOn.lt is null: ask for a missing value with isNull: true"
    ),
    (
      "{ plans(where: {or: []}) { totalCount } }",
      "where.or has no conditions: leave it out, or give at least one"
    ),
    (
      "{ plans(where: {and: [{}]}) { totalCount } }",
      "where.and has no conditions: leave it out, or give at least one"
    ),
    (
      "{ plans(where: {period: {overlaps: \"2023/2021\"}}) { totalCount } }",
      "where.period.overlaps: expected a period A/B, both days included, its first day not after its "
        + "last, such as 2021-01-01/2023-12-31, 2021/2023 or 2022; found \"2023/2021\""
    ),
    (
      "{ history(subject: \"plan\") { totalCount } }",
      "subject: expected a stream: plan/PLAN, plan/PLAN/area/AREA"
    ),
    (
      "{ history(subject: \"plan/X\", from: \"2024\", to: \"2023\") { totalCount } }",
      "from 2024-01-01 stands after to 2023-12-31"
    ),
    (
      "{ victimCounts(suppressBelow: -1) { totalCount } }", "suppressBelow: -1 is below 0"
    ),
  ]

  @Test("A field that has no answer says why, at its path", arguments: table)
  func fields(_ question: String, _ message: String) throws {
    let answer = try ledger.json(question)
    let errors = try #require(answer["errors"]?.elements)
    #expect(errors.count == 1)
    let found = errors.first?["message"]?.string ?? ""
    #expect(found.hasPrefix(message), "\(found)")
    #expect(errors.first?["path"]?.elements?.isEmpty == false)
    #expect(answer["data"] != nil)
  }

  @Test(
    "A literal that is none is refused before anything runs, and what was expected is named",
    arguments: [
      (#"{ plan(id: "A", effectiveAt: "2022-13") { id } }"#, "2022-Q3"),
      (#"{ plan(id: "A", effectiveAt: "yesterday") { id } }"#, "2022-Q3"),
      (#"{ plan(id: "A", effectiveAt: 2022) { id } }"#, "2022"),
      (#"{ plan(id: "A", effectiveAt: "2022-02-30") { id } }"#, "a day that the calendar has"),
      (#"{ plan(id: "A", recordedBy: "@x") { id } }"#, "a position such as @255"),
      (#"{ plan(id: "A", provenance: [RUMOUR]) { id } }"#, "RUMOUR"),
      (#"{ victimCounts(where: {value: {gt: 1.5}}) { totalCount } }"#, "64 bits"),
      (#"{ plans(orderBy: [{id: ASC, title: ASC}]) { totalCount } }"#, "PlanOrder"),
      (#"{ plans { nosuch } }"#, "nosuch"),
    ])
  func literals(_ question: String, _ part: String) throws {
    let answer = try ledger.json(question)
    #expect(answer["data"] == nil)
    let messages = (answer["errors"]?.elements ?? []).compactMap { $0["message"]?.string }
    #expect(messages.contains { $0.contains(part) }, "\(messages)")
  }
}
