internal import LMDB

/// Goes through the indexes, once every record is known to be led to, for entries that lead to none.
struct IndexChecker {
  private let view: LedgerView
  /// How many visible entries each index must have.
  private let counts: [LedgerFault.Index: UInt64]

  init(_ view: LedgerView, _ counts: [LedgerFault.Index: UInt64]) {
    self.view = view
    self.counts = counts
  }

  func check(_ transaction: borrowing ReadTransaction) throws(LedgerError) -> LedgerFault? {
    if let fault = try revisionGap(transaction) { return fault }
    for index in LedgerFault.Index.allCases {
      if let fault = try surplus(in: index, transaction) { return fault }
    }
    return nil
  }

  /// Every record has its entry, so that an index with more visible entries than there are records has
  /// one too many.
  private func surplus(
    in index: LedgerFault.Index, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> LedgerFault? {
    var visible: UInt64 = 0
    var beyond: UInt64?
    try transaction.forEach(database(index)) { key, value throws(LedgerError) in
      let position = Key.lastNumber(index.isByValue ? value : key)
      if position <= view.head.position {
        visible += 1
      } else if position > view.head.staged {
        beyond = beyond ?? position
      }
      return .more
    }
    if let beyond { return LedgerFault(.surplus(index), at: beyond) }
    return visible == counts[index, default: 0] ? nil : LedgerFault(.surplus(index), at: nil)
  }

  /// The first place where the revisions of a stream do not follow upon each other.
  private func revisionGap(
    _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> LedgerFault? {
    var name: [UInt8] = []
    var last: (revision: UInt64, position: UInt64) = (0, 0)
    var fault: LedgerFault?
    try transaction.forEach(view.databases.streams) { key, value throws(LedgerError) in
      let key = key.copied
      let position = Key.lastNumber(value)
      guard position <= view.head.position else { return .more }
      guard let stream = Key.streamName(key) else {
        fault = LedgerFault(.surplus(.streams), at: position)
        return .stop
      }
      if stream != name {
        name = stream
        last = (0, 0)
      }
      let revision = Key.lastNumber(key)
      guard revision == last.revision + 1, position > last.position else {
        fault = LedgerFault(
          .revisionGap(
            subject: String(decoding: name, as: UTF8.self), found: revision,
            expected: last.revision + 1), at: position)
        return .stop
      }
      last = (revision, position)
      return .more
    }
    return fault
  }

  private func database(_ index: LedgerFault.Index) -> Database {
    switch index {
    case .ids: view.databases.ids
    case .streams: view.databases.streams
    case .types: view.databases.types
    case .effective: view.databases.effective
    case .texts: view.databases.texts
    }
  }
}

extension LedgerFault.Index {
  /// Whether an entry's position is its value, else the end of its key.
  fileprivate var isByValue: Bool { self == .ids || self == .streams }
}
