import GraphQL
import Testing

/// What the `echo` field saw, without the two defaults at its end; or the first error's message.
private func echoed(_ query: String, _ variables: String = "{}") throws -> String {
  let response = try respond(to: query, variables: variables)
  let end = " withDefault=7 required=8"
  guard response.hasPrefix(#"{"data":{"echo":""#) else {
    return String(response.dropFirst(23).prefix { $0 != "}" }.split(separator: #"","#)[0])
  }
  let text = response.dropFirst(17).dropLast(3)
  return String(text.hasSuffix(end) ? text.dropLast(end.count) : text)
}

@Suite struct CoercionTests {
  @Test(
    "literals are coerced to the types of arguments",
    arguments: [
      ("int: 1", "int=1"), ("int: -2147483648", "int=-2147483648"), ("int: null", "int=null"),
      ("float: 1", "float=1.0"), ("float: 1.5e3", "float=1500.0"), ("string: \"a\"", "string='a'"),
      ("boolean: true", "boolean=true"), ("id: \"x\"", "id='x'"), ("id: 4", "id='4'"),
      ("genre: NOVEL", "genre=NOVEL"), ("ints: [1, 2]", "ints=[1,2]"), ("ints: 1", "ints=[1]"),
      ("ints: [1, null]", "ints=[1,null]"), ("ints: null", "ints=null"), ("ints: []", "ints=[]"),
      ("matrix: [[1], [2, 3]]", "matrix=[[1],[2,3]]"), ("matrix: 1", "matrix=[[1]]"),
      ("matrix: [1, 2, 3]", "matrix=[[1],[2],[3]]"),
      ("matrix: [1, [2], null]", "matrix=[[1],[2],null]"),
      ("filter: {}", "filter={genre:NOVEL,must:1}"),
      ("filter: {pages: 1, genre: null}", "filter={genre:null,pages:1,must:1}"),
      (
        "filter: {tags: \"a\", not: {genre: POETRY}}",
        "filter={genre:NOVEL,not:{genre:POETRY,must:1},tags:['a'],must:1}"
      ),
      ("key: {id: 1}", "key={id:'1'}"), ("date: \"2024-01-31\"", "date='2024-01-31'"),
      ("int: 1, withDefault: null", "int=1 withDefault=null required=8"),
    ])
  func literals(_ arguments: String, _ expected: String) throws {
    #expect(try echoed("{ echo(\(arguments)) }") == expected)
  }

  @Test(
    "literals of other types are refused before anything runs",
    arguments: [
      "int: 2147483648", "int: 1.0", "int: \"1\"", "int: true", "int: [1]", "float: \"1\"",
      "float: 1e400", "string: 1", "string: NOVEL", "boolean: 1", "boolean: \"true\"", "id: 1.5",
      "id: true", "genre: \"NOVEL\"", "genre: PROSE", "genre: 1", "strict: [1, null]",
      "matrix: [[1, \"2\"]]", "filter: 1", "filter: {nothing: 1}", "filter: {must: null}",
      "filter: {not: {genre: 1}}", "filter: [{}]", "key: {}", "key: {id: 1, title: \"a\"}",
      "key: {id: null}", "date: \"2024\"", "date: 1", "required: null", "nothing: 1",
      "int: 1, int: 1", "filter: {pages: 1, pages: 1}",
    ])
  func badLiterals(_ arguments: String) throws {
    let response = try respond(to: "{ echo(\(arguments)) }")
    #expect(response.hasPrefix(#"{"errors""#) && !response.contains(#""data""#))
  }

  @Test(
    "variables are coerced to their types",
    arguments: [
      ("Int", "1", "int: $v", "int=1"), ("Int", "1.0", "int: $v", "int=1"),
      ("Int", "1e3", "int: $v", "int=1000"), ("Int", "null", "int: $v", "int=null"),
      ("Float", "1", "float: $v", "float=1.0"), ("ID", "7", "id: $v", "id='7'"),
      ("Genre", "\"POETRY\"", "genre: $v", "genre=POETRY"), ("[Int]", "1", "ints: $v", "ints=[1]"),
      ("[[Int]]", "[1,[2],null]", "matrix: $v", "matrix=[[1],[2],null]"),
      ("Filter", "{\"pages\":2}", "filter: $v", "filter={genre:NOVEL,pages:2,must:1}"),
      ("Key", "{\"title\":\"a\"}", "key: $v", "key={title:'a'}"),
      ("Int", "3", "filter: {pages: $v}", "filter={genre:NOVEL,pages:3,must:1}"),
      ("Int", "3", "ints: [1, $v]", "ints=[1,3]"),
      ("Date", "\"2024-01-31\"", "date: $v", "date='2024-01-31'"),
      ("Int = 5", "null", "int: $v", "int=null"),
    ])
  func variables(_ type: String, _ json: String, _ use: String, _ expected: String) throws {
    #expect(
      try echoed("query ($v: \(type)) { echo(\(use)) }", "{\"v\":\(json)}") == expected)
  }

  @Test(
    "a variable that is absent is not one that is null",
    arguments: [
      ("Int", "int: $v", ""), ("Int = 5", "int: $v", "int=5"),
      ("Int", "withDefault: $v", ""), ("Int", "filter: {pages: $v}", "filter={genre:NOVEL,must:1}"),
      ("Genre", "filter: {genre: $v}", "filter={genre:NOVEL,must:1}"),
      ("Int", "ints: [1, $v]", "ints=[1,null]"), ("Int", "required: $v", ""),
    ])
  func absentVariables(_ type: String, _ use: String, _ expected: String) throws {
    let text = try echoed("query ($v: \(type)) { echo(\(use)) }")
    #expect(text == (expected.isEmpty ? "withDefault=7 required=8" : expected))
  }

  @Test(
    "what a variable got is refused with its place",
    arguments: [
      (
        "Int", "1.5",
        "Variable \\\"$v\\\" got an invalid value: expected Int, a whole number of 32 bits, found 1.5"
      ),
      (
        "Int", "\"1\"",
        "Variable \\\"$v\\\" got an invalid value: expected Int, found the string \\\"1\\\""
      ),
      ("Int", "2147483648", "found 2147483648"),
      ("Int!", "null", "expected a value of Int!, found null"),
      ("[Int!]", "[1,null]", "at \\\"[1]\\\": expected a value of Int!, found null"),
      ("Genre", "\"NOVELS\"", "Did you mean \\\"NOVEL\\\"?"),
      (
        "Filter", "{\"not\":{\"tags\":[1]}}",
        "at \\\"not.tags[0]\\\": expected String, found the number 1"
      ),
      ("Filter", "{\"page\":1}", "Filter has no field \\\"page\\\". Did you mean \\\"pages\\\""),
      ("Key", "{\"id\":1,\"title\":\"a\"}", "Key takes exactly one field"),
      ("Key", "{\"id\":null}", "Key takes exactly one field"),
      ("Key", "{}", "Key takes exactly one field"),
      ("Date", "\"x\"", "expected a Date"), ("Boolean", "\"true\"", "expected Boolean"),
    ])
  func badVariables(_ type: String, _ json: String, _ message: String) throws {
    let argument =
      switch type {
      case "Int", "Int!": "int"
      case "[Int!]": "ints"
      case "Genre": "genre"
      case "Filter": "filter"
      case "Key": "key"
      case "Date": "date"
      default: "boolean"
      }
    let response = try respond(
      to: "query ($v: \(type)) { echo(\(argument): $v) }", variables: "{\"v\":\(json)}")
    #expect(response.contains(message))
    #expect(!response.contains(#""data""#))
  }
}
