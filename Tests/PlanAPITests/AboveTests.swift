import Coding
import PlanAPI
import Testing

@Suite("Recommendations, duties, indicators and links")
struct AboveTests {
  static let ledger = Result {
    var script = Script()
    script.plan("P1", "2020/2022")
    for (id, urgency) in [("R-1", "URGE"), ("R-2", "URGE"), ("R-3", "URGE"), ("R-10", "INVITE")] {
      script.add(
        "RecommendationReceived", "recommendation/\(id)", "2020-03",
        #"{"body":"GRETA","text":{"en":"Text \#(id)"},"round":"3","urgency":"\#(urgency)"}"#)
    }
    script.action("P1/1.2", "2020-04", #","origin":"recommendation/R-1""#)
    script.action("P1/1.10", "2020-04")
    script.action("P1/3", "2020-04")
    func link(_ id: String, _ from: String, _ to: String, _ relation: String) {
      script.add(
        "LinkAsserted", "link/\(id)", "2020-05",
        #"{"from":"\#(from)","to":"\#(to)","relation":"\#(relation)"}"#)
    }
    link("L1", "plan/P1/action/1.10", "recommendation/R-2", "RELATES")
    link("L2", "plan/P1/action/3", "recommendation/R-3", "IMPLEMENTS")
    link("L3", "recommendation/R-10", "plan/P1/action/1.10", "ANSWERS")
    link("L4", "plan/P1", "obligation/O-2", "RELATES")
    script.add(
      "ActionCancelled", "plan/P1/action/3", "2021-06-01", "{}", #""reason":"No money""#)
    script.add("LinkWithdrawn", "link/L3", "2021-07")
    for (id, deadline) in [("O-1", "2021-12-31"), ("O-2", "2022-06"), ("O-10", "2022-Q1")] {
      script.add(
        "ObligationRecorded", "obligation/\(id)", "2020-06",
        #"{"title":"Duty \#(id)","act":"Act","deadline":"\#(deadline)"}"#)
    }
    script.add("ObligationMet", "obligation/O-1", "2021-11-05", #"{"text":"By a law"}"#)
    return try Fixture(script)
  }

  private func answer(_ question: String) throws -> JSON {
    let answer = try Self.ledger.get().json(question)
    #expect(answer["errors"] == nil, "\(answer)")
    return try #require(answer["data"])
  }

  private func ids(_ list: String, _ arguments: String) throws -> [String] {
    let data = try answer("{ rows: \(list)(\(arguments)) { nodes { id } } }")
    return (data["rows"]?["nodes"]?.elements ?? []).compactMap { $0["id"]?.string }
  }

  @Test("An urged recommendation is covered by origin or link, not by being related")
  func coverage() throws {
    let open = "where: {urgency: {eq: URGE}, isCovered: {eq: false}}"
    #expect(
      try ids("recommendations", "\(open), effectiveAt: \"2020-04-15\"") == ["R-1", "R-2", "R-3"])
    #expect(try ids("recommendations", "\(open), effectiveAt: \"2020-04-30\"") == ["R-2", "R-3"])
    #expect(try ids("recommendations", "\(open), effectiveAt: \"2021\"") == ["R-2", "R-3"])
    #expect(try ids("recommendations", "\(open), effectiveAt: \"2021-05\"") == ["R-2"])
    let data = try answer(
      """
      { recommendations(effectiveAt: "2021-05") { nodes { id
        actions { how covers action { code } link { id } event { type } } } } }
      """)
    let rows = (data["recommendations"]?["nodes"]?.elements ?? []).map { node in
      let actions = (node["actions"]?.elements ?? []).map { row in
        "\(row["how"]?.string ?? "") \(row["action"]?["code"]?.string ?? "") "
          + "\(row["covers"] == .bool(true)) \(row["event"]?["type"]?.string ?? "")"
      }
      return "\(node["id"]?.string ?? ""): " + actions.joined(separator: ", ")
    }
    #expect(
      rows == [
        "R-1: ORIGIN 1.2 true ActionAdded", "R-2: RELATES 1.10 false LinkAsserted",
        "R-3: IMPLEMENTS 3 true LinkAsserted", "R-10: ANSWERS 1.10 true LinkAsserted",
      ])
  }

  @Test("What is withdrawn or cancelled covers nothing any more")
  func withdrawn() throws {
    #expect(try ids("recommendations", "where: {isCovered: {eq: true}}") == ["R-1"])
    #expect(
      try ids("recommendations", "where: {coveredBy: {has: \"plan/P1/action/1.2\"}}") == ["R-1"])
    #expect(try ids("links", "where: {isWithdrawn: {eq: true}}") == ["L3"])
  }

  @Test("A plan has what is tied to it or to its actions")
  func tied() throws {
    let data = try answer(
      "{ plan(id: \"P1\") { recommendations { nodes { id } } obligations { nodes { id } } } }")
    func found(_ name: String) -> [String?]? {
      data["plan"]?[name]?["nodes"]?.elements?.map { $0["id"]?.string }
    }
    #expect(found("recommendations") == ["R-1", "R-2", "R-3"])
    #expect(found("obligations") == ["O-2"])
  }

  @Test("Days are left until a deadline's last day, and none of what is met")
  func obligations() throws {
    let data = try answer(
      """
      { obligations(effectiveAt: "2022-04-10", orderBy: [{deadline: ASC}]) {
        nodes { id isMet metOn metText daysLeft isOverdue }
        groupBy(keys: [IS_MET, IS_OVERDUE]) { keys { isMet isOverdue } count } } }
      """)
    let rows = (data["obligations"]?["nodes"]?.elements ?? []).map { node in
      "\(node["id"]?.string ?? "") \(node["metOn"]?.string ?? "-") "
        + "\(node["daysLeft"]?.integer.map { String($0) } ?? "-") \(node["isOverdue"] == .bool(true))"
    }
    #expect(rows == ["O-1 2021-11-05 - false", "O-10 - -10 true", "O-2 - 81 false"])
    #expect(
      data["obligations"]?["groupBy"]?.elements?.map { $0["count"]?.integer } == [1, 1, 1])
  }

  @Test("Codes stand in the order that people expect, and pages keep to it")
  func order() throws {
    #expect(try ids("recommendations", "first: 9") == ["R-1", "R-2", "R-3", "R-10"])
    #expect(try ids("recommendations", "orderBy: [{id: DESC}]") == ["R-10", "R-3", "R-2", "R-1"])
    var codes: [String] = [], cursor = ""
    for _ in 0..<3 {
      let page = try answer(
        """
        { plan(id: "P1") { actions(first: 1\(cursor)) { nodes { code } pageInfo { endCursor } } } }
        """)["plan"]?["actions"]
      codes += (page?["nodes"]?.elements ?? []).compactMap { $0["code"]?.string }
      cursor = ", after: \"\(page?["pageInfo"]?["endCursor"]?.string ?? "")\""
    }
    #expect(codes == ["1.2", "1.10", "3"])
    #expect(
      try ids("recommendations", "where: {id: {in: [\"R-10\", \"R-2\"]}}") == ["R-2", "R-10"])
  }

  @Test("A text says in which language it is given")
  func languages() throws {
    let data = try answer(
      """
      { recommendations(first: 1) { nodes { latvian: text(language: "lv") textLanguage(language: "lv")
        regional: textLanguage(language: "en-GB") } } plan(id: "P1") { titleLanguage(language: "de") } }
      """)
    let node = data["recommendations"]?["nodes"]?.elements?.first
    #expect(node?["latvian"]?.string == "Text R-1" && node?["textLanguage"]?.string == "en")
    #expect(node?["regional"]?.string == "en")
    #expect(data["plan"]?["titleLanguage"]?.string == "lv")
  }
}
