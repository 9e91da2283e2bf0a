import Foundation
import Glibc
import Testing

/// What the densest documents take of memory that the limits let through, and much larger ones: the
/// bound is that of `Limits`, 20 times the size and 8 MiB.
@Suite("Memory") struct MemoryTests {
  /// The shape of a document, over and over: as often as makes so many tokens, or bytes.
  struct Shape: Sendable, CustomTestStringConvertible {
    var start = ""
    var part: String
    var end = ""
    var count: Int

    /// As many parts of so many tokens as the limit of 300,000 lets through.
    init(_ start: String, _ part: String, _ end: String, tokens: Int) {
      self.init(start, part, end, count: 299_900 / tokens)
    }

    init(_ start: String, _ part: String, _ end: String, count: Int) {
      (self.start, self.part, self.end, self.count) = (start, part, end, count)
    }

    var text: String { start + String(repeating: part, count: count) + end }
    var testDescription: String { "\(start)\(part)\(part)…\(end)" }
  }

  static let schema =
    "type Query{a:Int q:Query f(l:[Int] s:[String]):Int} type Subscription{s:Int}"

  static let shapes: [Shape] = [
    // Selections.
    Shape("{", "a ", "}", tokens: 1), Shape("{", "q{a}", "}", tokens: 4),
    Shape("", "{a}", "", tokens: 3), Shape("{a", "@a", "}", tokens: 2),
    Shape("subscription{", "s ", "}", tokens: 1),
    // Values: wrong, variables that nobody defines, and lists where none is wanted.
    Shape("{f(l:[", "x ", "])}", tokens: 1), Shape("{f(l:[", "$v", "])}", tokens: 2),
    Shape("{f(s:[", "[]", "])}", tokens: 2),
    // The type system.
    Shape("enum A{", "A ", "}", tokens: 1), Shape("type A{", "\"\"a:A ", "}", tokens: 4),
    Shape("type A", "@a", "", tokens: 2), Shape("type A{a(a:A=[", "1 ", "]):A}", tokens: 1),
    // Ten megabytes, which are refused.
    Shape("{", "a ", "}", count: 5_000_000),
  ]

  @Test("a document takes 20 times its size and 8 MiB at most", arguments: shapes)
  func bound(_ shape: Shape) throws {
    let bench = try Workbench(["schema.graphql": Self.schema, "little.graphql": "{a}"])
    try bench.write("large.graphql", Data(shape.text.utf8))
    let least = try peak(of: "little.graphql", in: bench)
    let most = try peak(of: "large.graphql", in: bench)
    let bound = 20 * shape.text.utf8.count + 8 << 20
    #expect(most - least <= bound, "\(most - least) bytes of \(bound)")
  }

  /// The most bytes that were resident while a document was validated.
  ///
  /// The program goes on to a pipe after it, and waits there until somebody writes to that: what it
  /// has taken until then can be read in the meantime.
  private func peak(of document: String, in bench: Workbench) throws -> Int {
    let pipe = bench.folder + "/pipe-\(document)"
    #expect(unsafe mkfifo(pipe, 0o600) == 0)
    let process = Workbench.process([
      "validate", "--schema", bench.folder + "/schema.graphql", bench.folder + "/" + document, pipe,
    ])
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    let end = try FileHandle(forWritingTo: URL(fileURLWithPath: pipe))
    let status = try String(
      contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
    try end.write(contentsOf: Data("{a}".utf8))
    try end.close()
    process.waitUntilExit()
    let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
    let kilobytes = try #require(line.split { !$0.isNumber }.first.flatMap { Int($0) })
    return kilobytes << 10
  }
}
