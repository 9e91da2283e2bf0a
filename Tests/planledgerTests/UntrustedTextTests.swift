import Coding
import Foundation
import Testing

@testable import planledger

@Suite("Text that a terminal must not obey")
struct UntrustedTextTests {
  @Test(
    "is shown, not obeyed",
    arguments: [
      ("Plāns", "Plāns"), ("a\u{1B}[2Jb", "a\\u{1B}[2Jb"), ("a\u{9B}b", "a\\u{9B}b"),
      ("a\u{202E}b", "a\\u{202E}b"), ("a\u{2067}b", "a\\u{2067}b"), ("a\u{200B}b", "a\\u{200B}b"),
      ("a\u{7F}b", "a\\u{7F}b"), ("a\nb\tc", "a\nb c"), ("नि\u{200D}", "नि\u{200D}"),
    ])
  func shown(text: String, expected: String) { #expect(printable(text) == expected) }

  @Test("neither sentences nor tables hold escapes or turned text")
  func nowhere() throws {
    let place = try Workplace()
    try place.begin()
    try place.succeed("action add DEMO-2021/1.4 --title 'a\u{202E}b' --on 2022")
    for line in [
      "log --ledger 'a\u{1B}[2J'", "append 'a\u{1B}[2J'", "action start 'a\u{1B}[2J' --on 2022",
      "init 'a\u{1B}[2J\u{202E}'", "query '{ \u{1B}[2J\u{202E} }'", "query '\u{1B}[2J'",
      "show DEMO-2021 --format table", "show DEMO-2021 --format markdown", "\u{1B}[2J",
    ] {
      let result = try place.run(line)
      for character in ["\u{1B}", "\u{202E}"] {
        #expect(!(result.out + result.err).contains(character), "\(line)")
      }
      #expect((result.out + result.err).contains("\\u{"), "\(line): \(result.out)\(result.err)")
    }
  }

  /// Runs a line of the shell, in which `$P` is the program.
  private func shell(_ line: String, in place: Workplace) throws -> (status: Int32, err: String) {
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = ["-c", line]
    shell.environment = ["P": Workplace.executable, "PLANLEDGER_NOW": place.now]
    shell.currentDirectoryURL = URL(fileURLWithPath: place.folder)
    shell.standardError = FileHandle.nullDevice
    try shell.run()
    shell.waitUntilExit()
    return (
      shell.terminationStatus, try String(contentsOfFile: place.folder + "/err", encoding: .utf8)
    )
  }

  @Test("an argument that is not UTF-8 is refused, not repaired")
  func invalidUTF8() throws {
    let place = try Workplace()
    try place.succeed("init")
    let result = try shell(
      #""$P" plan draft X --title "$(printf 'Pl\342ns')" --period 2021 2>err"#, in: place)
    #expect(result.status == 2)
    #expect(result.err.contains("The 5th argument, 'Pl\u{FFFD}ns', is not valid UTF-8"))
    #expect(try place.export() == "")
  }

  @Test(
    "help that cannot be written is told",
    .enabled(if: FileManager.default.isWritableFile(atPath: "/dev/full")),
    arguments: ["help", "--version", "help plan draft"])
  func fullHelp(line: String) throws {
    let result = try shell("\"$P\" \(line) 2>err >/dev/full", in: try Workplace())
    #expect(result.status == 74 && result.err.contains("no space left"))
  }
}
