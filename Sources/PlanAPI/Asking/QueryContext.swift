internal import Coding
internal import EventStore
internal import Events
internal import GraphQL
internal import LMDB
internal import MerkleLog
internal import Projections

typealias Info = FieldInfo<QueryContext>

/// One question: the snapshot that all of it is answered in, and the bases of its answers.
final class QueryContext {
  let snapshot: Snapshot
  let now: Instant
  let defaults: ClockDefaults
  private var bases: [(key: String, basis: Basis)] = []
  /// By size of the tree; there are as many as entry fields, at most.
  private var roots: [(size: UInt64, digits: String)] = []

  init(_ snapshot: Snapshot, now: Instant, defaults: ClockDefaults) {
    self.snapshot = snapshot
    self.now = now
    self.defaults = defaults
  }

  var identity: LedgerIdentity { snapshot.view.identity }

  /// The language of texts where a field names none.
  var language: String { defaults.language ?? identity.language }

  func add(_ basis: Basis, for key: String) { bases.append((key, basis)) }

  /// What the answer rests on, by the response key of each entry field; `nil` where there is none.
  var extensions: JSON? {
    guard !bases.isEmpty else { return nil }
    let members = bases.map { JSON.Member($0.key, $0.basis.json) }
    return .object([JSON.Member("basis", .object(members))])
  }

  /// The tree's root over the first `size` records, in hexadecimal digits.
  func root(size: UInt64) throws(FieldError) -> String {
    if let known = roots.first(where: { $0.size == size }) { return known.digits }
    let root = try reading { () throws(LedgerError) in
      try snapshot.view.root(size: size, snapshot.transaction)
    }
    let digits = Hex.encode(root.bytes)
    roots.append((size, digits))
    return digits
  }

  /// When the event at a position was recorded; `nil` where there is none.
  func recorded(at position: UInt64) throws(FieldError) -> Instant? {
    try reading { () throws(LedgerError) in
      try snapshot.view.header(at: position, snapshot.transaction)?.recorded
    }
  }

  /// The event at a position.
  func event(at position: UInt64, withTexts: Bool) throws(FieldError) -> RecordedEvent? {
    try reading { () throws(LedgerError) in
      try snapshot.view.event(at: position, withTexts: withTexts, snapshot.transaction)
    }
  }
}

/// Reads from the ledger, whose failures become errors of the field.
func reading<Value>(
  _ body: () throws(LedgerError) -> Value
) throws(FieldError) -> Value {
  do throws(LedgerError) {
    return try body()
  } catch {
    throw FieldError(sentence(for: error), extensions: error.code)
  }
}

extension LedgerError {
  /// What kind of failure this is, for programs; `nil` where no kind has a name.
  fileprivate var code: JSON? {
    switch self {
    case .damaged: .object([JSON.Member("code", .string("LEDGER_DAMAGED"))])
    case .projectionDamaged: .object([JSON.Member("code", .string("PROJECTION_DAMAGED"))])
    default: nil
    }
  }
}
