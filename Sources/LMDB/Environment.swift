internal import CLMDB
internal import Synchronization

/// An open LMDB environment: one directory with `data.mdb` and `lock.mdb`.
///
/// Opening one directory twice in a process gives one object. It closes where the last reference to
/// it, or to a transaction of it, ends.
///
/// Any number of threads and processes may use one directory at once. Two limits are LMDB's own: the
/// directory must not lie on a network file system, and an environment must not be used in a process
/// that was made by `fork` after it was opened.
///
/// Each commit is on the disk before it is acknowledged: `MDB_NOSYNC`, `MDB_NOMETASYNC`,
/// `MDB_WRITEMAP` and `MDB_MAPASYNC` are never set. `MDB_NOTLS` is set, so that a thread can hold
/// several snapshots. `MDB_NORDAHEAD` is not: a ledger is read from one end to the other when it is
/// verified and rebuilt, and reading ahead is worth more there than it costs where one key is asked.
@safe
package final class Environment: Sendable {
  /// What an environment is opened for.
  package enum Mode: Equatable, Sendable {
    /// Reading; the data file stays as it is.
    case readOnly
    /// Reading and writing.
    case readWrite
  }

  /// The directory, as it was given.
  package let path: String
  /// What it was opened for.
  package let mode: Mode
  /// Where the map stops growing, in bytes.
  package let maximumMapBytes: Int

  nonisolated(unsafe) let handle: OpaquePointer
  let gate = TransactionGate()
  let writerLock = WriterLock()
  private let databases = Mutex<[String: Database]>([:])

  /// Takes over an open handle.
  init(_ handle: OpaquePointer, path: String, mode: Mode, maximumMapBytes: Int) {
    unsafe self.handle = handle
    self.path = path
    self.mode = mode
    self.maximumMapBytes = maximumMapBytes
  }

  deinit {
    let handle = unsafe handle
    EnvironmentRegistry.shared.remove(ObjectIdentifier(self)) {
      unsafe mdb_env_close(handle)
    }
  }

  package func knownDatabase(_ name: String) -> Database? {
    databases.withLock { $0[name] }
  }

  func remember(_ opened: [Database]) {
    if opened.isEmpty { return }
    databases.withLock { known in
      for database in opened { known[database.name] = database }
    }
  }

  func forget(_ database: Database) {
    database.handle.close()
    databases.withLock { _ = $0.removeValue(forKey: database.name) }
  }
}
