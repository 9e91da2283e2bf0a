import Foundation
import Testing

@Suite("From one plan to the next, by hand")
struct HandOverTests {
  /// A closed plan with six actions, the last one completed, and what follows it.
  private func begun() throws -> Workplace {
    let place = try Workplace()
    place.now = "2025-09-01T10:00:00Z"
    try place.succeed("init")
    try place.succeed("plan draft DEMO-2021 --title D --period 2021/2023 --on 2021-06-01")
    try place.succeed("plan approve DEMO-2021 --act 'Order 1' --on 2021-09-28")
    for number in 1...6 {
      try place.succeed(
        "action add DEMO-2021/1.\(number) --title 'Action \(number)' --on 2021-10-01")
      let verdict = number == 6 ? "completed" : "not-completed"
      try place.succeed("action assess DEMO-2021/1.\(number) --verdict \(verdict) --on 2023-12-31")
    }
    try place.succeed("plan close DEMO-2021 --on 2023-12-31")
    try place.succeed("challenge raise C --title Shelters --plan DEMO-2021 --on 2022")
    try place.succeed("recommendation receive R --body GRETA --text Judges --on 2022")
    try place.succeed("obligation record O --title Law --act A --deadline 2026-07-15 --on 2024")
    try place.succeed("plan draft DEMO-2025 --title D --period 2025/2027 --on 2025-08-01")
    for number in 1...4 {
      try place.succeed("action add DEMO-2025/2.\(number) --title 'New \(number)' --on 2025-08-01")
    }
    return place
  }

  private let command = "plan hand-over DEMO-2021 --to DEMO-2025"

  /// The worksheet with some rows' disposition, to and reason filled in.
  private func edited(
    _ sheet: String, _ rows: [String: (word: String, to: String, reason: String)],
    delimiter: String = ","
  ) -> String {
    sheet.split(whereSeparator: \.isNewline).map { line in
      var cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      if let row = rows[cells[0]] { cells[4...6] = [row.word, row.to, row.reason] }
      return cells.joined(separator: delimiter)
    }.joined(separator: "\n")
  }

  private let decided: [String: (word: String, to: String, reason: String)] = [
    "DEMO-2021/1.1": ("continue", "DEMO-2025/2.1", ""),
    "DEMO-2021/1.2": ("merge", "DEMO-2025/2.2", ""),
    "DEMO-2021/1.3": ("merge", "DEMO-2025/2.2", ""),
    "DEMO-2021/1.4": ("split", "DEMO-2025/2.3 DEMO-2025/2.4", ""),
    "DEMO-2021/1.5": ("drop", "", "Overtaken"),
    "challenge/C": ("address", "DEMO-2025/2.3", ""),
    "recommendation/R": ("partly-accepted", "", ""),
    "obligation/O": ("stays", "", ""),
  ]

  @Test("a worksheet lists what is open, and an edited one is recorded as one batch, once")
  func worksheet() throws {
    let place = try begun()
    let sheet = try place.succeed(command)
    let rows = sheet.split(whereSeparator: \.isNewline)
    #expect(rows.count == 9 && !sheet.contains("1.6"), "\(sheet)")
    #expect(
      rows[1].hasPrefix("DEMO-2021/1.1,Action 1,NOT_COMPLETED FINAL PLANNED,,undecided,,,,no"))
    #expect(rows[8].hasPrefix("obligation/O,Law,STANDING,2026-07-15,stays"))
    try place.write("w.csv", edited(sheet, decided, delimiter: ";"))
    let said = try place.succeed(command + " --worksheet w.csv --on 2025-08-26")
    #expect(said.hasPrefix("Recorded 8 events as no. "), "\(said)")
    #expect(try place.succeed("plan list --format csv").contains("SUCCEEDED"))
    #expect(
      try place.succeed(command + " --worksheet w.csv")
        == "All that the worksheet decides is recorded; nothing was recorded now.\n")
    let again = try place.succeed(command)
    #expect(again.contains("merge,DEMO-2025/2.2,,no") && !again.contains("undecided"))
    #expect(!again.contains("recommendation/R"))
    let approved = try place.succeed("plan approve DEMO-2025 --act 'Order 2' --on 2025-08-26")
    #expect(!approved.contains("without a disposition"), "\(approved)")
  }

  @Test("it goes on in parts; what is left is named, and stored by the approval")
  func parts() throws {
    let place = try begun()
    let sheet = try place.succeed(command)
    try place.write("w.csv", edited(sheet, decided.filter { $0.key < "DEMO-2021/1.2" }))
    let said = try place.succeed(command + " --worksheet w.csv")
    #expect(said.contains("Still undecided: 1.2, 1.3, 1.4, 1.5."), "\(said)")
    // The same worksheet, edited further: what it recorded itself is no conflict.
    try place.write("w.csv", edited(sheet, decided.filter { $0.key < "DEMO-2021/1.5" }))
    #expect(try place.succeed(command + " --worksheet w.csv").hasPrefix("Recorded 3 events"))
    let approved = try place.succeed("plan approve DEMO-2025 --act 'Order 2' --on 2025-09-01")
    #expect(approved.contains("without a disposition: 1.5."), "\(approved)")
    #expect(try place.export().contains(#""undisposed":["1.5"]"#))
  }

  @Test("one that others have overtaken is a conflict, with both versions of the rows that differ")
  func conflict() throws {
    let place = try begun()
    let sheet = try place.succeed(command)
    try place.write("w.csv", edited(sheet, decided))
    try place.succeed("action report DEMO-2021/1.2 --narrative x --on 2023-06")
    #expect(try place.run(command + " --worksheet w.csv --dry-run").status == 0)
    try place.succeed(
      "action revise-assessment DEMO-2021/1.5 --verdict partially-completed --on 2024-02-01")
    let before = try place.export()
    let result = try place.run(command + " --worksheet w.csv")
    #expect(result.status == 75 && result.err.contains("1 row has changed"), "\(result.err)")
    #expect(
      result.err.contains(
        "DEMO-2021/1.5: then NOT_COMPLETED FINAL PLANNED; now PARTIALLY_COMPLETED FINAL PLANNED."))
    #expect(try place.export() == before)
  }

  @Test(
    "a row that cannot be is told, and nothing of the worksheet is recorded",
    arguments: [
      ("DEMO-2021/1.5", "drop", "", "", "an action is dropped for a reason"),
      ("DEMO-2021/1.5", "dropp", "", "", "Did you mean 'drop'?"),
      ("DEMO-2021/1.1", "continue", "", "", "leads to one action, and the column to names none"),
      ("DEMO-2021/1.1", "continue", "DEMO-2025/9", "", "there is no action DEMO-2025/9"),
      ("DEMO-2021/1.1", "continue", "DEMO-2021/1.6", "", "is no action of DEMO-2025"),
      ("DEMO-2021/1.1", "continue", "2.1", "", "'2.1' is no action as PLAN/CODE"),
      ("DEMO-2021/1.3", "undecided", "", "", "only this one merges into DEMO-2025/2.2"),
      ("DEMO-2021/1.4", "split", "DEMO-2025/2.3", "", "leads to two actions or more"),
      ("DEMO-2021/1.1", "continue", "DEMO-2025/2.2", "", "what continues comes from one action"),
      ("challenge/C", "met", "", "", "is none of stays, address, resolve"),
      ("challenge/C", "address", "", "", "what addresses a challenge stands in the column to"),
    ])
  func refused(subject: String, word: String, to: String, reason: String, expected: String) throws {
    let place = try begun()
    let rows = decided.merging([subject: (word, to, reason)]) { $1 }
    try place.write("w.csv", edited(try place.succeed(command), rows))
    let before = try place.export()
    let result = try place.run(command + " --worksheet w.csv")
    #expect(result.status == 65 && result.err.contains(expected), "\(result.err)")
    #expect(try place.export() == before)
  }

  @Test("the basis is left as it is, and is of this ledger")
  func basis() throws {
    let place = try begun()
    let sheet = try place.succeed(command)
    let root = try #require(sheet.firstMatch(of: /no(\d+)-([0-9a-f]{12})/))
    try place.write("o.csv", sheet.replacing(String(root.2), with: "000000000000"))
    #expect(try place.run(command + " --worksheet o.csv").err.contains("from another ledger"))
    try place.write("o.csv", sheet.replacing(String(root.0), with: "x"))
    #expect(try place.run(command + " --worksheet o.csv").err.contains("Leave the column as it is"))
    try place.write("o.csv", "subject,disposition\nDEMO-2021/1.1,drop\n")
    #expect(try place.run(command + " --worksheet o.csv").err.contains("no column 'basis'"))
    let unknown = try place.run("plan hand-over DEMO-2021 --to DEMO-2026")
    #expect(unknown.status == 65 && unknown.err.contains("no plan DEMO-2026. Did you"))
    #expect(try place.run("plan hand-over DEMO-2021 --to DEMO-2021").status == 2)
  }

  @Test("where item verdicts are not held, dispositions are not determinable")
  func notDeterminable() throws {
    let place = try begun()
    try place.succeed("plan draft P --title P --period 2018/2020 --on 2018")
    try place.succeed("plan approve P --act A --on 2018-06-01")
    try place.succeed("action add P/1 --title T --on 2018-07-01")
    try place.succeed(
      "plan close P --on 2020-12-31 --item-verdicts-not-held --reason 'Only totals were published'")
    try place.succeed("plan draft Q --title Q --period 2021 --predecessor P --on 2021")
    let result = try place.run("plan hand-over P --to Q")
    #expect(result.err.contains("are not determinable") && !result.out.contains("P/1"))
    let said = try place.succeed("plan approve Q --act B --on 2021-12-31")
    #expect(said.contains("not determinable"), "\(said)")
  }

  @Test("a new plan's action that comes from none names its origin, or is named at the approval")
  func origin() throws {
    let place = try begun()
    try place.succeed("action add DEMO-2025/3.1 --title N --origin challenge/C --on 2025-08-01")
    try place.write("w.csv", edited(try place.succeed(command), decided))
    try place.succeed(command + " --worksheet w.csv")
    try place.succeed("action add DEMO-2025/3.2 --title N --on 2025-08-01")
    let said = try place.succeed("plan approve DEMO-2025 --act 'Order 2' --on 2025-09-01")
    #expect(said.contains("without an origin: 3.2."), "\(said)")
  }
}
