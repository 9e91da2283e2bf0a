import Foundation
import Testing

/// A folder of its own for a test, in which the built executable is run.
final class Workplace {
  let folder: String
  /// The wall clock of every run; later runs may have later ones.
  var now = "2025-02-01T10:00:00Z"

  init() throws {
    folder = NSTemporaryDirectory() + "planledger-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// What came of a run.
  struct Result {
    var out: String
    var err: String
    var status: Int32
  }

  /// The executable, which stands beside the one that runs the tests.
  static let executable = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "planledger").path

  /// Runs the executable in the folder.
  @discardableResult
  func run(
    _ arguments: [String], stdin: Data = Data(), environment: [String: String] = [:]
  ) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Workplace.executable)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    var variables = ["PLANLEDGER_NOW": now, "PATH": "/usr/bin:/bin"]
    variables.merge(environment) { $1 }
    process.environment = variables
    // Files, not pipes: no run can wait for a test to read.
    let files = ["in", "out", "err"].map { name in
      let path = folder + "/." + name
      _ = FileManager.default.createFile(atPath: path, contents: name == "in" ? stdin : nil)
      return path
    }
    process.standardInput = FileHandle(forReadingAtPath: files[0])
    process.standardOutput = FileHandle(forWritingAtPath: files[1])
    process.standardError = FileHandle(forWritingAtPath: files[2])
    try process.run()
    process.waitUntilExit()
    func text(_ path: String) throws -> String {
      String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    }
    #expect(process.terminationReason == .exit, "\(arguments) was ended by a signal")
    return Result(
      out: try text(files[1]), err: try text(files[2]), status: process.terminationStatus)
  }

  /// Starts the executable in the folder and leaves it running.
  func start(_ arguments: [String]) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Workplace.executable)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = ["PLANLEDGER_NOW": now]
    for name in [".running-out", ".running-err"] {
      _ = FileManager.default.createFile(atPath: folder + "/" + name, contents: nil)
    }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: folder + "/.running-out")
    process.standardError = FileHandle(forWritingAtPath: folder + "/.running-err")
    try process.run()
    return process
  }

  /// What a started run has written so far.
  func said() throws -> String {
    try String(contentsOfFile: folder + "/.running-out", encoding: .utf8)
  }

  /// What a started run has complained of so far.
  func complained() throws -> String {
    try String(contentsOfFile: folder + "/.running-err", encoding: .utf8)
  }

  /// Runs a line whose words are divided by spaces; `'…'` holds a word together.
  @discardableResult
  func run(_ line: String) throws -> Result { try run(Workplace.words(line)) }

  /// Runs a line that must succeed, and gives its output.
  @discardableResult
  func succeed(_ line: String) throws -> String {
    let result = try run(line)
    try #require(result.status == 0, "\(line): \(result.err)")
    return result.out
  }

  static func words(_ line: String) -> [String] {
    var words: [String] = []
    var word: String?
    var isQuoted = false
    for character in line {
      if character == "'" {
        isQuoted.toggle()
        word = word ?? ""
      } else if character == " ", !isQuoted {
        if let word { words.append(word) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    return words + (word.map { [$0] } ?? [])
  }

  /// Writes a file into the folder.
  func write(_ name: String, _ data: Data) throws {
    try data.write(to: URL(fileURLWithPath: folder + "/" + name))
  }

  func write(_ name: String, _ text: String) throws { try write(name, Data(text.utf8)) }

  /// Everything that the ledger holds.
  func export() throws -> String { try succeed("export") }

  /// A ledger with a plan, an area, and an action that is under way.
  func begin() throws {
    try succeed("init")
    try succeed("plan draft DEMO-2021 --title 'Demo plan' --period 2021/2023 --on 2021-06-01")
    try succeed("plan approve DEMO-2021 --act 'Order No 1' --on 2021-09-28")
    try succeed(
      "area define DEMO-2021/PREVENTION --title lv=Novēršana --title en=Prevention --on 2021-09-28")
    try succeed(
      "action add DEMO-2021/1.2 --title 'Train the police' --area PREVENTION "
        + "--deadline 2022-Q3 --on 2021-09-28")
    try succeed("action start DEMO-2021/1.2 --on 2022-03")
  }
}

/// The folder of the package's examples.
let examples = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Examples").path
