import Foundation
import Testing

/// A file that a test compares with, and rewrites where `PLANLEDGER_RERECORD` is 1.
struct Recorded {
  let path: String

  /// A file by its path from the root of the repository.
  init(_ path: String, from file: String = #filePath) {
    var root = URL(fileURLWithPath: file)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    self.path = root.appendingPathComponent(path).path
  }

  static var isRecording: Bool {
    ProcessInfo.processInfo.environment["PLANLEDGER_RERECORD"] == "1"
  }

  func bytes() throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) }

  func text() throws -> String { String(decoding: try bytes(), as: UTF8.self) }

  func write(_ bytes: [UInt8]) throws { try Data(bytes).write(to: URL(fileURLWithPath: path)) }

  /// Expects the file to hold the bytes; the message names the first line that differs.
  func expect(_ bytes: [UInt8], location: SourceLocation = #_sourceLocation) throws {
    if Recorded.isRecording { try write(bytes) }
    let held = try text().split(separator: "\n", omittingEmptySubsequences: false)
    let made = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let pairs = zip(held, made)
    let line = pairs.enumerated().first { $0.element.0 != $0.element.1 }?.offset
    if held.count != made.count || line != nil {
      Issue.record(
        "\(path) differs from line \((line ?? min(held.count, made.count)) + 1) on",
        sourceLocation: location)
    }
  }
}
