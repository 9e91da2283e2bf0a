import Foundation
import Testing

@Suite("A planner in a hurry")
struct HurryTests {
  @Test(
    "what cannot be is refused with what would do, and nothing is recorded",
    arguments: [
      ("action start DEMO-2021/1.2 --on 2022-02-30", 2, "a day that the calendar has"),
      ("action start DEMO-2021/1.2 --on 2022-05", 65, "is IN_PROGRESS since 2022-03"),
      ("action start DEMO-2021/1.20 --on 2022-05", 65, "Did you mean '1.2'?"),
      ("action postpone DEMO-2021/1.2 --new-deadline 2022-08", 65, "is not later"),
      ("action set-deadline DEMO-2021/1.2 --new-deadline 2023", 65, "action postpone"),
      ("action fund DEMO-2021/1.2 --amount 1,50 --currency EUR", 2, "a point, not a comma"),
      ("action fund DEMO-2021/1.2 --amount=-5 --currency EUR", 65, "0 or more, not -5"),
      ("action fund DEMO-2021/1.2 --amount 5 --currency EUU", 65, "Did you mean 'EUR'?"),
      ("action revise-assessment DEMO-2021/1.2 --verdict completed --on 2022", 65, "action assess"),
      ("carry-over split DEMO-2021/1.2 --to N/1 --to N/1", 2, "each action once"),
      ("carry-over merge DEMO-2021/1.2 --to N/1", 2, "at least two actions"),
      ("carry-over continue DEMO-2021/1.2 --to N/1", 65, "N does not follow DEMO-2021"),
      ("carry-over institutionalise DEMO-2021/1.2 --to N/1", 2, "unknown option '--to'"),
      ("action start DEMO-2021/1.2 --on 2022 --provenance derived", 65, "'--source @57'"),
      ("action start DEMO-2021/1.2 --on 2022 --source @99", 2, "number of an event, up to 7"),
      ("plan close DEMO-2021 --on 2023-12-31", 65, "1.2 has no final assessment"),
      ("plan close DEMO-2021 --on 2023-12-31 --item-verdicts-not-held", 2, "--reason"),
      ("recommendation answer R --response agreed", 2, "It takes accepted"),
      ("obligation meet O --on 2022", 65, "There is no obligation"),
    ])
  func refused(line: String, status: Int32, expected: String) throws {
    let place = try Workplace()
    try place.begin()
    try place.succeed("plan draft N --title N --period 2025/2027 --on 2025")
    try place.succeed("action add N/1 --title T --on 2025")
    let before = try place.export()
    let result = try place.run(line)
    #expect(result.status == status && result.err.contains(expected), "\(result.err)")
    #expect(try place.export() == before)
  }

  @Test("a second final verdict is refused with the command that revises the first")
  func twice() throws {
    let place = try Workplace()
    try place.begin()
    let assess = "action assess DEMO-2021/1.2 --verdict completed --on 2022"
    try place.succeed(assess)
    let result = try place.run(assess)
    #expect(result.status == 65)
    #expect(result.err.contains("planledger action revise-assessment DEMO-2021/1.2"))
  }

  @Test("a derived event names events of the ledger by their numbers")
  func derived() throws {
    let place = try Workplace()
    try place.begin()
    try place.succeed(
      "action report DEMO-2021/1.2 --narrative x --on 2022-05 --provenance derived --source @5")
    func id(_ position: Int, _ name: String) throws -> String? {
      let line = Data(try place.succeed("event show \(position)").utf8)
      return (try JSONSerialization.jsonObject(with: line) as? [String: Any])?[name] as? String
    }
    #expect(try id(6, "sources") == "urn:uuid:" + #require(try id(5, "id")))
  }

  @Test("a stream of which nothing is recorded is told, and what may have been meant")
  func unknownStream() throws {
    let place = try Workplace()
    try place.begin()
    for (stream, meant) in [("DEMO-2012", "DEMO-2021"), ("DEMO-2021/1.3", "DEMO-2021/1.2")] {
      let result = try place.run("log --stream \(stream)")
      #expect(result.status == 0 && result.out.isEmpty)
      #expect(
        result.err.contains("nothing is recorded under '\(stream)'. Did you mean '\(meant)'?"))
    }
    #expect(try place.run("log --stream DEMO-2021").err.isEmpty)
    #expect(try place.succeed("init other --quiet").isEmpty)
  }

  @Test("help of each noun has an example", arguments: ["plan", "action", "victims", "carry-over"])
  func examples(noun: String) throws {
    let place = try Workplace()
    #expect(try place.succeed("help \(noun)").contains("\nEXAMPLES\n  planledger \(noun) "))
  }
}
