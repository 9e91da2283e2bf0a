import Foundation
import Testing

@Suite("Arguments that are wrong")
struct BadArgumentTests {
  /// A mistake: what was typed, how it ends, and what a person must be able to read.
  struct Mistake: CustomTestStringConvertible, Sendable {
    var line: String
    var status: Int32
    var says: [String]
    var testDescription: String { line }

    init(_ line: String, _ status: Int32, _ says: String...) {
      self.line = line
      self.status = status
      self.says = says
    }
  }

  static let mistakes = [
    Mistake(
      "action start DEMO-2021/1.2 --on 2022-02-30", 2, "'--on'", "2022-02-30", "calendar",
      "Example: --on 2022-03"),
    Mistake(
      "action start DEMO-2021/1.2 --on yesterday", 2,
      "'--on' does not take 'yesterday'. It takes a date"),
    Mistake("action start DEMO-2021/1.2", 2, "'--on' is missing", "Example"),
    Mistake("action start DEMO-2021 --on 2022", 2, "PLAN/CODE", "DEMO-2021"),
    Mistake(
      "plan draft X --title T --period 2023/2021", 2, "'--period'", "2023/2021",
      "first day not after its last"),
    Mistake(
      "action start DEMO-2012/1.2 --on 2022", 65, "no plan DEMO-2012", "mean 'DEMO-2021'"),
    Mistake("action start DEMO-2021/1.3 --on 2022", 65, "no action DEMO-2021/1.3", "'1.2'"),
    Mistake(
      "action add DEMO-2021/1.4 --title T --area PREVENTON", 65, "no area PREVENTON",
      "mean 'PREVENTION'"),
    Mistake("action strat DEMO-2021/1.2", 2, "unknown command", "mean 'start'"),
    Mistake("acton start DEMO-2021/1.2", 2, "unknown command 'acton'", "mean 'action'"),
    Mistake("action start DEMO-2021/1.2 --onn 2022", 2, "'--onn'", "mean '--on'"),
    Mistake(
      "action assess DEMO-2021/1.2 --verdict complete --on 2022", 2, "'complete'",
      "mean 'completed'", "partially-completed"),
    Mistake(
      "log --type ActionStart", 2, "does not take 'ActionStart'. It takes the type",
      "lists. Did you mean 'ActionStarted'?"),
    Mistake(
      "event correct 5 --set verdikt=completed", 2, "'--set'", "ActionStarted",
      "on, published, provenance"),
    Mistake(
      "victims record --basis identified --period 2022 --count=-4", 2, "'--count'", "'-4'",
      "whole number from 0"),
    Mistake("victims record --basis identified --period 2022 --count -4", 2, "--count=-4"),
    Mistake(
      "victims record --basis identified --period 2022 --count 9223372036854775808", 2,
      "'--count'", "9223372036854775808"),
    Mistake(
      "victims record --basis identified --period 2022", 2, "'--count', '--unknown' or"),
    Mistake(
      "victims record --basis identified --period 2021 --count 3 --country LATVIA", 2,
      "'--country'", "LATVIA"),
    Mistake(
      "victims record --basis identified --period 2021 --sex male --count 62 --register R", 65,
      "the total IDENTIFIED 2021 register R would be 61", "62"),
    Mistake(
      "action resume DEMO-2021/1.2 --on 2022-06", 65, "IN_PROGRESS since 2022-03",
      "suspended, delivered, cancelled"),
    Mistake(
      "action start DEMO-2021/1.2 --on 2022-01", 65, "would no longer follow", "IN_PROGRESS"),
    Mistake(
      "action set-deadline DEMO-2021/1.2 --new-deadline 2023", 65,
      "has a deadline already, 2022-Q3",
      "action postpone"),
    Mistake(
      "action suspend DEMO-2021/1.2 --on 2022-06", 2, "'--reason' is missing"),
    Mistake(
      "action report DEMO-2021/1.2 --narrative T --percent 140", 2, "'--percent'", "0 to 100",
      "140"),
    Mistake(
      "action start DEMO-2021/1.2 --on 2022 --provenance official", 2, "'--source'",
      "official event names where"),
    Mistake(
      "action start DEMO-2021/1.2 --on 2022 --source 'report 2022#p. 12'", 2, "'--source'",
      "no spaces"),
    Mistake(
      "plan draft \(String(repeating: "a", count: 65)) --title T --period 2021", 2, "'PLAN'",
      "at most 64"),
    Mistake("plan draft X --title '' --period 2021", 2, "'--title'", "1 to 65,536 bytes"),
    Mistake(
      "plan draft X --title Plāns --title en=Plan --period 2021", 2,
      "'--title' does not take 'Plāns'",
      "TAG=TEXT once for each language"),
    Mistake("plan draft X --title 'a\u{1B}[2Jb' --period 2021", 2, "'--title'", "control"),
    Mistake(
      "action start DEMO-2021/1.2 --on 2022-05 --expected-revision 7", 75,
      "expected at revision 7, and stands at 2"),
    Mistake(
      "action start DEMO-2021/1.2 --on 2022 --expected-revision x", 2, "'--expected-revision'"),
    Mistake("action start DEMO-2021/1.2 --on 2022 --id 12", 2, "'--id'", "a UUID"),
    Mistake("show DEMO-2012", 65, "no plan DEMO-2012", "mean 'DEMO-2021'"),
    Mistake(
      "show DEMO-2021 --published-by 2020-01-01", 65, "no plan DEMO-2021 in sight on 2025-02-01",
      "published by 2020-01-01", "The ledger has it"),
    Mistake(
      "reconcile DEMO-2021 --provenance official", 65, "of provenance OFFICIAL",
      "The ledger has it"),
    Mistake("show DEMO-2021 --effective-at 2020", 65, "in sight on 2020-12-31", "a later day"),
    Mistake("show DEMO-2012 --published-by 2020", 65, "2020-12-31", "published by 2020-12-31."),
    Mistake("show DEMO-2021 --area PREVENTON", 65, "no area PREVENTON", "mean 'PREVENTION'"),
    Mistake("show DEMO-2021 --effective-at 2022-13", 2, "'--effective-at'", "2022-13"),
    Mistake(
      "show DEMO-2021 --recorded-by Anna", 2,
      "takes a date: what the ledger knew by then; who typed is --actor"),
    Mistake("show DEMO-2021 --recorded-by @99", 2, "no event no. 99", "the last one is no. 6"),
    Mistake("show DEMO-2021 --recorded-by 2030", 2, "lies in the future"),
    Mistake("show DEMO-2021 --recorded-by 2020", 2, "this ledger begins 2025-02-01"),
    Mistake("show DEMO-2021 --provenance offical", 2, "'offical'", "mean 'official'"),
    Mistake("show DEMO-2021 --language english!", 2, "'--language'"),
    Mistake("show DEMO-2021 --format xml", 2, "'xml'", "table, json"),
    Mistake("history DEMO-2021/9.9", 65, "Nothing is recorded on plan/DEMO-2021/action/9.9"),
    Mistake("history a/b/c/d/e", 2, "'SUBJECT'"),
    Mistake("event show 99", 65, "no event no. 99", "the last one is no. 6"),
    Mistake("event show x", 2, "'POSITION'", "number of an event"),
    Mistake("event retract 5", 2, "'--reason' is missing"),
    Mistake("event correct 5 --set on=2022-02-30", 2, "'--set'", "on=2022-02-30", "calendar"),
    Mistake("export --from 5 --to 3", 2, "'--to'"),
    Mistake("log --from 0", 2, "'--from'", "1 or more"),
    Mistake("init", 73, "There is a ledger in", "left as it is"),
    Mistake("init other --time-zone Europe/Rigga", 2, "'--time-zone'", "mean 'Europe/Riga'"),
    Mistake("init other --time-zone ../../etc/passwd", 2, "'--time-zone'"),
    Mistake("init no/such/folder", 73, "cannot be made", "no such file"),
    Mistake("append no-such-file", 66, "'no-such-file' cannot be opened"),
    Mistake("append .", 66, "is a folder"),
    Mistake("plan approve DEMO-2021 --act '' --on 2022", 2, "'--act'"),
    Mistake(
      "carry-over split DEMO-2021/1.2 --to DEMO-2021/1.3", 2, "'--to'", "at least two actions"),
    Mistake("plan close DEMO-2021 --on 2023", 65, "1.2 has no final assessment"),
    Mistake("query nonsense", 66, "neither a file nor a GraphQL query"),
    Mistake("query '{ plans { nodes { id } } }' --var x=1", 2, "'--var'"),
    Mistake("claim publish DEMO-2021/c --label L --figure compleded=2", 2, "'--figure'"),
    Mistake("publish nothing/here --on 2023", 65, "Nothing is recorded under"),
    Mistake("projections rebuild x", 2, "no projection 'x'"),
  ]

  @Test("each is told in a sentence, with its exit code, and nothing is recorded")
  func mistakes() throws {
    let place = try Workplace()
    try place.begin()
    try place.succeed("victims record --basis identified --period 2021 --count 61 --register R")
    let before = try place.export()
    for mistake in Self.mistakes {
      let result = try place.run(mistake.line)
      #expect(result.status == mistake.status, "\(mistake.line): \(result.err)")
      #expect(result.err.hasPrefix("Error: "), "\(mistake.line): \(result.err)")
      #expect(result.out.isEmpty, "\(mistake.line): \(result.out)")
      for text in mistake.says {
        #expect(result.err.contains(text), "'\(text)' for \(mistake.line): \(result.err)")
      }
    }
    #expect(try place.export() == before)
  }

  @Test(
    "variables that are no JSON object are a request error", arguments: ["[", "[]", "{\"n\": "])
  func variables(text: String) throws {
    let place = try Workplace()
    try place.begin()
    let query = ["query", "{ plans { nodes { id } } }", "--variables", text]
    let result = try place.run(query)
    #expect(result.status == 1)
    #expect(result.out.hasPrefix(#"{"errors":[{"message":"'--variables' takes a JSON object"#))
    #expect(!result.out.contains(#""data""#))
    #expect(result.err.hasPrefix("Error: '--variables' takes a JSON object"))
    #expect(try place.run(query + ["--format", "table"]).out.isEmpty)
  }

  @Test("the same id twice is recorded once; with another body it is refused")
  func ids() throws {
    let place = try Workplace()
    try place.begin()
    let line = "action deliver DEMO-2021/1.2 --id 01928f4e-7c1a-7d3e-9b2f-5a6c7d8e9f01 --on "
    try place.succeed(line + "2022-11")
    #expect(try place.succeed(line + "2022-11").contains("there already; nothing was recorded"))
    let other = try place.run(line + "2022-12")
    #expect(other.status == 65 && other.err.contains("belongs to no. 6 already"))
  }

  @Test("without a ledger, the place where one would be found is told")
  func noLedger() throws {
    let place = try Workplace()
    let result = try place.run("log")
    #expect(result.status == 66 && result.err.contains("planledger init"))
    #expect(try place.run("log --ledger nowhere").err.contains("no folder 'nowhere'"))
    let named = try place.run(["log"], environment: ["PLANLEDGER_LEDGER": "/nowhere"])
    #expect(named.status == 66 && named.err.contains("PLANLEDGER_LEDGER"))
  }

  @Test("a ledger is found from a folder below it, and by its name")
  func found() throws {
    let place = try Workplace()
    try place.begin()
    let below = place.folder + "/a/b"
    try FileManager.default.createDirectory(atPath: below, withIntermediateDirectories: true)
    let root = try place.succeed("info --format csv")
    #expect(try place.succeed("info --format csv --ledger .planledger") == root)
    let shell = try place.run(["log", "--ledger", below + "/../.."])
    #expect(shell.status == 0)
  }

  @Test("help and the version are answered at every level")
  func help() throws {
    let place = try Workplace()
    #expect(try place.succeed("--version").hasPrefix("planledger "))
    #expect(try place.succeed("help action start").contains("DEMO-2021/1.2"))
    #expect(try place.succeed("action start --help") == place.succeed("help action start"))
    #expect(try place.run([]).out.contains("SUBCOMMANDS"))
    #expect(try place.succeed("schema --events").contains("\"$schema\""))
    #expect(try place.succeed("schema").contains("type Query"))
    #expect(try place.succeed("completions bash").contains("planledger"))
  }
}
