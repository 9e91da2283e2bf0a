internal import CLMDB
internal import Glibc

extension Environment {
  /// A database, by name; opened once, and made if the environment is open for writing.
  ///
  /// Inside a write transaction, use `WriteTransaction.database(_:create:)`. A transaction that began
  /// before the first call for a name does not know it: `badDatabase`.
  ///
  /// - Parameter name: 1 to 511 bytes of UTF-8, without a zero byte.
  /// - Throws: `databaseNotFound` when it is only for reading; `databasesFull`.
  package func database(_ name: String) throws(LMDBError) -> Database {
    if let known = knownDatabase(name) { return known }
    if mode == .readWrite {
      return try write { transaction throws(LMDBError) in try transaction.database(name) }
    }
    writerLock.lock()
    defer { writerLock.unlock() }
    // Another thread may have opened it while this one waited.
    if let known = knownDatabase(name) { return known }
    let transaction = try WriteTransaction(beginRead())
    return try transaction.databaseCommitting(name)
  }

  /// A database, by name; nil when there is none. Never makes one, and like `database(_:)` is not for
  /// use inside a write transaction.
  package func databaseIfAny(_ name: String) throws(LMDBError) -> Database? {
    if let known = knownDatabase(name) { return known }
    writerLock.lock()
    defer { writerLock.unlock() }
    if let known = knownDatabase(name) { return known }
    do throws(LMDBError) {
      let transaction = try WriteTransaction(beginRead())
      return try transaction.databaseCommitting(name)
    } catch .databaseNotFound {
      return nil
    } catch {
      throw error
    }
  }

  /// Deletes a database with all it holds; says whether there was one.
  ///
  /// Not part of a larger write transaction, because LMDB forgets the handle at once: it is done while
  /// no other transaction of this process is live. Other processes see an empty database.
  ///
  /// - Throws: `transactionsStillOpen` when transactions of this process did not end in five seconds.
  @discardableResult
  package func deleteDatabase(_ name: String) throws(LMDBError) -> Bool {
    guard mode == .readWrite else { throw .readOnly }
    guard let database = try databaseIfAny(name) else { return false }
    // In a transaction of its own, which may have to wait, fail or run again, everything is emptied.
    try write { transaction throws(LMDBError) in try transaction.drop(database) }
    writerLock.lock()
    defer { writerLock.unlock() }
    try gate.withNoneLive(waitingAtMost: Self.mapWaitMilliseconds) { () throws(LMDBError) in
      var transaction: OpaquePointer?
      try LMDBError.check(
        unsafe mdb_txn_begin(handle, nil, 0, &transaction), "mdb_txn_begin", path: path)
      forget(database)
      let status = unsafe mdb_drop(transaction, database.handle.dbi, 1)
      guard status == 0 else {
        unsafe mdb_txn_abort(transaction)
        throw LMDBError(data: status, call: "mdb_drop")
      }
      let committed = unsafe mdb_txn_commit(transaction)
      if committed != 0 { throw commitError(committed) }
    }
    return true
  }
}

extension WriteTransaction {
  /// Opens a database and ends; LMDB keeps the handle where a reading transaction commits, too.
  fileprivate consuming func databaseCommitting(_ name: String) throws(LMDBError) -> Database {
    let database = try database(name, create: false)
    try commit()
    return database
  }
}

extension ReadTransaction {
  /// Opens a database in this transaction. The caller holds the writer lock.
  func openDatabase(_ name: String, flags: UInt32) throws(LMDBError) -> Database {
    // C would read the name only up to a zero byte.
    guard (1...Database.maximumKeyBytes).contains(name.utf8.count), !name.utf8.contains(0) else {
      throw .badValueSize
    }
    var dbi: MDB_dbi = 0
    switch unsafe mdb_dbi_open(handle, name, flags, &dbi) {
    case 0: return Database(handle: DatabaseHandle(dbi, name: name, of: environment))
    case MDB_NOTFOUND: throw .databaseNotFound(name: name)
    // C refuses so a creation in a transaction for reading.
    case EACCES: throw .readOnly
    case let status: throw LMDBError(status: status, call: "mdb_dbi_open")
    }
  }
}
