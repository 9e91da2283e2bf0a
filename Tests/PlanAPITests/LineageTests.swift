import Coding
import PlanAPI
import Testing

@Suite("What became of actions, and what they came from")
struct LineageTests {
  /// Three plans with a gap of years between them.
  static let script: Script = {
    var script = Script()
    script.plan("P1", "2010/2012")
    script.plan("P2", "2016/2018", after: "P1")
    script.plan("P3", "2019/2021", after: "P2")
    for code in ["1", "2", "3", "4", "5", "6", "10", "11"] {
      script.action("P1/\(code)", "2010-02")
    }
    for code in ["1", "2", "3", "9"] { script.action("P2/\(code)", "2016-02") }
    script.action("P3/1", "2019-02")
    script.add(
      "ActionAssessed", "plan/P1/action/6", "2012-12-31",
      #"{"verdict":"COMPLETED","finality":"FINAL"}"#)
    script.carryOver("P1/1", "CONTINUES", ["P2/1"], "2016-03")
    script.carryOver("P1/2", "MERGED", ["P2/2"], "2016-03")
    script.carryOver("P1/10", "MERGED", ["P2/2"], "2016-03")
    script.carryOver("P1/3", "SPLIT", ["P2/2", "P2/3"], "2016-03")
    script.carryOver("P1/4", "INSTITUTIONALISED", [], "2016-03")
    script.add("ActionDropped", "plan/P1/action/5", "2016-03", "{}", #""reason":"Overtaken""#)
    script.carryOver("P2/2", "MERGED", ["P3/1"], "2019-03")
    script.carryOver("P2/3", "MERGED", ["P3/1"], "2019-03", #""published":"2019-04""#)
    return script
  }()

  static let ledger = Result { try Fixture(script) }

  private func carryOver(_ arguments: String) throws -> JSON {
    let answer = try Self.ledger.get().json(
      """
      { plan(\(arguments)) { carryOver { determinable notDeterminable sentence into { id }
        counts { unfinished continues merged split institutionalised dropped undisposed new }
        dispositions { action { code } relation reason successors { stream title action { code } } }
        undisposedAtApproval undisposedNow newActions { code origin } } } }
      """)
    #expect(answer["errors"] == nil, "\(answer)")
    return try #require(answer["data"]?["plan"]?["carryOver"])
  }

  @Test("Each unfinished action has its disposition, in the order of codes")
  func dispositions() throws {
    let all = try carryOver("id: \"P1\"")
    #expect(all["determinable"] == .bool(true) && all["sentence"] == .null)
    #expect(all["into"]?["id"]?.string == "P2")
    let said = (all["dispositions"]?.elements ?? []).map { row in
      let successors = (row["successors"]?.elements ?? []).compactMap { $0["stream"]?.string }
      return "\(row["action"]?["code"]?.string ?? "") \(row["relation"]?.string ?? "") "
        + successors.joined(separator: " ") + (row["reason"]?.string ?? "")
    }
    #expect(
      said == [
        "1 CONTINUES plan/P2/action/1", "2 MERGED plan/P2/action/2",
        "3 SPLIT plan/P2/action/2 plan/P2/action/3", "4 INSTITUTIONALISED ", "5 DROPPED Overtaken",
        "10 MERGED plan/P2/action/2", "11 UNDISPOSED ",
      ])
    let counts = (all["counts"]?.members ?? []).map { "\($0.name) \($0.value.integer ?? -1)" }
    #expect(
      counts == [
        "unfinished 7", "continues 1", "merged 2", "split 1", "institutionalised 1", "dropped 1",
        "undisposed 1", "new 1",
      ])
    #expect(all["undisposedNow"]?.elements?.map(\.string) == ["11"])
    #expect(all["newActions"]?.elements?.map { $0["code"]?.string } == ["9"])
  }

  @Test("Before dispositions took effect, all are undisposed")
  func earlier() throws {
    let all = try carryOver("id: \"P1\", effectiveAt: \"2016-02-29\"")
    #expect(all["counts"]?["undisposed"]?.integer == 7)
    #expect(all["counts"]?["new"]?.integer == 4)
  }

  private func lineage(_ field: String, of short: String, _ clocks: String = "") throws -> [String]
  {
    let parts = short.split(separator: "/")
    let answer = try Self.ledger.get().json(
      """
      { plan(id: "\(parts[0])"\(clocks)) { actions(where: {code: {eq: "\(parts[1])"}}) { nodes {
        \(field) { relation depth subject by plan { id } action { code } event { type subject } } } } } }
      """)
    #expect(answer["errors"] == nil, "\(answer)")
    let nodes = answer["data"]?["plan"]?["actions"]?["nodes"]?.elements ?? []
    return (nodes.first?[field]?.elements ?? []).map { step in
      #expect(step["event"]?["type"]?.string == "ActionCarriedOver")
      let plan = step["plan"]?["id"]?.string ?? "", code = step["action"]?["code"]?.string ?? ""
      #expect(step["subject"]?.string == "plan/\(plan)/action/\(code)")
      return "\(step["depth"]?.integer ?? 0) \(plan)/\(code) \(step["relation"]?.string ?? "")"
    }
  }

  @Test("Ancestors and descendants are found across plans and gaps, nearest first, each once")
  func transitive() throws {
    #expect(
      try lineage("ancestors", of: "P3/1") == [
        "1 P2/2 MERGED", "1 P2/3 MERGED", "2 P1/2 MERGED", "2 P1/3 SPLIT", "2 P1/10 MERGED",
      ])
    #expect(
      try lineage("descendants", of: "P1/3") == [
        "1 P2/2 SPLIT", "1 P2/3 SPLIT", "2 P3/1 MERGED",
      ])
    #expect(try lineage("ancestors", of: "P1/1") == [])
    #expect(try lineage("descendants", of: "P1/4") == [])
  }

  @Test("Lineage stands at the clocks of the answer")
  func clocks() throws {
    #expect(
      try lineage("descendants", of: "P1/3", ", effectiveAt: \"2018-12-31\"")
        == ["1 P2/2 SPLIT", "1 P2/3 SPLIT"])
    #expect(try lineage("ancestors", of: "P3/1", ", publishedBy: \"2020\"") == [])
    #expect(try lineage("ancestors", of: "P3/1", ", recordedBy: \"@20\"") == [])
  }

  @Test("Where verdicts are not held, or no action is, dispositions are not determinable")
  func notDeterminable() throws {
    var script = Script()
    script.plan("P1", "2010/2012")
    script.plan("P2", "2013/2015", after: "P1")
    script.plan("P3", "2016/2018", after: "P2")
    script.action("P1/1", "2010-02")
    script.action("P1/2", "2010-02")
    script.action("P2/1", "2013-02")
    script.add(
      "PlanClosed", "plan/P1", "2012-12-31", #"{"itemVerdictsNotHeld":true}"#,
      #""reason":"Only totals were published""#)
    script.carryOver("P1/1", "CONTINUES", ["P2/1"], "2013-03")
    let ledger = try Fixture(script)
    for (plan, why, recorded) in [
      ("P1", "VERDICTS_NOT_HELD", ["CONTINUES"]), ("P3", "NO_ACTIONS", []),
    ] {
      let answer = try ledger.json(
        """
        { plan(id: "\(plan)") { carryOver { determinable notDeterminable sentence counts { undisposed }
          undisposedNow undisposedAtApproval dispositions { relation } } } }
        """)
      let all = answer["data"]?["plan"]?["carryOver"]
      #expect(all?["determinable"] == .bool(false))
      #expect(all?["notDeterminable"]?.string == why)
      #expect(all?["sentence"]?.string == "dispositions not determinable")
      #expect(all?["counts"] == .null && all?["undisposedNow"] == .null)
      #expect(all?["undisposedAtApproval"] == .null)
      #expect(all?["dispositions"]?.elements?.map { $0["relation"]?.string ?? "" } == recorded)
    }
  }

  @Test("Random lineages are walked as a plain search would", arguments: 0..<12 as Range<UInt64>)
  func random(_ seed: UInt64) throws {
    var random = Seeded(state: seed)
    var script = Script()
    let plans = 4, actions = 4
    for plan in 0..<plans {
      script.plan(
        "P\(plan)", "\(2000 + plan)/\(2000 + plan)", after: plan > 0 ? "P\(plan - 1)" : nil)
      for action in 0..<actions { script.action("P\(plan)/\(action)", "2000-02") }
    }
    var edges: [String: [String]] = [:]
    for plan in 0..<(plans - 1) {
      for action in 0..<actions where Int.random(in: 0..<3, using: &random) > 0 {
        // A later plan, not always the next one.
        let later = (plan + 1)..<plans
        var successors: Set<String> = []
        for _ in 0..<Int.random(in: 1...3, using: &random) {
          let other = Int.random(in: 0..<actions, using: &random)
          successors.insert("P\(Int.random(in: later, using: &random))/\(other)")
        }
        let relation = successors.count == 1 ? "MERGED" : "SPLIT"
        script.carryOver("P\(plan)/\(action)", relation, successors.sorted(), "2005")
        edges["P\(plan)/\(action)"] = successors.sorted()
      }
    }
    let ledger = try Fixture(script)
    for plan in 0..<plans {
      let answer = try ledger.json(
        """
        { plan(id: "P\(plan)") { actions { nodes { code
          descendants { depth plan { id } action { code } }
          ancestors { depth plan { id } action { code } } } } } }
        """)
      for node in answer["data"]?["plan"]?["actions"]?["nodes"]?.elements ?? [] {
        let short = "P\(plan)/\(node["code"]?.string ?? "")"
        let back = Dictionary(
          grouping: edges.flatMap { entry in entry.value.map { ($0, entry.key) } }, by: \.0
        ).mapValues { $0.map(\.1) }
        for (field, graph) in [("descendants", edges), ("ancestors", back)] {
          var found: [String: Int] = [:]
          for step in node[field]?.elements ?? [] {
            let name =
              "\(step["plan"]?["id"]?.string ?? "")/\(step["action"]?["code"]?.string ?? "")"
            #expect(found[name] == nil, "\(name) twice")
            found[name] = Int(step["depth"]?.integer ?? 0)
          }
          #expect(found == Self.distances(from: short, graph), "\(field) of \(short)")
        }
      }
    }
  }

  /// How far each node is that can be reached, by relaxing until nothing changes.
  private static func distances(from start: String, _ graph: [String: [String]]) -> [String: Int] {
    var distances = [start: 0]
    var isChanging = true
    while isChanging {
      isChanging = false
      for (node, distance) in distances {
        for other in graph[node] ?? [] where distances[other, default: .max] > distance + 1 {
          distances[other] = distance + 1
          isChanging = true
        }
      }
    }
    distances[start] = nil
    return distances
  }
}
