import EventStore
import Events
import Foundation
import LMDB

/// A folder of its own for a test, with a ledger in it; gone when the test is.
final class Home: Sendable {
  let path: String

  init(under parent: String = Home.memory) {
    path = parent + "/ledger-" + UUID().uuidString
  }

  /// Where a file is in memory, so that the many commits of a test wait for no disk.
  static let memory =
    FileManager.default.isWritableFile(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var dataPath: String { path + "/data.mdb" }

  func create() throws(LedgerError) -> Ledger {
    try Ledger.create(at: path, identity: .test)
  }
}

extension LedgerIdentity {
  static let test = LedgerIdentity(
    zoneName: "UTC", zone: .utc, language: "lv", nonce: [UInt8](repeating: 7, count: 32),
    created: .noon)
}

extension TimeZoneRules {
  /// A TZif file of version 2 that says nothing but UTC (RFC 9636 §3).
  static let utc: TimeZoneRules = {
    let counts: [[UInt8]] = [0, 0, 0, 0, 1, 4].map { [0, 0, 0, $0] }
    let header = Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15) + counts.flatMap { $0 }
    let type: [UInt8] = [0, 0, 0, 0, 0, 0] + Array("UTC".utf8) + [0]
    let file = header + type + header + type + Array("\nUTC0\n".utf8)
    guard let rules = try? TimeZoneRules(tzif: file) else {
      preconditionFailure("a zone that does not read")
    }
    return rules
  }()
}

extension Instant {
  /// 2025-06-01T12:00:00Z.
  static let noon = Instant(microseconds: 1_748_779_200_000_000)
}

extension WriteInputs {
  /// Inputs that are the same every time.
  static func fixed(_ now: Instant = .noon, seed: UInt64 = 1) -> WriteInputs {
    var generator = SeededGenerator(state: seed)
    return WriteInputs(
      now: now,
      salt: { (0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) } },
      id: { EventID(version7At: $0, random: (generator.next(), generator.next())) })
  }
}

/// SplitMix64, so that a failing case can be run again.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
