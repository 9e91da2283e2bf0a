internal import CLMDB
internal import Glibc

extension Environment {
  /// Lends the write transaction to a closure, and commits when it returns.
  ///
  /// There is one write transaction at a time in all processes: the call waits for its turn. What the
  /// closure wrote is on the disk when the call returns, and is undone when the closure throws. When
  /// the map is full the changes are undone, the map grows, and **the closure runs again** from its
  /// beginning: outside the transaction it may only do what can be done twice.
  ///
  /// The closure is synchronous and stays on its thread. A write inside a write on one thread traps.
  ///
  /// - Parameter body: may throw any error that has a place for an `LMDBError`.
  /// - Throws: what `body` throws; `readOnly`, `noSpace`, `io`, `mapFull` at `maximumMapBytes`,
  ///   `transactionsStillOpen` when the map had to grow under readers of this process, `panic`; the
  ///   first error that broke the transaction, even if `body` caught it.
  package func write<R: ~Copyable, E: LMDBErrorConvertible>(
    _ body: (inout WriteTransaction) throws(E) -> R
  ) throws(E) -> R {
    try bracket(body)
  }

  /// Lends the write transaction to a closure, and commits when it returns.
  package func write<R: ~Copyable>(
    _ body: (inout WriteTransaction) throws(LMDBError) -> R
  ) throws(LMDBError) -> R {
    try bracket(body)
  }

  private func bracket<R: ~Copyable, E: LMDBErrorConvertible>(
    _ body: (inout WriteTransaction) throws(E) -> R
  ) throws(E) -> R {
    guard mode == .readWrite else { throw E(.readOnly) }
    writerLock.lock()
    defer { writerLock.unlock() }
    while true {
      if let result = try attempt(body) { return result }
      do throws(LMDBError) { try growMap() } catch { throw E(error) }
    }
  }

  /// Runs a closure in one write transaction; nil when the map was too small, and nothing is done.
  private func attempt<R: ~Copyable, E: LMDBErrorConvertible>(
    _ body: (inout WriteTransaction) throws(E) -> R
  ) throws(E) -> R? {
    var transaction: WriteTransaction
    do throws(LMDBError) {
      transaction = WriteTransaction(try begin(0))
    } catch {
      throw E(error)
    }
    let result: R
    do throws(E) {
      result = try body(&transaction)
    } catch {
      let isMapFull = transaction.failure == .mapFull
      transaction.abort()
      if isMapFull { return nil }
      throw error
    }
    do throws(LMDBError) {
      if let failure = transaction.failure {
        transaction.abort()
        throw failure
      }
      try transaction.commit()
    } catch .mapFull {
      return nil
    } catch {
      throw E(error)
    }
    return result
  }

  /// Makes sure of what was committed (`mdb_env_sync`); commits have done so already.
  package func sync() throws(LMDBError) {
    let status = unsafe mdb_env_sync(handle, 1)
    // C says EACCES of an environment that is only for reading.
    if status == EACCES { throw .readOnly }
    try LMDBError.check(status, "mdb_env_sync")
  }

  /// The error for a failed commit.
  ///
  /// LMDB reports a page that was written in part, as a disk that fills up leaves it, as `EIO`.
  func commitError(_ status: Int32) -> LMDBError {
    var descriptor: Int32 = -1
    var disk = statvfs()
    if status == EIO, unsafe mdb_env_get_fd(handle, &descriptor) == 0,
      unsafe fstatvfs(descriptor, &disk) == 0, disk.f_bavail == 0
    {
      return .noSpace
    }
    return LMDBError(status: status, call: "mdb_txn_commit")
  }
}
