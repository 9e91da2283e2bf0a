import Foundation
import Testing

@Suite("Texts removed for good")
struct RedactionTests {
  /// A place whose no. 6 reports what should not have been typed.
  private func begun() throws -> Workplace {
    let place = try Workplace()
    try place.begin()
    try place.succeed(
      "action report DEMO-2021/1.2 --narrative 'Vārds Uzvārds saka' --on 2022-05 --percent 40")
    return place
  }

  private func root(_ place: Workplace, _ ledger: String = ".") throws -> String {
    let info = try place.succeed("info --ledger \(ledger)")
    let object = try JSONSerialization.jsonObject(with: Data(info.utf8)) as? [String: Any]
    return try #require(object?["root"] as? String)
  }

  @Test("a redacted text is gone from answers and exports, and all else stays")
  func gone() throws {
    let place = try begun()
    let said = try place.succeed("event redact 6 --reason 'Names a person'")
    #expect(
      said.hasPrefix("Recorded as no. 7 (no. 6, DEMO-2021/1.2 progress reported 40 %, 2022-05"))
    #expect(
      said.contains("cannot be undone") && said.contains("pages that the data file has freed"))
    let shown = try place.succeed("event show 6")
    #expect(shown.contains("[redacted]") && shown.contains("40"))
    for line in ["export", "history DEMO-2021/1.2", "history DEMO-2021/1.2 --recorded-by @6"] {
      #expect(!(try place.succeed(line)).contains("Uzvārds"), "\(line)")
    }
    #expect(try place.succeed("log --from 7 --format markdown").contains("no. 6, DEMO-2021/1.2"))
    #expect(try place.succeed("projections verify").contains("is what the records make"))
  }

  @Test("an export with redacted texts restores to the same root, and is all there already")
  func restores() throws {
    let place = try begun()
    try place.write("before.ndjson", try place.export())
    let before = try root(place)
    try place.succeed("event redact 6 --reason 'Names a person'")
    try place.succeed("event redact 4 --reason 'A title'")
    // Its own lines, and those from before with the texts, compare by the other fields alone.
    #expect(try place.succeed("append before.ndjson").hasPrefix("All 6 events were there already"))
    try place.write("after.ndjson", try place.export())
    #expect(try place.succeed("append after.ndjson").hasPrefix("All 8 events were there already"))
    let changed = try place.export().replacing(#""percent":40"#, with: #""percent":41"#)
    try place.write("changed.ndjson", changed)
    #expect(try place.run("append changed.ndjson").status == 65)
    try place.succeed("init copy --quiet")
    try place.succeed("restore after.ndjson --ledger copy")
    #expect(try root(place, "copy") == root(place))
    #expect(try root(place) != before)
    #expect(try place.succeed("show DEMO-2021 --ledger copy --format table").contains("[redacted]"))
  }

  @Test("nothing is redacted by a dry run, twice, or where there is no text")
  func refused() throws {
    let place = try begun()
    try place.succeed("event redact 6 --reason x --dry-run")
    #expect(try place.succeed("event show 6").contains("Uzvārds"))
    let none = try place.run("event redact 5 --reason x")
    #expect(none.status == 65 && none.err.contains("has no free text"), "\(none.err)")
    try place.succeed("event redact 6 --reason x")
    let twice = try place.run("event redact 6 --reason x")
    #expect(twice.status == 65 && twice.err.contains("removed already"))
    let bare = try place.run("event redact 6")
    #expect(bare.status == 2 && bare.err.contains("'--reason' is missing"))
    let undone = try place.run("event retract 7 --reason x")
    #expect(undone.status == 65 && undone.err.contains("cannot be undone"))
  }

  @Test("a redaction in a batch that is refused removes nothing")
  func refusedBatch() throws {
    let place = try begun()
    let id = try #require(
      try place.succeed("event show 6").split(separator: "\"id\":\"").last?.prefix(36))
    let subject = "plan/DEMO-2021/action/1.2"
    try place.write(
      "batch.ndjson",
      """
      {"specversion":"1.0","type":"planledger.ContentRedacted","subject":"\(subject)","reason":"x",\
      "data":{"target":"\(id)"}}
      {"specversion":"1.0","type":"planledger.ActionResumed","subject":"\(subject)",\
      "effective":"2023","data":{}}
      """)
    #expect(try place.run("append batch.ndjson").status == 65)
    #expect(try place.succeed("event show 6").contains("Uzvārds"))
  }

  @Test("a correction keeps its own text, and is named where it has one")
  func corrected() throws {
    let place = try begun()
    try place.succeed("event correct 6 --set narrative='Kāds saka'")
    let said = try place.succeed("event redact 6 --reason 'Names a person'")
    #expect(said.contains("corrected by no. 7") && said.contains("planledger event redact 7"))
    let query = "{ event(position: 6) { data } }"
    let shown = try place.run(["query", query])
    #expect(!shown.out.contains("Uzvārds"), "\(shown.out) \(shown.err)")
    #expect(try place.export().contains("Kāds"))
  }

  @Test("a correction can be corrected, and a correction of that, and a publication")
  func correctionOfCorrection() throws {
    let place = try begun()
    try place.succeed("event correct 5 --set on=2022-04")
    #expect(try place.succeed("event correct 7 --set on=2022-05").contains("2022-04 → 2022-05"))
    #expect(try place.succeed("event correct 8 --set on=2022-06").contains("2022-05 → 2022-06"))
    let history = "history DEMO-2021/1.2 --format csv"
    #expect(try place.succeed(history).contains("2022-06"))
    #expect(try place.succeed(history + " --recorded-by @8").contains("2022-05"))
    try place.succeed("event retract 9 --reason 'Right after all'")
    #expect(!(try place.succeed(history)).contains("2022-06"))
    try place.succeed("publish plan/DEMO-2021 --on 2023-03-14")
    try place.succeed("event correct 11 --set published=2023-03-15")
    #expect(try place.succeed(history).contains("2023-03-15"))
    try place.succeed("event correct 11 --set on=2023-03-16")
    #expect(try place.succeed(history).contains("2023-03-16"))
  }
}
