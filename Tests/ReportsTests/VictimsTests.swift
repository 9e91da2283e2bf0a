import Events
import Foundation
import Projections
import Reports
import Testing

@Suite("Victims: three values apart, nothing summed, nothing small told")
struct VictimsTests {
  private func script() -> Script {
    var script = Script()
    script.plan("P", "2021/2023")
    script.count("0", #""period":"2021""#)
    script.count(#""UNKNOWN""#, #""period":"2022""#)
    script.count(#""NOT_COLLECTED""#, #""period":"2023""#)
    script.count("12", #""period":"2022","register":"A""#)
    script.count("30", #""period":"2022","register":"B""#)
    return script
  }

  @Test("Zero, unknown, not collected and not recorded stand as four different things")
  func known() throws {
    let report = try TestLedger.holding(script()).report("P", at: "2023-12-31")
    let counts = try report.values("victims", "count")
    #expect(counts["IDENTIFIED 2021"] == "0")
    #expect(counts["IDENTIFIED 2022"] == "UNKNOWN")
    #expect(counts["IDENTIFIED 2023"] == "NOT_COLLECTED")
    #expect(counts["IDENTIFIED 2022 register A"] == "12")
    let page = report.html(.latvian)
    for words in ["nav zināms", "nav vākts", "skaits nav reģistrēts"] {
      #expect(page.contains(words))
    }
    // Of a count that is not known there is a hatched place, and no bar.
    let chart = try #require(
      page.components(separatedBy: "<figure>").dropFirst().first { $0.contains("nav vākts") })
    #expect(chart.components(separatedBy: "class=\"unknown\"").count - 1 == 2)
    #expect(chart.components(separatedBy: "class=\"f-strong\"").count - 1 == 0)
  }

  @Test("No number in a report is the sum of two registers")
  func notSummed() throws {
    let report = try TestLedger.holding(script()).report("P", at: "2023-12-31")
    #expect(try !report.facts().contains { $0["value"] == "42" })
    #expect(!report.html().contains(">42<"))
  }

  @Test("A small count is nowhere in any form; 0 shows all; a published one is shown and marked")
  func suppression() throws {
    var script = Script()
    script.plan("P", "2022/2023")
    script.count("61", #""period":"2022""#)
    script.count("58", #""period":"2022","sex":"MALE""#)
    script.count("3", #""period":"2022","sex":"FEMALE""#)
    script.count("2", #""period":"2023","sex":"FEMALE""#, official: true)
    let ledger = try TestLedger.holding(script)
    let report = try ledger.report("P", at: "2024-06-30")
    let counts = try report.values("victims", "count")
    #expect(counts["IDENTIFIED 2022 FEMALE"] == "SUPPRESSED")
    // 61 − 58 would tell it: one of the two has to go with it.
    let shown = ["IDENTIFIED 2022", "IDENTIFIED 2022 MALE"].count { counts[$0] != "SUPPRESSED" }
    #expect(shown < 2)
    #expect(counts["IDENTIFIED 2023 FEMALE"] == "2")
    let marks = try report.facts().first { $0["subject"] == "IDENTIFIED 2023 FEMALE" }?["marks"]
    #expect(marks == "PUBLISHED")
    #expect(report.html().contains("<abbr class=\"mark\""))
    #expect(try !report.facts().contains { $0["table"] == "changes" && $0["value"] == " → 3" })
    let open = try ledger.report("P", at: "2024-06-30", suppressBelow: 0)
    #expect(try open.values("victims", "count")["IDENTIFIED 2022 FEMALE"] == "3")
    #expect(
      open.sections.allSatisfy { section in
        section.notes.allSatisfy { !$0.wording.en.contains("are not shown, nor") }
      })
  }

  @Test("What a small count was restated from or to is not told either")
  func restated() throws {
    var script = Script()
    script.plan("P", "2022/2023")
    script.count("10", #""period":"2022""#, on: "2022-12-31")
    script.count("7", #""period":"2022","sex":"MALE""#, on: "2022-12-31")
    script.count("3", #""period":"2022","sex":"FEMALE""#, on: "2022-12-31")
    script.count("13", #""period":"2022","sex":"FEMALE""#, type: "VictimCountRevised")
    script.count("20", #""period":"2022""#, type: "VictimCountRevised")
    let report = try TestLedger.holding(script).report("P", at: "2024-06-30")
    let changes = try report.facts().filter { $0["table"] == "restatements" }
      .filter { $0["measure"] == "change" }.compactMap { $0["value"] }
    // Nothing is small now; but 10 − 7 would tell what it was.
    #expect(changes == ["SUPPRESSED → 13", "SUPPRESSED → 20"])
  }

  @Test(
    "In random tables, no hidden small count follows from the figures shown in the same report",
    arguments: 0..<24 as Range<UInt64>)
  func attack(_ seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    // Sex by exploitation with all margins, some left out; a claim of the total, official or not.
    let sexes = ["FEMALE", "MALE"], kinds = ["LABOUR", "SEXUAL"]
    var cells: [[Int]] = []
    for _ in sexes { cells.append(kinds.map { _ in Int.random(in: 0...7, using: &random) }) }
    var script = Script()
    script.plan("P", "2022/2022")
    var recorded: [(sex: Int?, kind: Int?, value: Int)] = []
    for sex in [nil, 0, 1] as [Int?] {
      for kind in [nil, 0, 1] as [Int?] where Int.random(in: 0..<5, using: &random) > 0 {
        var value = 0
        for (row, column) in [(0, 0), (0, 1), (1, 0), (1, 1)]
        where (sex ?? row) == row && (kind ?? column) == column { value += cells[row][column] }
        recorded.append((sex, kind, value))
        let parts =
          (sex.map { #","sex":"\#(sexes[$0])""# } ?? "")
          + (kind.map { #","exploitation":"\#(kinds[$0])""# } ?? "")
        script.count("\(value)", #""period":"2022"\#(parts)"#)
      }
    }
    let total = cells.flatMap { $0 }.reduce(0, +)
    let isClaimed = Bool.random(using: &random)
    if isClaimed {
      script.add(
        "ClaimPublished", "plan/P/claim/c", "2023-01-10",
        #"{"label":"Total","figures":[{"measure":"VICTIMS","value":\#(total),"cell":{"basis":"IDENTIFIED","period":"2022"}}]}"#,
        #""published":"2023-01-10","sources":"https://example.org/r""#, provenance: "OFFICIAL")
    }
    let report = try TestLedger.holding(script).report("P", at: "2024-06-30")
    let counts = try report.values("victims", "count")
    func subject(_ sex: Int?, _ kind: Int?) -> String {
      (["IDENTIFIED 2022"] + [sex.map { sexes[$0] }, kind.map { kinds[$0] }].compactMap { $0 })
        .joined(separator: " ")
    }
    var known: [(sex: Int?, kind: Int?, value: Int)] = []
    for entry in recorded {
      let shown = try #require(counts[subject(entry.sex, entry.kind)])
      if shown == "SUPPRESSED" { continue }
      #expect(shown == "\(entry.value)")
      #expect(!(1..<5).contains(entry.value), "\(subject(entry.sex, entry.kind)) is small")
      known.append(entry)
    }
    if isClaimed { known.append((nil, nil, total)) }
    // Whoever reads it may think of any table of whole numbers that fits what is shown: a hidden small
    // count is told where all of them have the same number there.
    func sum(_ table: (Int, Int, Int, Int), _ sex: Int?, _ kind: Int?) -> Int {
      (sex != 1 && kind != 1 ? table.0 : 0) + (sex != 1 && kind != 0 ? table.1 : 0)
        + (sex != 0 && kind != 1 ? table.2 : 0) + (sex != 0 && kind != 0 ? table.3 : 0)
    }
    var fitting: [(Int, Int, Int, Int)] = []
    for number in 0..<(9 * 9 * 9 * 9) {
      let table = (number % 9, number / 9 % 9, number / 81 % 9, number / 729)
      if known.allSatisfy({ sum(table, $0.sex, $0.kind) == $0.value }) { fitting.append(table) }
    }
    #expect(!fitting.isEmpty)
    for entry in recorded where (1..<5).contains(entry.value) {
      let possible = Set(fitting.map { sum($0, entry.sex, entry.kind) })
      let isTotal = entry.sex == nil && entry.kind == nil && isClaimed
      #expect(possible.count > 1 || isTotal, "\(subject(entry.sex, entry.kind)) is told")
    }
  }
}

/// SplitMix64.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
