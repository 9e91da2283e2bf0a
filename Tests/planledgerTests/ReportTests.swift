import Foundation
import Testing

@Suite("The report command")
struct ReportTests {
  /// A place whose ledger holds the examples.
  private func filled() throws -> Workplace {
    let place = try Workplace()
    place.now = "2026-01-15T10:00:00Z"
    try place.succeed("init")
    for name in ["official", "illustrative", "correction"] {
      try place.succeed("append \(examples)/lv-htp-2021-\(name).ndjson")
    }
    return place
  }

  @Test("It is Markdown in the ledger's language unless asked otherwise, and names its own command")
  func defaults() throws {
    let place = try filled()
    let report = try place.succeed("report LV-HTP-2021")
    #expect(report.hasPrefix("# Cilvēku tirdzniecības novēršanas plāns 2021.–2023. gadam\n"))
    #expect(report.contains("Stāvoklis 2026. gada 15. janvārī."))
    #expect(report.contains("**Ilustratīvi dati.**"))
  }

  @Test(
    "The command that a report names gives the same bytes, also later",
    arguments: ["markdown", "html", "csv"])
  func again(_ format: String) throws {
    let place = try filled()
    let report = try place.run([
      "report", "LV-HTP-2021", "--format", format, "--published-by", "2025-01-28",
    ])
    #expect(report.status == 0 && report.err.isEmpty)
    let command = try #require(
      report.out.firstRange(of: try Regex("planledger report LV-HTP-2021 --format [^<\"\\n,]*")))
    place.now = "2026-05-01T10:00:00Z"
    try place.succeed("action cancel LV-HTP-2021/ILL-2.5 --on 2023-12-01 --reason 'Known later'")
    let line = String(report.out[command].dropFirst("planledger ".count))
    #expect(line.contains("--recorded-by @255"))
    let words = line.split(separator: " ").map(String.init)
    #expect(try place.run(words).out == report.out)
  }

  @Test("The position on which a report rests is recorded with its noting, and is the next base")
  func basisPosition() throws {
    let place = try Workplace()
    try place.begin()
    let said = try place.succeed(
      "plan note-report DEMO-2021 --by CABINET --on 2022-08-01 --cut-off 2022-06-30 --basis-position 4"
    )
    #expect(said.contains("report noted"))
    #expect(try place.export().contains("\"basisPosition\":4"))
    try place.succeed("action deliver DEMO-2021/1.2 --on 2022-09-15")
    let report = try place.succeed("report DEMO-2021 --language en --effective-at 2022-12-31")
    #expect(report.contains("with its cut-off date 30 June 2022"))
    #expect(report.contains("It rested on the record up to event no. 4"))
    // The start was recorded as no. 5, after the report, and took effect before its cut-off.
    #expect(report.contains("planned → delivered"), "\(report)")
    let wrong = try place.run(
      "plan note-report DEMO-2021 --by C --on 2022-08-01 --basis-position x")
    #expect(wrong.status == 2 && wrong.err.contains("--basis-position"))
  }

  @Test("What cannot be reported on is named, and how")
  func refused() throws {
    let place = try filled()
    let refusals: [(line: String, status: Int32, words: String)] = [
      ("report LV-HTP-2012", 65, "There is no plan LV-HTP-2012"),
      ("report LV-HTP-2012", 65, "Did you mean 'LV-HTP-2021'?"),
      (
        "report LV-HTP-2021 --effective-at 2019-12-31", 65, "The ledger has it: ask for a later day"
      ),
      ("report LV-HTP-2021 --published-by 2020-01-01", 65, "in sight"),
      ("report LV-HTP-2021 --recorded-by 2020-01-01", 2, "this ledger begins"),
      ("report LV-HTP-2021 --recorded-by 2030-01-01", 2, "lies in the future"),
      ("report LV-HTP-2021 --recorded-by @999", 2, "the last one is no. 255"),
      ("report LV-HTP-2021 --language de", 2, "--language"),
      ("report LV-HTP-2021 --format pdf", 2, "--format"),
      ("report LV-HTP-2021 --suppress-below -1", 2, "--suppress-below"),
      ("report LV-HTP-2021 --suppress-below few", 2, "--suppress-below"),
      ("report LV-HTP-2021 --country Latvia", 2, "--country"),
      ("report", 2, "PLAN"),
    ]
    for (line, status, words) in refusals {
      let result = try place.run(line)
      #expect(result.status == status, "\(line): \(result.err)")
      #expect(result.err.contains(words), "\(line): \(result.err)")
      #expect(result.out.isEmpty)
    }
  }

  @Test("Another country's counts are shown where they are asked for, its corrections too")
  func country() throws {
    let place = try filled()
    let report = try place.succeed("report LV-HTP-2021 --country XX --format csv")
    #expect(report.contains("ASSISTED 2022 register ILL-REGISTER FEMALE,count,41,persons"))
    #expect(report.contains("14 → 41"))
    #expect(!report.contains("IDENTIFIED 2022 register OMBUDSMAN,count"))
  }
}
