import Arguments
import Foundation
import Testing

@testable import planledger

/// Lines of progress on action 1.2, each with an id of its own.
private func progress(_ count: Int, _ batch: Int) -> String {
  (0..<count).map { number in
    let id = String(repeating: "0", count: 12 - String(number).count) + String(number)
    return #"{"specversion":"1.0","id":"0000000\#(batch)-0000-7000-8000-\#(id)","#
      + #""type":"planledger.ProgressReported","subject":"plan/DEMO-2021/action/1.2","#
      + #""effective":"2022-05-\#(10 + number % 20)","data":{"narrative":"Step \#(number)"}}"#
  }.joined(separator: "\n")
}

@Suite(.serialized) struct ProcessTests {
  @Test("Two processes that append 10,000 events each at once lose none and leave no gap")
  func twoProcesses() throws {
    let place = try Workplace()
    try place.begin()
    for batch in 1...2 { try place.write("\(batch).ndjson", progress(10_000, batch)) }
    let processes = try (1...2).map { try place.start(["append", "\($0).ndjson"]) }
    for process in processes {
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
    let lines = try place.export().split(separator: "\n")
    #expect(lines.count == 20_005)
    for (index, line) in lines.enumerated() {
      #expect(line.contains(#""position":"\#(index + 1)""#))
    }
    let ids = Set(lines.map { $0.components(separatedBy: #""id":""#)[1].prefix(36) })
    #expect(ids.count == lines.count)
  }

  @Test("A file whose append is killed is there whole or not at all, and can be appended again")
  func killed() throws {
    let place = try Workplace()
    try place.begin()
    let count = 30_000
    try place.write("large.ndjson", progress(count, 1))
    for delay in [0.2, 0.9, 1.6, 2.3] {
      let process = try place.start(["append", "large.ndjson"])
      Thread.sleep(forTimeInterval: delay)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let events = try place.export().split(separator: "\n").count
      #expect(events == 5 || events == 5 + count)
    }
    try place.succeed("append large.ndjson")
    #expect(try place.export().split(separator: "\n").count == 5 + count)
    #expect(try place.succeed("append large.ndjson").contains("there already"))
    try place.succeed("projections verify")
  }

  @Test("A trap is told as a bug of ours", arguments: [SIGILL, SIGTRAP, SIGSEGV])
  func bug(signal: Int32) throws {
    let place = try Workplace()
    try place.begin()
    let process = try place.start(["log", "--follow"])
    while try place.said().isEmpty { Thread.sleep(forTimeInterval: 0.02) }
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 70)
    #expect(try place.complained().contains("a bug of its own"))
  }

  @Test("A stack that is full is told as a bug of ours", arguments: [96, 64, 48])
  func stackIsFull(kibibytes: Int) throws {
    let place = try Workplace()
    try place.begin()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c", "ulimit -s \(kibibytes) && exec \"$0\" --ledger \"$1\" show DEMO-2021",
      Workplace.executable, place.folder,
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    // Whether so small a stack is enough depends on how the program was built.
    #expect(process.terminationReason == .exit)
    #expect([0, 70].contains(process.terminationStatus))
  }

  @Test("The command reference is what the table says")
  func reference() throws {
    let path = URL(fileURLWithPath: examples).deletingLastPathComponent()
      .appending(path: "docs/commands.md")
    let reference = Verb.all.command.reference()
    if ProcessInfo.processInfo.environment["PLANLEDGER_RERECORD"] != nil {
      try reference.write(to: path, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: path, encoding: .utf8) == reference)
  }
}
