import Foundation
import Reports
import Testing

@Suite("A small report, whole")
struct SnapshotTests {
  /// A plan with one of most things, none of it real.
  static func small() throws -> TestLedger {
    var script = Script()
    script.add(
      "PlanDrafted", "plan/DEMO-2021", "2021-06-01",
      #"{"title":{"lv":"Parauga plāns","en":"Demo plan"},"period":"2021/2023","responsible":"INST-A"}"#
    )
    script.add("PlanApproved", "plan/DEMO-2021", "2021-09-28", #"{"act":"Order No 1"}"#)
    script.add(
      "AreaDefined", "plan/DEMO-2021/area/PREVENTION", "2021-09-28",
      #"{"title":{"lv":"Novēršana","en":"Prevention"}}"#)
    script.add(
      "ActionAdded", "plan/DEMO-2021/action/1.2", "2021-09-28",
      #"{"title":{"lv":"Apmācīt policiju","en":"Train the police"},"area":"PREVENTION","deadline":"2022-Q3","lead":"INST-A"}"#
    )
    script.add(
      "ActionAdded", "plan/DEMO-2021/action/1.10", "2021-09-28",
      #"{"title":"Kampaņa","area":"PREVENTION","deadline":"2022-06-30","origin":"recommendation/R-1"}"#,
      provenance: "ILLUSTRATIVE")
    script.add("ActionStarted", "plan/DEMO-2021/action/1.2", "2022-03")
    script.add(
      "ActionSuspended", "plan/DEMO-2021/action/1.2", "2022-05-01", "{}", #""reason":"Budget""#)
    script.add(
      "DeadlinePostponed", "plan/DEMO-2021/action/1.2", "2022-06-01", #"{"deadline":"2023-Q1"}"#)
    script.add(
      "ActionAssessed", "plan/DEMO-2021/action/1.2", "2022-12-31",
      #"{"verdict":"PARTIALLY_COMPLETED","finality":"INTERIM"}"#)
    script.add(
      "InstitutionDefined", "institution/INST-A", "2021-01-01", #"{"name":"Institūcija A"}"#)
    script.add(
      "RecommendationReceived", "recommendation/R-1", "2022-02-22",
      #"{"body":"INST-B","text":{"lv":"Rīkot kampaņas","en":"Hold campaigns"},"urgency":"URGE","paragraph":"12"}"#
    )
    script.add(
      "ObligationRecorded", "obligation/O-1", "2022-01-01",
      #"{"title":{"lv":"Ieviest direktīvu","en":"Transpose"},"act":"Directive 1","deadline":"2024-07-15"}"#
    )
    script.add(
      "ChallengeRaised", "challenge/C-1", "2022-Q1",
      #"{"title":{"lv":"Kapacitāte","en":"Capacity"},"plan":"DEMO-2021","scope":"CURRENT"}"#)
    script.count("61", #""period":"2021""#, on: "2021-12-31")
    script.count("58", #""period":"2021","sex":"MALE""#, on: "2021-12-31")
    script.count("3", #""period":"2021","sex":"FEMALE""#, on: "2021-12-31")
    script.count(#""NOT_COLLECTED""#, #""period":"2022""#, on: "2022-12-31")
    script.add(
      "ClaimPublished", "plan/DEMO-2021/claim/outcome", "2022-12-31",
      #"{"label":{"lv":"Izpilde","en":"Outcome"},"figures":[{"measure":"ACTIONS","value":3}]}"#,
      #""published":"2023-01-15""#)
    return try TestLedger.holding(script)
  }

  @Test(
    "In each format and language",
    arguments: ["md", "html", "csv"], ReportLanguage.allCases)
  func snapshot(_ format: String, _ language: ReportLanguage) throws {
    let report = try SnapshotTests.small().report("DEMO-2021", at: "2022-12-31")
    let text =
      switch format {
      case "md": report.markdown(language)
      case "csv": report.csv(language)
      default: report.html(language)
      }
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/small.\(language.rawValue).\(format)")
    if ProcessInfo.processInfo.environment["PLANLEDGER_RERECORD"] != nil {
      try Data(text.utf8).write(to: file)
    }
    let expected = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    #expect(text == expected, "PLANLEDGER_RERECORD=1 swift test --filter ReportsTests records anew")
  }
}
