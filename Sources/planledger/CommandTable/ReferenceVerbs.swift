internal import Arguments
internal import Events

extension Verb {
  /// Source documents.
  static var sourceVerbs: Verb {
    let recording = Recording(
      .sourceAdded, "add", "Add a source document.", on: .above(.source),
      fields: [
        .text("title", "Its title.", isRequired: true, example: "'Report for 2022'"),
        Field("url", "URL", "Where it is.", example: "https://example.org/report-2022"),
        Field("issued", "DATE", "When it was issued.", example: "2023-03-01"),
        Field("document-language", "TAG", "Its language.", path: "language", example: "lv"),
        Field("digest", "SHA256", "Its SHA-256 digest; --file computes it.", path: "sha256"),
      ],
      alternatives: [Alternatives(["digest", "file"])],
      examples: [
        "planledger source add REPORT-2022 --title 'Report for 2022' --issued 2023-03-01 "
          + "--file report.pdf"
      ])
    var command = recording.command
    command.options.insert(
      Option(
        "file", "FILE", help: "The document: its SHA-256 digest is recorded, not its content.",
        example: "report.pdf", completion: .file), at: recording.fields.count)
    let verb = Verb(command) { session, command throws(Failure) in
      try session.addSource(recording, command)
    }
    return Verb("source", "Record source documents.", [verb])
  }

  /// Institutions.
  static var institutionVerbs: Verb {
    func recording(_ type: EventType, _ name: String, _ summary: String) -> Verb {
      Recording(
        type, name, summary, on: .above(.institution),
        fields: [.text("name", "Its name.", isRequired: true, example: "'Institution A'")],
        examples: ["planledger institution \(name) INST-A --name 'Institution A'"]
      ).verb
    }
    return Verb(
      "institution", "Record institutions.",
      [
        recording(.institutionDefined, "define", "Define an institution."),
        recording(.institutionRenamed, "rename", "Give an institution a new name."),
      ])
  }

  /// Links between things.
  static var linkVerbs: Verb {
    Verb(
      "link", "Link one thing to another.",
      [
        Recording(
          .linkAsserted, "assert", "Link two things.", on: .above(.link),
          fields: [
            Field(
              "from", "REF", "The thing that relates.", isRequired: true, example: "DEMO-2021/1.2"),
            Field(
              "to", "REF", "The thing related to.", isRequired: true,
              example: "recommendation/DEMO-R1"),
            Field(
              "relation", "RELATION", "How.", isRequired: true, choices: choices(LinkRelation.self)),
          ],
          examples: [
            "planledger link assert DEMO-L1 --from DEMO-2021/1.2 --to recommendation/DEMO-R1 "
              + "--relation implements"
          ]),
        Recording(
          .linkWithdrawn, "withdraw", "Withdraw a link.", on: .above(.link),
          examples: ["planledger link withdraw DEMO-L1"]),
      ].map(\.verb))
  }
}
