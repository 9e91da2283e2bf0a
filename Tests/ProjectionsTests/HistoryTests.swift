import EventStore
import Events
import LMDB
import Projections
import Testing

@Suite("The history of a stream shows everything, and what is made of it")
struct HistoryTests {
  private let subject = "plan/P/action/1"

  private func fixture() throws -> TestLedger {
    let fixture = try TestLedger()
    try fixture.append([
      event(subject, "2022-01-01", .actionAdded(.init()), id: id(1), published: "2022-01-02"),
      event(subject, "2022-03-01", .actionStarted(.init()), id: id(2)),
      event(subject, nil, .eventCorrected(correction("2022-04-01", published: nil)), id: id(3)),
      event(
        subject, nil, .eventCorrected(correction("2022-05-01", published: "2022-06")), id: id(4)),
      event(subject, nil, .eventRetracted(filled(.init()) { $0.target = id(4) }), id: id(5)),
      event(subject, "2022-07-01", .actionDelivered(.init()), id: id(6)),
      event(subject, nil, .contentRedacted(filled(.init()) { $0.target = id(6) }), id: id(7)),
      event(subject, nil, .eventRetracted(filled(.init()) { $0.target = id(6) }), id: id(8)),
    ])
    try fixture.append([
      event(
        "plan/P", nil,
        .eventsPublished(
          filled(.init()) {
            $0.published = date("2022-10-01")
            $0.under = (try? StreamPrefix(parsing: "plan/P")) ?? .placeholder
            $0.through = Count(8)
          }))
    ])
    return fixture
  }

  private func correction(_ effective: String, published: String?) -> EventCorrected {
    filled(EventCorrected()) {
      $0.target = id(2)
      $0.effective = date(effective)
      $0.published = published.map(date)
      $0.data = .actionStarted(.init())
    }
  }

  @Test("each event is live, corrected, retracted or redacted, by a position")
  func beliefs() throws {
    let history = try fixture().at("2000-01-01").history(of: stream(subject))
    #expect(history.map(\.recorded.position) == Array(1...8))
    #expect(history.map(\.isLive) == [true, true, true, false, true, false, true, true])
    #expect(history.map(\.retractedBy) == [nil, nil, nil, 5, nil, 8, nil, nil])
    #expect(history.map(\.correctedBy) == [nil, 3, nil, nil, nil, nil, nil, nil])
    #expect(history.map(\.redactedBy) == [nil, nil, nil, nil, nil, 7, nil, nil])
  }

  @Test("dates are those believed, beside those recorded")
  func dates() throws {
    let history = try fixture().at().history(of: stream(subject))
    #expect(history[1].recorded.event.effective == date("2022-03-01"))
    #expect(history[1].event.effective == date("2022-04-01"))
    #expect(history[0].published == date("2022-01-02"))
    #expect(history[1].published == date("2022-10-01"))
    #expect(history[2].published == nil)
  }

  @Test("at an earlier position it is what was believed then")
  func earlier() throws {
    let fixture = try fixture()
    let at4 = try fixture.at(position: 4).history(of: stream(subject))
    #expect(at4.count == 4)
    #expect(at4[1].correctedBy == 4)
    #expect(at4[1].published == date("2022-06"))
    let at3 = try fixture.at(position: 3).history(of: stream(subject))
    #expect(at3[1].correctedBy == 3)
    #expect(at3[1].published == nil)
    #expect(try fixture.at().history(of: stream("plan/P/action/9")).isEmpty)
  }

  @Test("removed text is said to be removed at every position, and the rest stays")
  func redacted() throws {
    let fixture = try TestLedger()
    let added = filled(ActionAdded()) { $0.title = title("To be removed") }
    try fixture.append([event(subject, "2022-01-01", .actionAdded(added), id: id(1))])
    try fixture.append([
      event(subject, nil, .contentRedacted(filled(.init()) { $0.target = id(1) }), id: id(2))
    ])
    let texts = fixture.ledger.databases.texts
    let key: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 1]
    try fixture.ledger.environment.write { transaction throws(LMDBError) in
      let text = try transaction.reader.get(texts, key) ?? []
      try transaction.put(texts, key, [UInt8](repeating: 0, count: text.count))
    }
    for position in [1, 2] as [UInt64] {
      let reading = try fixture.at(position: position)
      #expect(try reading.history(of: stream(subject)).first?.isRedacted == true)
      #expect(try reading.events(of: stream(subject)).map(\.isRedacted) == [true])
      let action = try #require(try reading.actions(of: code("P")).first)
      #expect(action.state.title?.value == .absent)
      #expect(action.state.running?.value == .planned)
    }
  }

  @Test("a correction of a correction stands where the first one stood")
  func correctionOfCorrection() throws {
    let fixture = try TestLedger()
    let inner = filled(correction("2022-08-01", published: nil)) { $0.provenance = .derived }
    try fixture.append([
      event(subject, "2022-01-01", .actionAdded(.init()), id: id(1)),
      event(subject, "2022-03-01", .actionStarted(.init()), id: id(2)),
      event(subject, nil, .eventCorrected(correction("2022-04-01", published: nil)), id: id(3)),
      event(
        subject, nil,
        .eventCorrected(
          filled(EventCorrected()) {
            $0.target = id(3)
            $0.data = .eventCorrected(inner)
          }), id: id(4)),
    ])
    let entity: Entity<ActionState>? = try fixture.at().entity(stream(subject))
    #expect(entity?.state.startedOn?.value == date("2022-08-01"))
    #expect(entity?.state.startedOn?.setBy == 4)
    #expect(entity?.provenances == [.reported, .derived])
  }
}
