import EventStore
import Events
import Foundation
import Projections
import Testing

/// The examples of `docs/time.md`, run.
@Suite("The page on time says what reading does")
struct TimePageTests {
  static let page: String = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let data = FileManager.default.contents(atPath: root.path + "/docs/time.md")
    return String(decoding: data ?? Data(), as: UTF8.self)
  }()

  static let examples: [String] = page.components(separatedBy: "```example\n").dropFirst()
    .compactMap { $0.components(separatedBy: "```").first }

  @Test("every rule has an example")
  func everyRuleHasAnExample() {
    let rules = Self.page.components(separatedBy: "\n## ").dropFirst().dropLast()
    #expect(rules.count >= 5)
    for rule in rules { #expect(rule.contains("```example"), "\(rule.prefix(60))") }
  }

  @Test("every line of every example holds", arguments: examples)
  func example(_ text: String) throws {
    let fixture = try TestLedger(now: "2022-01-01T00:00:00Z")
    var questions = 0
    for line in text.split(separator: "\n") {
      if line.hasPrefix("?") {
        questions += 1
        let question = String(line.dropFirst(3))
        if question.hasPrefix("changes ") {
          try askChanges(question, fixture)
        } else {
          try ask(question, fixture)
        }
      } else {
        try record(String(line), fixture)
      }
    }
    #expect(questions > 0)
  }

  private func record(_ line: String, _ fixture: TestLedger) throws {
    let words = Words(line)
    let parts = line.split(separator: " ")
    let position = try #require(parts.first.flatMap { UInt64($0) })
    let type = try #require(parts.dropFirst().first.flatMap { EventType(name: String($0)) })
    var made = event(
      "plan/DEMO-2021/action/1", type.isAboutEvents ? nil : words["on"],
      .placeholder(of: type), id: id(position), published: words["published"])
    switch made.data {
    case .actionAdded(var body):
      body.deadline = words["deadline"].map(date)
      made.data = .actionAdded(body)
    case .eventCorrected(var body):
      body.target = id(try #require(words["of"].flatMap { UInt64($0) }))
      body.effective = words["on"].map(date)
      body.data = .actionStarted(ActionStarted())
      made.data = .eventCorrected(body)
    case .eventRetracted(var body):
      body.target = id(try #require(words["of"].flatMap { UInt64($0) }))
      made.data = .eventRetracted(body)
    case .eventsPublished(var body):
      body.published = date(try #require(words["on"]))
      body.under = try StreamPrefix(parsing: try #require(words["under"]))
      body.through = Count(try #require(words["through"].flatMap { Int64($0) }))
      made.data = .eventsPublished(body)
    default: break
    }
    if let recorded = words["recorded"] { fixture.set(now: try Instant(parsing: recorded)) }
    #expect(try fixture.append([made]).positions == position..<(position + 1))
  }

  private func ask(_ line: String, _ fixture: TestLedger) throws {
    let halves = line.components(separatedBy: ": ")
    let words = Words(halves[0])
    let expected = try #require(halves.last?.components(separatedBy: ", "))
    let snapshot = try fixture.ledger.snapshot()
    let by = words["recorded by"]
    let recordedBy: RecordedBy =
      if let by, by.hasPrefix("@") {
        .position(try #require(UInt64(by.dropFirst())))
      } else {
        by.map { .day(day($0)) } ?? .head
      }
    let position = try snapshot.view.position(
      recordedBy, now: fixture.clock.advanced(bySeconds: 86_400), snapshot.transaction)
    let today = day(try #require(words["on"]))
    let reading = try fixture.at(
      today.description, publishedBy: words["published by"], position: position)
    let entity: Entity<ActionState>? = try reading.entity(stream("plan/DEMO-2021/action/1"))
    guard let entity else {
      #expect(expected == ["nothing"], "\(line)")
      return
    }
    if let timeliness = Timeliness(rawValue: expected[0]) {
      #expect(entity.timeliness(on: today) == timeliness, "\(line)")
    } else {
      #expect(entity.state.running?.value.rawValue == expected[0], "\(line)")
      #expect(entity.isImprecise == expected.contains("imprecise"), "\(line)")
    }
  }

  /// A line such as `changes from 2022-01-31 to 2022-03-15: PLANNED → IN_PROGRESS by 2`.
  private func askChanges(_ line: String, _ fixture: TestLedger) throws {
    let halves = line.components(separatedBy: ": ")
    let words = Words(halves[0])
    let snapshot = try fixture.ledger.snapshot()
    func point(_ end: String) throws -> ReadingPoint {
      let word = try #require(words[end])
      let position =
        word.hasPrefix("@") ? try #require(UInt64(word.dropFirst())) : snapshot.view.head.position
      return ReadingPoint(
        effectiveAt: day(try words["on"] ?? #require(words[end])), position: position)
    }
    let found = try Changes(snapshot, from: try point("from"), to: try point("to"))
      .all(on: [stream("plan/DEMO-2021/action/1")]).filter { $0.field == "running" }
      .map { change in
        let values = [change.old, change.new].map { $0?.shown(in: nil, fallback: "lv") ?? "–" }
        let by = change.responsible.map(String.init).joined(separator: ", ")
        return "\(values[0]) → \(values[1]) by \(by)"
      }
    #expect((found.first ?? "nothing") == halves[1], "\(line)")
    #expect(found.count <= 1)
  }

  /// A line's parts by the words before them: `on 2022-03-15, recorded by @2`.
  private struct Words {
    private var found: [String: String] = [:]

    init(_ line: String) {
      let names = [
        "published by", "recorded by", "published", "recorded", "deadline", "on", "of", "under",
        "through", "from", "to",
      ]
      var rest = line.replacingOccurrences(of: ",", with: "")[...]
      while !rest.isEmpty {
        if let name = names.first(where: { rest.hasPrefix($0 + " ") }) {
          let value = rest.dropFirst(name.count + 1).prefix { $0 != " " }
          found[name] = String(value)
        }
        rest = rest.drop { $0 != " " }.drop { $0 == " " }
      }
    }

    subscript(name: String) -> String? { found[name] }
  }
}
