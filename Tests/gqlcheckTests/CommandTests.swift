import Foundation
import Testing

@Suite("Commands that answer")
struct CommandTests {
  static let files = [
    "ok.graphql": "{ a }", "bad.graphql": "{ a", "other.graphql": "{ unlike }",
    "schema.graphql": "type Query { a: Int b(c: Int!): Query }",
    "none.graphql": "type A { a: Int }", "root.json": #"{"a": 7}"#, "array.json": "[1]",
    "cut.json": #"{"a":"#, "two.graphql": "query A { a } query B { b: a }",
    "variable.graphql": "query($x: Int!) { b(c: $x) { a } }",
    "twice.graphql": "type A { a: Int } type A { b: Int }",
    "argument.graphql": "directive @d(x: Int) on OBJECT type B @d(x: 1, x: 2)",
  ]

  static let noName =
    #"{"ok":false,"errors":[{"message":"Syntax error: expected a name, found the end of the "#
    + #"document","locations":[{"line":1,"column":4}]}]}"#
  static let noField =
    #"{"ok":false,"errors":[{"message":"Query has no field \"unlike\"","#
    + #""locations":[{"line":1,"column":3}]}]}"#

  static let twoTypes =
    #"{"ok":false,"errors":[{"message":"There may be only one type \"A\"","#
    + #""locations":[{"line":1,"column":6},{"line":1,"column":24}]}]}"#
  static let twoArguments =
    #"{"ok":false,"errors":[{"message":"The argument \"x\" is given more than once","#
    + #""locations":[{"line":1,"column":42},{"line":1,"column":48}]}]}"#

  /// A command line, what it says, and its exit status.
  typealias Case = (words: [String], out: String, status: Int32)

  static let cases: [Case] = [
    (["parse", "ok.graphql"], #"{"ok":true}"#, 0),
    (["parse", "bad.graphql"], noName, 1),
    (
      ["parse", "ok.graphql", "bad.graphql", "ok.graphql"],
      "{\"ok\":true}\n\(noName)\n{\"ok\":true}", 1
    ),
    (["validate", "--schema", "schema.graphql", "ok.graphql"], #"{"ok":true}"#, 0),
    (["validate", "--schema", "schema.graphql", "other.graphql"], noField, 1),
    (
      ["validate", "--schema", "schema.graphql", "--rule", "Field Selections", "other.graphql"],
      noField, 1
    ),
    (
      ["validate", "--schema", "schema.graphql", "--rule", "ScalarLeafsRule", "other.graphql"],
      #"{"ok":true}"#, 0
    ),
    (
      ["validate", "--schema", "none.graphql", "ok.graphql"],
      #"{"ok":false,"schemaErrors":[{"message":"A schema needs a query type"}]}"#, 1
    ),
    (["validate", "--rule", "UniqueTypeNamesRule", "twice.graphql"], twoTypes, 1),
    (
      ["validate", "--schema", "schema.graphql", "--rule", "UniqueTypeNamesRule", "twice.graphql"],
      twoTypes, 1
    ),
    (["validate", "--rule", "UniqueTypeNamesRule", "schema.graphql"], #"{"ok":true}"#, 0),
    // One name, two rules: a file that requests nothing is held to the one about definitions.
    (
      [
        "validate", "--schema", "schema.graphql", "--rule", "UniqueArgumentNamesRule",
        "argument.graphql",
      ], twoArguments, 1
    ),
    (
      [
        "validate", "--schema", "schema.graphql", "--rule", "UniqueArgumentNamesRule",
        "variable.graphql",
      ], #"{"ok":true}"#, 0
    ),
    (
      ["exec", "--schema", "schema.graphql", "--root", "root.json", "ok.graphql"],
      #"{"data":{"a":7}}"#, 0
    ),
    (
      ["exec", "--schema", "schema.graphql", "--wiring", "conformance", "ok.graphql"],
      #"{"data":{"a":2}}"#, 0
    ),
    (conformance("--operation", "B", "two.graphql"), #"{"data":{"b":2}}"#, 0),
    (conformance("--variables", #"{"x":1}"#, "variable.graphql"), #"{"data":{"b":{"a":2}}}"#, 0),
    (
      conformance("--variables", "[1]", "ok.graphql"),
      #"{"errors":[{"message":"'--variables' is no JSON object: it is an array"}]}"#, 1
    ),
  ]

  static func conformance(_ words: String...) -> [String] {
    ["exec", "--schema", "schema.graphql", "--wiring", "conformance"] + words
  }

  @Test("a command answers on standard output, and its status says whether all is valid")
  func answers() throws {
    let bench = try Workbench(Self.files)
    for (words, out, status) in Self.cases {
      let result = try bench.run(words)
      #expect(result == .init(out: out + "\n", err: "", status: status), "\(words)")
    }
  }

  @Test("variables that do not parse are a request error with the place, and no data")
  func variables() throws {
    let bench = try Workbench(Self.files)
    let result = try bench.run(Self.conformance("--variables", #"{"x":"#, "ok.graphql"))
    #expect(result.status == 1 && result.err == "")
    let error = #"{"errors":[{"message":"'--variables' is no JSON object: line 1, column "#
    #expect(result.out.hasPrefix(error) && !result.out.contains("data"))
  }

  @Test("a document comes from standard input where its name is -")
  func standardInput() throws {
    let bench = try Workbench(Self.files)
    let valid = try bench.run(["parse", "-"], stdin: "{ a }")
    #expect(valid == .init(out: "{\"ok\":true}\n", err: "", status: 0))
    let response = try bench.run(Self.conformance("-"), stdin: "{ a }")
    #expect(response == .init(out: "{\"data\":{\"a\":2}}\n", err: "", status: 0))
  }

  @Test(
    "a request that cannot run has errors and no data",
    arguments: [
      (conformance("two.graphql"), "several operations"),
      (conformance("--operation", "C", "two.graphql"), "no operation \\\"C\\\""),
      (conformance("variable.graphql"), "$x"), (conformance("bad.graphql"), "Syntax error"),
      (conformance("other.graphql"), "has no field"),
    ])
  func requestErrors(words: [String], message: String) throws {
    let result = try Workbench(Self.files).run(words)
    #expect(result.status == 1 && result.err == "")
    #expect(result.out.hasPrefix(#"{"errors":[{"message":""#) && result.out.contains(message))
    #expect(!result.out.contains(#""data""#))
  }

  @Test(
    "words that make no command are refused with what would be one, and status 2",
    arguments: [
      (["frob"], "unknown command 'frob'"), (["parse"], "'FILE' is missing"),
      (["validate", "ok.graphql"], "'--schema' is missing"),
      (["validate", "--schema", "schema.graphql", "--rule", "Nope", "ok.graphql"], "'Nope'"),
      (
        ["validate", "--schema", "schema.graphql", "--rule", "UniqueTypeName", "ok.graphql"],
        "such as 'UniqueTypeNamesRule'"
      ),
      (
        ["validate", "--rule", "ScalarLeafRule", "ok.graphql"],
        "such as 'ScalarLeafsRule'"
      ),
      (["validate", "--rule", "ScalarLeafsRule", "ok.graphql"], "'--schema' is missing"),
      (["exec", "--schema", "schema.graphql", "ok.graphql"], "'--root' or '--wiring'"),
      (conformance("--root", "root.json", "ok.graphql"), "cannot be given together"),
      (["exec", "--schema", "schema.graphql", "--wiring", "odd", "ok.graphql"], "'odd'"),
      (["batch", "ok.graphql"], "unexpected 'ok.graphql'"),
    ])
  func usage(words: [String], message: String) throws {
    let result = try Workbench(Self.files).run(words)
    #expect(result.status == 2 && result.out == "")
    #expect(result.err.hasPrefix("Error: ") && result.err.contains(message))
  }

  @Test(
    "a file that cannot be used is named, with a status for each reason",
    arguments: [
      (["parse", "absent"], "'absent' cannot be read: No such file", 66),
      (["parse", "."], "'.' cannot be read: Is a directory", 66),
      (["validate", "--schema", "absent", "ok.graphql"], "'absent' cannot be read", 66),
      (["exec", "--schema", "schema.graphql", "--root", "absent", "ok.graphql"], "'absent'", 66),
      (
        ["exec", "--schema", "schema.graphql", "--root", "array.json", "ok.graphql"],
        "'array.json' is no JSON object: it is an array", 65
      ),
      (
        ["exec", "--schema", "schema.graphql", "--root", "cut.json", "ok.graphql"],
        "'cut.json' is no JSON object: line 1, column 6", 65
      ),
    ] as [([String], String, Int32)])
  func files(words: [String], message: String, status: Int32) throws {
    let result = try Workbench(Self.files).run(words)
    #expect(result.status == status && result.out == "")
    #expect(result.err.hasPrefix("Error: ") && result.err.contains(message))
  }

  @Test("what was answered before a file that cannot be read is not lost")
  func answersBefore() throws {
    let result = try Workbench(Self.files).run(["parse", "ok.graphql", "absent", "ok.graphql"])
    #expect(result.out == "{\"ok\":true}\n" && result.status == 66)
  }

  @Test("bytes that are no text are told at their place")
  func noText() throws {
    let bench = try Workbench()
    try bench.write("binary", Data([0x7B, 0x61, 0xFF, 0x7D]))
    let result = try bench.run(["parse", "binary"])
    #expect(result.out.contains(#"not valid UTF-8","locations":[{"line":1,"column":3}]"#))
    #expect(result.status == 1)
  }

  @Test("help is asked for or given where nothing is typed", arguments: [[], ["--help"], ["help"]])
  func help(words: [String]) throws {
    let result = try Workbench().run(words)
    #expect(result.out.contains("SUBCOMMANDS") && result.err == "" && result.status == 0)
  }
}
