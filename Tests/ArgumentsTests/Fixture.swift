import Foundation
import Testing

/// Holds a text to the fixture of that name; with `RECORD_FIXTURES` set in the environment, writes
/// it there instead.
func expectFixture(_ name: String, _ text: String) throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "Fixtures/\(name)")
  if ProcessInfo.processInfo.environment["RECORD_FIXTURES"] != nil {
    try Data(text.utf8).write(to: file)
  }
  #expect(try String(contentsOf: file, encoding: .utf8) == text, "\(name)")
}
