import EventStore
import Events
import Foundation
import Lifecycle
import Projections
import Testing

@Suite struct ExampleTests {
  static func lines(_ name: String) throws -> [String] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(
      contentsOf: root.appendingPathComponent("Examples/\(name).ndjson"),
      encoding: .utf8)
    return text.split(separator: "\n").map(String.init)
  }

  @Test("The real case is legal, whole and again")
  func realCase() throws {
    let ledger = try TestLedger()
    for name in ["official", "illustrative", "correction"] {
      let lines = try ExampleTests.lines("lv-htp-2021-\(name)")
      #expect(try ledger.append(lines).count == lines.count)
    }
    let next = try ExampleTests.lines("lv-htp-2025-illustrative")
    #expect(try ledger.append(next).count == next.count)
    let count = try ledger.count
    for name in ["official", "illustrative", "correction"] {
      let lines = try ExampleTests.lines("lv-htp-2021-\(name)")
      let receipt = try ledger.append(lines)
      #expect(receipt.count == 0 && receipt.duplicates == lines.count)
    }
    #expect(try ledger.count == count)
  }

  @Test("A dry run records nothing")
  func dryRun() throws {
    let ledger = try TestLedger()
    let lines = try ExampleTests.lines("lv-htp-2021-official")
    #expect(
      try ledger.append(lines, previewing: (ImpactScope(today: .last, limit: 0), { _ in })).count
        == lines.count)
    #expect(try ledger.count == 0)
  }
}
