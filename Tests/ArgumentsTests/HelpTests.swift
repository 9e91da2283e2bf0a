import Arguments
import Testing

@Suite("Help")
struct HelpTests {
  static let paths: [[String]] = [
    [], ["action"], ["action", "start"], ["victims", "record"], ["show"],
  ]

  @Test("is laid out for the terminal's width", arguments: paths, [60, 80])
  func laidOut(path: [String], width: Int) throws {
    let help = Sample.program.help(on: path, width: width)
    for line in help.split(separator: "\n") {
      #expect(line.count <= width)
      #expect(!line.hasSuffix(" "))
    }
    let name = (["help"] + path + [String(width)]).joined(separator: "-")
    try expectFixture(name + ".txt", help + "\n")
  }

  @Test("stays readable in a very narrow or very wide terminal", arguments: [0, 1, 39, 1_000])
  func extremes(width: Int) {
    #expect(
      Sample.program.help(width: width) == Sample.program.help(width: width < 40 ? 40 : 100))
  }

  @Test("the reference holds every command, with the common options once")
  func reference() throws {
    try expectFixture("reference.md", Sample.program.reference())
  }
}
