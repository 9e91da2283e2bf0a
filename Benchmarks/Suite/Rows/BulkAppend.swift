import CPeers
import EventStore
import Events
import Foundation
import Lifecycle

/// A2: a bulk append in one atomic batch, decoded beforehand and from NDJSON with all checks on.
func bulkAppend(runs: Int, sizes: [Int]) throws {
  for size in sizes {
    try withFolder { folder in
      let file = folder + "/events.ndjson"
      try generate(size, into: file)
      var decoded: [Double] = []
      var ndjson: [Double] = []
      var busy: [Double] = []
      var asTheyCome: [Double] = []
      var sorted: [Double] = []
      var memory = 0.0
      for _ in 0..<runs {
        let begun = processorSeconds()
        let (all, storing) = try appendFile(file)
        busy.append(Double(size) / (processorSeconds() - begun))
        // Before any peer has run: the sizes come in ascending order.
        if memory == 0 { memory = peakMemory() }
        ndjson.append(Double(size) / all)
        decoded.append(Double(size) / storing)
        asTheyCome.append(try bulkPeer(size, PEER_INDEXES_AS_THEY_COME))
        sorted.append(try bulkPeer(size, PEER_INDEXES_SORTED))
      }
      report(
        "A2  bulk append, one atomic batch of \(size) events (\(Int(memory)) MiB at most)",
        "at least 0.7 × the same work in C, past 250,000/s; from NDJSON at least 100,000/s; 512 MiB",
        [
          Measurement(name: "planledger, decoded beforehand", unit: "events/s", figures: decoded),
          Measurement(name: "planledger, from NDJSON", unit: "events/s", figures: ndjson),
          Measurement(
            name: "planledger, from NDJSON, by the processor's time", unit: "events/s",
            figures: busy),
          Measurement(name: "C on LMDB, as they come", unit: "events/s", figures: asTheyCome),
          Measurement(name: "C on LMDB, indexes sorted", unit: "events/s", figures: sorted),
        ])
    }
  }
}

/// Appends a file; returns the seconds of it all, and those without reading and decoding.
private func appendFile(_ file: String) throws -> (all: Double, storing: Double) {
  try withFolder { folder in
    let store = try BenchLedger(folder)
    let events = try EventFile(file)
    let clock = ContinuousClock()
    var decoding = Duration.zero
    let all = try seconds {
      _ = try Lifecycle.append(to: store.ledger, inputs: store.inputs) {
        typeOf throws(LedgerError) in
        let start = clock.now
        defer { decoding += clock.now - start }
        do {
          return try events.next(typeOf)
        } catch {
          throw .notRestorable(index: 0, reason: "\(error)")
        }
      }
    }
    let spent = Double(decoding.components.seconds) + Double(decoding.components.attoseconds) / 1e18
    return (all, all - spent)
  }
}

private func bulkPeer(_ size: Int, _ order: peer_index_order) throws -> Double {
  try withFolder { folder in
    unsafe peer_lmdb_bulk(folder, UInt64(size), 220, 120, PEER_IDS_TIME_ORDERED, order).per_second
  }
}

/// Writes a file of events by the generator beside this suite.
func generate(_ size: Int, into file: String) throws {
  _ = FileManager.default.createFile(atPath: file, contents: nil)
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = ["python3", "Benchmarks/generate.py", "--events", "\(size)"]
  process.standardOutput = FileHandle(forWritingAtPath: file)
  try process.run()
  process.waitUntilExit()
  guard process.terminationStatus == 0 else { throw CocoaError(.fileWriteUnknown) }
}
