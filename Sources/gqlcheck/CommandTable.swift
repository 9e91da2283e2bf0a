internal import Arguments

/// What can be typed.
enum CommandTable {
  static let program = Command(
    "gqlcheck", summary: "Check the GraphQL engine against schemas, documents and expectations.",
    discussion: "Answers are JSON, one a line; exit status 1 says that something is invalid.",
    subcommands: [parse, validate, exec, batch])

  private static let parse = Command(
    "parse", summary: "Say whether files are documents.",
    examples: ["gqlcheck parse query.graphql"], positionals: [files])

  private static let validate = Command(
    "validate", summary: "Say whether documents are valid against a schema.",
    discussion: "A rule about definitions, such as UniqueTypeNamesRule, is asked about files that "
      + "define types, as they are written, and needs no schema. Where graphql-js has one name for a "
      + "rule about requests and one about definitions, a file that requests nothing is held to the "
      + "latter.",
    examples: [
      "gqlcheck validate --schema zoo.graphql --rule ScalarLeafsRule q.graphql",
      "gqlcheck validate --rule UniqueTypeNamesRule zoo.graphql",
    ],
    positionals: [files],
    options: [
      Option(
        "schema", "S.graphql", help: "The schema, in SDL; needed by every rule about requests.",
        example: "zoo.graphql", completion: .file),
      Option(
        "rule", "NAME",
        help: "Hold them to one rule only, by its name in the specification or in graphql-js.",
        example: "UniqueArgumentNamesRule"),
    ])

  private static let exec = Command(
    "exec", summary: "Execute a request.",
    examples: [
      "gqlcheck exec --schema zoo.graphql --root zoo.json query.graphql",
      #"gqlcheck exec --schema zoo.graphql --wiring conformance --variables '{"id": 1}' q.graphql"#,
    ],
    positionals: [
      Positional("FILE", help: "The document; - is standard input.", completion: .file)
    ],
    options: [
      schema,
      Option(
        "root", "DATA.json",
        help: "Resolve fields from the members of a JSON object, by name.", example: "zoo.json",
        completion: .file),
      wiring,
      Option("variables", "JSON", help: "The variables, as an object.", example: #"'{"id": 1}'"#),
      Option("operation", "NAME", help: "Which of the document's operations.", example: "Pets"),
    ],
    alternatives: [Alternatives(["root", "wiring"], isRequired: true)])

  private static let batch = Command(
    "batch", summary: "Answer cases from standard input, one JSON object a line.",
    discussion: """
      Each line gets one line:

        {"op": "parse", "source": TEXT}
        {"op": "validate", "schema": SDL, "source": TEXT, "rule": NAME}
        {"op": "validateSchema", "schema": SDL}
        {"op": "exec", "schema": SDL, "source": TEXT, "variables": {}, "operationName": NAME,
         "root": {}}

      Of these, rule, variables, operationName and root may be left out. The status is 0 once all
      lines are answered, whatever the answers are.
      """,
    examples: ["gqlcheck batch < cases.ndjson"], options: [wiring])

  private static let files = Positional(
    "FILE", help: "The documents; - is standard input.", count: .oneOrMore, example: "q.graphql",
    completion: .file)

  private static let schema = Option(
    "schema", "S.graphql", help: "The schema, in SDL.", isRequired: true, example: "zoo.graphql",
    completion: .file)

  private static let wiring = Option(
    "wiring", "NAME", help: "Resolve each field to a value that is fixed for its type.",
    choices: ["conformance"])
}
