import Arguments
import Foundation
import Testing

@testable import planledger

@Suite("Ledgers and clocks that are wrong")
struct BadLedgerTests {
  @Test("a file that is no ledger is told, and left as it is")
  func notALedger() throws {
    let place = try Workplace()
    try FileManager.default.createDirectory(
      atPath: place.folder + "/.planledger", withIntermediateDirectories: false)
    let junk = Data(repeating: 0x41, count: 20_000)
    try place.write(".planledger/data.mdb", junk)
    for line in ["log", "plan draft P --title T --period 2021"] {
      let result = try place.run(line)
      #expect(result.status == 66, "\(result.err)")
      #expect(result.err.contains("is no ledger"))
    }
    let after = try Data(contentsOf: URL(fileURLWithPath: place.folder + "/.planledger/data.mdb"))
    #expect(after == junk)
  }

  @Test("an empty folder where the ledger should be is told")
  func emptyFolder() throws {
    let place = try Workplace()
    try FileManager.default.createDirectory(
      atPath: place.folder + "/.planledger", withIntermediateDirectories: false)
    let result = try place.run("log")
    #expect(result.status == 66 && result.err.contains("There is no ledger in '.planledger'"))
  }

  @Test("a ledger is not made onto what is no folder", arguments: ["file", "folder"])
  func initOntoFile(target: String) throws {
    let place = try Workplace()
    try place.write("file", "x")
    try FileManager.default.createDirectory(
      atPath: place.folder + "/folder", withIntermediateDirectories: false)
    try place.write("folder/.planledger", "x")
    let result = try place.run("init \(target)")
    #expect(result.status == 73 && result.err.contains("is no folder"), "\(result.err)")
  }

  @Test("a data file cut short is damage")
  func truncated() throws {
    let place = try Workplace()
    try place.begin()
    let path = place.folder + "/.planledger/data.mdb"
    let file = try #require(FileHandle(forWritingAtPath: path))
    try file.truncate(atOffset: 3 * 4096)
    try file.close()
    for line in ["log", "action resume DEMO-2021/1.2 --on 2022"] {
      let result = try place.run(line)
      #expect(result.status == 76, "\(result.err)")
      #expect(result.err.contains("damaged"))
    }
  }

  @Test("a ledger of a newer format is told to want a newer program")
  func newerFormat() throws {
    let place = try Workplace()
    try place.begin()
    let path = place.folder + "/.planledger/data.mdb"
    var data = try Data(contentsOf: URL(fileURLWithPath: path))
    // What the ledger says of itself begins with its format, then its id.
    let id = try #require(LedgerID(exported: try place.export()))
    let range = try #require(data.range(of: id.bytes))
    #expect(data[range.lowerBound - 1] == 1)
    data[range.lowerBound - 1] = 2
    try data.write(to: URL(fileURLWithPath: path))
    for line in ["log", "action deliver DEMO-2021/1.2 --on 2022-11"] {
      let result = try place.run(line)
      #expect(result.status == 69, "\(result.err)")
      #expect(result.err.contains("format 2") && result.err.contains("newer planledger"))
    }
  }

  @Test(
    "a ledger that may not be written is read, and refuses writes",
    .disabled(if: BadLedgerTests.isRoot, "root may write everywhere"))
  func notPermitted() throws {
    let place = try Workplace()
    try place.begin()
    for name in ["", "/data.mdb", "/lock.mdb", "/writer.lock"] {
      try FileManager.default.setAttributes(
        [.posixPermissions: name.isEmpty ? 0o555 : 0o444],
        ofItemAtPath: place.folder + "/.planledger" + name)
    }
    let result = try place.run("action deliver DEMO-2021/1.2 --on 2022-11")
    #expect(result.status == 77 && result.err.contains("permission denied"))
  }

  @Test(
    "a full disk refuses a batch whole, and takes it once there is room",
    .enabled(if: BadLedgerTests.isRoot))
  func fullDisk() throws {
    let place = try Workplace()
    try place.succeed("init")
    let lines = (1...6000).map { number in
      BadFileTests.line(
        "SourceAdded", "source/S\(number)", #"{"title":"\#(String(repeating: "x", count: 400))"}"#,
        #""effective":"2022","id":"01928f4e-7c1a-7d3e-9b2f-\#(String(100_000_000_000 + number))""#)
    }
    try place.write("many.ndjson", lines.joined(separator: "\n"))
    let disk = place.folder + "/disk"
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: false)
    guard try mount(["-t", "tmpfs", "-o", "size=2m", "tmpfs", disk]) else { return }
    defer { _ = try? mount([disk], tool: "/usr/bin/umount") }
    try place.succeed("init disk")
    let result = try place.run("append many.ndjson --ledger disk")
    #expect(result.status == 74, "\(result.err)")
    #expect(result.err.contains("disk is full"))
    #expect(try place.succeed("export --ledger disk") == "")
    _ = try mount(["-o", "remount,size=64m", disk])
    #expect(
      try place.succeed("append many.ndjson --ledger disk")
        == "Recorded 6000 events as no. 1–6000.\n")
  }

  @Test(
    "a ledger on a disk that is only for reading answers, and takes nothing in",
    .enabled(if: BadLedgerTests.isRoot))
  func readOnlyDisk() throws {
    let place = try Workplace()
    let disk = place.folder + "/disk"
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: false)
    guard try mount(["-t", "tmpfs", "-o", "size=8m", "tmpfs", disk]) else { return }
    defer { _ = try? mount([disk], tool: "/usr/bin/umount") }
    try place.succeed("init disk")
    try place.succeed("plan draft D --title x --period 2021 --on 2021 --ledger disk")
    _ = try mount(["-o", "remount,ro", disk])
    let result = try place.run("plan draft E --title x --period 2021 --ledger disk")
    #expect(result.status == 77 && result.err.contains("read-only"), "\(result.err)")
    #expect(try place.succeed("plan list --format csv --ledger disk").contains("D,"))
  }

  private static let isRoot = geteuid() == 0

  private func mount(_ arguments: [String], tool: String = "/usr/bin/mount") throws -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: tool)
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  @Test("a clock that is behind the ledger refuses writes, and reads go on")
  func clockBehind() throws {
    let place = try Workplace()
    try place.begin()
    place.now = "2025-02-01T09:54:00Z"
    let result = try place.run("action deliver DEMO-2021/1.2 --on 2022-11")
    #expect(result.status == 75)
    #expect(result.err.contains("2025-02-01T09:54:00") && result.err.contains("behind"))
    #expect(try place.run("log").status == 0)
    place.now = "2025-02-01T09:56:00Z"
    try place.succeed("action deliver DEMO-2021/1.2 --on 2022-11")
  }

  @Test("a clock that is none is told")
  func noClock() throws {
    let place = try Workplace()
    place.now = "noon"
    let result = try place.run("log")
    #expect(result.status == 2 && result.err.contains("PLANLEDGER_NOW"))
  }

  @Test("without tz data the default zone is known, and no other")
  func noZones() throws {
    let place = try Workplace()
    let without = ["TZDIR": place.folder + "/none"]
    #expect(try place.run(["init", "a"], environment: without).status == 0)
    let other = try place.run(
      ["init", "b", "--time-zone", "Europe/Berlin"], environment: without)
    #expect(other.status == 69 && other.err.contains("tzdata"))
    #expect(!FileManager.default.fileExists(atPath: place.folder + "/b"))
  }

  @Test(
    "an output that cannot be written is told",
    .enabled(if: FileManager.default.isWritableFile(atPath: "/dev/full")))
  func fullOutput() throws {
    let place = try Workplace()
    try place.begin()
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = ["-c", "'\(Workplace.executable)' export 2>err >/dev/full"]
    shell.currentDirectoryURL = URL(fileURLWithPath: place.folder)
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 74)
    let said = try String(contentsOfFile: place.folder + "/err", encoding: .utf8)
    #expect(said.contains("could not be written: no space left"))
  }

  @Test("the table of commands holds together, and every command has an example")
  func table() {
    #expect(Verb.all.command.faults == [])
    func withoutExample(_ command: Command, _ path: String) -> [String] {
      let own = command.subcommands.isEmpty && command.examples.isEmpty ? [path] : []
      return own + command.subcommands.flatMap { withoutExample($0, path + " " + $0.name) }
    }
    #expect(withoutExample(Verb.all.command, "planledger") == [])
  }

  @Test("every example of the table is a command line that parses, and lacks nothing")
  func examplesOfTheTable() throws {
    func examples(_ command: Command) -> [String] {
      command.examples + command.subcommands.flatMap(examples)
    }
    for example in examples(Verb.all.command) {
      let line = example.prefix { $0 != ">" && $0 != "<" }
      let words = Workplace.words(String(line)).dropFirst()
      let parsed = try Verb.all.command.parse(Array(words))
      #expect(parsed.missing == [], "\(example)")
    }
  }
}

/// The id of a ledger, as the lines of its export say it.
private struct LedgerID {
  let bytes: Data

  init?(exported: String) {
    let prefix = "urn:planledger:"
    guard let start = exported.range(of: prefix)?.upperBound else { return nil }
    let digits = Array(exported[start...].prefix(64))
    bytes = Data(
      stride(from: 0, to: digits.count - 1, by: 2).compactMap {
        UInt8(String(digits[$0...($0 + 1)]), radix: 16)
      })
    guard bytes.count == 32 else { return nil }
  }
}
