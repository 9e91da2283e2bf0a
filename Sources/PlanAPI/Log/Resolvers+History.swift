internal import EventStore
internal import Events
internal import GraphQL
internal import Projections

extension Resolvers<QueryContext> {
  /// What happened to things, as it is believed.
  mutating func addHistory() {
    object("HistoryEntry", of: HistoryNode.self) { type in
      type.field("effective") { entry, _ throws(FieldError) in
        Resolved(entry.live.event.effective)
      }
      type.field("published") { entry, _ throws(FieldError) in Resolved(entry.live.published) }
      type.field("type") { entry, _ throws(FieldError) in .string(entry.live.event.type.name) }
      type.field("position") { entry, _ throws(FieldError) in
        Resolved(number: entry.live.position)
      }
      type.field("provenance") { entry, _ throws(FieldError) in
        .string(entry.live.event.provenance.description)
      }
      type.field("reason") { entry, _ throws(FieldError) in
        Resolved(entry.live.event.reason?.shown)
      }
      type.field("isCorrected") { entry, _ throws(FieldError) in .boolean(entry.isCorrected) }
      type.field("data") { entry, _ throws(FieldError) in entry.live.event.data.json }
      type.field("event") { entry, _ throws(FieldError) in
        Resolved(object: try entry.view.eventNode(at: entry.live.position))
      }
      type.field("setBy") { entry, _ throws(FieldError) in
        Resolved(object: try entry.view.eventNode(at: entry.live.bodyPosition))
      }
    }
    addConnection("History", of: HistoryNode.self, keys: ["type", "provenance"])
  }
}

/// Something that happened, as it is believed in a view.
final class HistoryNode {
  let view: View
  let live: LiveEvent

  init(_ view: View, _ live: LiveEvent) {
    self.view = view
    self.live = live
  }

  var isCorrected: Bool { live.bodyPosition != live.position }
}

extension View {
  /// What happened on a stream, in the order of time.
  func history(of subject: StreamID) throws(FieldError) -> [HistoryNode] {
    let events = try readTexts { reader throws(LedgerError) in try reader.events(of: subject) }
    return events.map { HistoryNode(self, $0) }
  }

  /// What happened on a stream, as a field gives it.
  func historyList(of subject: StreamID) throws(FieldError) -> Resolved {
    .list(of: try history(of: subject)) { entry throws(FieldError) in .object(entry) }
  }
}

/// The history of a stream as a field asks for it.
func history(_ info: Info) throws(FieldError) -> Connection<HistoryNode> {
  let view = try View(info, effective: "to")
  let text = info.arguments["subject"]?.string ?? ""
  let subject: StreamID
  do throws(EventError) {
    subject = try StreamID(parsing: text)
  } catch {
    throw FieldError("subject: \(sentence(for: error))")
  }
  let from = info.arguments["from"]?.date?.firstDay
  if let from, from > view.point.effectiveAt {
    throw FieldError("from \(from) stands after to \(view.point.effectiveAt)")
  }
  return try Connection(
    info, .history, at: view.point, clocks: ClockNames(effective: "to"), of: subject.description,
    rest: { view.basis.rest(on: $0.live.event.provenance) },
    .list { () throws(FieldError) in
      let all = try view.history(of: subject)
      return all.filter { entry in from.map { entry.live.day >= $0 } ?? true }
    })
}

extension RowKind<HistoryNode> {
  /// What the entries of a history can be filtered, ordered and grouped by.
  ///
  /// The key has day and position in it, so that the order of time is the natural one.
  static let history = RowKind(
    "HistoryEntry", key: "place",
    [
      Column("place", .text) { entry throws(FieldError) in .text(entry.place) },
      Column("position", .number) { entry throws(FieldError) in
        .number(Int64(entry.live.position))
      },
      Column("type", .word) { entry throws(FieldError) in
        .word(entry.live.event.type.name, rank: Int(entry.live.event.type.rawValue))
      },
      Column("effective", .date) { entry throws(FieldError) in
        ColumnValue(entry.live.event.effective)
      },
      Column("published", .date) { entry throws(FieldError) in ColumnValue(entry.live.published) },
      Column("isCorrected", .flag) { entry throws(FieldError) in .flag(entry.isCorrected) },
      Column("provenance", .word) { entry throws(FieldError) in
        ColumnValue(word: entry.live.event.provenance)
      },
    ])
}

extension HistoryNode {
  /// Its day and its position, in a form that sorts as they do.
  fileprivate var place: String {
    let digits = String(live.position)
    return live.day.description + " " + String(repeating: "0", count: 20 - digits.utf8.count)
      + digits
  }
}
