import CPeers
import EventStore
import Events
import Foundation
import LMDB
import Lifecycle
import Projections

/// Ledgers of a size for the rows that read: made once a run, or kept from one run to the next in the
/// folder that `PLANLEDGER_BENCH_LEDGERS` names.
enum SizedLedger {
  /// The sizes of a row: `--events` takes one of them.
  static func sizes(_ given: Int?, isQuick: Bool) -> [Int] {
    given.map { [$0] } ?? (isQuick ? [10_000] : [10_000, 100_000, 1_000_000])
  }

  /// Runs a closure on a ledger of that many generated events, its projections in step.
  static func with<Value>(_ size: Int, _ body: (Ledger) throws -> Value) throws -> Value {
    guard let kept = ProcessInfo.processInfo.environment["PLANLEDGER_BENCH_LEDGERS"] else {
      return try withFolder { try body(make(size, in: $0)) }
    }
    let folder = "\(kept)/\(size)"
    if FileManager.default.fileExists(atPath: folder + "/ledger") {
      let ledger = try Ledger.open(at: folder + "/ledger")
      let runner = ProjectionRunner(ledger)
      for status in try runner.list(withDigest: false) where !status.isServing {
        try runner.rebuild(status.name)
      }
      return try body(ledger)
    }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return try body(make(size, in: folder))
  }

  private static func make(_ size: Int, in folder: String) throws -> Ledger {
    let file = folder + "/events.ndjson"
    try generate(size, into: file)
    defer { try? FileManager.default.removeItem(atPath: file) }
    let store = try BenchLedger(folder)
    let events = try EventFile(file)
    _ = try Lifecycle.append(to: store.ledger, inputs: store.inputs) {
      typeOf throws(LedgerError) in
      do {
        return try events.next(typeOf)
      } catch {
        throw .notRestorable(index: 0, reason: "\(error)")
      }
    }
    return store.ledger
  }
}

/// Points on the clocks, the same in each run: days and positions spread over a ledger.
struct RandomPoints {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ bound: UInt64) -> UInt64 {
    // SplitMix64.
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return (mixed ^ (mixed >> 31)) % bound
  }

  /// A day of the generator's years and a position of the ledger.
  mutating func point(upTo head: UInt64) -> ReadingPoint {
    let first: Int32 = 12_784  // 2005-01-01
    return ReadingPoint(
      effectiveAt: Day(number: first + Int32(below(6939))), position: 1 + below(head))
  }
}
