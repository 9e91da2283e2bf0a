import Foundation
import Testing

@Suite("A plan kept by hand")
struct ByHandTests {
  @Test("every write says what was recorded, as which number, and how to mend it")
  func writes() throws {
    let place = try Workplace()
    try place.begin()
    let lines: [(String, String)] = [
      (
        "action start DEMO-2021/1.3 --on 2022-03",
        "Recorded as no. 7 (DEMO-2021/1.3 started 2022-03). "
          + "Typed wrong? planledger event correct 7 --set on=2022-04\n"
      ),
      (
        "action deliver DEMO-2021/1.2 --on 2022-11-15 --result '214 trained'",
        "Recorded as no. 8 (DEMO-2021/1.2 delivered 2022-11-15). "
          + "Typed wrong? planledger event correct 8 --set on=2022-11-16\n"
      ),
      (
        "action assess DEMO-2021/1.2 --verdict partially-completed --on 2022",
        "Recorded as no. 9 (DEMO-2021/1.2 assessed PARTIALLY_COMPLETED (FINAL), 2022). "
          + "Typed wrong? planledger event correct 9 --set on=2023\n"
      ),
      (
        "victims record --basis identified --period 2021 --count 61 --register R",
        "Recorded as no. 10 (victims/LV counted 61 IDENTIFIED 2021 register R, 2021-12-31). "
          + "Typed wrong? planledger event correct 10 --set on=2022-01-01\n"
      ),
      (
        "challenge raise DEMO-SHELTERS --title 'Too few' --plan DEMO-2021 --on 2022-Q4",
        "Recorded as no. 11 (challenge/DEMO-SHELTERS raised 2022-Q4). "
          + "Typed wrong? planledger event correct 11 --set on=2023-Q1\n"
      ),
    ]
    try place.succeed("action add DEMO-2021/1.3 --title Another --on 2021-09-28")
    for (line, expected) in lines { #expect(try place.succeed(line) == expected) }
    #expect(try place.succeed("source add S --title S --quiet") == "")
  }

  @Test("show and history tell it back, as of any day and with what was known then")
  func reads() throws {
    let place = try Workplace()
    try place.begin()
    try place.succeed("action deliver DEMO-2021/1.2 --on 2022-11-15")
    let before = try place.succeed(
      "show DEMO-2021 --effective-at 2022-10-01 --format table --language en")
    #expect(before.contains("in progress"))
    #expect(before.contains("overdue"))
    #expect(before.contains("PREVENTION"))
    #expect(before.contains("As at 2022-10-01 (effective)"))
    #expect(before.contains("provenance REPORTED"))
    let after = try place.succeed("show DEMO-2021 --format csv")
    #expect(
      after.contains("1.2,Train the police,PREVENTION,DELIVERED,2022-Q3,LATE"), "\(after)")
    let known = try place.succeed("show DEMO-2021 --recorded-by @5 --format csv")
    #expect(known.contains("IN_PROGRESS"))
    for subject in ["DEMO-2021/1.2", "plan/DEMO-2021/action/1.2"] {
      let history = try place.succeed("history \(subject) --format tsv")
      #expect(history.split(separator: "\n").count == 4)
      #expect(history.contains("ActionDelivered"))
    }
    let json = try place.succeed("show DEMO-2021")
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    #expect((object?["actions"] as? [Any])?.count == 1)
    #expect((object?["basis"] as? [String: Any])?["effectiveAt"] as? String == "2025-02-01")
  }

  @Test("an answer for a day inside a coarse date's span is marked")
  func imprecise() throws {
    let place = try Workplace()
    try place.begin()
    let shown = try place.succeed("show DEMO-2021 --effective-at 2022-03-15 --format table")
    #expect(shown.contains("planned ~"))
  }

  @Test("a correction stands in its event's place, and what was known before stays")
  func corrects() throws {
    let place = try Workplace()
    try place.begin()
    let said = try place.succeed("event correct 5 --set on=2022-04 --reason 'Wrong row'")
    #expect(
      said.contains(
        "Recorded as no. 6 (no. 5, DEMO-2021/1.2 started, corrected: 2022-03 → 2022-04)."))
    let number = "no. 5, DEMO-2021/1.2 started 2022-03, corrected to 2022-04"
    #expect(try place.succeed("log --from 6 --format markdown").contains(number))
    #expect(try place.succeed("event show 6 --format markdown").contains(number))
    #expect(try place.succeed("history DEMO-2021/1.2 --format csv").contains("2022-04"))
    #expect(
      try place.succeed("history DEMO-2021/1.2 --recorded-by @5 --format csv").contains("2022-03"))
    #expect(try place.succeed("event show 5 --format table").contains("corrected by no. 6"))
    let back = try place.succeed("event retract 6 --reason 'Right after all'")
    #expect(back.contains("Recorded as no. 7 (no. 6, DEMO-2021/1.2 corrected"), "\(back)")
    #expect(try place.succeed("log --from 7 --format markdown").contains("no. 6, DEMO-2021/1.2"))
    #expect(try place.succeed("history DEMO-2021/1.2 --format csv").contains("2022-03"))
  }

  @Test("a correction of what brings a preposition of its own is told with one")
  func correctsDeadline() throws {
    let place = try Workplace()
    try place.begin()
    try place.succeed("action postpone DEMO-2021/1.2 --new-deadline 2029 --on 2022-05-01")
    try place.succeed("event correct 6 --set deadline=2030")
    let log = try place.succeed("log --from 7 --format markdown")
    #expect(log.contains("postponed to 2029, 2022-05-01, corrected to 2030"), "\(log)")
  }

  @Test("what an event must have cannot be taken out of it, and is told as it was typed")
  func keepsWhatItNeeds() throws {
    let place = try Workplace()
    try place.begin()
    let result = try place.run(["event", "correct", "5", "--set", "on="])
    #expect(result.status == 2)
    #expect(result.err.contains("'--set' cannot leave 'on' empty"), "\(result.err)")
  }

  @Test("a name at the beginning of a sentence stays as it is written")
  func namesKeepTheirCase() throws {
    let place = try Workplace()
    try place.begin()
    try place.succeed("challenge raise shelters --title Shelters --on 2022-01-01")
    let result = try place.run(["challenge", "reopen", "shelters", "--on", "2022-02-01"])
    #expect(result.status == 65)
    #expect(result.err.hasPrefix("Error: challenge/shelters is OPEN"), "\(result.err)")
  }

  @Test("a correction may replace what is nested, and takes words as they are typed")
  func correctsNested() throws {
    let place = try Workplace()
    try place.begin()
    try place.succeed("victims record --basis identified --period 2021 --count 4 --sex male")
    try place.succeed("event correct 6 --set cell.sex=female --set value=5")
    #expect(
      try place.succeed("history victims/LV --format csv").contains("5 IDENTIFIED 2021 FEMALE"))
  }

  @Test("an action stands under its area's code before the area is in sight")
  func areaToCome() throws {
    let place = try Workplace()
    try place.begin()
    try place.succeed("area define DEMO-2021/LATER --title Later --on 2024-01-01")
    try place.succeed("action add DEMO-2021/2.1 --title Early --area LATER --on 2022-01-01")
    let shown = try place.succeed("show DEMO-2021 --effective-at 2023 --format table")
    #expect(shown.contains("\nLATER") && !shown.contains("\nnone"), "\(shown)")
  }

  @Test("sources and institutions that the ledger lacks are noted, and the event is recorded")
  func unknownReferences() throws {
    let place = try Workplace()
    try place.begin()
    try place.succeed("source add S --title S")
    let line = "action add DEMO-2021/3 --title T --on 2022 --source NOSUCH#p1 --source S#p2 "
    let added = try place.run(
      line + "--source https://example.org/a --lead INST-A --involved INST-B --involved INST-B")
    #expect(added.status == 0 && added.out.hasPrefix("Recorded as no. 7"))
    #expect(
      added.err == """
        Note: there is no source NOSUCH in the ledger yet. Add it: planledger source add NOSUCH \
        --title …
        Note: there is no institution INST-A in the ledger yet. Add it: planledger institution \
        define INST-A --name …
        Note: there is no institution INST-B in the ledger yet. Add it: planledger institution \
        define INST-B --name …

        """, "\(added.err)")
    let quiet = try place.run("action start DEMO-2021/3 --on 2022 --source NOSUCH --quiet")
    #expect(quiet.status == 0 && quiet.err == "")
    try place.succeed("institution define INST-A --name A --institution INST-A")
    let note = try place.run("plan note-report DEMO-2021 --by CABINET --report R --on 2023")
    #expect(note.err.contains("no source R in"))
  }

  @Test("a dry run says what would be, which past answers it would alter, and records nothing")
  func dryRun() throws {
    let place = try Workplace()
    try place.begin()
    let before = try place.export()
    let said = try place.succeed("action deliver DEMO-2021/1.2 --on 2022-11-15 --dry-run")
    #expect(said.contains("Would be recorded as no. 6: DEMO-2021/1.2 delivered 2022-11-15"))
    #expect(said.contains("Answers about days before today that would change"))
    #expect(said.contains("DEMO-2021/1.2  running: in progress → delivered  2022-11-15  –"))
    #expect(said.contains("Nothing was recorded: this was a dry run."))
    #expect(try place.export() == before)
  }

  @Test("the log lists events by number, the last first, by type and by stream")
  func log() throws {
    let place = try Workplace()
    try place.begin()
    func numbers(_ options: String) throws -> [String] {
      try place.succeed("log --format csv \(options)").split(separator: "\n").dropFirst().map {
        String($0.prefix { $0 != "," })
      }
    }
    #expect(try numbers("") == ["1", "2", "3", "4", "5"])
    #expect(try numbers("--reverse --limit 2") == ["5", "4"])
    #expect(try numbers("--type action-started") == ["5"])
    #expect(try numbers("--stream DEMO-2021/1.2") == ["4", "5"])
    #expect(try numbers("--from 4").first == "4")
  }

  @Test("carrying over, publishing, claims and references go by the same table")
  func others() throws {
    let place = try Workplace()
    try place.begin()
    for line in [
      "plan draft DEMO-2024 --title Next --period 2024/2026 --predecessor DEMO-2021 --on 2024",
      "action add DEMO-2024/1.1 --title 'Go on' --on 2024",
      "carry-over continue DEMO-2021/1.2 --to DEMO-2024/1.1 --on 2024-02",
      "claim publish DEMO-2021/outcome --label Outcome --figure actions=1 --figure completed=0 "
        + "--figure 'victims=6 basis=identified period=2021' --figure 'statement=It went well' "
        + "--on 2023-02-01",
      "publish plan/DEMO-2021 --on 2023-02-28",
      "institution define INST-A --name 'Institution A'",
      "link assert L1 --from DEMO-2021/1.2 --to plan/DEMO-2024 --relation relates",
      "recommendation receive R1 --body GRETA --text 'Train judges' --urgency urge",
      "recommendation answer R1 --response partly-accepted",
      "obligation record O1 --title Transpose --act 'Directive 1' --deadline 2026-07-15",
      "indicator define I1 --title Trained --unit persons --definition 'Those who passed'",
      "indicator observe I1 --period 2022 --value not-collected",
      "achievement record A1 --plan DEMO-2021 --title Trained",
      "action report DEMO-2021/1.2 --narrative 'Half done' --percent 50",
      "action fund DEMO-2021/1.2 --amount 12500.00 --currency eur",
    ] { try place.succeed(line) }
    let shown = try place.succeed("reconcile DEMO-2021 --format csv")
    #expect(shown.contains("outcome,ACTIONS,,1,1,AGREES"), "\(shown)")
    #expect(
      try place.succeed("history DEMO-2021/1.2 --published-by 2023-03-01 --format csv")
        .contains("ActionStarted"))
  }

  @Test("approving the next plan names what is left open")
  func undisposed() throws {
    let place = try Workplace()
    try place.begin()
    try place.succeed(
      "plan draft N --title Next --period 2024/2026 --predecessor DEMO-2021 --on 2024")
    let said = try place.succeed("plan approve N --act 'Order 2' --on 2025-01-01")
    #expect(said.contains("Unfinished in DEMO-2021 and without a disposition: 1.2."))
  }
}
