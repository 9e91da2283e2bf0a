import Coding
import EventStore
import Events
import Foundation
import Lifecycle

/// A ledger in a folder for a workload, with the machine's clock and the program's source of salts.
final class BenchLedger {
  let ledger: Ledger
  private let random = RandomPool()
  private var counter: UInt64 = 0

  init(_ folder: String) throws {
    let path = "/usr/share/zoneinfo/Europe/Riga"
    let zone = try TimeZoneRules(tzif: [UInt8](Data(contentsOf: URL(fileURLWithPath: path))))
    ledger = try Ledger.create(
      at: folder + "/ledger",
      identity: LedgerIdentity(
        zoneName: "Europe/Riga", zone: zone, language: "lv",
        nonce: [UInt8](repeating: 1, count: 32)))
  }

  var inputs: WriteInputs {
    WriteInputs(
      now: Instant(microseconds: Int64(Date().timeIntervalSince1970 * 1e6)),
      salt: { [random] in random.bytes(32) },
      id: { [self] instant in
        counter += 1
        return EventID(version7At: instant, random: (counter, counter << 2))
      })
  }

  /// Appends events one batch, from memory.
  func append(_ events: [Event]) throws {
    try Lifecycle.append(events, to: ledger, inputs: inputs)
  }
}

/// Events of an NDJSON file, read as they are asked for.
final class EventFile {
  private let file: FileHandle
  private var buffer: [UInt8] = []
  private var start = 0
  private var parser = ParserBox()

  init(_ path: String) throws {
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw CocoaError(.fileNoSuchFile)
    }
    self.file = file
  }

  func next(_ typeOf: @escaping (EventID) -> EventType?) throws -> Event? {
    guard let line = try nextLine() else { return nil }
    return try CloudEvents.read(
      try parser.parse(line), JSONReading(defaultLanguage: "lv", typeOfEvent: typeOf)
    ).event
  }

  private func nextLine() throws -> [UInt8]? {
    while true {
      if let end = buffer[start...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { start = end + 1 }
        return Array(buffer[start..<end])
      }
      let more = try file.read(upToCount: 1 << 20) ?? Data()
      if more.isEmpty { return nil }
      buffer = Array(buffer[start...]) + [UInt8](more)
      start = 0
    }
  }
}

/// A parser that a class can hold.
final class ParserBox {
  private var parser = JSONParser()

  func parse(_ bytes: [UInt8]) throws -> JSON { try parser.parse(bytes) }
}
