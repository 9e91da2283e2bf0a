import Coding
import PlanAPI
import Testing

@Suite("What moved a published figure since it was published")
struct DriftTests {
  static let ledger = Result {
    var script = Script()
    script.plan("P1", "2020/2022")
    for code in ["1", "2", "3"] { script.action("P1/\(code)", "2020-02-01") }
    func verdict(_ code: String, _ on: String, _ verdict: String, type: String = "ActionAssessed") {
      script.add(
        type, "plan/P1/action/\(code)", on, #"{"verdict":"\#(verdict)","finality":"FINAL"}"#)
    }
    verdict("1", "2022-12-31", "COMPLETED")
    verdict("2", "2022-12-31", "NOT_COMPLETED")
    script.add(
      "VictimCountRecorded", "victims/LV", "2022-12-31",
      #"{"cell":{"basis":"IDENTIFIED","period":"2022/2022"},"value":26}"#)
    script.add(
      "ClaimPublished", "plan/P1/claim/C", "2023-01-20",
      #"{"label":"C","cutOff":"2022-12-31","figures":[{"measure":"ACTIONS","value":3},"#
        + #"{"measure":"COMPLETED","value":1},{"measure":"STATEMENT","text":"Well"},"#
        + #"{"measure":"VICTIMS","value":26,"cell":{"basis":"IDENTIFIED","period":"2022/2022"}}]}"#)
    verdict("3", "2023-01-10", "COMPLETED")
    verdict("2", "2023-02-10", "COMPLETED", type: "AssessmentRevised")
    verdict("1", "2023-03", "PARTIALLY_COMPLETED", type: "AssessmentRevised")
    script.action("P1/4", "2023-04-01")
    script.add(
      "VictimCountRevised", "victims/LV", "2023-06-30",
      #"{"cell":{"basis":"IDENTIFIED","period":"2022/2022"},"value":28}"#)
    script.add(
      "VictimCountRecorded", "victims/LV", "2023-07-30",
      #"{"cell":{"basis":"IDENTIFIED","period":"2022/2022","sex":"MALE"},"value":2}"#)
    return try Fixture(script)
  }

  private func drift(_ clocks: String) throws -> [String] {
    let answer = try Self.ledger.get().json(
      """
      { plan(id: "P1"\(clocks)) { reconciliation { measure fromItems drift { from then now hasMoved
        moves { effective before after subject event { type } } } } } }
      """)
    #expect(answer["errors"] == nil, "\(answer)")
    func shown(_ json: JSON?) -> String { json?.integer.map { String($0) } ?? "-" }
    return (answer["data"]?["plan"]?["reconciliation"]?.elements ?? []).compactMap { row in
      guard let drift = row["drift"], drift != .null else { return nil }
      #expect(drift["now"] == row["fromItems"] && drift["from"]?.string == "2022-12-31")
      #expect(drift["hasMoved"] == .bool(drift["then"] != drift["now"]))
      // The moves lead from the one figure to the other without a gap.
      var last = drift["then"]
      let moves = (drift["moves"]?.elements ?? []).map { move in
        #expect(move["before"] == last)
        last = move["after"]
        let code = move["subject"]?.string?.split(separator: "/").last ?? ""
        return "\(move["effective"]?.string ?? "") \(move["event"]?["type"]?.string ?? "") \(code) "
          + "\(shown(move["before"]))→\(shown(move["after"]))"
      }
      #expect(last == drift["now"])
      return "\(row["measure"]?.string ?? ""): " + moves.joined(separator: ", ")
    }
  }

  @Test("Each event that moved it stands there with the figure before and after")
  func moves() throws {
    #expect(
      try drift("") == [
        "ACTIONS: 2023-04-01 ActionAdded 4 3→4",
        "COMPLETED: 2023-01-10 ActionAssessed 3 1→2, 2023-02-10 AssessmentRevised 2 2→3, "
          + "2023-03 AssessmentRevised 1 3→2",
        "VICTIMS: 2023-06-30 VictimCountRevised LV 26→28",
      ])
  }

  @Test("On an earlier day, fewer have")
  func earlier() throws {
    #expect(
      try drift(", effectiveAt: \"2023-02-15\"") == [
        "ACTIONS: ",
        "COMPLETED: 2023-01-10 ActionAssessed 3 1→2, 2023-02-10 AssessmentRevised 2 2→3",
        "VICTIMS: ",
      ])
  }

  @Test("Where no verdict stood on the claim's day, the figure begins with none")
  func nothingThen() throws {
    var script = Script()
    script.plan("P1", "2020/2022")
    script.action("P1/1", "2020-02-01")
    script.add(
      "ClaimPublished", "plan/P1/claim/C", "2022-12-31",
      #"{"label":"C","figures":[{"measure":"NOT_COMPLETED","value":0}]}"#)
    script.add(
      "ActionAssessed", "plan/P1/action/1", "2023-01-31",
      #"{"verdict":"COMPLETED","finality":"FINAL"}"#)
    let answer = try Fixture(script).json(
      "{ plan(id: \"P1\") { reconciliation { drift { then now moves { before after } } } } }")
    let drift = answer["data"]?["plan"]?["reconciliation"]?.elements?.first?["drift"]
    #expect(drift?["then"] == .null && drift?["now"]?.integer == 0)
    #expect(drift?["moves"]?.elements?.count == 1)
    #expect(drift?["moves"]?.elements?.first?["before"] == .null)
  }
}
