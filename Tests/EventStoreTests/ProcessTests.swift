import EventStore
import Events
import Foundation
import LMDB
import Testing

/// A run of `ledger-probe`, which stands beside the test executable.
private final class Probe {
  private let process = Process()
  private let output = Pipe()

  init(_ arguments: [String]) throws {
    let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    process.executableURL = tests.deletingLastPathComponent().appending(path: "ledger-probe")
    process.arguments = arguments
    process.standardOutput = output
    try process.run()
  }

  deinit { kill() }

  /// Waits for its first acknowledgement; nil where it ended without one.
  func waitForFirst() -> [UInt8] {
    [UInt8](output.fileHandleForReading.availableData)
  }

  func kill() {
    if process.isRunning { Glibc.kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
  }

  /// What it said since.
  func rest() -> [UInt8] {
    [UInt8](output.fileHandleForReading.readDataToEndOfFile())
  }

  var endedWell: Bool {
    process.waitUntilExit()
    return process.terminationReason == .exit && process.terminationStatus == 0
  }
}

@Suite("Processes")
struct ProcessTests {
  /// The first and last positions of whole lines; the last line may be cut off by a kill.
  private func acknowledged(_ bytes: [UInt8]) throws -> [ClosedRange<UInt64>] {
    let text = String(decoding: bytes, as: UTF8.self)
    return try text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map {
      line in
      let numbers = line.split(separator: " ").compactMap { UInt64($0) }
      try #require(numbers.count == 2)
      return numbers[0]...numbers[1]
    }
  }

  /// Run, batch, size of the batch and place in it, as the probe writes them into an id.
  private struct Origin: Hashable {
    let run, batch, size, place: UInt64

    init(_ id: EventID) {
      let numbers = stride(from: 0, to: 16, by: 8).map { start in
        id.bytes[start..<start + 8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      }
      run = numbers[0]
      batch = numbers[1] >> 32
      size = numbers[1] >> 16 & 0xFFFF
      place = numbers[1] & 0xFFFF
    }
  }

  @Test(
    "killed at any moment leave what they acknowledged, each batch whole or not at all, 50 times")
  func kills() throws {
    // On the disk, where a commit takes time in which a kill can fall.
    let home = Home(under: NSTemporaryDirectory())
    let ledger = try home.create()
    var generator = SeededGenerator(state: 31)
    var leftovers = 0
    for run in 1...50 {
      let before = try ledger.head().position
      let probe = try Probe([home.path, "\(run)", "100000", "50", "8"])
      var said = probe.waitForFirst()
      usleep(.random(in: 0...25_000, using: &generator))
      probe.kill()
      said += probe.rest()
      let acknowledged = try acknowledged(said)
      try #require(!acknowledged.isEmpty)
      // A commit whose process was killed before it could note it is found by the next writer.
      try ledger.environment.write { _ throws(LMDBError) in }

      if try ledger.info().staged > 0 { leftovers += 1 }
      let events = try ledger.events(from: before + 1, limit: .max)
      let origins = events.map { Origin($0.id) }
      // Whole batches, in order, each event once.
      var expected: [Origin] = []
      for batch in 1...(origins.last?.batch ?? 1) {
        let size: UInt64 = batch.isMultiple(of: 3) ? 50 : 1
        for place in 0..<size {
          expected.append(
            Origin(EventID(high: UInt64(run), low: batch << 32 | size << 16 | place)))
        }
      }
      #expect(origins == expected)
      // What was acknowledged is there; at most one batch more committed unheard.
      let heard = acknowledged.last?.upperBound ?? before
      let last = try ledger.head().position
      #expect(heard <= last && last <= heard + 50)
      #expect(acknowledged.first?.lowerBound == before + 1)
      // Every other time the next process takes the leftovers away, else this one.
      if run.isMultiple(of: 2) {
        var event = Event(
          subject: .plan(Identifier("P")), effective: CoarseDate(Day(number: 1)),
          data: .planDrafted(PlanDrafted()))
        event.id = EventID(high: 0, low: UInt64(run))
        let now = Date().timeIntervalSince1970
        try ledger.append([event], at: Instant(microseconds: Int64(now * 1_000_000)))
        #expect(try ledger.info().staged == 0)
      }
    }
    #expect(leftovers > 0, "no kill fell into a staged batch")
    #expect(try ledger.fault() == nil)
  }

  @Test("that append at once lose nothing and leave no gap")
  func concurrent() throws {
    let home = Home()
    let ledger = try home.create()
    let probes = try (1...2).map { run in
      try Probe([home.path, "\(run)", "1200", "3", run == 1 ? "2" : "100"])
    }
    var said: [[ClosedRange<UInt64>]] = []
    for probe in probes {
      said.append(try acknowledged(probe.rest()))
      #expect(probe.endedWell)
    }
    #expect(said.map(\.count) == [1200, 1200])
    let events = try ledger.all()
    #expect(events.count == 4000)
    #expect(said.joined().flatMap { Array($0) }.sorted() == Array(1...4000))
    let origins = events.map { Origin($0.id) }
    #expect(Set(origins).count == 4000)
    for run in 1...2 {
      let own = origins.filter { $0.run == UInt64(run) }
      #expect(own.count == 2000)
      #expect(own.map(\.batch) == own.map(\.batch).sorted())
    }
    // Each transaction has its own instant, and a batch shares one.
    var instants: [Instant: Set<[UInt64]>] = [:]
    for (event, origin) in zip(events, origins) {
      instants[event.recorded, default: []].insert([origin.run, origin.batch])
    }
    #expect(instants.values.allSatisfy { $0.count == 1 })
    #expect(instants.count == 2400)
    #expect(try ledger.fault() == nil)
  }
}
