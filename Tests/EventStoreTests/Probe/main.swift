// Another process for the tests of `EventStore`:
// `ledger-probe <folder> <run> <batches> <events in a large batch> <chunk>` appends batches to a ledger,
// every third of them large and the others of one event, and says `first last` of each once it is
// acknowledged. The id of an event says where it belongs: run, batch, size of the batch, place in it.
import EventStore
import Events
import Glibc
import LMDB
import MerkleLog

let arguments = CommandLine.arguments
let run = UInt64(arguments[2])!
let batches = UInt64(arguments[3])!
let large = UInt64(arguments[4])!
let limit = ChunkLimit(events: Int(arguments[5])!)
let ledger = try Ledger.open(at: arguments[1])
let day = CoarseDate(Day(year: 2024, month: 5, day: 1)!)

func event(_ batch: UInt64, _ size: UInt64, _ place: UInt64) throws -> Event {
  var body = ProgressReported()
  body.narrative = try Text("run \(run), batch \(batch), event \(place) of \(size)")
  var event = Event(
    subject: .within(Identifier("P"), .action, try Identifier(parsing: "A\(place % 7)")),
    effective: day,
    data: .progressReported(body))
  event.id = EventID(high: run, low: batch << 32 | size << 16 | place)
  return event
}

for batch in 1...batches {
  let size = batch.isMultiple(of: 3) ? large : 1
  var events = try (0..<size).map { try event(batch, size, $0) }[...]
  var clock = timespec()
  unsafe clock_gettime(CLOCK_REALTIME, &clock)
  let now = Instant(microseconds: Int64(clock.tv_sec) * 1_000_000 + Int64(clock.tv_nsec) / 1000)
  let receipt = try ledger.append(
    inputs: WriteInputs(
      now: now, salt: { randomBytes(32) },
      id: { EventID(version7At: $0, random: (.random(in: 0 ... .max), .random(in: 0 ... .max))) }),
    participants: [], limit: limit,
    judge: { _, _ throws(LedgerError) in },
    next: { _ throws(LedgerError) in events.popFirst() })
  print(receipt.positions.lowerBound, receipt.positions.upperBound - 1)
  fflush(nil)
}
