internal import EventStore
internal import Events
internal import GraphQL
internal import LMDB
internal import Projections

/// The events up to a position.
struct EventLog {
  private let context: QueryContext
  private let last: UInt64
  private let provenance: Set<Provenance>?

  init(_ context: QueryContext, upTo last: UInt64, provenance: Set<Provenance>?) {
    self.context = context
    self.last = last
    self.provenance = provenance
  }

  /// Visits events one by one between two positions, both left out, until told to stop.
  ///
  /// Where the filter wants certain streams or types, only their events are read: the ledger holds
  /// their positions apart.
  func scan(
    after: UInt64?, before: UInt64?, _ order: ReadOrder, _ filter: Filter<EventNode>,
    _ visit: (EventNode) throws(FieldError) -> Bool
  ) throws(FieldError) {
    let range = Range(first: (after ?? 0) + 1, end: min(before ?? last + 1, last + 1))
    guard let range else { return }
    if let positions = try indexed(filter, order) {
      for position in positions where range.contains(position) {
        guard try show(position, visit) else { return }
      }
      return
    }
    var position = order == .backward ? range.upperBound - 1 : range.lowerBound
    while range.contains(position), try show(position, visit) {
      if order == .backward { position -= 1 } else { position += 1 }
    }
  }

  private func show(
    _ position: UInt64, _ visit: (EventNode) throws(FieldError) -> Bool
  ) throws(FieldError) -> Bool {
    guard let event = try context.eventNode(at: position, seenFrom: last),
      provenance?.contains(event.event.provenance) ?? true
    else { return true }
    return try visit(event)
  }

  /// The positions of the events of some streams or some types, where the filter wants no others.
  private func indexed(
    _ filter: Filter<EventNode>, _ order: ReadOrder
  ) throws(FieldError) -> [UInt64]? {
    let snapshot = context.snapshot
    var positions: [UInt64] = []
    func keep(_ position: UInt64) -> Bool {
      positions.append(position)
      return true
    }
    let subjects = filter.onlyTexts(of: "subject")
    let types = filter.onlyTexts(of: "type")
    if let subjects {
      for subject in Set(subjects.compactMap { try? StreamID(parsing: $0) }) {
        try reading { () throws(LedgerError) in
          try snapshot.view.positions(of: subject, order, snapshot.transaction, visit: keep)
        }
      }
    } else if let types {
      for type in Set(types.compactMap { EventType(name: $0) }) {
        try reading { () throws(LedgerError) in
          try snapshot.view.positions(of: type, order, snapshot.transaction, visit: keep)
        }
      }
    } else {
      return nil
    }
    // Those of each are in order.
    if (subjects ?? types)?.count != 1 {
      positions.sort { order == .backward ? $0 > $1 : $0 < $1 }
    }
    return positions
  }
}

extension Range<UInt64> {
  /// The positions from the first one to before the end; `nil` where there are none.
  fileprivate init?(first: UInt64, end: UInt64) {
    guard first < end else { return nil }
    self = first..<end
  }
}

extension Filter {
  /// The texts or words one of which a column must have in every row that the filter admits; `nil`
  /// where it may have any.
  func onlyTexts(of column: String) -> [String]? {
    switch self {
    case .all(let filters):
      for filter in filters { if let texts = filter.onlyTexts(of: column) { return texts } }
      return nil
    case .test(let tested, .isOneOf(let values)) where tested.name == column:
      return values.compactMap { value in
        switch value {
        case .text(let text), .code(let text), .word(let text, _): text
        default: nil
        }
      }
    default: return nil
    }
  }
}
