import EventStore
import Events
import Lifecycle
import Projections
import Testing

private func count(
  _ value: String, _ cell: String = "", type: String = "VictimCountRecorded",
  on day: String = "2022-12-31"
) -> String {
  let more = cell.isEmpty ? "" : "," + cell
  return line(
    type, "victims/LV", day,
    #"{"cell":{"basis":"IDENTIFIED","period":"2022"\#(more)},"value":\#(value)}"#)
}

@Suite struct VictimRuleTests {
  @Test("A total below one of its parts is refused, whichever comes last")
  func totals() throws {
    let ledger = try TestLedger()
    try ledger.append([count("20")])
    guard
      case .totalBelowPart(_, let total, _, let part) = try ledger.violation(
        [count("21", #""sex":"FEMALE""#)])
    else {
      Issue.record("a part above its total was taken")
      return
    }
    #expect(total == 20 && part == 21)
    try ledger.append([count("15", #""sex":"FEMALE""#)])
    #expect(
      try ledger.violation([count("14", type: "VictimCountRevised", on: "2023-01-31")]) != nil)
    #expect(
      try ledger.violation([count("15", type: "VictimCountRevised", on: "2023-01-31")]) == nil)
  }

  @Test("A total and its part may be restated together")
  func together() throws {
    let ledger = try TestLedger()
    try ledger.append([count("20"), count("15", #""sex":"FEMALE""#)])
    let both = [
      count("10", type: "VictimCountRevised", on: "2023-01-31"),
      count("9", #""sex":"FEMALE""#, type: "VictimCountRevised", on: "2023-01-31"),
    ]
    #expect(try ledger.violation([both[0]]) != nil)
    #expect(try ledger.violation(both) == nil)
  }

  @Test("Cells of different registers, bases or periods are not compared")
  func apart() throws {
    let ledger = try TestLedger()
    try ledger.append([count("20")])
    #expect(
      try ledger.violation([count("30", #""sex":"FEMALE","register":"NGO""#)]) == nil)
  }

  @Test("Zero, unknown and not collected are three values, and no part is above an unknown total")
  func unknown() throws {
    let ledger = try TestLedger()
    try ledger.append([count(#""UNKNOWN""#)])
    #expect(try ledger.violation([count("3", #""sex":"MALE""#)]) == nil)
    #expect(try ledger.violation([count("0", #""sex":"OTHER""#)]) == nil)
    #expect(try ledger.violation([count(#""NOT_COLLECTED""#, #""ageGroup":"CHILD""#)]) == nil)
  }

  @Test("A cell has one count, which is revised")
  func twice() throws {
    let ledger = try TestLedger()
    #expect(try ledger.violation([count("1", type: "VictimCountRevised")]) != nil)
    try ledger.append([count("20")])
    guard case .countThere = try ledger.violation([count("21", on: "2023-02-01")]) else {
      Issue.record("a cell was counted twice")
      return
    }
  }
}
