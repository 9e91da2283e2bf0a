import Events
import Projections
import Testing

@Suite("Challenges outlive plans")
struct ChallengeTests {
  private func raised(_ name: String, _ effective: String, plan: String? = nil) -> Event {
    event(
      "challenge/\(name)", effective,
      .challengeRaised(filled(.init()) { $0.plan = plan.map(code) }))
  }

  private func link(_ name: String, _ from: String, _ to: String) -> Event {
    event(
      "link/\(name)", "2022-01-01",
      .linkAsserted(filled(.init()) { ($0.from, $0.to) = (stream(from), stream(to)) }))
  }

  @Test("a challenge belongs to a plan if raised under it or linked to it, either way")
  func belonging() throws {
    let fixture = try TestLedger()
    try fixture.append([
      raised("A", "2022-01-01", plan: "P"), raised("B", "2022-01-01"), raised("C", "2022-01-01"),
      raised("D", "2022-01-01"), raised("E", "2022-01-01", plan: "Q"),
      link("1", "challenge/B", "plan/P"), link("2", "plan/P", "challenge/C"),
      link("3", "challenge/D", "plan/P"),
      event("link/3", "2022-06-01", .linkWithdrawn(.init())),
      link("4", "challenge/E", "plan/Q"),
    ])
    func codes(_ today: String) throws -> [String] {
      try fixture.at(today).challenges(of: code("P")).map(\.state.id.description)
    }
    #expect(try codes("2022-12-31") == ["A", "B", "C"])
    #expect(try codes("2022-05-31") == ["A", "B", "C", "D"])
    #expect(try codes("2021-12-31") == [])
  }

  @Test("a challenge spans two plans if it stood on a day of each one's period")
  func spanning() throws {
    let fixture = try TestLedger()
    let draft = { (plan: String, days: String) in
      event(
        "plan/\(plan)", "2021-01-01", .planDrafted(filled(.init()) { $0.period = period(days) }))
    }
    let resolved = { (name: String, day: String) in
      event("challenge/\(name)", day, .challengeResolved(.init()))
    }
    try fixture.append([
      draft("P", "2021/2023"), draft("Q", "2025/2027"),
      raised("open", "2022-01-01"),
      raised("gap", "2024-01-01"),
      raised("over-in-time", "2022-01-01"), resolved("over-in-time", "2025-01-01"),
      raised("one-day", "2023-12-31"), resolved("one-day", "2025-01-02"),
      raised("same-day", "2023-06-01"), resolved("same-day", "2023-06-01"),
      raised("again", "2022-01-01"), resolved("again", "2022-02-01"),
      event("challenge/again", "2027-12-31", .challengeReopened(.init())),
    ])
    func codes(_ today: String) throws -> [String] {
      try fixture.at(today).challenges(spanning: code("P"), and: code("Q"))
        .map(\.state.id.description)
    }
    #expect(try codes("2030-01-01") == ["again", "one-day", "open"])
    // On the last day before the second plan nothing has spanned both yet.
    #expect(try codes("2024-12-31") == [])
    #expect(try codes("2025-01-01") == ["one-day", "open"])
    #expect(
      try fixture.at().challenges(spanning: code("P"), and: code("NONE")).isEmpty)
  }

  @Test("a second resolution does not reopen the days between")
  func resolvedTwice() throws {
    let fixture = try TestLedger()
    try fixture.append([
      raised("A", "2022-01-01"),
      event("challenge/A", "2022-02-01", .challengeResolved(.init())),
      event("challenge/A", "2022-06-01", .challengeResolved(.init())),
    ])
    let challenge = try #require(try fixture.at().challenges().first).state
    #expect(!challenge.wasOpen(during: period("2022-02-01/2022-12-31")))
    #expect(challenge.wasOpen(during: period("2022-01-31/2022-12-31")))
    #expect(challenge.resolvedOn == date("2022-06-01"))
  }
}
