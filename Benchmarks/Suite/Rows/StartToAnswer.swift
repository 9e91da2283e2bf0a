import Foundation

/// C1: process start to the answer of a small query on a warm ledger.
func startToAnswer(runs: Int) throws {
  let binary = FileManager.default.currentDirectoryPath + "/.build/release/planledger"
  try withFolder { folder in
    let ledger = folder + "/plan"
    _ = try run(binary, ["init", ledger, "--quiet"], nil)
    for example in ["official", "illustrative", "correction"] {
      let file = "Examples/lv-htp-2021-\(example).ndjson"
      _ = try run(binary, ["--ledger", ledger, "append", file, "--quiet"], nil)
    }
    let query = #"{ plan(id: "LV-HTP-2021") { title status } }"#
    let database = folder + "/peer.db"
    _ = try run(
      "/usr/bin/sqlite3",
      [
        database,
        "create table plan(id text primary key, title text, status text);"
          + "insert into plan values('LV-HTP-2021','Plan','APPROVED');",
      ], nil)
    let select = "select title, status from plan where id = 'LV-HTP-2021';"
    let commands: [(String, String, [String])] = [
      ("planledger query", binary, ["--ledger", ledger, "query", query]),
      ("sqlite3 CLI, one row by key", "/usr/bin/sqlite3", [database, select]),
      ("true (the cost of a process)", "/usr/bin/true", []),
    ]
    var figures = [[Double]](repeating: [], count: commands.count)
    for _ in 0..<runs {
      for (index, command) in commands.enumerated() {
        let elapsed = try seconds { _ = try run(command.1, command.2, nil) }
        figures[index].append(elapsed * 1000)
      }
    }
    report(
      "C1  process start to answer", "less than 5 ms, ahead of the sqlite3 CLI",
      zip(commands, figures).map { Measurement(name: $0.0, unit: "ms", figures: $1) })
  }
}

/// Runs a program to its end; returns its standard output.
@discardableResult
private func run(_ program: String, _ arguments: [String], _ input: String?) throws -> String {
  let process = Process()
  let output = Pipe()
  process.executableURL = URL(fileURLWithPath: program)
  process.arguments = arguments
  process.standardOutput = output
  process.standardError = FileHandle.nullDevice
  process.standardInput = FileHandle.nullDevice
  try process.run()
  let data = try output.fileHandleForReading.readToEnd() ?? Data()
  process.waitUntilExit()
  return String(decoding: data, as: UTF8.self)
}
