import Coding
import EventStore
import Events
import Foundation
import Lifecycle
import Projections
import Reports
import Testing

/// A ledger in a folder of its own, filled with lines of CloudEvents.
final class TestLedger: Sendable {
  let ledger: Ledger
  private let path: String

  /// 2026-03-01T10:00:00Z.
  static let start = Instant(microseconds: 1_772_359_200_000_000)

  init() throws {
    path = NSTemporaryDirectory() + "reports-" + UUID().uuidString
    let zone = try TimeZoneRules(
      tzif: Array(Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/Europe/Riga"))))
    ledger = try Ledger.create(
      at: path,
      identity: LedgerIdentity(
        zoneName: "Europe/Riga", zone: zone, language: "lv",
        nonce: Array(repeating: 7, count: 32)))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The examples, each file in a batch of its own.
  static func examples() throws -> TestLedger {
    let ledger = try TestLedger()
    for name in ["official", "illustrative", "correction"] {
      let folder = URL(filePath: #filePath).deletingLastPathComponent()
      try ledger.append(
        try String(
          contentsOf: folder.appending(path: "../../Examples/lv-htp-2021-\(name).ndjson"),
          encoding: .utf8))
    }
    return ledger
  }

  /// A ledger that holds a script.
  static func holding(_ script: Script) throws -> TestLedger {
    let ledger = try TestLedger()
    try ledger.append(script.text)
    return ledger
  }

  var head: UInt64 { get throws { try ledger.snapshot().view.head.position } }

  /// Appends lines in one batch, an hour after the one before.
  func append(_ text: String) throws {
    let batch = try ledger.snapshot().view.head.position
    let now = TestLedger.start.advanced(bySeconds: Int64(batch) * 3600)
    var lines = text.split(separator: "\n").makeIterator()
    var salt: UInt8 = 0
    let inputs = WriteInputs(
      now: now,
      salt: {
        salt &+= 1
        return Array(repeating: salt | 1, count: 32)
      },
      id: { EventID(version7At: $0, random: (1, 2)) })
    try Lifecycle.append(to: ledger, inputs: inputs) { typeOf throws(LedgerError) in
      guard let line = lines.next() else { return nil }
      do {
        var parser = JSONParser()
        let json = try parser.parse(Array(line.utf8))
        return try withoutActuallyEscaping(typeOf) { typeOf in
          try CloudEvents.read(json, JSONReading(typeOfEvent: typeOf)).event
        }
      } catch {
        preconditionFailure("\(line): \(error)")
      }
    }
  }

  /// What stands at a point.
  func reading(
    at day: String, publishedBy: String? = nil, position: UInt64? = nil,
    provenance: Set<Provenance>? = nil
  ) throws -> PointInTime {
    let snapshot = try ledger.snapshot()
    let point = ReadingPoint(
      effectiveAt: try CoarseDate(parsing: day).lastDay,
      publishedBy: try publishedBy.map { try CoarseDate(parsing: $0).lastDay },
      position: position ?? snapshot.view.head.position, provenance: provenance)
    return try PointInTime(snapshot, at: point)
  }

  /// A report on a plan.
  func report(
    _ plan: String, at day: String, publishedBy: String? = nil, position: UInt64? = nil,
    suppressBelow: Int64 = 5, country: String = "LV"
  ) throws -> Report {
    let reading = try reading(at: day, publishedBy: publishedBy, position: position)
    let entity = try #require(try reading.plan(Identifier(parsing: plan)))
    return try Report.read(
      on: entity, in: reading,
      ReportOptions(country: Identifier(parsing: country), suppressBelow: suppressBelow))
  }
}

extension Report {
  func html(_ language: ReportLanguage = .english) -> String {
    HTMLReport(self, language, command: "planledger report").page
  }
  func markdown(_ language: ReportLanguage = .english) -> String {
    MarkdownReport(self, language, command: "planledger report").text
  }
  func csv(_ language: ReportLanguage = .english) -> String {
    CSVReport(self, language, command: "planledger report").text
  }

  /// The lines of the long table, each as its fields by the columns' names.
  func facts() throws -> [[String: String]] {
    var lines = try CSVLines(String(csv().dropFirst())).lines
    let names = lines.removeFirst()
    return lines.map { Dictionary(uniqueKeysWithValues: zip(names, $0)) }
  }

  /// The values of a measure in a table, by subject.
  func values(_ table: String, _ measure: String) throws -> [String: String] {
    try facts().values(table, measure)
  }
}

extension [[String: String]] {
  /// The values of a measure in a table, by subject.
  func values(_ table: String, _ measure: String) -> [String: String] {
    Dictionary(
      filter { $0["table"] == table && $0["measure"] == measure }
        .map { ($0["subject"] ?? "", $0["value"] ?? "") },
      uniquingKeysWith: { first, _ in first })
  }
}

/// A reader of RFC 4180 that knows nothing of the writer.
struct CSVLines {
  private(set) var lines: [[String]] = []

  init(_ text: String) throws {
    var field: [UInt8] = []
    var line: [String] = []
    var isQuoted = false
    var bytes = Array(text.utf8)[...]
    func word(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
    while let byte = bytes.popFirst() {
      switch (byte, isQuoted) {
      case (0x22, true) where bytes.first == 0x22:
        field.append(0x22)
        bytes.removeFirst()
      case (0x22, _): isQuoted.toggle()
      case (0x2C, false):
        line.append(word(field))
        field = []
      case (0x0D, false): break
      case (0x0A, false):
        line.append(word(field))
        lines.append(line)
        (field, line) = ([], [])
      default: field.append(byte)
      }
    }
    try #require(!isQuoted && field.isEmpty && line.isEmpty, "the last line ends")
  }
}

/// Events of invented plans as lines that can be appended.
struct Script {
  private(set) var text = ""
  private var count: Int

  init(from count: Int = 0) { self.count = count }

  static func id(_ count: Int) -> String {
    let digits = String(count)
    return "5c121707-0000-7000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
  }

  /// Adds an event, and gives its id.
  ///
  /// - Parameter effective: when it takes effect; `nil` for events about events.
  @discardableResult
  mutating func add(
    _ type: String, _ subject: String, _ effective: String?, _ data: String = "{}",
    _ rest: String = "", provenance: String = "REPORTED"
  ) -> String {
    count += 1
    let id = Script.id(count)
    text +=
      #"{"specversion":"1.0","id":"\#(id)","source":"urn:test","type":"planledger.\#(type)","#
      + #""subject":"\#(subject)","provenance":"\#(provenance)","#
      + (effective.map { #""effective":"\#($0)","# } ?? "")
      + (rest.isEmpty ? "" : rest + ",") + #""data":\#(data)}"# + "\n"
    return id
  }

  /// A plan that is approved.
  mutating func plan(_ id: String, _ period: String, title: String = "Plan") {
    let year = period.prefix(4)
    add(
      "PlanDrafted", "plan/\(id)", "\(year)-01-01",
      #"{"title":"\#(title)","period":"\#(period)"}"#)
    add("PlanApproved", "plan/\(id)", "\(year)-01-02", #"{"act":"Order"}"#)
  }

  /// A count of victims.
  mutating func count(
    _ value: String, _ cell: String, official: Bool = false, type: String = "VictimCountRecorded",
    on day: String = "2023-12-31"
  ) {
    add(
      type, "victims/LV", day, #"{"cell":{"basis":"IDENTIFIED",\#(cell)},"value":\#(value)}"#,
      official ? #""published":"2024-01-15","sources":"https://example.org/report""# : "",
      provenance: official ? "OFFICIAL" : "REPORTED")
  }
}
