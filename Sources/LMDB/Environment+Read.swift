internal import CLMDB

extension Environment {
  /// Lends a snapshot to a closure.
  ///
  /// - Parameter body: may throw any error that has a place for an `LMDBError`.
  /// - Throws: what `body` throws; `readersFull`, `transactionsStillOpen`, `panic`.
  package func read<R: ~Copyable, E: LMDBErrorConvertible>(
    _ body: (borrowing ReadTransaction) throws(E) -> R
  ) throws(E) -> R {
    let transaction: ReadTransaction
    do throws(LMDBError) {
      transaction = try beginRead()
    } catch {
      throw E(error)
    }
    return try body(transaction)
  }

  /// Lends a snapshot to a closure.
  package func read<R: ~Copyable>(
    _ body: (borrowing ReadTransaction) throws(LMDBError) -> R
  ) throws(LMDBError) -> R {
    let transaction = try beginRead()
    return try body(transaction)
  }

  /// A snapshot to own, for a type that reads through one of its fields.
  ///
  /// While it lives the map cannot grow in this process: a writer that must grow it waits, then throws
  /// `transactionsStillOpen`. Hence no thread may write while it holds one itself.
  package func beginRead() throws(LMDBError) -> ReadTransaction {
    try begin(UInt32(MDB_RDONLY))
  }

  /// Begins a transaction, and puts right what can be: a map that another process grew, reader slots
  /// of dead processes.
  func begin(_ flags: UInt32) throws(LMDBError) -> ReadTransaction {
    // Each round another process may have grown the map again.
    for _ in 0..<Self.adoptionRounds {
      gate.enter()
      var transaction: OpaquePointer?
      var status = unsafe mdb_txn_begin(handle, nil, flags, &transaction)
      if status == MDB_READERS_FULL, unsafe mdb_reader_check(handle, nil) == 0 {
        status = unsafe mdb_txn_begin(handle, nil, flags, &transaction)
      }
      if status == 0, let transaction = unsafe transaction {
        return unsafe ReadTransaction(transaction, in: self)
      }
      gate.leave()
      guard status == MDB_MAP_RESIZED else {
        throw LMDBError(status: status, call: "mdb_txn_begin", path: path)
      }
      try adoptMap()
    }
    throw .mapResized
  }

  private static var adoptionRounds: Int { 16 }
}
