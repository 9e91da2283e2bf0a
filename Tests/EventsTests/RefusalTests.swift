import Coding
import Testing

@testable import Events

/// What is wrong with a line, as facts that a caller can show.
@Suite("Lines that are refused")
struct RefusalTests {
  static let id = "01928f4e-7c1a-7d3e-9b2f-5a6c7d8e9f01"

  static func read(_ text: String, target: EventType? = nil) throws -> CloudEvents.Line {
    var parser = JSONParser()
    let reading = JSONReading(typeOfEvent: { _ in target })
    return try CloudEvents.read(try parser.parse(Array(text.utf8)), reading)
  }

  static func line(
    _ type: String, on subject: String, _ data: String = "{}", _ more: String = "",
    effective: String? = "2022"
  ) -> String {
    let date = effective.map { #","effective":"\#($0)""# } ?? ""
    return
      #"{"type":"planledger.\#(type)","subject":"\#(subject)"\#(date),"data":\#(data)\#(more)}"#
  }

  static func error(_ text: String, target: EventType? = nil) -> EventError? {
    #expect(throws: EventError.self, "\(text)") { try read(text, target: target) }
  }

  static let action = "plan/P/action/1"

  /// A line and the field that it lacks.
  static let lacking: [(String, String)] = [
    (line("PlanDrafted", on: "plan/P", #"{"period":"2022"}"#), "data.title"),
    (line("PlanDrafted", on: "plan/P", #"{"title":"a","period":null}"#), "data.period"),
    (line("PlanApproved", on: "plan/P"), "data.act"),
    (line("ActionStarted", on: action, effective: nil), "effective"),
    (line("ActionSuspended", on: action), "reason"), (line("ActionReopened", on: action), "reason"),
    (line("ActionCancelled", on: action), "reason"), (line("ActionDropped", on: action), "reason"),
    (line("PlanClosed", on: "plan/P", #"{"itemVerdictsNotHeld":true}"#), "reason"),
    (line("EventRetracted", on: action, #"{"target":"\#(id)"}"#, effective: nil), "reason"),
    (line("ContentRedacted", on: action, #"{"target":"\#(id)"}"#, effective: nil), "reason"),
    (line("ActionStarted", on: action, "{}", #","provenance":"OFFICIAL""#), "sources"),
    (
      line("ActionStarted", on: action, "{}", #","provenance":"OFFICIAL","sources":" ""#), "sources"
    ),
    (line("ClaimPublished", on: "plan/P/claim/k", #"{"label":"a","figures":[]}"#), "data.figures"),
    (line("ClaimPublished", on: "plan/P/claim/k", #"{"label":"a"}"#), "data.figures"),
    (
      line(
        "ClaimPublished", on: "plan/P/claim/k",
        #"{"label":"a","figures":[{"measure":"COMPLETED"}]}"#),
      "data.figures[0].value"
    ),
    (
      line(
        "ClaimPublished", on: "plan/P/claim/k",
        #"{"label":"a","figures":[{"measure":"VICTIMS","value":1}]}"#),
      "data.figures[0].cell"
    ),
    (
      line(
        "ClaimPublished", on: "plan/P/claim/k",
        #"{"label":"a","figures":[{"measure":"STATEMENT"}]}"#),
      "data.figures[0].text"
    ),
    (
      line("VictimCountRecorded", on: "victims/LV", #"{"cell":{"basis":"IDENTIFIED"},"value":1}"#),
      "data.cell.period"
    ),
    (#"{"subject":"plan/P","effective":"2022"}"#, "type"),
    (#"{"type":"planledger.ActionStarted","effective":"2022"}"#, "subject"),
  ]

  @Test("a field that must be there is named", arguments: lacking)
  func missing(text: String, field: String) {
    #expect(Self.error(text) == .missing(field: field))
  }

  @Test("a correction names what it lacks")
  func corrections() {
    let target = #""target":"\#(Self.id)""#
    func correction(_ data: String) -> String {
      Self.line("EventCorrected", on: Self.action, data, effective: nil)
    }
    #expect(Self.error(correction("{\(target)}")) == .missing(field: "data.data"))
    #expect(Self.error(correction(#"{"data":{}}"#)) == .missing(field: "data.target"))
    #expect(
      Self.error(correction("{\(target),\"data\":{}}"))
        == .unknownTarget(id: EventID(high: 0x0192_8F4E_7C1A_7D3E, low: 0x9B2F_5A6C_7D8E_9F01)))
    #expect(
      Self.error(correction("{\(target),\"data\":{}}"), target: .actionAdded)
        == .missing(field: "data.data.title"))
    #expect(
      Self.error(correction(#"{\#(target),"data":{"title":"a","x":1}}"#), target: .actionAdded)
        == .unknownField(
          name: "data.data.x", known: FieldDescription.fields(of: .actionAdded).map(\.name)))
    let dated = Self.error(
      correction(#"{\#(target),"effective":"2022","data":{\#(target)}}"#), target: .eventRetracted)
    #expect(Self.field(dated) == "data.effective")
  }

  @Test("an unknown field is named, with those that there are")
  func unknownFields() {
    #expect(
      Self.error(Self.line("DeadlineSet", on: Self.action, #"{"deadline":"2022","by":1}"#))
        == .unknownField(name: "data.by", known: ["deadline"]))
    #expect(
      Self.error(Self.line("ActionStarted", on: Self.action, #"{"deadline":"2022"}"#))
        == .unknownField(name: "data.deadline", known: []))
    let error = Self.error(Self.line("ActionStarted", on: Self.action, "{}", #","when":"2022""#))
    guard case .unknownField(let name, let known) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(name == "when" && known.contains("effective") && known.count == 24)
  }

  @Test("a field that stands twice is named, in the envelope, the data and below")
  func repeated() {
    let twice = #","actor":"a","actor":"a""#
    #expect(
      Self.error(Self.line("ActionStarted", on: Self.action, "{}", twice))
        == .repeatedField(name: "actor"))
    let data = #"{"deadline":"2022","deadline":"2022"}"#
    #expect(
      Self.error(Self.line("DeadlineSet", on: Self.action, data))
        == .repeatedField(name: "data.deadline"))
    let cell =
      #"{"cell":{"basis":"IDENTIFIED","period":"2022","sex":"ALL","sex":"MALE"},"value":1}"#
    #expect(
      Self.error(Self.line("VictimCountRecorded", on: "victims/LV", cell))
        == .repeatedField(name: "data.cell.sex"))
  }

  @Test(
    "a type that is none is named",
    arguments: [
      "planledger.ActionBegun", "ActionStarted", "planledger.actionStarted", "planledger.", "",
    ])
  func unknownType(name: String) {
    let text = #"{"type":"\#(name)","subject":"plan/P","effective":"2022"}"#
    #expect(Self.error(text) == .unknownType(name: name))
  }

  @Test("an event on a stream of another kind is told the right one")
  func wrongStream() {
    #expect(
      Self.error(Self.line("ActionStarted", on: "plan/P"))
        == .wrongStream(type: .actionStarted, subject: "plan/P", expected: "plan/PLAN/action/CODE"))
    #expect(
      Self.error(Self.line("LinkWithdrawn", on: "source/S"))
        == .wrongStream(type: .linkWithdrawn, subject: "source/S", expected: "link/ID"))
  }

  static func field(_ error: EventError?) -> String? {
    guard case .invalid(let field, _, _, _) = error else { return nil }
    return field
  }

  /// A type, its stream, a member of its data, and the field that is to be named.
  static let unfit: [(String, String, String, String)] = [
    ("ProgressReported", action, #""narrative":"a","percent":101"#, "data.percent"),
    ("ProgressReported", action, #""narrative":"a","percent":-1"#, "data.percent"),
    ("ProgressReported", action, #""narrative":"a","percent":1.5"#, "data.percent"),
    ("ProgressReported", action, #""narrative":"a","percent":"40""#, "data.percent"),
    ("ProgressReported", action, #""narrative":"""#, "data.narrative"),
    ("ProgressReported", action, #""narrative":7"#, "data.narrative"),
    ("ProgressReported", action, #""narrative":"a\u001b[2J""#, "data.narrative"),
    ("ProgressReported", action, #""narrative":"a\r\nb""#, "data.narrative"),
    ("ProgressReported", action, #""narrative":"a\u007f""#, "data.narrative"),
    ("ProgressReported", action, #""narrative":"a\u009b""#, "data.narrative"),
    ("ProgressReported", action, #""narrative":"a\u0000""#, "data.narrative"),
    ("ProgressReported", action, #""narrative":{"lv":"a"}"#, "data.narrative"),
    ("AreaDefined", "plan/P/area/A", #""title":{}"#, "data.title"),
    ("AreaDefined", "plan/P/area/A", #""title":{"latvian":"a"}"#, "data.title"),
    ("AreaDefined", "plan/P/area/A", #""title":{"lv":"a","lv":"b"}"#, "data.title"),
    ("AreaDefined", "plan/P/area/A", #""title":{"lv":1}"#, "data.title"),
    ("AreaDefined", "plan/P/area/A", #""title":["a"]"#, "data.title"),
    ("DeadlineSet", action, #""deadline":"2021-02-29""#, "data.deadline"),
    ("DeadlineSet", action, #""deadline":2022"#, "data.deadline"),
    ("TargetSet", "indicator/I", #""value":1,"due":"2022""#, "data.value"),
    ("TargetSet", "indicator/I", #""value":"01","due":"2022""#, "data.value"),
    ("TargetSet", "indicator/I", #""value":"1e3","due":"2022""#, "data.value"),
    (
      "TargetSet", "indicator/I", #""value":"12345678901234567890123456789012345","due":"2022""#,
      "data.value"
    ),
    ("FundingAllocated", action, #""amount":"1","currency":"eur""#, "data.currency"),
    (
      "ActionAssessed", action, #""verdict":"COMPLETED","finality":"FINAL","scale":"PLAN-3@+1""#,
      "data.scale"
    ),
    (
      "ActionAssessed", action, #""verdict":"COMPLETED","finality":"FINAL","scale":"PLAN-3""#,
      "data.scale"
    ),
    ("PlanApproved", "plan/P", #""act":"a\nb""#, "data.act"),
    ("PlanApproved", "plan/P", #""act":"a","undisposed":["1","a b"]"#, "data.undisposed[1]"),
    ("PlanApproved", "plan/P", #""act":"a","undisposed":"1""#, "data.undisposed"),
    ("PlanClosed", "plan/P", #""itemVerdictsNotHeld":"true""#, "data.itemVerdictsNotHeld"),
    (
      "PlanReportNoted", "plan/P", #""by":"MK","basisPosition":9223372036854775808"#,
      "data.basisPosition"
    ),
    ("ChallengeAddressed", "challenge/C", #""by":"plans/P""#, "data.by"),
    ("ChallengeAddressed", "challenge/C", #""by":"victims/ZZ""#, "data.by"),
    ("SourceAdded", "source/S", #""title":"a","url":"likumi""#, "data.url"),
    ("SourceAdded", "source/S", #""title":"a","url":"::https:x""#, "data.url"),
    ("SourceAdded", "source/S", #""title":"a","sha256":"E3""#, "data.sha256"),
    ("SourceAdded", "source/S", #""title":"a","language":"Latvian""#, "data.language"),
  ]

  @Test("a value that a field cannot hold is named by its path", arguments: unfit)
  func invalid(type: String, subject: String, data: String, field: String) {
    let error = Self.error(Self.line(type, on: subject, "{\(data)}"))
    #expect(Self.field(error) == field, "\(String(describing: error))")
  }

  @Test("a count is a whole number from 0 to 2^63 - 1, or says why it is none")
  func counts() throws {
    func line(_ value: String) -> String {
      let cell = #"{"basis":"IDENTIFIED","period":"2022"}"#
      return Self.line(
        "VictimCountRecorded", on: "victims/LV", #"{"cell":\#(cell),"value":\#(value)}"#)
    }
    for value in ["0", "9223372036854775807", #""UNKNOWN""#, #""NOT_COLLECTED""#] {
      _ = try Self.read(line(value))
    }
    for value in [
      "-1", "9223372036854775808", "1.0", "1e2", #""12""#, #""unknown""#, #""UN\u212aNOWN""#, "[]",
    ] {
      let error = Self.error(line(value))
      guard case .invalid("data.value", _, let expected, _) = error else {
        Issue.record("\(value): \(String(describing: error))")
        continue
      }
      #expect(expected.contains("NOT_COLLECTED"))
    }
    #expect(Self.error(line("null")) == .missing(field: "data.value"))
  }

  @Test("an unknown word is shown beside those that there are")
  func words() {
    let data = #"{"verdict":"DONE","finality":"FINAL"}"#
    #expect(
      Self.error(Self.line("ActionAssessed", on: Self.action, data))
        == .invalid(
          field: "data.verdict", value: "DONE",
          expected: "one of COMPLETED, PARTIALLY_COMPLETED, NOT_COMPLETED, NOT_ASSESSABLE",
          example: "COMPLETED"))
    let cell = #"{"cell":{"basis":"IDENTIFIED","period":"2022","citizenship":"\u212aE"},"value":1}"#
    #expect(
      Self.field(Self.error(Self.line("VictimCountRecorded", on: "victims/LV", cell)))
        == "data.cell.citizenship")
  }

  /// An attribute of the envelope and its value.
  static let unfitAttributes: [(String, String)] = [
    ("id", #""1""#), ("id", "7"), ("published", #""2022-13""#), ("provenance", #""official""#),
    ("actor", #""a b""#), ("actor", "\"" + String(repeating: "x", count: 65) + "\""),
    ("institution", #""""#), ("reason", #""""#), ("sources", #"["a"]"#), ("sources", ##""a#""##),
    ("sources", #""ok no/pe""#), ("causation", #""x""#), ("correlation", #""x""#),
    ("position", #""+1""#), ("position", #""-1""#), ("revision", #""18446744073709551616""#),
    ("expectedrevision", "1.5"), ("expectedrevision", #""""#), ("time", #""yesterday""#),
    ("salt", #""00""#), ("commitment", #""zz""#), ("specversion", #""0.3""#),
    ("datacontenttype", #""text/plain""#),
  ]

  @Test("an attribute that cannot be is named", arguments: unfitAttributes)
  func attributes(name: String, value: String) {
    let error = Self.error(
      Self.line("ActionStarted", on: Self.action, "{}", ",\"\(name)\":\(value)"))
    #expect(Self.field(error) == name, "\(String(describing: error))")
  }

  @Test("a subject, a body or a line that cannot be is named")
  func shapes() {
    #expect(Self.field(Self.error(Self.line("ActionStarted", on: "plan//action/1"))) == "subject")
    #expect(Self.field(Self.error(Self.line("ActionStarted", on: Self.action, "[]"))) == "data")
    #expect(Self.field(Self.error("[1]")) == "line")
    let newer = Self.line("ActionStarted", on: Self.action, "{}", #","schemaversion":"2""#)
    #expect(Self.error(newer) == .newerSchema(type: .actionStarted, version: 2))
  }

  @Test("events about events have no dates of their own", arguments: ["effective", "published"])
  func aboutEvents(name: String) {
    let line = Self.line(
      "EventRetracted", on: Self.action, #"{"target":"\#(Self.id)"}"#,
      #","reason":"a","\#(name)":"2022""#, effective: nil)
    #expect(Self.field(Self.error(line)) == name)
  }

  @Test("an id has at most 64 bytes and a text at most 65,536")
  func limits() throws {
    let longest = String(repeating: "x", count: 64)
    _ = try Self.read(Self.line("ActionStarted", on: "plan/P/action/\(longest)"))
    #expect(
      Self.field(Self.error(Self.line("ActionStarted", on: "plan/P/action/\(longest)x")))
        == "subject")
    func progress(_ text: String) -> String {
      Self.line("ProgressReported", on: Self.action, #"{"narrative":"\#(text)"}"#)
    }
    let full = String(repeating: "ā", count: 32_768)
    _ = try Self.read(progress(full))
    let error = Self.error(progress(full + "x"))
    guard case .invalid("data.narrative", let value, _, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(value.utf8.count < 500 && value.hasSuffix("…"))
    // A single character may be as long as the text.
    let marks = "a" + String(repeating: "\u{301}", count: 40_000)
    guard case .invalid(_, let clipped, _, _) = Self.error(progress(marks)) else {
      Issue.record("a text of 80,001 bytes was taken")
      return
    }
    #expect(clipped.utf8.count < 500)
  }

  @Test("what is left out or null is the same, and defaults are not written")
  func defaults() throws {
    let bare = try Self.read(
      Self.line(
        "ActionAssessed", on: Self.action,
        #"{"verdict":"COMPLETED","finality":"FINAL"}"#)
    ).event
    let null = try Self.read(
      Self.line(
        "ActionAssessed", on: Self.action,
        #"{"verdict":"COMPLETED","finality":"FINAL","scale":null,"assessor":null}"#,
        #","actor":null,"provenance":null"#)
    ).event
    let said = try Self.read(
      Self.line(
        "ActionAssessed", on: Self.action,
        #"{"verdict":"COMPLETED","finality":"FINAL","scale":"PLAN-3@1"}"#)
    ).event
    #expect(bare == null && bare == said && bare.provenance == .reported)
    #expect(bare.data == said.data)
    let plain = try Self.read(Self.line("AreaDefined", on: "plan/P/area/A", #"{"title":"a"}"#))
      .event
    let tagged = try Self.read(
      Self.line("AreaDefined", on: "plan/P/area/A", #"{"title":{"lv":"a"}}"#)
    ).event
    #expect(plain == tagged)
    let first = try Self.read(
      Self.line("ActionStarted", on: Self.action, "{}", #","expectedrevision":0"#)
    ).event
    #expect(first.expectedRevision == 0)
  }
}
