import EventStore
import Events
import Foundation
import Projections

/// Q1: a whole plan, 31 actions with some 10,000 events, at random points on two clocks.
func planAtPoint(runs: Int, sizes: [Int], withPeer: Bool) throws {
  for size in sizes {
    try SizedLedger.with(size) { ledger in
      try withFolder { folder in
        try ProjectionRegistry.prepare(ledger)
        let plan = Identifier("PLAN-00000")
        let table = withPeer ? try FactTable(ledger, in: folder, months: []) : nil
        let head = try ledger.snapshot().view.head.position
        var points = RandomPoints(seed: UInt64(size))
        let questions = (0..<100).map { _ in points.point(upTo: head) }
        var bare: [Double] = []
        var titled: [Double] = []
        var peer: [Double] = []
        // Warm: each asks all of it once beforehand, for the others have used the processor's caches.
        func median(_ answer: (ReadingPoint) throws -> Void) rethrows -> Double {
          for point in questions { try answer(point) }
          return try questions.map { point in try seconds { try answer(point) } * 1e6 }.middle
        }
        for _ in 0..<runs {
          bare.append(try median { try ask(ledger, plan, $0, withTexts: false) })
          titled.append(try median { try ask(ledger, plan, $0, withTexts: true) })
          if let table { peer.append(median { _ = table.plan(plan, at: $0) }) }
        }
        var measured = [
          Measurement(name: "planledger, without titles", unit: "µs", figures: bare),
          Measurement(name: "planledger, with titles", unit: "µs", figures: titled),
        ]
        if withPeer {
          measured.append(
            Measurement(name: "SQLite, facts on two clocks", unit: "µs", figures: peer))
        }
        report(
          "Q1  a whole plan at a random point, ledger of \(size) events",
          "at most 100 µs, ahead of SQLite; 10 million at most 1.5 × 10 thousand",
          measured)
      }
    }
  }
}

private func ask(
  _ ledger: Ledger, _ plan: Identifier, _ point: ReadingPoint, withTexts: Bool
) throws {
  let reading = try PointInTime(ledger.snapshot(), at: point, withTexts: withTexts)
  _ = try reading.plan(plan)
  _ = try reading.actions(of: plan)
}

extension [Double] {
  /// The median.
  var middle: Double { isEmpty ? 0 : sorted()[count / 2] }
}
