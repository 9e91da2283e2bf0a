import Foundation
import Glibc

/// C1: process start to the answer of a small query on a warm ledger.
func startToAnswer(runs: Int) throws {
  let binary = FileManager.default.currentDirectoryPath + "/.build/release/planledger"
  try withFolder { folder in
    let ledger = folder + "/plan"
    _ = try run(binary, ["init", ledger])
    for example in ["official", "illustrative", "correction"] {
      let file = "Examples/lv-htp-2021-\(example).ndjson"
      _ = try run(binary, ["--ledger", ledger, "append", file, "--quiet"])
    }
    let query = #"{ plan(id: "LV-HTP-2021") { title status } }"#
    let database = folder + "/peer.db"
    _ = try run(
      "/usr/bin/sqlite3",
      [
        database,
        "create table plan(id text primary key, title text, status text);"
          + "insert into plan values('LV-HTP-2021','Plan','APPROVED');",
      ])
    let select = "select title, status from plan where id = 'LV-HTP-2021';"
    let commands: [(String, String, [String])] = [
      ("planledger query", binary, ["--ledger", ledger, "query", query]),
      ("sqlite3 CLI, one row by key", "/usr/bin/sqlite3", [database, select]),
      ("true (the cost of a process)", "/usr/bin/true", []),
    ]
    var figures = [[Double]](repeating: [], count: commands.count)
    for _ in 0..<runs {
      for (index, command) in commands.enumerated() {
        let elapsed = try seconds { _ = try run(command.1, command.2) }
        figures[index].append(elapsed * 1000)
      }
    }
    report(
      "C1  process start to answer", "less than 5 ms, ahead of the sqlite3 CLI",
      zip(commands, figures).map { Measurement(name: $0.0, unit: "ms", figures: $1) })
  }
}

/// Runs a program to its end, its output thrown away.
///
/// By `posix_spawn` and `waitpid`: Foundation's `Process` looks for the end only every now and then.
private func run(_ program: String, _ arguments: [String]) throws {
  var actions = unsafe posix_spawn_file_actions_t()
  unsafe posix_spawn_file_actions_init(&actions)
  defer { unsafe posix_spawn_file_actions_destroy(&actions) }
  for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
    unsafe posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
  }
  var words: [UnsafeMutablePointer<CChar>?] = unsafe ([program] + arguments).map {
    unsafe strdup($0)
  }
  defer { unsafe words.forEach { unsafe free($0) } }
  unsafe words.append(nil)
  var process: pid_t = 0
  guard unsafe posix_spawn(&process, program, &actions, nil, words, environ) == 0 else {
    throw CocoaError(.executableLoad)
  }
  var status: Int32 = 0
  unsafe waitpid(process, &status, 0)
  guard status == 0 else { throw CocoaError(.executableLoad) }
}
