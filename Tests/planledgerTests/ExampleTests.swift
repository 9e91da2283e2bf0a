import Foundation
import Testing

@Suite("The examples, appended")
struct ExampleTests {
  /// A place whose ledger holds all three files.
  private func filled() throws -> Workplace {
    let place = try Workplace()
    place.now = "2026-01-15T10:00:00Z"
    try place.succeed("init")
    for name in ["official", "illustrative", "correction"] {
      try place.succeed("append \(examples)/lv-htp-2021-\(name).ndjson")
    }
    return place
  }

  @Test("each file says its numbers, and a second time that all was there")
  func append() throws {
    let place = try Workplace()
    place.now = "2026-01-15T10:00:00Z"
    try place.succeed("init")
    let said = ["official", "illustrative", "correction", "illustrative"].map { name in
      Result { try place.succeed("append \(examples)/lv-htp-2021-\(name).ndjson") }
    }
    #expect(
      try said.map { try $0.get() } == [
        "Recorded 55 events as no. 1–55.\n", "Recorded 199 events as no. 56–254.\n",
        "Recorded 1 event as no. 255.\n",
        "All 199 events were there already; nothing recorded.\n",
      ])
  }

  @Test("the claim of 22, 4 and 5 stands beside invented items, and says so")
  func reconciles() throws {
    let place = try filled()
    let rows = try place.succeed("reconcile LV-HTP-2021 --effective-at 2025-01-28 --format csv")
    for row in [
      "outcome,COMPLETED,,22,22,ILLUSTRATIVE_ONLY,ILLUSTRATIVE OFFICIAL",
      "outcome,PARTIALLY_COMPLETED,,4,4,ILLUSTRATIVE_ONLY",
      "outcome,NOT_COMPLETED,,5,5,ILLUSTRATIVE_ONLY",
      "victims,VICTIMS,IDENTIFIED 2021/2023,111,111,AGREES,OFFICIAL",
      "victims,VICTIMS,IDENTIFIED 2021/2023 citizens of LV,95,95,AGREES,OFFICIAL",
    ] { #expect(rows.contains(row), "\(row) in \(rows)") }
    let shown = try place.succeed(
      "show LV-HTP-2021 --effective-at 2022-12-31 --format table --language en")
    #expect(shown.contains("ILLUSTRATIVE events are among what is shown"))
    #expect(shown.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test("the corrected figure is 41 now, and was 14 before the correction")
  func corrected() throws {
    let place = try filled()
    #expect(try place.succeed("history victims/XX --format csv").contains("41 ASSISTED"))
    let before = try place.succeed("history victims/XX --recorded-by @254 --format csv")
    #expect(before.contains("14 ASSISTED") && !before.contains("41 ASSISTED"))
  }

  @Test("an export restores to the same root, and appends as new events elsewhere")
  func restores() throws {
    let place = try filled()
    let exported = try place.export()
    try place.write("all.ndjson", exported)
    try place.succeed("init copy")
    try place.succeed("restore all.ndjson --ledger copy")
    func fact(_ name: String, _ ledger: String) throws -> String? {
      let json = try place.succeed("info --ledger \(ledger)")
      let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
      return object?[name] as? String
    }
    #expect(try fact("root", ".") == fact("root", "copy"))
    #expect(try fact("id", ".") == fact("id", "copy"))
    #expect(try fact("recordedTimes", "copy") == "RESTORED")
    #expect(try place.succeed("export --ledger copy") == exported)
    let again = try place.run("restore all.ndjson --ledger copy")
    #expect(again.status == 73 && again.err.contains("255 events already"))
    try place.succeed("init other")
    #expect(
      try place.succeed("append all.ndjson --ledger other") == "Recorded 255 events as no. 1–255.\n"
    )
  }

  @Test("two dates are asked in one GraphQL query, with defaults and variables")
  func queries() throws {
    let place = try filled()
    let query =
      "query Q($plan: ID!) { then: plan(id: $plan, effectiveAt: \"2022-12-31\") { actions { "
      + "totalCount groupBy(keys: [ASSESSMENT]) { keys { assessment } count } } } "
      + "now: plan(id: $plan) { actions { groupBy(keys: [ASSESSMENT]) { keys { assessment } count } "
      + "} } }"
    let answer = try place.run([
      "query", query, "--var", "plan=LV-HTP-2021", "--effective-at", "2025-01-28",
    ])
    #expect(answer.status == 0 && answer.err.isEmpty)
    #expect(answer.out.contains("\"count\":22"), "\(answer.out)")
    #expect(answer.out.contains("\"totalCount\":31"))
    let table = try place.run([
      "query", "{ plans { nodes { id status } } }", "--format", "csv",
    ])
    #expect(table.out.hasPrefix("id,status,provenance,"))
    let wrong = try place.run(["query", "{\n  plans { nodes { idd } }\n}"])
    #expect(wrong.status == 1)
    #expect(wrong.out.hasPrefix("{\"errors\":["))
    #expect(wrong.err.contains("query:2:19: "))
    #expect(
      wrong.err.contains(
        "\n    plans { nodes { idd } }\n" + String(repeating: " ", count: 20) + "^"))
  }

  @Test("projections are listed, rebuilt and verified")
  func projections() throws {
    let place = try filled()
    #expect(try place.succeed("projections list --format csv").contains("SERVING"))
    #expect(try place.succeed("projections rebuild").contains("the same as what served"))
    #expect(try place.succeed("projections verify").contains("is what the records make"))
    #expect(try place.run("projections verify timeline").err.contains("Did you mean 'timelines'?"))
  }

  @Test("a reader that goes away ends the program without a word")
  func closedPipe() throws {
    let place = try filled()
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = ["-c", "'\(Workplace.executable)' export 2>err | head -c 10 >/dev/null"]
    shell.currentDirectoryURL = URL(fileURLWithPath: place.folder)
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 0)
    #expect(try String(contentsOfFile: place.folder + "/err", encoding: .utf8) == "")
  }

  @Test("what is unfinished is handed over to the next plan, over the year between")
  func handedOver() throws {
    let place = try filled()
    let handOver = "plan hand-over LV-HTP-2021 --to LV-HTP-2025"
    let before = try place.succeed(handOver)
    #expect(before.split(separator: "\r\n").count { $0.contains(",undecided,") } == 6)
    #expect(
      try place.succeed("append \(examples)/lv-htp-2025-illustrative.ndjson")
        == "Recorded 14 events as no. 256–269.\n")
    let after = try place.succeed(handOver)
    #expect(!after.contains("undecided"))
    for row in [
      "LV-HTP-2021/ILL-2.5,", "continue,LV-HTP-2025/ILL-N1,", "merge,LV-HTP-2025/ILL-N2,",
      "split,LV-HTP-2025/ILL-N3 LV-HTP-2025/ILL-N4,", "institutionalise,", ",drop,",
      "obligation/EU-2024-1712,Direktīvas (ES) 2024/1712 prasību ieviešana,STANDING,2026-07-15,",
    ] { #expect(after.contains(row), "\(row) in \(after)") }
    #expect(
      try place.succeed("append \(examples)/lv-htp-2025-illustrative.ndjson")
        == "All 14 events were there already; nothing recorded.\n")
  }

  @Test("the whole life of a plan runs by hand, and says what it said")
  func life() throws {
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/bash")
    shell.arguments = [examples + "/life", Workplace.executable]
    let place = try Workplace()
    try place.write("said", "")
    let said = place.folder + "/said"
    shell.standardOutput = FileHandle(forWritingAtPath: said)
    shell.standardError = FileHandle(forWritingAtPath: said)
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 0)
    let found = try String(contentsOfFile: said, encoding: .utf8)
    let path = examples + "/life.txt"
    if ProcessInfo.processInfo.environment["PLANLEDGER_RERECORD"] == "1" {
      try found.write(toFile: path, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOfFile: path, encoding: .utf8)
    for (line, wanted) in zip(found.split(separator: "\n"), expected.split(separator: "\n"))
    where line != wanted {
      Issue.record("'\(line)' where '\(wanted)' was said")
      break
    }
    #expect(found.count == expected.count)
  }
}
