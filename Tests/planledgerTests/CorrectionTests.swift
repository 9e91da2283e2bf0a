import Foundation
import Testing

@Suite("Corrections by hand")
struct CorrectionTests {
  @Test(
    "a text is replaced in its language, and those in others stay",
    arguments: [
      ("--set title=Jauns", ["Jauns", "Prevention"]),
      ("--set title=en=New", ["Novēršana", "New"]),
      ("--set title=Jauns --set title=en=New", ["Jauns", "New"]),
      ("--set title=et=Uus", ["Novēršana", "Prevention", "Uus"]),
    ])
  func languages(options: String, texts: [String]) throws {
    let place = try Workplace()
    try place.begin()
    try place.succeed("event correct 3 \(options)")
    let export = try place.succeed("event show 6")
    for text in texts { #expect(export.contains(text), "\(export)") }
    #expect(!export.contains(texts[0] == "Jauns" ? "Novēršana" : "Jauns"))
  }

  @Test(
    "what is set twice is a mistake",
    arguments: [
      "--set on=2022 --set on=2023", "--set title=A --set title=lv=B", "--set area=A --set area=B",
    ])
  func twice(options: String) throws {
    let place = try Workplace()
    try place.begin()
    let number = options.contains("area") ? 4 : 3
    let result = try place.run("event correct \(number) \(options)")
    #expect(result.status == 2 && result.err.contains("twice"), "\(result.err)")
  }

  @Test("a correction is of the class of what it corrects, and names its sources")
  func provenance() throws {
    let place = try Workplace()
    try place.begin()
    try place.succeed("source add S --title S")
    try place.succeed(
      "action deliver DEMO-2021/1.2 --on 2022-11 --provenance official --source S#p2")
    try place.succeed("event correct 7 --set on=2022-12")
    let shown = try place.succeed("event show 8")
    #expect(shown.contains(#""provenance":"OFFICIAL""#) && shown.contains(#""sources":"S#p2""#))
    try place.succeed("event correct 5 --set provenance=illustrative")
    #expect(try place.succeed("log --from 9 --format csv").contains("ILLUSTRATIVE"))
  }
}
