import Coding
import PlanAPI
import Testing

@Suite("Counts of victims are never summed where they may not be, nor told where they are small")
struct VictimTests {
  let ledger: Fixture

  init() throws { ledger = try Fixture.shared.get() }

  func groups(_ arguments: String, _ keys: String) throws -> [String] {
    let answer = try ledger.json(
      """
      { victimCounts(\(arguments)) { groupBy(keys: [\(keys)]) {
          keys { sex exploitation register period basis } count sum notSummed } } }
      """)
    #expect(answer["errors"] == nil)
    return (answer["data"]?["victimCounts"]?["groupBy"]?.elements ?? []).map { group in
      let names = ["basis", "register", "period", "sex", "exploitation"]
      let keys = names.compactMap { group["keys"]?[$0]?.string }.joined(separator: " ")
      let sum = group["sum"]?.integer.map { String($0) } ?? group["notSummed"]?.string ?? "-"
      return "\(keys): \(group["count"]?.integer ?? -1) \(sum)"
    }
  }

  @Test("Parts of one register add up; a total with its parts does not, nor do two registers")
  func sums() throws {
    let parts = "where: {period: {eq: \"2021\"}, sex: {ne: ALL}}"
    #expect(try groups(parts, "SEX") == ["FEMALE: 3 12", "MALE: 1 49"])
    #expect(try groups(parts, "") == [": 4 61"])
    #expect(
      try groups("where: {period: {eq: \"2021\"}}", "REGISTER") == [
        "TRAFFICKING-LV: 8 CELLS_OVERLAP"
      ])
    #expect(try groups("first: 1", "BASIS") == ["IDENTIFIED: 11 REGISTERS_DIFFER"])
    #expect(
      try groups(
        "where: {sex: {eq: ALL}, exploitation: {eq: ALL}, citizenship: {eq: \"ALL\"}}", "PERIOD")
        == ["2021: 1 61", "2021/2023: 1 111", "2022: 1 26"])
  }

  /// The counts of 2021, as `FEMALE LABOUR 4`, `-` for what is hidden.
  func counts(_ arguments: String) throws -> [String] {
    let answer = try ledger.json(
      """
      { victimCounts(\(arguments)) { nodes { sex exploitation value known isSuppressed } } }
      """)
    #expect(answer["errors"] == nil)
    return (answer["data"]?["victimCounts"]?["nodes"]?.elements ?? []).map { node in
      #expect(node["isSuppressed"] == .bool(node["value"] == .null))
      #expect(node["known"]?.string == "VALUE")
      let value = node["value"]?.integer.map { String($0) } ?? "-"
      return "\(node["sex"]?.string ?? "") \(node["exploitation"]?.string ?? "") \(value)"
    }
  }

  @Test("A small cell takes along what would tell it, and neither filter nor order tells it")
  func suppression() throws {
    let year = "where: {period: {eq: \"2021\"}"
    #expect(
      try counts("suppressBelow: 5, \(year)}") == [
        "ALL ALL 61", "ALL LABOUR -", "ALL SEXUAL 7", "ALL SHAM_MARRIAGE -", "FEMALE LABOUR -",
        "FEMALE SEXUAL 7", "FEMALE SHAM_MARRIAGE -", "MALE LABOUR -",
      ])
    #expect(try counts("suppressBelow: 5, \(year), value: {lt: 5}}") == [])
    #expect(
      try counts("suppressBelow: 5, \(year)}, orderBy: [{value: ASC}]").prefix(3) == [
        "ALL SEXUAL 7", "FEMALE SEXUAL 7", "ALL ALL 61",
      ])
    #expect(
      try groups("suppressBelow: 5, \(year), sex: {eq: FEMALE}}", "SEX") == [
        "FEMALE: 3 SUPPRESSED"
      ])
    let published = try counts("suppressBelow: 100, where: {citizenship: {eq: \"LV\"}}")
    #expect(published == ["ALL ALL 95"], "what an official source has published is told already")
  }
}
