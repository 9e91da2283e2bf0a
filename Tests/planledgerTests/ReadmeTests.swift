import Foundation
import Testing

@Suite struct ReadmeTests {
  private static let readme = URL(fileURLWithPath: examples).deletingLastPathComponent()
    .appending(path: "README.md")

  @Test("The session that the README opens with runs as it stands")
  func session() throws {
    let text = try String(contentsOf: Self.readme, encoding: .utf8)
    let block = try #require(text.components(separatedBy: "```console\n").dropFirst().first)
    let session = try #require(block.components(separatedBy: "```").first)
    let commands = session.split(separator: "\n").filter { $0.hasPrefix("$ ") }.map {
      $0.dropFirst(2)
    }
    #expect(commands.count >= 10)
    let place = try Workplace()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-ec", commands.joined(separator: "\n")]
    process.currentDirectoryURL = URL(fileURLWithPath: place.folder)
    let bin = URL(fileURLWithPath: Workplace.executable).deletingLastPathComponent().path
    process.environment = ["PATH": "\(bin):/usr/bin:/bin"]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let said = String(
      decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(said)")
    #expect(said.contains(#""running":"DELIVERED","timeliness":"LATE""#))
  }

  @Test("It is at most 150 lines long")
  func length() throws {
    let lines = try String(contentsOf: Self.readme, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 150)
  }
}
