import Foundation
import Testing

@Suite("What differs on a plan is shown as a planner reads it")
struct DiffTests {
  /// A plan with one action that was started, delivered, and then was not.
  private static func place() throws -> Workplace {
    let place = try Workplace()
    let lines = [
      ["init"],
      ["plan", "draft", "DEMO-2021", "--title", "Demo", "--period", "2021/2023", "--on", "2021"],
      [
        "action", "add", "DEMO-2021/1.2", "--title", "Train the police", "--deadline", "2022-06",
        "--on", "2021-12-31",
      ],
      ["action", "start", "DEMO-2021/1.2", "--on", "2022-03"],
      ["action", "deliver", "DEMO-2021/1.2", "--on", "2022-05-10"],
      ["event", "retract", "4", "--reason", "It was another one"],
    ]
    for line in lines {
      let result = try place.run(line)
      #expect(result.status == 0, "\(line): \(result.err)")
    }
    return place
  }

  @Test("between two days: what changed, from when, by which event")
  func effective() throws {
    let place = try Self.place()
    let out = try place.run([
      "diff", "DEMO-2021", "--from", "2022-01-31", "--to", "2022-12-31", "--format", "table",
    ]).out
    #expect(out.contains("DEMO-2021  What changed after 2022-01-31 through 2022-12-31"))
    #expect(out.contains("1.2   running: planned → in progress  2022-03     no. 3 started"))
    #expect(out.contains("timeliness: on time → overdue   2022-07-01  time  "))
    #expect(!out.contains("delivered"))
  }

  @Test("between two states of knowledge: the retraction, and why")
  func recorded() throws {
    let place = try Self.place()
    let out = try place.run([
      "diff", "DEMO-2021", "--from-recorded", "@4", "--effective-at", "2022-12-31", "--format",
      "ndjson",
    ]).out
    let rows = out.split(separator: "\n")
    #expect(rows.count == 3)
    #expect(rows[0].contains(#""field":"running","old":"DELIVERED","new":"IN_PROGRESS""#))
    #expect(rows[0].contains(#""events":[5],"types":["EventRetracted"]"#))
    #expect(rows[0].contains(#""fromRecordedBy":"@4""#))
    let table = try place.run([
      "diff", "DEMO-2021", "--from-recorded", "@4", "--effective-at", "2022-12-31", "--format",
      "table",
    ]).out
    #expect(table.contains("no. 5 retracted: It was"))
  }

  @Test("in sixty columns no line is longer, and nothing is lost")
  func narrow() throws {
    let place = try Self.place()
    let out = try place.run(
      ["diff", "DEMO-2021", "--from", "2020", "--to", "2022-12-31", "--format", "table"],
      environment: ["COLUMNS": "60"]
    ).out
    #expect(out.split(separator: "\n").allSatisfy { $0.count <= 60 })
    #expect(out.contains("new: Train"))
  }

  static let refusals: [(arguments: [String], message: String, status: Int32)] = [
    ([], "one of '--from' or '--from-recorded' is needed.", 2),
    (["--from", "2022", "--from-recorded", "@3"], "cannot be given together.", 2),
    (["--from", "2022", "--effective-at", "2023"], "cannot be given together.", 2),
    (["--from-recorded", "@3", "--to", "2023"], "cannot be given together.", 2),
    (["--from-recorded", "@3", "--recorded-by", "@4"], "cannot be given together.", 2),
    (
      ["--from", "2024", "--to", "2023"],
      "'--from' does not take '2024'. It takes a date not after '--to', which is 2023-12-31.", 2
    ),
    (["--from", "Anna"], "'--from' does not take 'Anna'.", 2),
    (["--from-recorded", "2031-01-01"], "'--from-recorded 2031-01-01' lies in the future", 2),
    (
      ["--from-recorded", "@4", "--to-recorded", "@3"],
      "It takes what was known before '--to-recorded', which is no. 3.", 2
    ),
    (["--from-recorded", "@99"], "there is no event no. 99; the last one is no. 5.", 2),
  ]

  @Test("what cannot be asked is said in a sentence", arguments: refusals)
  func refusal(arguments: [String], message: String, status: Int32) throws {
    let place = try Self.place()
    let result = try place.run(["diff", "DEMO-2021"] + arguments)
    #expect(result.status == status)
    #expect(result.err.contains(message), "\(result.err)")
    #expect(result.out.isEmpty)
  }

  @Test("a plan that is not there is told with one that is")
  func unknownPlan() throws {
    let result = try Self.place().run(["diff", "DEMO-2012", "--from", "2022"])
    #expect(result.status == 65)
    #expect(result.err.contains("Did you mean 'DEMO-2021'?"))
  }
}
