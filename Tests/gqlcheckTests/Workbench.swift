import Foundation
import Testing

/// A folder of its own for a test, with files in it, in which the built program is run.
final class Workbench {
  let folder: String

  /// A folder with these files.
  init(_ files: [String: String] = [:]) throws {
    folder = NSTemporaryDirectory() + "gqlcheck-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (name, text) in files { try write(name, Data(text.utf8)) }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func write(_ name: String, _ bytes: Data) throws {
    try bytes.write(to: URL(fileURLWithPath: folder + "/" + name))
  }

  /// What came of a run.
  struct Result: Equatable {
    var out: String
    var err: String
    var status: Int32
  }

  /// The program, which stands beside the one that runs the tests.
  static let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "gqlcheck")

  /// A run that is not started yet.
  static func process(_ arguments: [String]) -> Process {
    let process = Process()
    process.executableURL = Workbench.program
    process.arguments = arguments
    process.environment = [:]
    return process
  }

  /// Runs the program to its end.
  func run(_ arguments: [String], stdin: String = "") throws -> Result {
    let process = Workbench.process(arguments)
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    // Files, not pipes: no run can wait for a test to read.
    let files = [".in", ".out", ".err"].map { folder + "/" + $0 }
    for file in files {
      _ = FileManager.default.createFile(
        atPath: file, contents: file == files[0] ? Data(stdin.utf8) : nil)
    }
    process.standardInput = FileHandle(forReadingAtPath: files[0])
    process.standardOutput = FileHandle(forWritingAtPath: files[1])
    process.standardError = FileHandle(forWritingAtPath: files[2])
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit, "\(arguments) was ended by a signal")
    func text(_ path: String) throws -> String {
      String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    }
    return Result(
      out: try text(files[1]), err: try text(files[2]), status: process.terminationStatus)
  }
}
