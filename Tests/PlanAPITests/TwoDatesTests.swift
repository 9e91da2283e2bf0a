import Coding
import Events
import PlanAPI
import Testing

@Suite("The same plan asked at two dates")
struct TwoDatesTests {
  let ledger: Fixture

  init() throws { ledger = try Fixture.shared.get() }

  static let question = """
    { then: plan(id: "LV-HTP-2021", effectiveAt: "2022-12-31") {
        actions { groupBy(keys: [ASSESSMENT]) { keys { assessment } count } } }
      now: plan(id: "LV-HTP-2021", effectiveAt: "2025-01-28") {
        actions { groupBy(keys: [ASSESSMENT]) { keys { assessment } count } } } }
    """

  /// The verdicts under a response key, as `COMPLETED 22`.
  func verdicts(_ key: String, in answer: JSON) -> [String] {
    let groups = answer["data"]?[key]?["actions"]?["groupBy"]?.elements ?? []
    return groups.map { group in
      let verdict = group["keys"]?["assessment"]?.string ?? "none"
      return "\(verdict) \(group["count"]?.integer ?? -1)"
    }
  }

  @Test("No verdict stands at the end of 2022, and 22, 4 and 5 do on the day of the report")
  func twoDates() throws {
    let answer = try ledger.json(Self.question)
    #expect(answer["errors"] == nil)
    #expect(verdicts("then", in: answer) == ["none 31"])
    #expect(
      verdicts("now", in: answer) == ["COMPLETED 22", "PARTIALLY_COMPLETED 4", "NOT_COMPLETED 5"])
  }
}
