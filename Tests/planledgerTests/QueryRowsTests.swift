import Foundation
import Testing

@Suite("Answers of queries as rows")
struct QueryRowsTests {
  private static let two =
    "{ then: plan(id: \"DEMO-2021\", effectiveAt: \"2021-12-31\") { "
    + "actions { nodes { code } } } now: plan(id: \"DEMO-2021\") { actions { nodes { code } } } }"

  @Test(
    "several lists are no rows: they are named, and nothing is printed",
    arguments: [
      "csv", "tsv", "ndjson",
    ])
  func severalLists(format: String) throws {
    let place = try Workplace()
    try place.begin()
    let result = try place.run(["query", Self.two, "--format", format])
    #expect(result.status == 2 && result.out.isEmpty)
    for text in ["'then.actions'", "'now.actions'", "--format json"] {
      #expect(result.err.contains(text), "\(result.err)")
    }
  }

  @Test("a table for people has every list under its path")
  func everyList() throws {
    let place = try Workplace()
    try place.begin()
    for format in ["table", "markdown"] {
      let result = try place.run(["query", Self.two, "--format", format])
      for text in ["then.actions", "now.actions", "REPORTED"] {
        #expect(result.out.contains(text), "\(result.out)")
      }
    }
  }

  @Test("what stands beside the list is in each row, and so are clocks and provenance")
  func beside() throws {
    let place = try Workplace()
    try place.begin()
    try place.succeed(
      "action add DEMO-2021/9 --title Invented --on 2022 --provenance illustrative")
    let query = "{ plan(id: \"DEMO-2021\") { actions { totalCount nodes { code } } } }"
    #expect(
      try place.run(["query", query, "--format", "csv"]).out == """
        code,plan.actions.totalCount,provenance,effectiveAt,publishedBy,recordedBy
        1.2,2,REPORTED ILLUSTRATIVE,2025-02-01,,@6
        9,2,REPORTED ILLUSTRATIVE,2025-02-01,,@6

        """)
    for format in ["table", "markdown"] {
      let out = try place.run(["query", query, "--format", format]).out
      #expect(out.contains("ILLUSTRATIVE events are among what is shown"), "\(out)")
    }
  }
}
