internal import EventStore
internal import Events
internal import GraphQL
internal import LMDB
internal import Projections

/// The two points between which a field of changes looks, as its arguments say them.
struct ChangeSpan {
  let before: ReadingPoint
  let after: ReadingPoint
  /// The arguments that set the later one's clocks.
  private(set) var clockNames = ClockNames()

  private static let examples =
    "from: \"2022-12-31\", to: \"2023-12-31\" (what changed), or fromRecorded: \"2025-01-28\" "
    + "(what the ledger learned otherwise since)"

  /// Along effective time, after `from` and through `to`; or along recorded time, after
  /// `fromRecorded` and through `toRecorded`, with the day of `effectiveAt`.
  init(_ info: Info) throws(FieldError) {
    let context = info.context
    let arguments = info.arguments
    let clocks = Clocks(info, context.defaults)
    func isGiven(_ name: String) -> Bool { arguments[name].map { !$0.isNull } ?? false }
    let effective = ["from", "to", "recordedBy"].filter(isGiven)
    let recorded = ["fromRecorded", "toRecorded", "effectiveAt"].filter(isGiven)
    if let one = effective.first, let other = recorded.first {
      throw FieldError("\(one) and \(other) together: ask either with \(Self.examples)")
    }
    let today = context.identity.zone.day(at: context.now)
    if isGiven("fromRecorded") {
      let day = clocks.effectiveAt?.lastDay ?? today
      let from = arguments["fromRecorded"]?.recordedBy ?? .head
      let to = arguments["toRecorded"]?.recordedBy ?? clocks.recordedBy
      let (start, end) = (
        try context.position(from, named: "fromRecorded"),
        try context.position(to, named: "toRecorded")
      )
      guard start <= end else {
        throw FieldError("fromRecorded is position \(start), after toRecorded, position \(end)")
      }
      before = ReadingPoint(clocks, on: day, position: start)
      after = ReadingPoint(clocks, on: day, position: end)
      clockNames.recorded = "toRecorded"
    } else if let from = arguments["from"]?.date {
      let end = arguments["to"]?.date?.lastDay ?? clocks.effectiveAt?.lastDay ?? today
      guard from.lastDay <= end else { throw FieldError("from \(from) stands after to \(end)") }
      let position = try context.position(clocks.recordedBy)
      before = ReadingPoint(clocks, on: from.lastDay, position: position)
      after = ReadingPoint(clocks, on: end, position: position)
      clockNames.effective = "to"
    } else {
      throw FieldError("from or fromRecorded is missing: ask with \(Self.examples)")
    }
  }

  /// From a day, or from what was known then, to where a view stands.
  init(_ info: Info, through view: View) throws(FieldError) {
    after = view.point
    var start = view.point
    switch (info.arguments["from"]?.date, info.arguments["fromRecorded"]?.recordedBy) {
    case (let from?, nil):
      start.effectiveAt = from.lastDay
      guard start.effectiveAt <= after.effectiveAt else {
        throw FieldError("from \(from) stands after effectiveAt \(after.effectiveAt)")
      }
    case (nil, let from?):
      start.position = try info.context.position(from, named: "fromRecorded")
      guard start.position <= after.position else {
        throw FieldError(
          "fromRecorded is position \(start.position), after recordedBy, position \(after.position)"
        )
      }
    case (.some, .some):
      throw FieldError("from and fromRecorded together: ask either with \(Self.examples)")
    case (nil, nil):
      throw FieldError("from or fromRecorded is missing: ask with \(Self.examples)")
    }
    before = start
  }
}

extension ReadingPoint {
  fileprivate init(_ clocks: Clocks, on day: Day, position: UInt64) {
    self.init(
      effectiveAt: day, publishedBy: clocks.publishedBy?.lastDay, position: position,
      provenance: clocks.provenance)
  }
}
