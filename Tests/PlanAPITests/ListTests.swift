import Coding
import EventStore
import Events
import PlanAPI
import Projections
import Testing

@Suite("Lists are filtered, ordered and paged as a plain loop would")
struct ListTests {
  let ledger: Fixture

  init() throws { ledger = try Fixture.shared.get() }

  /// The actions of the plan at a day, by plain means.
  func actions(on day: Day) throws -> [Entity<ActionState>] {
    let snapshot = try ledger.ledger.snapshot()
    let point = ReadingPoint(effectiveAt: day, position: snapshot.view.head.position)
    return try PointInTime(snapshot, at: point).actions(of: Identifier("LV-HTP-2021"))
  }

  /// All codes, page by page.
  func codes(_ day: Day, _ list: String, size: Int, backward: Bool) throws -> [String] {
    var codes: [String] = []
    var cursor = ""
    for _ in 0..<100 {
      let page = backward ? "last: \(size)" : "first: \(size)"
      let answer = try ledger.json(
        """
        { plan(id: "LV-HTP-2021", effectiveAt: "\(day)") { actions(\(list), \(page)\(cursor)) {
            edges { cursor node { code } }
            pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }
        """)
      try #require(answer["errors"] == nil, "\(list)")
      let connection = answer["data"]?["plan"]?["actions"]
      let edges = connection?["edges"]?.elements ?? []
      let found = edges.compactMap { $0["node"]?["code"]?.string }
      let info = connection?["pageInfo"]
      #expect(info?["startCursor"] == edges.first?["cursor"] ?? .null)
      codes = backward ? found + codes : codes + found
      guard info?[backward ? "hasPreviousPage" : "hasNextPage"] == .bool(true),
        let next = info?[backward ? "startCursor" : "endCursor"]?.string
      else { break }
      cursor = ", \(backward ? "before" : "after"): \"\(next)\""
    }
    return codes
  }

  @Test("Random filters, orders and pages", arguments: 0..<60 as Range<UInt64>)
  func random(_ seed: UInt64) throws {
    var random = Seeded(state: seed)
    let days = ["2021-12-31", "2022-06-15", "2022-12-31", "2023-12-31", "2025-01-28"]
    let written = days[Int.random(in: 0..<5, using: &random)]
    let day = try CoarseDate(parsing: written).lastDay
    let condition = NaiveCondition.random(&random, depth: 3, on: day)
    let order = NaiveOrder.random(&random)
    let expected = try actions(on: day).filter(condition.holds).sorted(by: order.precedes)
      .map { $0.state.code.description }
    let found = try codes(
      day, "where: \(condition.text), orderBy: \(order.text)",
      size: Int.random(in: 1...12, using: &random), backward: Bool.random(using: &random))
    #expect(found == expected, "\(condition.text) \(order.text)")
  }

  @Test("Counts and groups are of all pages, and each group is what its filter finds")
  func groups() throws {
    let answer = try ledger.json(
      """
      { plan(id: "LV-HTP-2021", effectiveAt: "2023-01-01") { actions(first: 1) {
          totalCount aggregate { count } nodes { code }
          groupBy(keys: [AREA, RUNNING]) { keys { area running kind } count } } } }
      """)
    let actions = answer["data"]?["plan"]?["actions"]
    #expect(actions?["totalCount"]?.integer == 31)
    #expect(actions?["aggregate"]?["count"]?.integer == 31)
    #expect(actions?["nodes"]?.elements?.count == 1)
    let groups = actions?["groupBy"]?.elements ?? []
    #expect(groups.compactMap { $0["count"]?.integer }.reduce(0, +) == 31)
    #expect(groups.count > 4)
    let all = try self.actions(on: CoarseDate(parsing: "2023-01-01").lastDay)
    for group in groups {
      let keys = group["keys"]
      let count = all.filter {
        $0.state.area?.value?.description == keys?["area"]?.string
          && $0.state.running?.value.rawValue == keys?["running"]?.string
      }.count
      #expect(group["count"]?.integer == Int64(count))
      #expect(keys?["kind"] == .null)
    }
  }

  /// The message of the first error of a question.
  func message(_ question: String) throws -> String? {
    try ledger.json(question)["errors"]?.elements?.first?["message"]?.string
  }

  @Test("A cursor used anywhere but where it came from is a clear error")
  func cursors() throws {
    func list(_ arguments: String, at clocks: String = "") -> String {
      """
      { plan(id: "LV-HTP-2021", effectiveAt: "2025-01-28"\(clocks)) {
        actions(\(arguments)) { nodes { code } pageInfo { endCursor } } } }
      """
    }
    let answer = try ledger.json(list("first: 2"))
    let cursor = try #require(
      answer["data"]?["plan"]?["actions"]?["pageInfo"]?["endCursor"]?.string)
    #expect(try message(list("first: 5, after: \"\(cursor)\"")) == nil)
    let other = "after: the cursor is of another list, filter, order or clock than this one"
    #expect(
      try message(list("after: \"\(cursor)\", where: {running: {eq: DELIVERED}}")) == other)
    #expect(try message(list("after: \"\(cursor)\", orderBy: [{code: DESC}]")) == other)
    #expect(
      try message(list("after: \"\(cursor)\"", at: ", publishedBy: \"2025-01-28\"")) == other)
    #expect(
      try message(list("after: \"\(cursor)\"", at: ", recordedBy: \"@254\""))?
        .hasSuffix("ask with recordedBy: \"@255\"") == true)
    #expect(
      try message(
        list("after: \"\(cursor)\"").replacing("effectiveAt: \"2025-01-28\"", with: ""))?
        .hasSuffix("ask with effectiveAt: \"2025-01-28\"") == true)
    #expect(try message("{ plans(after: \"\(cursor)\") { totalCount nodes { id } } }") == other)
    let ends = try ledger.json(
      list("first: 3").replacing("nodes { code }", with: "edges { cursor }"))
    let cursors = (ends["data"]?["plan"]?["actions"]?["edges"]?.elements ?? [])
      .compactMap { $0["cursor"]?.string }
    #expect(
      try message(list("after: \"\(cursors[2])\", before: \"\(cursors[0])\""))
        == "after stands behind before: the page would be upside down")
  }

  @Test("The log is read from either end, and its pages are its slices")
  func log() throws {
    func positions(_ arguments: String) throws -> [Int64] {
      let answer = try ledger.json("{ events(\(arguments)) { nodes { position } } }")
      #expect(answer["errors"] == nil, "\(answer)")
      return (answer["data"]?["events"]?["nodes"]?.elements ?? []).compactMap {
        $0["position"]?.integer
      }
    }
    #expect(try positions("first: 3") == [1, 2, 3])
    #expect(try positions("last: 3") == [253, 254, 255])
    #expect(try positions("last: 2, recordedBy: \"@10\"") == [9, 10])
    let all = try positions("first: 1000, where: {type: {eq: ActionStarted}}")
    #expect(all.count == 29)
    #expect(try positions("last: 4, where: {type: {eq: ActionStarted}}") == all.suffix(4))
    #expect(
      try positions("first: 1000, where: {subject: {under: \"plan/LV-HTP-2021/area\"}}").count == 4)
    // One stream or one type is read by its index; said in another way, it is not.
    let one = "plan/LV-HTP-2021/action/ILL-1.1"
    for page in ["first: 2", "last: 2", "first: 1000", "last: 3, recordedBy: \"@200\""] {
      #expect(
        try positions("\(page), where: {subject: {eq: \"\(one)\"}}")
          == positions("\(page), where: {subject: {under: \"\(one)\"}}"))
      #expect(
        try positions("\(page), where: {type: {eq: ActionAssessed}, provenance: {ne: OFFICIAL}}")
          == positions("\(page), where: {not: {type: {ne: ActionAssessed}}}"))
      #expect(
        try positions("\(page), where: {type: {in: [ActionStarted, ActionAdded, ActionAdded]}}")
          == positions(
            "\(page), where: {or: [{type: {eq: ActionStarted}}, {type: {eq: ActionAdded}}]}"))
      #expect(
        try positions("\(page), where: {subject: {in: [\"\(one)\", \"plan/LV-HTP-2021\", \"x\"]}}")
          == positions(
            "\(page), where: {or: [{subject: {under: \"\(one)\"}}, "
              + "{subject: {eq: \"plan/LV-HTP-2021\"}}]}"))
    }
    #expect(try positions("where: {subject: {eq: \"no stream\"}}") == [])
    #expect(
      try positions("orderBy: [{position: DESC}], first: 2") == [255, 254])
  }

  @Test("The log is counted and grouped as its rows are")
  func countedLog() throws {
    let answer = try ledger.json(
      """
      { events(first: 1000, where: {subject: {under: "plan/LV-HTP-2021"}}) {
          totalCount aggregate { count } nodes { type } groupBy(keys: [TYPE]) { keys { type } count }
      } }
      """)
    let events = try #require(answer["data"]?["events"])
    let types = (events["nodes"]?.elements ?? []).compactMap { $0["type"]?.string }
    #expect(types.count > 100)
    #expect(events["totalCount"]?.integer == Int64(types.count))
    #expect(events["aggregate"]?["count"]?.integer == Int64(types.count))
    let groups = (events["groupBy"]?.elements ?? []).map { group in
      "\(group["keys"]?["type"]?.string ?? "") \(group["count"]?.integer ?? 0)"
    }
    let counts = Dictionary(grouping: types) { $0 }.map { "\($0.key) \($0.value.count)" }
    #expect(Set(groups) == Set(counts) && groups.count == counts.count)
  }
}
