import Foundation
import Testing

@Suite("Files that are wrong")
struct BadFileTests {
  /// The lines of a file, some of them bad, and what is told.
  struct BadFile: CustomTestStringConvertible, Sendable {
    var name: String
    var content: Data
    var says: [String]
    var testDescription: String { name }

    init(_ name: String, _ text: String, _ says: String...) {
      self.name = name
      content = Data(text.utf8)
      self.says = says
    }

    init(_ name: String, bytes: [UInt8], _ says: String...) {
      self.name = name
      content = Data(bytes)
      self.says = says
    }
  }

  static func line(
    _ type: String, _ subject: String, _ data: String, _ more: String = #""effective":"2022""#
  ) -> String {
    #"{"specversion":"1.0","type":"planledger.\#(type)","subject":"\#(subject)",\#(more),"data":\#(data)}"#
  }

  static let good = line(
    "PlanDrafted", "plan/P", #"{"title":"P","period":"2021/2023"}"#)
  static let action = line("ActionAdded", "plan/P/action/1", #"{"title":"A"}"#)

  static let files = [
    BadFile(
      "a value out of range",
      good + "\n" + action + "\n"
        + line("ProgressReported", "plan/P/action/1", #"{"narrative":"N","percent":140}"#),
      "bad.ndjson:3: data.percent: '140' is not a whole number from 0 to 100"),
    BadFile(
      "malformed JSON", good + "\n{\"type\": tru}\n", "bad.ndjson:2: column 13: not JSON"),
    BadFile(
      "a line cut off", good + "\n" + String(action.dropLast(20)),
      "bad.ndjson:2: column", "the file ends within a line"),
    BadFile(
      "no UTF-8",
      bytes: Array(good.utf8) + [0x0A] + Array("{\"type\":\"a".utf8) + [0xFF, 0x22, 0x7D],
      "bad.ndjson:2: column 11: the byte 0xFF is not valid UTF-8"),
    BadFile(
      "an unknown type", line("PlanDraftd", "plan/P", "{}"), "'planledger.PlanDraftd'",
      "mean 'planledger.PlanDrafted'"),
    BadFile(
      "an unknown field",
      line("PlanDrafted", "plan/P", #"{"titel":"P","title":"P","period":"2021"}"#),
      "data.titel: there is no such field. Did you mean 'title'?"),
    BadFile(
      "a field missing", line("PlanDrafted", "plan/P", #"{"period":"2021"}"#),
      "data.title: is missing"),
    BadFile(
      "an unknown word",
      good + "\n" + action + "\n"
        + line("ActionAssessed", "plan/P/action/1", #"{"verdict":"COMPLETE","finality":"FINAL"}"#),
      "data.verdict: 'COMPLETE' is not one of", "mean 'COMPLETED'"),
    BadFile(
      "no effective date",
      line("PlanDrafted", "plan/P", #"{"title":"P","period":"2021"}"#, #""id":null"#),
      "effective: is missing"),
    BadFile(
      "official without a source",
      line(
        "PlanDrafted", "plan/P", #"{"title":"P","period":"2021"}"#,
        #""effective":"2021","provenance":"OFFICIAL""#), "sources: is missing"),
    BadFile(
      "another stream", line("ActionStarted", "plan/P", "{}"),
      "ActionStarted stands on plan/PLAN/action/CODE, not on 'plan/P'"),
    BadFile("no object", "[1, 2]", "bad.ndjson:1: line: "),
    BadFile(
      "an unknown target",
      line(
        "EventRetracted", "plan/P", #"{"target":"01928f4e-7c1a-7d3e-9b2f-5a6c7d8e9f01"}"#,
        #""reason":"R""#), "01928f4e-7c1a-7d3e-9b2f-5a6c7d8e9f01"),
    BadFile(
      "a rule broken",
      good + "\n" + action + "\n" + line("ActionResumed", "plan/P/action/1", "{}"),
      "bad.ndjson:3: 1 is PLANNED"),
    BadFile(
      "a rule broken after an empty line",
      good + "\n\n" + action + "\n\n" + line("ActionResumed", "plan/P/action/1", "{}"),
      "bad.ndjson:5: "),
  ]

  @Test("each bad line is named, and nothing of the file is recorded", arguments: files)
  func refused(_ file: BadFile) throws {
    let place = try Workplace()
    try place.succeed("init")
    try place.write("bad.ndjson", file.content)
    let result = try place.run("append bad.ndjson")
    #expect(result.status == 65, "\(result.err)")
    for text in file.says {
      #expect(
        result.err.contains(text.replacing(": 1 is", with: ": P/1 is")), "'\(text)': \(result.err)")
    }
    #expect(try place.export() == "")
  }

  @Test("the first twenty bad lines are told, and how many more there are")
  func many() throws {
    let place = try Workplace()
    try place.succeed("init")
    let lines = (1...30).map { _ in Self.line("PlanDrafted", "plan/P", "{}") }
    let result = try place.run(
      ["append", "-"], stdin: Data((Self.good + "\n" + lines.joined(separator: "\n")).utf8))
    #expect(result.err.contains("30 lines cannot be taken in"))
    #expect(result.err.contains("standard input:2: "))
    #expect(result.err.contains("standard input:21: "))
    #expect(!result.err.contains("standard input:22: "))
    #expect(result.err.contains("… and 10 more"))
    #expect(try place.export() == "")
  }

  @Test("a line of 200 MB is refused without being held")
  func longLine() throws {
    let place = try Workplace()
    try place.succeed("init")
    try place.write("long.ndjson", Self.good + "\n")
    let file = try #require(FileHandle(forWritingAtPath: place.folder + "/long.ndjson"))
    try file.truncate(atOffset: 200 << 20)
    try file.close()
    let result = try place.run("append long.ndjson")
    #expect(result.status == 65)
    #expect(result.err.contains("long.ndjson:2: the line has more than 1048576 bytes"))
    #expect(try place.export() == "")
  }

  @Test("a file with a mark at its start, carriage returns and empty lines is read")
  func windows() throws {
    let place = try Workplace()
    try place.succeed("init")
    try place.write("w.ndjson", "\u{FEFF}" + Self.good + "\r\n\r\n" + Self.action)
    #expect(try place.succeed("append w.ndjson") == "Recorded 2 events as no. 1–2.\n")
  }

  @Test("an export that was tampered with does not restore")
  func tampered() throws {
    let place = try Workplace()
    try place.begin()
    let exported = try place.export()
    try place.succeed("init copy")
    for (from, to) in [
      ("Train the police", "Train nobody"), ("\"position\":\"2\"", "\"position\":\"3\""),
    ] {
      try place.write("t.ndjson", exported.replacing(from, with: to))
      let result = try place.run("restore t.ndjson --ledger copy")
      #expect(result.status == 65, "\(result.err)")
      #expect(result.err.contains("t.ndjson:"))
      #expect(try place.succeed("export --ledger copy") == "")
    }
  }
}
