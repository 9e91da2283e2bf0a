import Arguments
import Testing

@Suite("The table")
struct TableTests {
  @Test("the sample has no faults")
  func sample() {
    #expect(Sample.program.faults == [])
  }

  /// A table with one fault, and the sentence on it.
  static let faulty: [(command: Command, fault: String)] = [
    (Command("p", summary: "No sentence"), "p: the summary is no sentence"),
    (
      Command(
        "p", summary: "S.", positionals: [Positional("A", help: "")],
        subcommands: [Command("c", summary: "S.")]), "p: takes both words and places"
    ),
    (
      Command(
        "p", summary: "S.",
        subcommands: [Command("c", summary: "S."), Command("c", summary: "S.")]),
      "p: two commands c"
    ),
    (Command("p", summary: "S.", options: [Option("help", help: "")]), "p: two options --help"),
    (
      Command(
        "p", summary: "S.",
        positionals: [Positional("A", help: "", count: .optional), Positional("B", help: "")]),
      "p: A is not last and not one"
    ),
    (
      Command("p", summary: "S.", options: [Option("noKebab", help: "")]),
      "p: --noKebab is not in kebab-case"
    ),
    (
      Command("p", summary: "S.", alternatives: [Alternatives(["x"])]),
      "p: no option --x for alternatives"
    ),
    (
      Command("p", summary: "S.", examples: ["q x"]),
      "p: the example 'q x' is not of the program"
    ),
    (
      Command(
        "p", summary: "S.", options: [Option("x", help: "", kind: .flag, isRequired: true)]),
      "p: --x is a flag with what only values have"
    ),
  ]

  @Test("a fault is told", arguments: faulty)
  func faults(command: Command, fault: String) {
    #expect(command.faults.contains(fault))
  }
}
