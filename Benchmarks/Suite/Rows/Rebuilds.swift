import CPeers
import EventStore
import Events
import Foundation
import Glibc
import LMDB
import Projections

/// R1: all projections built anew from the records.
func rebuilds(runs: Int, sizes: [Int]) throws {
  for size in sizes {
    try SizedLedger.with(size) { ledger in
      var ours: [Double] = []
      var busy: [Double] = []
      var scans: [Double] = []
      let runner = ProjectionRunner(ledger)
      let before = privateMemory()
      for _ in 0..<runs {
        let names = try runner.list(withDigest: false).map(\.name)
        let begun = processorSeconds()
        let elapsed = try seconds { for name in names { _ = try runner.rebuild(name) } }
        ours.append(Double(size) / elapsed)
        busy.append(Double(size) / (processorSeconds() - begun))
        let scanning = try seconds { try scan(ledger) }
        scans.append(Double(size) / scanning)
      }
      report(
        "R1  all projections rebuilt, \(size) events"
          + " (\(Int(max(0, privateMemory() - before))) MiB more of private memory)",
        "at least 1,000,000 events/s; memory bounded by state",
        [
          Measurement(name: "planledger", unit: "events/s", figures: ours),
          Measurement(name: "planledger, by the processor's time", unit: "events/s", figures: busy),
          Measurement(name: "a scan of the records", unit: "events/s", figures: scans),
        ])
    }
  }
}

/// Reads a byte of each record where it stands.
private func scan(_ ledger: Ledger) throws {
  let snapshot = try ledger.snapshot()
  var sum: UInt64 = 0
  try snapshot.transaction.forEach(ledger.databases.records) { _, value throws(LedgerError) in
    sum &+= UInt64(value[value.count - 1])
    return .more
  }
  precondition(sum > 0 || snapshot.view.head.position == 0, "nothing was read")
}

/// C2: the memory of one point query.
func pointMemory(size: Int) throws {
  try SizedLedger.with(size) { ledger in
    try ProjectionRegistry.prepare(ledger)
    let before = privateMemory()
    let head = try ledger.snapshot().view.head.position
    var points = RandomPoints(seed: 3)
    for _ in 0..<20 {
      let reading = try PointInTime(ledger.snapshot(), at: points.point(upTo: head))
      _ = try reading.actions(of: Identifier("PLAN-00000"))
    }
    report(
      "C2  memory of point queries, ledger of \(size) events",
      "less than 40 MB, mapped pages aside",
      [
        Measurement(
          name: "planledger, all that is private", unit: "MiB", figures: [privateMemory()]),
        Measurement(name: "of that, before the queries", unit: "MiB", figures: [before]),
      ])
  }
}

/// The memory of this process that no file stands behind, in MiB: the most that the heap was, and the
/// stack.
func privateMemory() -> Double {
  let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
  let line = status.split(separator: "\n").first { $0.hasPrefix("RssAnon:") }
  return (Double(line?.filter(\.isNumber) ?? "") ?? 0) / 1024
}

/// The processor's time that this process has had, in seconds: on a busy machine it tells more than the
/// clock.
func processorSeconds() -> Double {
  var time = timespec()
  unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
