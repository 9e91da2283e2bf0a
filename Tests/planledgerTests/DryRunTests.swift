import Foundation
import Testing

@Suite("A dry run lists the answers that would change")
struct DryRunTests {
  private static func place() throws -> Workplace {
    let place = try Workplace()
    for line in [
      ["init"],
      ["plan", "draft", "DEMO-2021", "--title", "Demo", "--period", "2021/2023", "--on", "2021"],
      [
        "action", "add", "DEMO-2021/1.2", "--title", "Train", "--deadline", "2022-06", "--on",
        "2021-12-31",
      ],
      ["action", "start", "DEMO-2021/1.2", "--on", "2022-03-01"],
      ["action", "deliver", "DEMO-2021/1.2", "--on", "2022-05-10"],
    ] {
      let result = try place.run(line)
      #expect(result.status == 0, "\(line): \(result.err)")
    }
    return place
  }

  @Test("of a correction: until when, and what is so from then on")
  func correction() throws {
    let place = try Self.place()
    let result = try place.run(["event", "correct", "4", "--set", "on=2022-07-20", "--dry-run"])
    #expect(result.status == 0)
    let said = result.out.split(separator: " ").joined(separator: " ")
    for line in [
      "running: delivered → in progress 2022-05-10 2022-07-19",
      "timeliness: on time → due 2022-06-01 2022-06-30",
      "timeliness: on time → overdue 2022-07-01 2022-07-19",
      "timeliness: on time → late 2022-07-20 –", "Nothing was recorded: this was a dry run.",
    ] {
      #expect(said.contains(line))
    }
    #expect(try place.run(["log", "--format", "csv"]).out.split(separator: "\n").count == 5)
  }

  @Test("of a retraction, whole for programs")
  func retraction() throws {
    let place = try Self.place()
    let rows = try place.run([
      "event", "retract", "4", "--reason", "R", "--dry-run", "--format", "ndjson",
    ]).out.split(separator: "\n")
    #expect(rows.count == 4)
    #expect(
      rows[0].contains(
        #""field":"running","old":"DELIVERED","new":"IN_PROGRESS","from":"2022-05-10","through":null,"past":true"#
      ))
    let whole = try place.run([
      "event", "retract", "4", "--reason", "R", "--dry-run", "--format", "json",
    ]).out
    #expect(whole.hasPrefix(#"{"dryRun":true,"events":1,"#))
  }

  @Test("of a file, the first of many and how many more there are")
  func file() throws {
    let place = try Self.place()
    let lines = (1...40).map { code in
      #"{"specversion":"1.0","source":"t","type":"planledger.ActionAdded","subject":"plan/DEMO-2021/action/N.\#(code)","effective":"2022-01-01","data":{"title":"Another"}}"#
    }
    try lines.joined(separator: "\n").write(
      toFile: place.folder + "/more.ndjson", atomically: true, encoding: .utf8)
    let said = try place.run(["append", "more.ndjson", "--dry-run"]).out
    #expect(said.contains("Would record 40 events as no. 5–44."))
    #expect(said.contains("… and 20 more before today."))
    #expect(said.split(separator: "\n").filter { $0.contains("new: Another") }.count == 20)
    let rows = try place.run(["append", "more.ndjson", "--dry-run", "--format", "ndjson"]).out
    for code in 1...40 { #expect(rows.contains("action/N.\(code)\"")) }
  }

  @Test("a rule that is broken refuses it as it would be refused")
  func refused() throws {
    let place = try Self.place()
    let line = ["action", "start", "DEMO-2021/1.2", "--on", "2022-06-01"]
    let real = try place.run(line)
    let tried = try place.run(line + ["--dry-run"])
    #expect(real.status == 65)
    #expect(tried.status == real.status && tried.err == real.err)
  }

  @Test("a form without a dry run is refused")
  func formAlone() throws {
    let result = try Self.place().run([
      "action", "suspend", "DEMO-2021/1.2", "--on", "2022-04-01", "--reason", "R", "--format",
      "json",
    ])
    #expect(result.status == 2)
    #expect(result.err.contains("give '--dry-run' with it"))
  }
}
