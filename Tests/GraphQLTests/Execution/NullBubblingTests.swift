import GraphQL
import Testing

@Suite struct NullBubblingTests {
  @Test(
    "an error makes null of the nearest field that may be null",
    arguments: [
      ("{ fails a: __typename }", #""fails":null,"a":"Query""#, #"["fails"]"#),
      ("{ a: __typename failsHard }", nil, #"["failsHard"]"#),
      ("{ shelf { label badLabel } }", nil, #"["shelf","badLabel"]"#),
      ("{ book(id: 1) { x: broken } }", #""book":{"x":null}"#, #"["book","x",1]"#),
      (
        "{ book(id: 1) { halfBroken } }", #""book":{"halfBroken":[1,null,null]}"#,
        #"["book","halfBroken",1]"#
      ),
      (
        "{ b: book(id: 1) { id next { id next { id n: next { id } } } } }", #""b":null"#,
        #"["b","next","next","n"]"#
      ),
      ("{ books(first: 14) { title } }", #""books":null"#, #"["books",13,"title"]"#),
      ("{ book(id: 3) { pages } }", #""book":{"pages":null}"#, #"["book","pages"]"#),
      ("{ book(id: 3) { genre } }", #""book":{"genre":null}"#, #"["book","genre"]"#),
      ("{ book(id: 3) { price } }", #""book":{"price":null}"#, #"["book","price"]"#),
      ("{ book(id: 3) { inPrint } }", #""book":{"inPrint":null}"#, #"["book","inPrint"]"#),
    ] as [(String, String?, String)])
  func bubbling(_ query: String, _ data: String?, _ path: String) throws {
    let response = try respond(to: query)
    #expect(response.hasSuffix(#","data":\#(data.map { "{\($0)}" } ?? "null")}"#))
    #expect(response.contains(#""path":\#(path)}],"data""#))
  }

  @Test("several errors are told in the order in which they were met, each with its place")
  func severalErrors() throws {
    let response = try respond(
      to: "{ search { ... on Film { minutes } } x: book(id: \"bad\") { id } }")
    #expect(
      response == #"{"errors":["#
        + #"{"message":"Cannot return null for the non-null field Film.minutes","locations":[{"line":1,"column":26}],"path":["search",0,"minutes"]},"#
        + #"{"message":"Query.search: \"Query\" is no possible type of Item","locations":[{"line":1,"column":3}],"path":["search",2]},"#
        + #"{"message":"no such book","locations":[{"line":1,"column":38}],"path":["x"],"extensions":{"code":"X"}}],"#
        + #""data":{"search":[null,{"minutes":90},null,null,{}],"x":null}}"#)
  }

  @Test("an argument that does not coerce is an error of its field alone")
  func argumentError() throws {
    let response = try respond(
      to: "query ($a: Int = 1) { a: echo(required: $a) b: __typename }", variables: #"{"a":null}"#)
    #expect(response.contains(#""path":["a"]"#))
    #expect(response.hasSuffix(#""data":{"a":null,"b":"Query"}}"#))
  }

  @Test("errors past the limit are counted")
  func errorLimit() throws {
    var limits = Limits()
    limits.errors = 2
    let response = try respond(to: "{ a: fails b: fails c: fails d: fails }", limits: limits)
    #expect(response.contains(#"{"message":"2 more errors are not reported"}],"data""#))
  }

  @Test("more fields than a request may select are an error, and nothing stands")
  func fieldLimit() throws {
    var limits = Limits()
    limits.fields = 3
    #expect(!(try respond(to: "{ a: fails }", limits: limits)).contains("selects more"))
    let response = try respond(to: "{ book(id: 1) { id title pages } }", limits: limits)
    #expect(response.contains("The request selects more than 3 fields"))
    #expect(response.hasSuffix(#""data":null}"#))
  }
}
