import EventStore
import Events
import Foundation
import Projections

/// Q3: all actions of a ledger by running status at the end of each month of three years.
func statusSeries(runs: Int, size: Int) throws {
  let months = try (0..<36).map { month in
    try CoarseDate(parsing: "\(2019 + month / 12)-\(month % 12 < 9 ? "0" : "")\(month % 12 + 1)")
      .lastDay
  }
  try SizedLedger.with(size) { ledger in
    try withFolder { folder in
      try ProjectionRegistry.prepare(ledger)
      let table = try FactTable(ledger, in: folder, months: months)
      let head = try ledger.snapshot().view.head.position
      var ours: [Double] = []
      var peer: [Double] = []
      for _ in 0..<runs {
        ours.append(try seconds { _ = try counts(ledger, on: months, position: head) } * 1000)
        peer.append(seconds { _ = table.series(at: head) } * 1000)
      }
      report(
        "Q3  actions by running status, 36 months, ledger of \(size) events", "ahead of SQLite",
        [
          Measurement(name: "planledger", unit: "ms", figures: ours),
          Measurement(name: "SQLite, facts on two clocks", unit: "ms", figures: peer),
        ])
    }
  }
}

private func counts(
  _ ledger: Ledger, on months: [Day], position: UInt64
) throws -> [[RunningStatus: Int]] {
  let point = ReadingPoint(effectiveAt: .last, position: position)
  return try PointInTime(ledger.snapshot(), at: point, withTexts: false)
    .runningCounts(of: nil, on: months)
}
