import EventStore
import Foundation
import LMDB
import Projections
import Testing

extension Workplace {
  fileprivate func ledger() throws -> Ledger { try Ledger.open(at: folder + "/.planledger") }

  /// Has the projection made by rules of another version than those of the executable.
  fileprivate func rebuild(asVersion version: Int) throws {
    let definition = ProjectionDefinition(name: "timelines", version: version)
    let ledger = try ledger()
    // What an older version would never have met.
    try ledger.environment.write { transaction throws(LMDBError) in
      _ = try transaction.delete(ledger.databases.meta, Array("projection/timelines".utf8))
    }
    try ProjectionRunner(ledger, [definition]).rebuild("timelines")
  }

  /// Changes the last byte of what the projection keeps of an action.
  fileprivate func damage(_ subject: String, block: Bool = true, cut: Bool = false) throws {
    let ledger = try ledger()
    let generation = try #require(try ProjectionRunner(ledger).list().first).generation
    let timelines = ProjectionDefinition.timelines
    let database = try #require(
      try ledger.environment.databaseIfAny("\(timelines.name)@\(timelines.version).\(generation)"))
    let key = Array(subject.utf8) + [0] + (block ? [0, 0, 0, 0] : [])
    try ledger.environment.write { transaction throws(LMDBError) in
      var value = try transaction.reader.get(database, key) ?? []
      if cut { value = [0xFF] } else { value[value.count - 1] ^= 1 }
      try transaction.put(database, key, value)
    }
  }

  fileprivate func status() throws -> String {
    let data = Data(try run("projections status").out.utf8)
    let answer = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    let first = (answer?["projections"] as? [[String: Any]])?.first
    return try #require(first?["status"] as? String)
  }

  /// Lines of progress on action 1.2.
  fileprivate func append(_ count: Int) throws {
    let lines = (0..<count).map { number in
      let id = String(100_000_000_000 + number)
      return #"{"specversion":"1.0","id":"00000001-0000-7000-8000-\#(id)","#
        + #""type":"planledger.SourceAdded","subject":"source/S\#(number)","#
        + #""effective":"2022","data":{"title":"Source \#(number)"}}"#
    }
    try write("many.ndjson", lines.joined(separator: "\n"))
    try succeed("append many.ndjson")
  }
}

@Suite("Projections are looked after by hand", .serialized)
struct ProjectionTests {
  static let action = "plan/DEMO-2021/action/1.2"

  @Test("what serves exits 0, a wrong name 2 with what was meant")
  func serving() throws {
    let place = try Workplace()
    try place.begin()
    #expect(try place.run("projections status").status == 0)
    #expect(try place.status() == "SERVING")
    for verb in ["list", "status", "rebuild", "verify"] {
      let result = try place.run("projections \(verb) timeline")
      #expect(result.status == 2 && result.err.contains("Did you mean 'timelines'?"))
    }
    #expect(try place.succeed("projections rebuild").contains("no difference"))
    #expect(try place.succeed("projections rebuild --quiet").isEmpty)
    #expect(try place.succeed("projections verify timelines").contains("is what the records make"))
  }

  @Test("bytes that read as something else are found by verify, then refused, then mended")
  func damaged() throws {
    let place = try Workplace()
    try place.begin()
    let before = try place.succeed("show DEMO-2021 --format csv")
    try place.damage(Self.action)
    let found = try place.run("projections verify")
    #expect(found.status == 1 && found.out.contains("DEMO-2021/1.2"), "\(found.out)")
    for line in [
      "show DEMO-2021", "query '{ plan(id: \"DEMO-2021\") { actions { totalCount } } }'",
      "query '{ plan(id: \"DEMO-2021\") { id } }'",
    ] {
      let refused = try place.run(line)
      #expect(refused.status == 76, "\(line): \(refused.err)")
      #expect(refused.err.contains("projections rebuild timelines"), "\(refused.err)")
    }
    let status = try place.run("projections status")
    #expect(status.status == 1 && status.out.contains("DAMAGED"))
    #expect(try place.succeed("projections rebuild").contains("1 entity differs: DEMO-2021/1.2"))
    #expect(try place.succeed("show DEMO-2021 --format csv") == before)
    #expect(try place.run("projections status").status == 0)
  }

  @Test(
    "an entry that does not read is refused at once, by reads and by writes",
    arguments: [true, false])
  func unreadable(block: Bool) throws {
    let place = try Workplace()
    try place.begin()
    try place.damage(Self.action, block: block, cut: true)
    let before = try place.export()
    for line in ["show DEMO-2021", "action deliver DEMO-2021/1.2 --on 2022-11"] {
      let refused = try place.run(line)
      #expect(refused.status == 76, "\(line): \(refused.err)")
      #expect(refused.err.contains("projections rebuild timelines"))
    }
    #expect(try place.export() == before)
    #expect(try place.status() == "DAMAGED")
    #expect(try place.run("projections verify").status == 1)
    try place.succeed("projections rebuild")
    try place.succeed("action deliver DEMO-2021/1.2 --on 2022-11")
  }

  @Test(
    "what an older version made is made anew by the first read of a small ledger, or the first write"
  )
  func upgrade() throws {
    let lines = [
      "show DEMO-2021 --format csv", "plan draft N --title N --period 2025/2027 --on 2025",
    ]
    for line in lines {
      let place = try Workplace()
      try place.begin()
      let before = try place.succeed("show DEMO-2021 --format csv")
      try place.rebuild(asVersion: 1)
      #expect(try place.run("projections status").status == 1)
      #expect(try place.status() == "NEEDS_REBUILD")
      let verified = try place.run("projections verify")
      #expect(verified.status == 1 && verified.err.contains("version 1"))
      let first = try place.run(line)
      #expect(first.status == 0 && first.err.hasPrefix("Note: Rebuilt the projection timelines"))
      #expect(try place.run("show DEMO-2021").err.isEmpty)
      #expect(try place.succeed("show DEMO-2021 --format csv").dropLast(3) == before.dropLast(3))
      #expect(try place.status() == "SERVING")
    }
  }

  @Test("beneath what a newer version made nothing is written, and reads go on")
  func newer() throws {
    let place = try Workplace()
    try place.begin()
    let before = try place.succeed("show DEMO-2021 --format csv")
    try place.rebuild(asVersion: ProjectionDefinition.timelines.version + 1)
    let exported = try place.export()
    for line in [
      "action deliver DEMO-2021/1.2 --on 2022-11", "projections rebuild", "projections verify",
    ] {
      let refused = try place.run(line)
      #expect(refused.status == 69, "\(line): \(refused.err)")
      #expect(refused.err.contains("newer planledger"))
    }
    #expect(try place.export() == exported)
    let read = try place.run("show DEMO-2021 --format csv")
    #expect(read.status == 0 && read.out == before)
    #expect(read.err.split(separator: "\n").count == 1 && read.err.contains("from the events"))
    #expect(try place.run("projections status").status == 1)
  }

  @Test("a rebuild while another runs is told to try again")
  func running() throws {
    let place = try Workplace()
    try place.begin()
    if let lock = try RebuildLock(folder: place.folder + "/.planledger") {
      let refused = try place.run("projections rebuild")
      #expect(refused.status == 75)
      #expect(refused.err.contains("Another process is rebuilding timelines"))
      try place.succeed("show DEMO-2021")
      lock.holdUntilHere()
    } else {
      Issue.record("the lock was not free")
    }
    try place.succeed("projections rebuild")
  }

  @Test("an event that does not decode stops a rebuild with its number; what served serves on")
  func poison() throws {
    let place = try Workplace()
    try place.begin()
    let ledger = try place.ledger()
    try ledger.environment.write { transaction throws(LMDBError) in
      try transaction.put(ledger.databases.records, [0, 0, 0, 0, 0, 0, 0, 3], [0xFF])
    }
    let stopped = try place.run("projections rebuild")
    #expect(stopped.status == 76 && stopped.err.contains("stopped at no. 3"), "\(stopped.err)")
    #expect(stopped.err.contains("restore the ledger"))
    #expect(try place.status() == "LEFT_OFF")
    #expect(try place.succeed("show DEMO-2021 --format csv").contains("1.2,Train the police"))
  }

  @Test("a rebuild that is killed again and again, amid appends and reads, ends right")
  func killed() throws {
    let place = try Workplace()
    try place.begin()
    try place.append(12_000)
    let before = try place.succeed("show DEMO-2021 --format csv --recorded-by @12005")
    var wasLeftOff = false
    for round in 0..<8 {
      let process = try place.start(["projections", "rebuild"])
      Thread.sleep(forTimeInterval: 0.05 + 0.1 * Double(round))
      try place.succeed(
        "source add T\(round) --title T --url 'https://example.org/\(round)' --on 2022")
      #expect(try place.succeed("show DEMO-2021 --format csv --recorded-by @12005") == before)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let status = try place.status()
      #expect(["LEFT_OFF", "SERVING"].contains(status))
      wasLeftOff = wasLeftOff || status == "LEFT_OFF"
    }
    #expect(wasLeftOff)
    try place.succeed("projections rebuild")
    #expect(try place.status() == "SERVING")
    #expect(try place.succeed("projections verify").contains("up to no. 12013"))
  }

  @Test(
    "a rebuild on a full disk is left off, and goes on when there is room",
    .enabled(if: geteuid() == 0))
  func fullDisk() throws {
    let place = try Workplace()
    try place.begin()
    try place.append(12_000)
    let disk = place.folder + "/disk"
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: false)
    func tool(_ path: String, _ arguments: [String]) throws -> Bool {
      let process = try Process.run(URL(fileURLWithPath: path), arguments: arguments)
      process.waitUntilExit()
      return process.terminationStatus == 0
    }
    let data = place.folder + "/.planledger/data.mdb"
    let size = try #require(
      FileManager.default.attributesOfItem(atPath: data)[.size] as? Int)
    let room = size / 1024 + 400
    guard try tool("/usr/bin/mount", ["-t", "tmpfs", "-o", "size=\(room)k", "tmpfs", disk]) else {
      return
    }
    defer { _ = try? tool("/usr/bin/umount", [disk]) }
    try FileManager.default.copyItem(
      atPath: place.folder + "/.planledger", toPath: disk + "/.planledger")
    let result = try place.run("projections rebuild --ledger disk")
    #expect(result.status == 74, "\(result.err)")
    #expect(result.err.contains("left off at") && result.err.contains("Make room"))
    #expect(try place.succeed("show DEMO-2021 --format csv --ledger disk").contains("1.2,"))
    let status = try place.run("projections status --ledger disk")
    #expect(status.status == 1 && status.out.contains("LEFT_OFF"))
    _ = try tool("/usr/bin/mount", ["-o", "remount,size=64m", disk])
    try place.succeed("projections rebuild --ledger disk")
    #expect(try place.run("projections status --ledger disk").status == 0)
  }
}
