import Coding
import EventStore
import Events
import Foundation
import Lifecycle
import PlanAPI
import Projections

/// A ledger in a folder of its own that holds the examples, each file in its own batch.
final class Fixture: Sendable {
  let ledger: Ledger
  let path: String
  /// The positions after each file.
  let ends: [UInt64]

  /// One for all tests that only read.
  static let shared = Result { try Fixture() }

  /// 2026-03-01T10:00:00Z.
  static let now = Instant(microseconds: 1_772_359_200_000_000)

  init(files: [String] = ["official", "illustrative", "correction"]) throws {
    path = NSTemporaryDirectory() + "plan-api-" + UUID().uuidString
    let zone = try TimeZoneRules(
      tzif: Array(Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/Europe/Riga"))))
    ledger = try Ledger.create(
      at: path,
      identity: LedgerIdentity(
        zoneName: "Europe/Riga", zone: zone, language: "lv",
        nonce: Array(repeating: 7, count: 32)))
    var ends: [UInt64] = []
    for (index, file) in files.enumerated() {
      let folder = URL(filePath: #filePath).deletingLastPathComponent()
      let text = try String(
        contentsOf: folder.appending(path: "../../Examples/lv-htp-2021-\(file).ndjson"),
        encoding: .utf8)
      try Fixture.append(
        text, to: ledger, at: Fixture.now.advanced(bySeconds: Int64(index - 3) * 3600))
      ends.append(try ledger.snapshot().view.head.position)
    }
    self.ends = ends
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Appends lines of CloudEvents in one batch.
  static func append(_ text: String, to ledger: Ledger, at now: Instant) throws {
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
        let json = try parsed(String(line))
        return try withoutActuallyEscaping(typeOf) { typeOf in
          try CloudEvents.read(json, JSONReading(typeOfEvent: typeOf)).event
        }
      } catch {
        preconditionFailure("\(line): \(error)")
      }
    }
  }

  /// What a question is answered, as text.
  func answer(
    _ question: String, _ variables: String? = nil, defaults: ClockDefaults = ClockDefaults(),
    now: Instant = Fixture.now
  ) throws -> String {
    let answer = try PlanQuery(ledger, now: now).run(
      question, variables: try variables.map { try parsed($0) },
      defaults: defaults)
    return String(decoding: answer.bytes, as: UTF8.self)
  }

  /// What a question is answered, as JSON.
  func json(
    _ question: String, defaults: ClockDefaults = ClockDefaults()
  ) throws -> JSON {
    try parsed(answer(question, defaults: defaults))
  }
}

/// The JSON that a text is.
func parsed(_ text: String) throws -> JSON {
  var parser = JSONParser()
  return try parser.parse(Array(text.utf8))
}
