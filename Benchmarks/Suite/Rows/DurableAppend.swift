import CPeers
import Events
import Foundation

/// A1: one event a durable append, with rules, indexes, tree and inline projections.
func durableAppend(runs: Int, count: Int) throws {
  var ours: [Double] = []
  var busy: [Double] = []
  var raw: [Double] = []
  var sqlite: [Double] = []
  for _ in 0..<runs {
    let (elapsed, processor) = try withFolder { try appendSingly(count, in: $0) }
    ours.append(Double(count) / elapsed)
    busy.append(Double(count) / processor)
    raw.append(
      try withFolder { unsafe peer_lmdb_synced_puts($0, 200, UInt64(count), 0).per_second })
    sqlite.append(
      try withFolder {
        unsafe peer_sqlite_synced_inserts($0 + "/peer.db", 200, UInt64(count), 0).per_second
      })
  }
  report(
    "A1  one event a durable append (\(count) events)",
    "at least 0.8 × raw LMDB; ahead of SQLite",
    [
      Measurement(name: "planledger, all rules on", unit: "commits/s", figures: ours),
      Measurement(
        name: "planledger, by the processor's time", unit: "commits/s", figures: busy),
      Measurement(name: "raw LMDB, one 200-byte put", unit: "commits/s", figures: raw),
      Measurement(name: "SQLite, WAL, synchronous=FULL", unit: "commits/s", figures: sqlite),
    ])
}

/// Appends events of a plan with 31 actions, a commit each; returns the seconds by the clock, and those of
/// the processor.
private func appendSingly(
  _ count: Int, in folder: String
) throws -> (elapsed: Double, processor: Double) {
  let store = try BenchLedger(folder)
  let plan = Identifier("DEMO-2021")
  let title = try LangText([("lv", "Pasākums")])
  var drafted = PlanDrafted()
  drafted.title = title
  drafted.period = try Period(parsing: "2021/2023")
  let begin = try CoarseDate(parsing: "2021-09-28")
  var setUp = [Event(subject: .plan(plan), effective: begin, data: .planDrafted(drafted))]
  let actions = try (1...31).map { number in
    StreamID.within(plan, .action, try Identifier(parsing: "\(number)"))
  }
  for action in actions {
    var added = ActionAdded()
    added.title = title
    setUp.append(Event(subject: action, effective: begin, data: .actionAdded(added)))
  }
  try store.append(setUp)
  var progress = ProgressReported()
  progress.narrative = try Text(String(repeating: "Sagatavots. ", count: 8))
  let begun = processorSeconds()
  let elapsed = try seconds {
    for number in 0..<count {
      let day = CoarseDate(Day(number: 19_000 + Int32(number / 31)))
      try store.append([
        Event(subject: actions[number % 31], effective: day, data: .progressReported(progress))
      ])
    }
  }
  return (elapsed, processorSeconds() - begun)
}
