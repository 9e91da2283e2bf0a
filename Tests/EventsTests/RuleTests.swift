import Testing

@testable import Events

/// What no field alone can see.
@Suite("Fields that hang together")
struct RuleTests {
  /// A relation, its successors, and whether they go together.
  static let carryOvers: [(String, [String], Bool)] = [
    ("CONTINUES", ["1"], true), ("CONTINUES", [], false), ("CONTINUES", ["1", "2"], false),
    ("MERGED", ["1"], true), ("MERGED", [], false), ("SPLIT", ["1", "2"], true),
    ("SPLIT", ["1", "2", "3"], true), ("SPLIT", ["1"], false), ("SPLIT", ["1", "1"], false),
    ("INSTITUTIONALISED", [], true), ("INSTITUTIONALISED", ["1"], false),
  ]

  @Test("an action carried over has as many successors as its relation says", arguments: carryOvers)
  func carryOver(relation: String, codes: [String], isRight: Bool) throws {
    let successors = codes.map { "\"plan/N/action/\($0)\"" }.joined(separator: ",")
    let line = RefusalTests.line(
      "ActionCarriedOver", on: RefusalTests.action,
      #"{"relation":"\#(relation)","successors":[\#(successors)]}"#)
    if isRight {
      _ = try RefusalTests.read(line)
    } else {
      #expect(RefusalTests.field(RefusalTests.error(line)) == "data.successors")
    }
  }

  @Test("a successor is an action")
  func successors() {
    let data = #"{"relation":"CONTINUES","successors":["plan/N"]}"#
    #expect(
      RefusalTests.field(
        RefusalTests.error(RefusalTests.line("ActionCarriedOver", on: RefusalTests.action, data)))
        == "data.successors")
  }

  /// A figure and the field that is too much; `nil` where it is right.
  static let figures: [(String, String?)] = [
    (#"{"measure":"COMPLETED","value":22}"#, nil),
    (#"{"measure":"COMPLETED","value":22,"text":"of 39"}"#, nil),
    (#"{"measure":"STATEMENT","text":"most"}"#, nil),
    (#"{"measure":"VICTIMS","value":1,"cell":{"basis":"ASSISTED","period":"2022"}}"#, nil),
    (#"{"measure":"STATEMENT","text":"most","value":1}"#, "data.figures[1].value"),
    (
      #"{"measure":"ACTIONS","value":1,"cell":{"basis":"ASSISTED","period":"2022"}}"#,
      "data.figures[1].cell"
    ),
    (
      #"{"measure":"STATEMENT","text":"a","cell":{"basis":"ASSISTED","period":"2022"}}"#,
      "data.figures[1].cell"
    ),
  ]

  @Test("a claim's figure has what its measure asks, and no more", arguments: figures)
  func figure(text: String, field: String?) throws {
    let data = #"{"label":"a","figures":[{"measure":"ACTIONS","value":39},\#(text)]}"#
    let line = RefusalTests.line("ClaimPublished", on: "plan/P/claim/k", data)
    if let field {
      #expect(RefusalTests.field(RefusalTests.error(line)) == field)
    } else {
      _ = try RefusalTests.read(line)
    }
  }
}
