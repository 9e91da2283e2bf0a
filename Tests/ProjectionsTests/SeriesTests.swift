import EventStore
import Events
import Projections
import Testing

@Suite("A series counts at each bucket's end what a read on that day gives")
struct SeriesTests {
  @Test(
    "A bucket ends where the calendar has it",
    arguments: [
      (Bucket.day, "2024-02-28", "2024-02-28"), (.month, "2024-02-01", "2024-02-29"),
      (.month, "2023-12-31", "2023-12-31"), (.quarter, "2023-04-01", "2023-06-30"),
      (.quarter, "2023-12-01", "2023-12-31"), (.halfYear, "2023-06-30", "2023-06-30"),
      (.halfYear, "2023-07-01", "2023-12-31"), (.year, "2023-01-01", "2023-12-31"),
      // 2024-02-29 was a Thursday, 1969-12-29 a Monday, 2025-01-05 a Sunday.
      (.week, "2024-02-29", "2024-03-03"), (.week, "1969-12-29", "1970-01-04"),
      (.week, "2025-01-05", "2025-01-05"), (.week, "2025-01-06", "2025-01-12"),
    ])
  func bucketEnds(bucket: Bucket, in text: String, end: String) {
    #expect(bucket.end(of: day(text)) == day(end))
  }

  @Test("The first bucket is the one that the first day lies in, the last one is cut off")
  func span() {
    let ends = Bucket.month.ends(from: day("2022-01-15"), through: day("2022-04-10"), limit: 4)
    #expect(
      ends == ["2022-01-31", "2022-02-28", "2022-03-31", "2022-04-10"].map { day($0) })
    #expect(Bucket.month.ends(from: day("2022-01-15"), through: day("2022-04-10"), limit: 3) == nil)
    #expect(Bucket.day.ends(from: day("2022-01-02"), through: day("2022-01-01"), limit: 3) == [])
  }

  @Test("On random histories, each point is what the actions read on that day add up to")
  func randomHistories() throws {
    for seed in UInt64(0)..<120 {
      let ledger = try TestLedger()
      var history = RandomHistory(seed: seed)
      for batch in history.batches { try ledger.append(batch) }
      let question = history.question()
      let snapshot = try ledger.ledger.snapshot()
      var point = ReadingPoint(
        effectiveAt: question.effectiveAt, publishedBy: question.publishedBy,
        position: question.position, provenance: question.provenance)
      let bucket = Bucket.allCases[Int(seed % 6)]
      let first = day("2022-01-01").advanced(by: Int(seed % 200))
      let days = try #require(
        bucket.ends(from: first, through: first.advanced(by: 40 * Int(seed % 20)), limit: 3_653))
      let thinned =
        days.count < 40 ? days : days.enumerated().filter { $0.offset % 9 == 0 }.map(\.element)
      let series = try PointInTime(snapshot, at: point, withTexts: false)
        .series(of: code("P"), on: thinned)
      #expect(series.map(\.day) == thinned)
      for found in series {
        point.effectiveAt = found.day
        let actions = try PointInTime(snapshot, at: point, withTexts: false)
          .actions(of: code("P"))
        let case_ = "seed \(seed) on \(found.day)"
        #expect(found.all.actions == actions.count, "\(case_)")
        for status in RunningStatus.allCases {
          #expect(
            found.all.running[status, default: 0]
              == actions.count { $0.state.running?.value == status }, "\(case_)")
        }
        for verdict in Verdict.allCases {
          #expect(
            found.all.assessment[verdict, default: 0]
              == actions.count { $0.state.assessment?.value.verdict == verdict }, "\(case_)")
        }
        for timely in Timeliness.allCases {
          #expect(
            found.all.timeliness[timely, default: 0]
              == actions.count { $0.timeliness(on: found.day) == timely }, "\(case_)")
        }
        #expect(found.areas.values.reduce(0) { $0 + $1.actions } == actions.count)
        #expect(found.isImprecise == actions.contains(where: \.isImprecise), "\(case_)")
        #expect(
          found.provenances == actions.reduce(into: []) { $0.formUnion($1.provenances) },
          "\(case_)")
      }
    }
  }
}
