import Coding
import Events
import PlanAPI
import Projections
import Testing

@Suite("Every entry field stands at its own point on the three clocks")
struct ClockTests {
  let ledger: Fixture

  init() throws { ledger = try Fixture.shared.get() }

  func verdicts(_ clocks: String) throws -> [String] {
    let answer = try ledger.json(
      """
      { plan(id: "LV-HTP-2021", \(clocks)) {
          actions { groupBy(keys: [ASSESSMENT, FINALITY]) { keys { assessment finality } count } } } }
      """)
    #expect(answer["errors"] == nil)
    return (answer["data"]?["plan"]?["actions"]?["groupBy"]?.elements ?? []).map { group in
      let keys = group["keys"]
      return [
        keys?["assessment"]?.string ?? "none", keys?["finality"]?.string ?? "none",
        "\(group["count"]?.integer ?? -1)",
      ].joined(separator: " ")
    }
  }

  @Test(
    "What had been said in public the day before the report holds no final verdict",
    arguments: [
      ("effectiveAt: \"2025-01-28\"", 31),
      ("effectiveAt: \"2025-01-28\", publishedBy: \"2025-01-28\"", 31),
      ("effectiveAt: \"2025-01-28\", publishedBy: \"2025-01-27\"", 0),
      ("effectiveAt: \"2022-12-31\"", 0),
    ])
  func published(_ clocks: String, _ finals: Int) throws {
    let counts = try verdicts(clocks).filter { $0.contains(" FINAL ") }
      .compactMap { Int($0.split(separator: " ")[2]) }
    #expect(counts.reduce(0, +) == finals)
  }

  func reconciliation(_ clocks: String) throws -> [String] {
    let answer = try ledger.json(
      """
      { plan(id: "LV-HTP-2021", effectiveAt: "2025-01-28"\(clocks)) { actions { totalCount }
          reconciliation { claim { id } measure claimed fromItems result provenance } } }
      """)
    #expect(answer["errors"] == nil)
    let plan = answer["data"]?["plan"]
    let rows = (plan?["reconciliation"]?.elements ?? []).filter {
      $0["claim"]?["id"]?.string == "outcome"
    }
    return ["actions \(plan?["actions"]?["totalCount"]?.integer ?? -1)"]
      + rows.map { row in
        let classes = (row["provenance"]?.elements ?? []).compactMap(\.string)
        return [
          row["measure"]?.string ?? "", "\(row["claimed"]?.integer ?? -1)",
          row["fromItems"]?.integer.map { String($0) } ?? "-", row["result"]?.string ?? "",
          classes.joined(separator: "+"),
        ].joined(separator: " ")
      }
  }

  @Test("By official word alone the claim stands alone; with invented items it agrees with nothing")
  func provenance() throws {
    #expect(
      try reconciliation(", provenance: [OFFICIAL]") == [
        "actions 0", "ACTIONS 31 - NO_ITEMS OFFICIAL", "COMPLETED 22 - NO_ITEMS OFFICIAL",
        "PARTIALLY_COMPLETED 4 - NO_ITEMS OFFICIAL", "NOT_COMPLETED 5 - NO_ITEMS OFFICIAL",
      ])
    #expect(
      try reconciliation("") == [
        "actions 31", "ACTIONS 31 31 ILLUSTRATIVE_ONLY OFFICIAL+ILLUSTRATIVE",
        "COMPLETED 22 22 ILLUSTRATIVE_ONLY OFFICIAL+ILLUSTRATIVE",
        "PARTIALLY_COMPLETED 4 4 ILLUSTRATIVE_ONLY OFFICIAL+ILLUSTRATIVE",
        "NOT_COMPLETED 5 5 ILLUSTRATIVE_ONLY OFFICIAL+ILLUSTRATIVE",
      ])
  }

  @Test("Before the correction the ledger knew another figure, and says so for ever")
  func correction() throws {
    let before = ledger.ends[1]
    let answer = try ledger.json(
      """
      { then: victimCounts(country: "XX", recordedBy: "@\(before)", where: {sex: {eq: FEMALE}}) { ...f }
        now: victimCounts(country: "XX", where: {sex: {eq: FEMALE}}) { ...f } }
      fragment f on VictimCountConnection { nodes { value setBy { type position } } }
      """)
    let then = answer["data"]?["then"]?["nodes"]?.elements?.first
    let now = answer["data"]?["now"]?["nodes"]?.elements?.first
    #expect(then?["value"]?.integer == 14)
    #expect(then?["setBy"]?["type"]?.string == "VictimCountRecorded")
    #expect(now?["value"]?.integer == 41)
    #expect(now?["setBy"]?["type"]?.string == "EventCorrected")
    #expect(answer["extensions"]?["basis"]?["then"]?["position"]?.integer == Int64(before))
    #expect(answer["extensions"]?["basis"]?["now"]?["position"]?.integer == Int64(ledger.ends[2]))
  }

  @Test("Asked again with its basis an answer is the same, byte for byte, however the ledger grew")
  func repeatable() throws {
    let ledger = try Fixture()
    let rest = """
      { actions { nodes { code title running timeliness } totalCount } claims { label } }
      """
    let first = try ledger.answer(
      "{ plan(id: \"LV-HTP-2021\") \(rest) }")
    let basis = try parsed(first)["extensions"]?["basis"]?["plan"]
    let day = try #require(basis?["effectiveAt"]?.string)
    let position = try #require(basis?["position"]?.integer)
    try Fixture.append(
      """
      {"specversion":"1.0","id":"00000000-0000-4000-8000-000000000001","source":"x",\
      "type":"planledger.ActionReworded","subject":"plan/LV-HTP-2021/action/ILL-1.1",\
      "effective":"2022-01-15","provenance":"ILLUSTRATIVE","data":{"title":"Ilustratīvs"}}
      """, to: ledger.ledger, at: Fixture.now.advanced(bySeconds: 60))
    let again = try ledger.answer(
      "{ plan(id: \"LV-HTP-2021\", effectiveAt: \"\(day)\", recordedBy: \"@\(position)\") \(rest) }",
      now: Fixture.now.advanced(bySeconds: 400 * 86_400))
    #expect(again == first)
    #expect(try ledger.answer("{ plan(id: \"LV-HTP-2021\") \(rest) }") != first)
  }

  @Test("Defaults hold for every entry field that does not give its own argument")
  func defaults() throws {
    let defaults = ClockDefaults(
      effectiveAt: try CoarseDate(parsing: "2022-Q4"), publishedBy: try CoarseDate(parsing: "2023"),
      recordedBy: .position(ledger.ends[1]), provenance: [.official], language: "en")
    let answer = try ledger.json(
      """
      { a: plan(id: "LV-HTP-2021") { title actions { totalCount } }
        b: plan(id: "LV-HTP-2021", effectiveAt: "2025", publishedBy: "2025",
          recordedBy: "2026-03-01", provenance: [OFFICIAL, ILLUSTRATIVE]) {
          title(language: "lv") actions { totalCount } } }
      """, defaults: defaults)
    let basis = answer["extensions"]?["basis"]
    #expect(basis?["a"]?["effectiveAt"]?.string == "2022-12-31")
    #expect(basis?["a"]?["publishedBy"]?.string == "2023-12-31")
    #expect(basis?["a"]?["position"]?.integer == Int64(ledger.ends[1]))
    #expect(basis?["a"]?["provenance"] == .array([.string("OFFICIAL")]))
    #expect(basis?["b"]?["effectiveAt"]?.string == "2025-12-31")
    #expect(basis?["b"]?["position"]?.integer == Int64(ledger.ends[2]))
    let data = answer["data"]
    #expect(data?["a"]?["actions"]?["totalCount"]?.integer == 0)
    #expect(data?["b"]?["actions"]?["totalCount"]?.integer == 31)
    #expect(
      data?["a"]?["title"]?.string == "Plan for the Prevention of Human Trafficking 2021–2023")
    #expect(data?["b"]?["title"]?.string?.hasPrefix("Cilvēku") == true)
  }

  @Test("A plan that is not in sight is null, and no error")
  func unknown() throws {
    for id in ["NONE", "no such/id", ""] {
      let answer = try ledger.json("{ plan(id: \"\(id)\") { id } }")
      #expect(answer["data"]?["plan"] == .null)
      #expect(answer["errors"] == nil)
    }
    let answer = try ledger.json(
      "{ plan(id: \"LV-HTP-2021\", effectiveAt: \"2021-09-27\") { id } }")
    #expect(answer["data"]?["plan"] == .null)
  }
}
