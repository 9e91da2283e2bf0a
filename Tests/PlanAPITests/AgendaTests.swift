import Coding
import PlanAPI
import Testing

@Suite("What is due, and what is not")
struct AgendaTests {
  static let ledger = Result {
    var script = Script()
    script.plan("P1", "2020/2022")
    script.plan("P2", "2023/2024")
    script.action("P1/1.10", "2020-02", #","deadline":"2021-06-30","lead":"INST-A""#)
    script.action("P1/1.2", "2020-02", #","deadline":"2021-06-30""#)
    for code in ["2", "3", "4", "5"] {
      script.action("P1/\(code)", "2020-02", #","deadline":"2021""#)
    }
    script.action("P1/6", "2020-02", #","deadline":"2021""#)
    script.add("ActionDropped", "plan/P1/action/6", "2021-05", "{}", #""reason":"Overtaken""#)
    script.add("ActionStarted", "plan/P1/action/2", "2020-03")
    script.add("ActionDelivered", "plan/P1/action/2", "2021-05")
    script.add("ActionCancelled", "plan/P1/action/3", "2021-05", "{}", #""reason":"No money""#)
    script.add(
      "ActionAssessed", "plan/P1/action/4", "2021-05-31",
      #"{"verdict":"COMPLETED","finality":"FINAL"}"#)
    script.add(
      "ObligationRecorded", "obligation/O-1", "2020-06",
      #"{"title":"Duty","act":"Act","deadline":"2021-09"}"#)
    script.add(
      "LinkAsserted", "link/L", "2020-06",
      #"{"from":"plan/P1/action/5","to":"obligation/O-1","relation":"IMPLEMENTS"}"#)
    script.add("ObligationMet", "obligation/O-1", "2021-09-10")
    script.add(
      "IndicatorDefined", "indicator/I", "2020-06",
      #"{"title":"I","unit":"persons","definition":"Counted","plan":"P2"}"#)
    script.add("TargetSet", "indicator/I", "2020-06", #"{"value":"5","due":"2021-08-31"}"#)
    script.add(
      "ObservationRecorded", "indicator/I", "2021-09-05",
      #"{"period":"2021-08/2021-08","value":"4"}"#)
    script.add("PlanReportNoted", "plan/P1", "2021-12-15", #"{"by":"CABINET"}"#)
    script.add(
      "RecommendationReceived", "recommendation/R", "2020-06", #"{"body":"GRETA","text":"R"}"#)
    script.add("RecommendationFollowedUp", "recommendation/R", "2022-04", #"{"finding":"Later"}"#)
    return try Fixture(script)
  }

  private func agenda(_ arguments: String) throws -> [String] {
    let answer = try Self.ledger.get().json(
      """
      { agenda(\(arguments)) { nodes { due kind thing { id } who { id } daysLeft isOverdue } } }
      """)
    #expect(answer["errors"] == nil, "\(answer)")
    return (answer["data"]?["agenda"]?["nodes"]?.elements ?? []).map { node in
      let days = node["daysLeft"]?.integer ?? 0
      #expect(node["isOverdue"] == .bool(days < 0))
      return "\(node["due"]?.string ?? "") \(node["kind"]?.string ?? "") "
        + "\(node["thing"]?["id"]?.string ?? "") \(node["who"]?["id"]?.string ?? "-") \(days)"
    }
  }

  @Test("What is overdue comes first, and what is done is not there")
  func order() throws {
    #expect(
      try agenda("effectiveAt: \"2021-07-10\"") == [
        "2021-06-30 ACTION 1.2 - -10", "2021-06-30 ACTION 1.10 INST-A -10",
        "2021-08-31 TARGET I - 52", "2021-09 OBLIGATION O-1 - 82",
        "2021-12-15 REPORT P1 CABINET 158", "2021 ACTION 5 - 174",
        "2022-04 FOLLOW_UP R GRETA 294", "2022-12-31 PLAN_END P1 - 539",
      ])
  }

  @Test("Only up to a day, and only of a plan with what is tied to it")
  func limits() throws {
    #expect(
      try agenda("effectiveAt: \"2021-07-10\", until: \"2021-08\"") == [
        "2021-06-30 ACTION 1.2 - -10", "2021-06-30 ACTION 1.10 INST-A -10",
        "2021-08-31 TARGET I - 52",
      ])
    #expect(
      try agenda("effectiveAt: \"2021-07-10\", plan: \"P1\", where: {kind: {ne: ACTION}}") == [
        "2021-09 OBLIGATION O-1 - 82", "2021-12-15 REPORT P1 CABINET 158",
        "2022-12-31 PLAN_END P1 - 539",
      ])
    #expect(
      try agenda("effectiveAt: \"2021-07-10\", plan: \"P2\"") == ["2021-08-31 TARGET I - 52"])
  }

  @Test("What was met, observed or noted is due no more")
  func done() throws {
    #expect(
      try agenda("effectiveAt: \"2021-12-20\"") == [
        "2021-06-30 ACTION 1.2 - -173", "2021-06-30 ACTION 1.10 INST-A -173",
        "2021 ACTION 5 - 11", "2022-04 FOLLOW_UP R GRETA 131", "2022-12-31 PLAN_END P1 - 376",
      ])
  }
}
