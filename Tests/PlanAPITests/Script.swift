import Foundation

/// Events of invented plans as lines that can be appended.
struct Script {
  private(set) var text = ""
  private var count = 0

  /// Adds an event.
  ///
  /// - Parameters:
  ///   - data: the body as JSON.
  ///   - rest: further attributes as JSON members, such as `"reason": "…"`.
  mutating func add(
    _ type: String, _ subject: String, _ effective: String, _ data: String = "{}",
    _ rest: String = "", provenance: String = "ILLUSTRATIVE"
  ) {
    count += 1
    let digits = String(count)
    let id = "5c121707-0000-7000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
    text +=
      #"{"specversion":"1.0","id":"\#(id)","source":"urn:test","type":"planledger.\#(type)","#
      + #""subject":"\#(subject)","effective":"\#(effective)","provenance":"\#(provenance)","#
      + (rest.isEmpty ? "" : rest + ",") + #""data":\#(data)}"# + "\n"
  }

  /// A plan that is approved.
  mutating func plan(_ id: String, _ period: String, after: String? = nil) {
    let year = period.prefix(4)
    let predecessor = after.map { #","predecessor":"\#($0)""# } ?? ""
    add(
      "PlanDrafted", "plan/\(id)", "\(year)-01-01",
      #"{"title":"\#(id)","period":"\#(period)"\#(predecessor)}"#)
    add("PlanApproved", "plan/\(id)", "\(year)-01-02", #"{"act":"Order"}"#)
  }

  /// An action, `PLAN/CODE`.
  mutating func action(_ short: String, _ effective: String, _ more: String = "") {
    add("ActionAdded", Script.stream(short), effective, #"{"title":"Action \#(short)"\#(more)}"#)
  }

  /// That an action goes on as others, each `PLAN/CODE`.
  mutating func carryOver(
    _ short: String, _ relation: String, _ successors: [String], _ effective: String,
    _ rest: String = ""
  ) {
    let streams = successors.map { "\"\(Script.stream($0))\"" }.joined(separator: ",")
    add(
      "ActionCarriedOver", Script.stream(short), effective,
      #"{"relation":"\#(relation)","successors":[\#(streams)]}"#, rest)
  }

  /// `PLAN/CODE` as a stream.
  static func stream(_ short: String) -> String {
    let parts = short.split(separator: "/")
    return "plan/\(parts[0])/action/\(parts[1])"
  }
}

extension Fixture {
  /// A ledger that holds a script, its lines in one batch.
  convenience init(_ script: Script) throws {
    try self.init(files: [])
    try Fixture.append(script.text, to: ledger, at: Fixture.now)
  }

  /// The examples, and after them one of everything that they have none of.
  static let rich = Result {
    let fixture = try Fixture()
    var script = Script()
    script.plan("ILL-2018", "2018/2020")
    script.action("ILL-2018/1", "2018-02")
    script.add(
      "PlanSuccessorNamed", "plan/ILL-2018", "2020-12-31", #"{"successor":"LV-HTP-2021"}"#)
    script.carryOver("ILL-2018/1", "CONTINUES", ["LV-HTP-2021/ILL-2.5"], "2021-10")
    script.action("LV-HTP-2025/ILL-1", "2025-09", #","origin":"recommendation/ILL-REC-1""#)
    script.action("LV-HTP-2025/ILL-2", "2025-09")
    // An action more than was claimed: a figure that has moved since.
    script.action("LV-HTP-2021/ILL-9.1", "2025-12-01")
    script.carryOver("LV-HTP-2021/ILL-2.5", "CONTINUES", ["LV-HTP-2025/ILL-2"], "2025-09-15")
    script.add(
      "LinkAsserted", "link/ILL-3", "2025-09-15",
      #"{"from":"plan/LV-HTP-2021/action/ILL-2.5","to":"recommendation/ILL-REC-1","relation":"ANSWERS"}"#
    )
    script.add(
      "LinkAsserted", "link/ILL-4", "2025-09-15",
      #"{"from":"plan/LV-HTP-2021/action/ILL-2.5","to":"obligation/EU-2024-1712","relation":"IMPLEMENTS"}"#
    )
    script.add(
      "LinkAsserted", "link/ILL-5", "2025-09-15",
      #"{"from":"plan/LV-HTP-2021","to":"indicator/ILL-1","relation":"RELATES"}"#)
    script.add(
      "RecommendationAnswered", "recommendation/ILL-REC-1", "2025-10",
      #"{"response":"NOTED","text":"Noted"}"#)
    script.add(
      "RecommendationFollowedUp", "recommendation/ILL-REC-1", "2025-11",
      #"{"finding":"In part","level":"PARTLY_IMPLEMENTED","round":"4"}"#)
    script.add(
      "IndicatorDefined", "indicator/ILL-1", "2025-09",
      #"{"title":"Illustrative","unit":"persons","definition":"Counted","plan":"LV-HTP-2021","action":"plan/LV-HTP-2021/action/ILL-2.5","baseline":{"value":"1.50","period":"2020/2020"},"direction":"ASCENDING","aggregation":"LAST"}"#
    )
    script.add("TargetSet", "indicator/ILL-1", "2025-10", #"{"value":"20","due":"2026-12"}"#)
    script.add(
      "ObservationRecorded", "indicator/ILL-1", "2025-12-31",
      #"{"period":"2025/2025","value":"UNKNOWN"}"#)
    try Fixture.append(script.text, to: fixture.ledger, at: Fixture.now)
    return fixture
  }
}
