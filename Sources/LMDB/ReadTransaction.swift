internal import CLMDB

/// One snapshot of the environment: what was committed when it began, whatever is written since.
///
/// Got from `Environment.read`, which lends it to a closure, from `Environment.beginRead`, which
/// gives it away, or from `WriteTransaction.reader`, where it sees the changes made so far. It ends
/// where its owner ends. It can be neither copied nor lent for longer than a call, and bytes are
/// lent to closures, so that nothing of the map outlives it.
///
/// It may move to another thread, but only one thread may use it at a time, which the compiler sees
/// to: it is not `Sendable`. While it lives, no page that it can see is used again, so that the file
/// grows: it should not outlive a bounded piece of work.
@safe
package struct ReadTransaction: ~Copyable {
  /// Where it reads.
  package let environment: Environment

  var handle: OpaquePointer?

  init(_ handle: OpaquePointer, in environment: Environment) {
    unsafe self.handle = handle
    self.environment = environment
  }

  deinit {
    if let handle = unsafe handle {
      unsafe mdb_txn_abort(handle)
      environment.gate.leave()
    }
  }

  /// The snapshot's number: that of the last commit it sees, or, of a write transaction, its own.
  package var id: UInt64 { UInt64(truncatingIfNeeded: unsafe mdb_txn_id(handle)) }

  /// The database's size. Complexity: O(1).
  package func statistics(_ database: Database) throws(LMDBError) -> DatabaseStatistics {
    let dbi = try database.handle.number(in: environment)
    var stat = MDB_stat()
    try LMDBError.check(unsafe mdb_stat(handle, dbi, &stat), "mdb_stat")
    return DatabaseStatistics(stat)
  }

  /// Ends it without the abort: C has ended the transaction itself.
  mutating func release() -> OpaquePointer {
    guard let handle = unsafe handle else { preconditionFailure("a transaction ended twice") }
    unsafe self.handle = nil
    return unsafe handle
  }
}
