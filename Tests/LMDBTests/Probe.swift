import Foundation
import Testing

/// A run of `lmdb-probe`, which stands beside the test executable, until it says `ready`.
final class Probe {
  private let process = Process()
  private let input = Pipe()

  init(_ arguments: String...) throws {
    let output = Pipe()
    let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    process.executableURL = tests.deletingLastPathComponent().appending(path: "lmdb-probe")
    process.arguments = arguments
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    let said = output.fileHandleForReading.availableData
    try #require(String(decoding: said, as: UTF8.self) == "ready\n")
  }

  deinit { if process.isRunning { kill() } }

  /// Lets it end by itself.
  func end() {
    input.fileHandleForWriting.closeFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  /// Ends it where it stands.
  func kill() {
    Glibc.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }
}
