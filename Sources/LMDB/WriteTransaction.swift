internal import CLMDB

/// The one write transaction of all processes that use the environment.
///
/// Lent by `Environment.write`, which commits it when the closure returns and undoes it when the
/// closure throws. `reader` reads what it has written so far. Writes are `mutating`, so that no bytes
/// lent by `reader`, and no cursor over it, can be held while pages change under them.
@safe
package struct WriteTransaction: ~Copyable {
  /// Reads the snapshot with the changes made so far.
  package internal(set) var reader: ReadTransaction

  /// The first error after which LMDB takes the transaction no further, though a closure may have
  /// caught it.
  var failure: LMDBError?

  /// Databases opened here, known to others only once this has committed.
  var opened: [Database] = []

  init(_ reader: consuming ReadTransaction) {
    self.reader = reader
  }

  /// Where it writes.
  package var environment: Environment { reader.environment }

  /// Its number: that of the commit it will be.
  package var id: UInt64 { reader.id }

  /// A database, by name.
  ///
  /// - Parameters:
  ///   - name: 1 to 511 bytes of UTF-8, without a zero byte.
  ///   - create: whether to make it when there is none.
  /// - Throws: `databaseNotFound`; `databasesFull` when more are open than the environment allows.
  package mutating func database(
    _ name: String, create: Bool = true
  ) throws(LMDBError) -> Database {
    if let known = opened.first(where: { $0.name == name }) { return known }
    if let known = environment.knownDatabase(name) { return known }
    do throws(LMDBError) {
      let database = try reader.openDatabase(name, flags: create ? UInt32(MDB_CREATE) : 0)
      opened.append(database)
      return database
    } catch {
      throw note(error)
    }
  }

  /// Makes the changes last: they are on the disk when this returns.
  consuming func commit() throws(LMDBError) {
    let environment = environment
    let opened = opened
    let status = unsafe mdb_txn_commit(reader.release())
    environment.gate.leave()
    guard status == 0 else {
      for database in opened { database.handle.close() }
      throw environment.commitError(status)
    }
    environment.remember(opened)
  }

  /// Undoes the changes.
  consuming func abort() {
    // LMDB closes the handles that were opened here.
    for database in opened { database.handle.close() }
  }

  /// Remembers an error after which the transaction must not commit.
  mutating func note(_ error: LMDBError) -> LMDBError {
    if failure == nil, !error.leavesTransactionUsable { failure = error }
    return error
  }
}
