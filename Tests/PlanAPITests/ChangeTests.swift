import Coding
import PlanAPI
import Testing

@Suite("What changed is told along effective and along recorded time")
struct ChangeTests {
  let ledger: Fixture

  init() throws { ledger = try Fixture.shared.get() }

  private func nodes(_ arguments: String, _ fields: String) throws -> [JSON] {
    let answer = try ledger.json("{ changes(\(arguments)) { nodes { \(fields) } } }")
    #expect(answer["errors"] == nil, "\(answer["errors"]?.elements?.first ?? .null)")
    return answer["data"]?["changes"]?["nodes"]?.elements ?? []
  }

  @Test("The one correction is what the ledger changed its mind about, and says so")
  func changedMind() throws {
    let before = ledger.ends[1]
    let found = try nodes(
      "fromRecorded: \"@\(before)\", effectiveAt: \"2025-01-28\"",
      "subject kind field old new oldText effective cell { sex } "
        + "events { position type } oldSetBy { type } newSetBy { position }")
    #expect(found.count == 1)
    let change = try #require(found.first)
    #expect(change["subject"] == .string("victims/XX"))
    #expect(change["kind"] == .string("VICTIM_COUNT"))
    #expect(change["field"] == .string("value"))
    #expect(change["old"] == .number("14"))
    #expect(change["oldText"] == .string("14"))
    #expect(change["new"] == .number("41"))
    #expect(change["cell"]?["sex"] == .string("FEMALE"))
    #expect(change["events"]?.elements?.map { $0["type"] } == [.string("EventCorrected")])
    #expect(change["oldSetBy"]?["type"] == .string("VictimCountRecorded"))
    #expect(change["newSetBy"]?["position"] == .number("\(ledger.ends[2])"))
    // The count takes effect on the last day of 2022: before it, nothing was believed otherwise.
    #expect(
      try nodes("fromRecorded: \"@\(before)\", effectiveAt: \"2022-12-30\"", "field").isEmpty)
  }

  @Test("The basis names both ends, with their positions and roots")
  func basis() throws {
    let answer = try ledger.json(
      "{ changes(fromRecorded: \"@55\", toRecorded: \"@254\") { totalCount } }")
    let basis = try #require(answer["extensions"]?["basis"]?["changes"])
    #expect(basis["position"] == .number("254"))
    #expect(basis["from"]?["position"] == .number("55"))
    #expect(basis["from"]?["root"] != basis["root"])
    #expect(basis["from"]?["root"]?.string?.count == 64)
  }

  @Test("Between two days, an action's status is what it is on each of them")
  func betweenDays() throws {
    func running(_ day: String) throws -> [String: String] {
      let answer = try ledger.json(
        "{ plan(id: \"LV-HTP-2021\", effectiveAt: \"\(day)\") { actions { nodes { code running } } } }"
      )
      let nodes = answer["data"]?["plan"]?["actions"]?["nodes"]?.elements ?? []
      return Dictionary(
        nodes.map { ($0["code"]?.string ?? "", $0["running"]?.string ?? "") },
        uniquingKeysWith: { first, _ in first })
    }
    let (then, now) = (try running("2022-06-30"), try running("2023-06-30"))
    let found = try nodes(
      "plan: \"LV-HTP-2021\", from: \"2022-06-30\", to: \"2023-06-30\", "
        + "where: { field: { eq: \"running\" } }", "code old new events { effective }")
    let expected = now.filter { then[$0.key] != $0.value }
    #expect(!expected.isEmpty)
    #expect(Set(found.compactMap { $0["code"]?.string }) == Set(expected.keys))
    for change in found {
      let code = change["code"]?.string ?? ""
      #expect(change["old"]?.string == then[code])
      #expect(change["new"]?.string == now[code])
      #expect(change["events"]?.elements?.isEmpty == false)
    }
  }

  @Test("Pages follow each other without a gap, and groups add up to the whole")
  func pages() throws {
    let arguments = "plan: \"LV-HTP-2021\", from: \"2022\", to: \"2023\""
    let whole = try ledger.json(
      "{ changes(\(arguments), first: 1000) { totalCount nodes { subject field } "
        + "groupBy(keys: [FIELD]) { count } } }")["data"]?["changes"]
    var paged: [JSON] = []
    var cursor = ""
    repeat {
      let page = try #require(
        try ledger.json(
          "{ changes(\(arguments), first: 7\(cursor)) { nodes { subject field } "
            + "pageInfo { hasNextPage endCursor } } }")["data"]?["changes"])
      paged += page["nodes"]?.elements ?? []
      guard page["pageInfo"]?["hasNextPage"] == .bool(true) else { break }
      cursor = ", after: \"\(page["pageInfo"]?["endCursor"]?.string ?? "")\""
    } while paged.count < 2000
    #expect(paged == whole?["nodes"]?.elements)
    #expect(whole?["totalCount"] == .number("\(paged.count)"))
    let counts = whole?["groupBy"]?.elements?.compactMap { $0["count"]?.integer } ?? []
    #expect(counts.reduce(0, +) == Int64(paged.count))
    #expect(paged.count > 50)
  }

  @Test("A cursor that stands at another knowledge says with which argument to go on")
  func cursor() throws {
    let page = try ledger.json(
      "{ changes(fromRecorded: \"@56\", toRecorded: \"@200\", effectiveAt: \"2023\", first: 1) { pageInfo { endCursor } } }"
    )
    let cursor = try #require(
      page["data"]?["changes"]?["pageInfo"]?["endCursor"]?.string)
    let answer = try ledger.json(
      "{ changes(fromRecorded: \"@56\", effectiveAt: \"2023\", first: 1, after: \"\(cursor)\") { nodes { field } } }"
    )
    #expect(
      answer["errors"]?.elements?.first?["message"]
        == .string(
          "after: the cursor stands at position 200 of the ledger, and this question at 255: ask "
            + "with toRecorded: \"@200\""))
  }

  @Test("A plan tells what changed up to where it stands")
  func ofPlan() throws {
    let below = try ledger.json(
      "{ plan(id: \"LV-HTP-2021\", effectiveAt: \"2023\") { changes(from: \"2022\") { nodes { subject field new } } } }"
    )
    let beside = try nodes(
      "plan: \"LV-HTP-2021\", from: \"2022\", to: \"2023\"", "subject field new")
    #expect(below["data"]?["plan"]?["changes"]?["nodes"]?.elements == beside)
    #expect(!beside.isEmpty)
  }

  @Test("Corrections can be asked for alone")
  func byEventType() throws {
    let found = try nodes(
      "fromRecorded: \"@56\", where: { eventTypes: { has: \"EventCorrected\" } }", "subject")
    // What was recorded and corrected since the beginning: the one figure, all its fields.
    #expect(Set(found.compactMap { $0["subject"]?.string }) == ["victims/XX"])
  }

  static let refusals: [(arguments: String, message: String)] = [
    (
      "plan: \"LV-HTP-2021\"",
      "from or fromRecorded is missing: ask with from: \"2022-12-31\", to: \"2023-12-31\" (what "
        + "changed), or fromRecorded: \"2025-01-28\" (what the ledger learned otherwise since)"
    ),
    (
      "from: \"2022\", toRecorded: \"@20\"",
      "from and toRecorded together: ask either with from: \"2022-12-31\", to: \"2023-12-31\" (what "
        + "changed), or fromRecorded: \"2025-01-28\" (what the ledger learned otherwise since)"
    ),
    ("from: \"2024-01\", to: \"2023\"", "from 2024-01 stands after to 2023-12-31"),
    (
      "fromRecorded: \"@20\", toRecorded: \"@10\"",
      "fromRecorded is position 20, after toRecorded, position 10"
    ),
    (
      "fromRecorded: \"@10\", toRecorded: \"@999\"",
      "toRecorded @999 lies beyond the ledger's last event, @255"
    ),
    (
      "fromRecorded: \"2031-01-01\"",
      "fromRecorded lies in the future, and nobody knows what will be recorded: the last event was "
        + "recorded 2026-03-01T09:00:00.000000Z"
    ),
    (
      "plan: \"LV-HTP-2012\", from: \"2022\"",
      "plan: there is no plan LV-HTP-2012 in sight at either end"
    ),
  ]

  @Test("Arguments of both ways, of none, or that lead nowhere are refused", arguments: refusals)
  func refusal(arguments: String, message: String) throws {
    let answer = try ledger.json("{ changes(\(arguments)) { totalCount } }")
    #expect(answer["errors"]?.elements?.first?["message"] == .string(message))
  }
}
