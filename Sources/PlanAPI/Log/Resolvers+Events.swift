internal import EventStore
internal import Events
internal import GraphQL
internal import LMDB
internal import Projections

extension Resolvers<QueryContext> {
  /// Events as they were recorded.
  mutating func addEvents() {
    object("Event", of: EventNode.self) { type in
      type.addPlace()
      type.addEnvelope()
    }
    addConnection(
      "Event", of: EventNode.self, keys: ["type", "subject", "actor", "institution", "provenance"])
  }
}

extension ObjectResolvers<EventNode, QueryContext> {
  fileprivate mutating func addPlace() {
    field("position") { node, _ throws(FieldError) in Resolved(number: node.recorded.position) }
    field("id") { node, _ throws(FieldError) in .string(node.recorded.id.description) }
    field("subject") { node, _ throws(FieldError) in .string(node.event.subject.description) }
    field("revision") { node, _ throws(FieldError) in Resolved(number: node.recorded.revision) }
    field("type") { node, _ throws(FieldError) in .string(node.event.type.name) }
    field("effective") { node, _ throws(FieldError) in Resolved(node.event.effective) }
    field("published") { node, _ throws(FieldError) in Resolved(node.event.published) }
    field("recorded") { node, _ throws(FieldError) in Resolved(node.recorded.recorded) }
  }

  fileprivate mutating func addEnvelope() {
    field("actor") { node, _ throws(FieldError) in Resolved(node.event.actor) }
    field("institution") { node, _ throws(FieldError) in Resolved(node.event.institution) }
    field("reason") { node, _ throws(FieldError) in
      Resolved(try node.withTexts().event.reason?.shown)
    }
    field("sources") { node, _ throws(FieldError) in
      .list(node.event.sources.map { .string($0.description) })
    }
    field("provenance") { node, _ throws(FieldError) in .string(node.event.provenance.description) }
    field("causation") { node, _ throws(FieldError) in
      Resolved(node.event.causation?.description)
    }
    field("correlation") { node, _ throws(FieldError) in
      Resolved(node.event.correlation?.description)
    }
    field("isRedacted") { node, _ throws(FieldError) in .boolean(try node.withTexts().isRedacted) }
    field("standing") { node, _ throws(FieldError) in
      let belief = try node.belief()
      return .string(
        belief?.retractedBy != nil
          ? "RETRACTED" : belief?.correctedBy != nil ? "CORRECTED" : "STANDS")
    }
    field("standingBy") { node, _ throws(FieldError) in
      let belief = try node.belief()
      guard let position = belief?.retractedBy ?? belief?.correctedBy else { return .null }
      return Resolved(
        object: try node.context.eventNode(
          at: position, seenFrom: node.seenFrom, hidesValues: node.hidesValues))
    }
    field("data") { node, _ throws(FieldError) in
      try node.withTexts().event.data.json(hidesValues: node.hidesValues)
    }
  }
}

/// The ledger's log as a field asks for it.
func events(_ info: Info) throws(FieldError) -> Connection<EventNode> {
  let context = info.context
  let clocks = Clocks(info, context.defaults)
  let point = ReadingPoint(
    effectiveAt: .last, position: try context.position(clocks.recordedBy),
    provenance: clocks.provenance)
  let basis = try context.basis(at: point, hasEffective: false)
  context.add(basis, for: info.responseKey)
  let log = EventLog(context, upTo: point.position, provenance: point.provenance)
  return try Connection(
    info, .events, at: point, hasEffective: false, of: "events",
    rest: { basis.rest(on: $0.event.provenance) },
    .scan { after, before, isBackward, filter, visit throws(FieldError) in
      try log.scan(
        after: after.flatMap { UInt64($0) }, before: before.flatMap { UInt64($0) },
        isBackward ? .backward : .forward, filter, visit)
    })
}

extension RowKind<EventNode> {
  /// What events can be filtered, ordered and grouped by.
  static let events = RowKind(
    "Event", key: "position",
    [
      Column("position", .number) { node throws(FieldError) in
        .number(Int64(node.recorded.position))
      },
      Column("id", .text) { node throws(FieldError) in .text(node.recorded.id.description) },
      Column("subject", .text) { node throws(FieldError) in .text(node.event.subject.description) },
      Column("type", .word) { node throws(FieldError) in
        .word(node.event.type.name, rank: Int(node.event.type.rawValue))
      },
      Column("effective", .date) { node throws(FieldError) in ColumnValue(node.event.effective) },
      Column("published", .date) { node throws(FieldError) in ColumnValue(node.event.published) },
      Column("recorded", .instant) { node throws(FieldError) in .instant(node.recorded.recorded) },
      Column("actor", .code) { node throws(FieldError) in ColumnValue(node.event.actor) },
      Column("institution", .code) { node throws(FieldError) in
        ColumnValue(node.event.institution)
      },
      Column("provenance", .word) { node throws(FieldError) in
        ColumnValue(word: node.event.provenance)
      },
      Column("lateDays", .number) { node throws(FieldError) in
        ColumnValue(node.lateDays.map { Int64($0) })
      },
    ])
}
