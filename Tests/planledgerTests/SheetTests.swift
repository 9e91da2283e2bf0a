import Foundation
import Testing

@Suite("Tables from a spreadsheet")
struct SheetTests {
  private func begun() throws -> Workplace {
    let place = try Workplace()
    try place.begin()
    return place
  }

  @Test("each template comes back with only its example in it, and nothing is recorded")
  func templates() throws {
    let place = try begun()
    for name in ["actions", "victims", "recommendations"] {
      for delimiter in ["comma", "semicolon", "tab"] {
        try place.write("t.csv", try place.succeed("template \(name) --delimiter \(delimiter)"))
        #expect(
          try place.succeed("append t.csv")
            == "Row 2 is the template's example, and was left out.\n"
            + "The file holds no events; nothing recorded.\n")
      }
    }
    #expect(
      try place.succeed("template actions --delimiter semicolon").hasPrefix("\u{FEFF}action;"))
    let wrong = try place.run("template action")
    #expect(wrong.status == 2 && wrong.err.contains("Did you mean 'actions'?"))
  }

  @Test("what European Excel writes is read: a mark, semicolons, CRLF, quoted breaks and quotes")
  func excel() throws {
    let place = try begun()
    let text =
      "\u{FEFF}action;title;title:en;deadline;on;involved\r\n"
      + "DEMO-2021/1.10;\"Apmācīt \"\"visus\"\";\r\nun citus\";Train;2022-12-31;2021-09-28;A  B\r\n;;;;;\r\n"
      + "EXAMPLE-2021/9;x;;;;\r\nDEMO-2021/1.11;Otrs;;2022-H1;2021-09;"
    try place.write("a.csv", text)
    #expect(
      try place.succeed("append a.csv")
        == "Row 4 is the template's example, and was left out.\nRecorded 2 events as no. 6–7.\n")
    let shown = try place.succeed("event show 6")
    #expect(shown.contains(#""en":"Train","lv":"Apmācīt \"visus\";\r\nun citus""#) == false)
    #expect(shown.contains(#""en":"Train","lv":"Apmācīt \"visus\";\nun citus""#), "\(shown)")
    #expect(shown.contains(#""involved":["A","B"]"#))
    #expect(try place.succeed("append a.csv").contains("All 2 events were there already"))
    // By way of a pipe, with other delimiters, it is the same.
    let tabs = "action\ttitle\ton\tdeadline\nDEMO-2021/1.11\tOtrs\t2021-09\t2022-H1\n"
    let piped = try place.run(["append", "-"], stdin: Data(tabs.utf8))
    #expect(piped.out == "The one event was there already; nothing recorded.\n", "\(piped.err)")
  }

  @Test(
    "each mistake is told by row and column, and nothing is recorded",
    arguments: [
      ("action,title,on,deadline\nDEMO-2021/2,x,2021,31.12.2022", "row 2, column deadline (D)"),
      ("action,title,on\nDEMO-2021/2,x,2021\nDEMO-2021/3,,2021", "row 3, column title (B)"),
      ("action,title,on\nDEMO-2021/2,x,", "row 2, column on (C): the cell is empty"),
      ("action,title,on\n2,x,2021", "row 2, column action (A): '2' is no action as PLAN/CODE"),
      ("action,title,on,kind\nDEMO-2021/2,x,2021,oneoff", "column kind (D): 'oneoff'"),
      ("action,title,on\nDEMO-2021/2,x,2021,y", "column D: 'y' stands in a column without"),
      ("action,title,deadlin\nDEMO-2021/2,x,2021", "Did you mean 'deadline'?"),
      ("action,title,title\nDEMO-2021/2,x,2021", "the heading 'title' stands twice"),
      ("action,title,on\nDEMO-2021/2,\"x,2021", "row 2: a cell begins with a quote"),
      ("action,title,on\nDEMO-2021/2,\"x\"y,2021", "row 2, column B: text follows the quote"),
      ("basis,period,count\nidentified,2021,\"61,5\"", "Commas in numbers are not read"),
      ("basis,period,count\nidentified,2021,-1", "column count (C)"),
      ("action,title,on,provenance\nDEMO-2021/2,x,2021,official", "column source: an official"),
      ("action,title,on\nDEMO-2021/1.2,x,2021", "row 2: There is an action DEMO-2021/1.2 already"),
      ("action,title,on\nDEMO-2022/1.2,x,2021", "row 2: There is no plan DEMO-2022."),
      ("subject,disposition,basis\nDEMO-2021/1.2,drop,no1", "is a worksheet of a hand-over"),
      ("name,colour\nx,red", "has no headings of a template"),
    ])
  func mistakes(text: String, expected: String) throws {
    let place = try begun()
    try place.write("a.csv", text)
    let result = try place.run("append a.csv")
    #expect(result.status == 65 && result.err.contains(expected), "\(result.err)")
    #expect(try place.succeed("log").split(separator: "\n").count == 5)
  }

  @Test("the first twenty mistakes are told, and how many more there are")
  func many() throws {
    let place = try begun()
    let rows = (1...25).map { "DEMO-2021/9.\($0),,2021" }
    try place.write("a.csv", (["action,title,on"] + rows).joined(separator: "\n"))
    let result = try place.run("append a.csv")
    #expect(
      result.err.contains("25 rows cannot be taken in") && result.err.contains("… and 5 more"))
    #expect(result.err.contains("row 21, column") && !result.err.contains("row 22, column"))
  }

  @Test("bytes that are not UTF-8, and UTF-16, are told apart from what is wrong in the table")
  func encodings() throws {
    let place = try begun()
    try place.write("a.csv", Data("action,title,on\nDEMO-2021/2,".utf8) + [0xEB, 0x0A])
    #expect(
      try place.run("append a.csv").err.contains("row 2, column B: the cell is not valid UTF-8"))
    try place.write("b.csv", try #require("action,title\n".data(using: .utf16LittleEndian)))
    try place.write("c.csv", Data([0xFF, 0xFE]) + Data("a".utf8))
    #expect(try place.run("append c.csv").err.contains("UTF-16"))
    #expect(try place.run("append b.csv").status == 65)
  }

  @Test("counts of victims are numbers, zero, unknown or not collected, on the period's last day")
  func victims() throws {
    let place = try begun()
    try place.write(
      "v.csv",
      "basis,period,count,sex\nidentified,2021,61,\nidentified,2021,unknown,male\n"
        + "identified,2022,not-collected,\nidentified,2023,0,\n")
    #expect(try place.succeed("append v.csv") == "Recorded 4 events as no. 6–9.\n")
    let log =
      try place.succeed("log --from 6 --format ndjson")
      + place.succeed("history victims/LV --format csv")
    #expect(log.contains("0 IDENTIFIED 2023") && log.contains("UNKNOWN IDENTIFIED 2021 MALE"))
    #expect(log.contains("2022-12-31"))
  }
}
