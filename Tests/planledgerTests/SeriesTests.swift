import Foundation
import Testing

@Suite("A plan's actions over time are one table")
struct SeriesTests {
  private static func place() throws -> Workplace {
    let place = try Workplace()
    for line in [
      ["init"],
      [
        "plan", "draft", "DEMO-2021", "--title", "Demo", "--period", "2021/2023", "--on",
        "2021-01-01",
      ],
      ["area", "define", "DEMO-2021/PREVENTION", "--title", "Prevention", "--on", "2021-01-01"],
      [
        "action", "add", "DEMO-2021/1.2", "--title", "Train", "--deadline", "2022-06", "--on",
        "2021-01-01", "--area", "PREVENTION",
      ],
      ["action", "add", "DEMO-2021/1.3", "--title", "Inform", "--on", "2021-01-01"],
      ["action", "start", "DEMO-2021/1.2", "--on", "2022-03-01"],
      ["action", "deliver", "DEMO-2021/1.2", "--on", "2022-08-10"],
    ] {
      let result = try place.run(line)
      #expect(result.status == 0, "\(line): \(result.err)")
    }
    return place
  }

  @Test("counted at each end, cut off at the last day")
  func csv() throws {
    let out = try Self.place().run([
      "series", "DEMO-2021", "--every", "quarter", "--from", "2022-01", "--to", "2022-08-31",
      "--format", "csv",
    ]).out
    let rows = out.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let heading = rows[0].map(String.init)
    func column(_ name: String) throws -> [String] {
      let index = try #require(heading.firstIndex(of: name))
      return rows.dropFirst().map { String($0[index]) }
    }
    #expect(try column("asAt") == ["2022-03-31", "2022-06-30", "2022-08-31"])
    #expect(try column("actions") == ["2", "2", "2"])
    #expect(try column("planned") == ["1", "1", "1"])
    #expect(try column("inProgress") == ["1", "1", "0"])
    #expect(try column("delivered") == ["0", "0", "1"])
    #expect(try column("due") == ["0", "1", "0"])
    #expect(try column("late") == ["0", "0", "1"])
    #expect(try column("notApplicable") == ["1", "1", "1"])
  }

  @Test("the plan's period by default, up to the day asked for; a table fits eighty columns")
  func table() throws {
    let place = try Self.place()
    let out = try place.run([
      "series", "DEMO-2021", "--every", "year", "--effective-at", "2022-08-31", "--format", "table",
    ]).out
    let lines = out.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 80 })
    #expect(lines.contains { $0.hasPrefix("2021-12-31    2        2") })
    #expect(lines.contains { $0.hasPrefix("2022-08-31    2        1") })
    #expect(!out.contains("2023-12-31"))
  }

  @Test("each area by itself, what has none last")
  func byArea() throws {
    let out = try Self.place().run([
      "series", "DEMO-2021", "--every", "year", "--from", "2022", "--to", "2022", "--by-area",
      "--format", "tsv",
    ]).out
    let rows = out.split(separator: "\n").dropFirst()
    #expect(
      rows.map { $0.split(separator: "\t", omittingEmptySubsequences: false)[1] } == [
        "PREVENTION", "",
      ])
  }

  @Test(
    "what cannot be counted is said in a sentence",
    arguments: [
      (["--every", "fortnight"], "'fortnight' is not a value of '--every'."),
      (["--from", "2024", "--to", "2023"], "takes a date not after '--to', which is 2023-12-31"),
      (
        ["--every", "day", "--from", "1990"], "more than 3653 of them lie between 1990-01-01"
      ),
    ])
  func refusal(arguments: [String], message: String) throws {
    let result = try Self.place().run(["series", "DEMO-2021"] + arguments)
    #expect(result.status == 2)
    #expect(result.err.contains(message), "\(result.err)")
  }
}
