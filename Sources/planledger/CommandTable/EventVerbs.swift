internal import Arguments

extension Verb {
  /// Events about events.
  static var eventVerbs: Verb {
    let position = Positional("POSITION", help: "The event's number.", example: "57")
    let about = Option.writing().filter { $0.name != "published" }
    let show = Command(
      "show", summary: "Show one event, and what became of it.",
      examples: ["planledger event show 57"], positionals: [position],
      options: [Option.format])
    let correct = Command(
      "correct", summary: "Correct an event that was typed wrong.",
      discussion: """
        The corrected event stands in the place of the one that was typed; asked with --recorded-by \
        for a time before the correction, the ledger answers as it did then. Where the source \
        restated a figure, nothing was typed wrong: use 'revise'.

        FIELD is on, published, provenance, source or reason, or a field of the event as \
        'planledger event show' names it, such as verdict or cell.sex. An empty value takes the \
        field out. Of a text in several languages, TEXT replaces the one in the ledger's language \
        and TAG=TEXT that in another; the others stay.
        """,
      examples: [
        "planledger event correct 57 --set on=2022-04",
        "planledger event correct 58 --set title=en=Prevention",
        "planledger event correct 61 --set verdict=completed --reason 'Typed from the wrong row'",
      ],
      positionals: [position],
      options: [
        Option(
          "set", "FIELD=VALUE", help: "A field and what it should have said.", kind: .repeatable,
          isRequired: true, example: "on=2022-04")
      ] + about)
    let retract = Command(
      "retract", summary: "Take back an event that never happened.",
      discussion: "A retraction can be retracted: then the event stands again.",
      examples: ["planledger event retract 57 --reason 'Entered for the wrong plan'"],
      positionals: [position],
      options: Option.writing(isReasonRequired: true).filter { $0.name != "published" })
    let redact = Command(
      "redact", summary: "Remove the free text of an event for good.",
      discussion: """
        For text that should never have been typed, such as a person's name. Titles, reasons and \
        narratives of the event read [redacted] from then on, whatever day or number is asked for; \
        dates, codes and figures stay, and so does the root of the tree. Redaction cannot be undone.

        To keep a harmless wording, correct the event first, and redact it then: the correction has \
        its own text. What it does not reach: free pages of the data file, and exports and backups \
        made before.
        """,
      examples: ["planledger event redact 57 --reason 'Names a person'"],
      positionals: [position],
      options: Option.writing(isReasonRequired: true).filter { $0.name != "published" })
    return Verb(
      "event", "Show an event, correct it, take it back, or remove its text.",
      [
        Verb(show) { session, command throws(Failure) in try session.showEvent(command) },
        Verb(correct) { session, command throws(Failure) in try session.correct(command) },
        Verb(retract) { session, command throws(Failure) in try session.retract(command) },
        Verb(redact) { session, command throws(Failure) in try session.redact(command) },
      ])
  }
}
