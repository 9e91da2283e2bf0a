import EventStore
import Events
import LMDB
import MerkleLog

/// What a rule of a test says.
struct Broken: Error, Equatable {}

extension Ledger {
  /// Appends events by fixed inputs.
  @discardableResult
  func append(
    _ events: [Event], at now: Instant = .noon, seed: UInt64 = 1, isDryRun: Bool = false,
    chunk: Int = ChunkLimit.standard.events, participants: [any AppendParticipant] = [],
    judge: (StagedBatch, borrowing ReadTransaction) throws(LedgerError) -> Void = {
      _, _ throws(LedgerError) in
    }
  ) throws(LedgerError) -> AppendReceipt {
    var rest = events[...]
    return try append(
      inputs: .fixed(now, seed: seed), participants: participants, isDryRun: isDryRun,
      limit: ChunkLimit(events: chunk), judge: judge,
      next: { _ throws(LedgerError) in rest.popFirst() })
  }

  /// Every entry of every database, staged ones among them.
  func dump() throws -> [String: [[UInt8]: [UInt8]]] {
    var dump: [String: [[UInt8]: [UInt8]]] = [:]
    for name in ["records", "ids", "streams", "types", "effective", "texts", "tree", "meta"] {
      let database = try environment.database(name)
      try environment.read { transaction throws(LMDBError) in
        try transaction.forEach(database) { key, value throws(LMDBError) in
          dump[name, default: [:]][key.indices.map { key[$0] }] = value.indices.map { value[$0] }
          return .more
        }
      }
    }
    return dump
  }

  /// Overwrites an entry of a database behind the ledger's back; `nil` deletes it.
  func damage(_ name: String, _ key: [UInt8], _ value: [UInt8]?) throws {
    let database = try environment.database(name)
    try environment.write { transaction throws(LMDBError) in
      if let value {
        try transaction.put(database, key, value)
      } else {
        try transaction.delete(database, key)
      }
    }
  }

  func fault() throws -> LedgerFault? {
    let snapshot = try snapshot()
    return try snapshot.view.check(snapshot.transaction)
  }

  func root() throws -> Hash {
    let snapshot = try snapshot()
    return try snapshot.view.root(size: snapshot.view.head.position, snapshot.transaction)
  }

  func all() throws -> [RecordedEvent] { try events(from: 1, limit: .max) }

  func records() throws -> [[UInt8]] {
    let snapshot = try snapshot()
    var records: [[UInt8]] = []
    try snapshot.view.records(from: 1, snapshot.transaction) { _, record throws(LedgerError) in
      records.append(record)
      return true
    }
    return records
  }

  func exported(from first: UInt64 = 1, to last: UInt64? = nil) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try export(from: first, to: last) { lines throws(LedgerError) in bytes += lines }
    return bytes
  }
}

/// What the ledger throws; `nil` where it does not.
func failure<Value>(_ body: () throws(LedgerError) -> Value) -> LedgerError? {
  do throws(LedgerError) {
    _ = try body()
    return nil
  } catch {
    return error
  }
}

/// Big-endian.
func key(_ number: UInt64) -> [UInt8] {
  (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * UInt64($0))) }
}

/// MTH of RFC 9162 §2.1.1, as it is written there.
func naiveRoot(_ leaves: ArraySlice<[UInt8]>) -> Hash {
  if leaves.isEmpty { return SHA256.hash([]) }
  if leaves.count == 1 { return SHA256.hash([0] + leaves[leaves.startIndex]) }
  var k = 1
  while k * 2 < leaves.count { k *= 2 }
  let middle = leaves.startIndex + k
  return SHA256.hash([1] + naiveRoot(leaves[..<middle]).bytes + naiveRoot(leaves[middle...]).bytes)
}
