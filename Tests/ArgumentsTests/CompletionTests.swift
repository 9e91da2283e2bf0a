import Arguments
import Foundation
import Testing

@Suite("Completions")
struct CompletionTests {
  /// What bash offers for the last of the words.
  static let offered: [(words: [String], offers: [String])] = [
    (["sh"], ["show"]),
    (["he"], ["help"]),
    (["action", ""], ["start", "assess"]),
    (["help", "action", "s"], ["start"]),
    (["--ledger", "action", "vic"], ["victims"]),
    (["--ver"], ["--version"]),
    (["action", "start", "--d"], ["--dry-run"]),
    (["action", "start", "--l"], ["--ledger"]),
    (["action", "assess", "P/1", "--verdict", "not-"], ["not-completed", "not-assessable"]),
    (["show", "--format", "=", "nd"], ["ndjson"]),
    (["show", "--format", "="], ["table", "json", "ndjson", "csv"]),
    (["template", "v"], ["victims"]),
    (["show", "--area", ""], []),
    (["append", "/etc/host"], ["/etc/host.conf", "/etc/hostname", "/etc/hosts"]),
  ]

  @Test("bash offers what may stand at a place", arguments: offered)
  func bash(words: [String], offers: [String]) throws {
    let script =
      Sample.program.completions(for: .bash) + """
        COMP_WORDS=(planledger "$@") COMP_CWORD=$#
        _planledger
        printf '%s\\n' "${COMPREPLY[@]}"
        """
    let printed = try run("/bin/bash", ["-c", script, "bash"] + words)
    let expected =
      offers.filter { !$0.hasPrefix("/") || FileManager.default.fileExists(atPath: $0) }
    #expect(Set(printed.split(separator: "\n").map(String.init)) == Set(expected))
  }

  @Test("the scripts are as they were", arguments: Shell.allCases)
  func scripts(shell: Shell) throws {
    try expectFixture("completions.\(shell.rawValue)", Sample.program.completions(for: shell))
  }

  private func run(_ path: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
