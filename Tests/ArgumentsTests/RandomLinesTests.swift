import Arguments
import Testing

@Suite("Random lines")
struct RandomLinesTests {
  static let vocabulary = [
    "init", "append", "template", "action", "start", "assess", "victims", "record", "merge", "show",
    "help", "--help", "-h", "--version", "--ledger", "--color", "--color=never", "--on", "--on=1",
    "--verdict", "completed", "--count", "--unknown", "--source", "--dry-run", "--format=json",
    "--",
    "-", "---", "--=", "", "=", "-5", "--dry-run=x", "P/1", "ā", "e\u{301}", "\0", "\n", "shwo",
    "--efective-at",
  ]

  /// SplitMix64: the words follow from the seed.
  struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  @Test("any words are a command, or a mistake that can be said", arguments: 0..<20)
  func anyWords(seed: UInt64) {
    var random = SeededGenerator(state: seed)
    var parsed = 0
    for _ in 0..<500 {
      let count = Int.random(in: 0...8, using: &random)
      let line = (0..<count).map { _ in Self.vocabulary.randomElement(using: &random) ?? "" }
      do {
        let command = try Sample.program.parse(line)
        parsed += 1
        let given =
          command.positionals.values.flatMap(\.self) + command.values.values.flatMap(\.self)
        #expect(given.allSatisfy { value in line.contains { $0.hasSuffix(value) } })
        try command.complete()
      } catch .helpRequested(let path) {
        #expect(Sample.program.help(on: path).contains("USAGE"))
      } catch {
        #expect(Sample.program.message(for: error).hasPrefix("Error: "))
      }
    }
    #expect(parsed > 0)
  }
}
