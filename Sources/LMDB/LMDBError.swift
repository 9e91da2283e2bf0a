/// Why LMDB, or the file system under it, refused.
///
/// Facts only: sentences for people are made by the command line and the API.
package enum LMDBError: Error, Equatable, Sendable {
  // The place.

  /// No file or directory stands at the path, and none was to be created.
  case notFound(path: String)
  /// The path of an environment names something that is not a directory.
  case notADirectory(path: String)
  /// A file stands where a copy was to be written.
  case alreadyExists(path: String)
  /// The data file that was opened has been replaced by another one at the same path.
  case replaced(path: String)
  /// The operating system refused access (`EACCES`, `EPERM`).
  case permission
  /// A write was asked of an environment, or a file system, that is only for reading.
  case readOnly
  /// The disk, or the quota, is full (`ENOSPC`, `EDQUOT`).
  case noSpace
  /// The medium failed (`EIO`).
  case io
  /// The operating system has no memory, or no address space, to give (`ENOMEM`).
  case noMemory

  // The data file.

  /// The data file ends before a page that the last commit names.
  case truncated(expectedBytes: Int, actualBytes: Int)
  /// The file is not one of LMDB's (`MDB_INVALID`).
  case invalid
  /// The file, or its lock file, is of another LMDB format (`MDB_VERSION_MISMATCH`).
  case versionMismatch
  /// A page is not of the kind that the tree says it is (`MDB_CORRUPTED`).
  case corrupted
  /// A page that the tree names does not exist (`MDB_PAGE_NOTFOUND`).
  case pageNotFound
  /// A commit failed half way: close the environment and open it again (`MDB_PANIC`).
  case panic

  // Limits.

  /// The map has reached the greatest size that the environment was opened with (`MDB_MAP_FULL`).
  case mapFull
  /// Other processes grew the map faster than it could be adopted (`MDB_MAP_RESIZED`).
  case mapResized
  /// The map could not change: transactions of this process stayed open all the time allowed.
  case transactionsStillOpen
  /// More named databases are open than the environment allows (`MDB_DBS_FULL`).
  case databasesFull
  /// Every reader slot is taken by a living process (`MDB_READERS_FULL`).
  case readersFull
  /// No thread-local key is left (`MDB_TLS_FULL`).
  case threadKeysFull
  /// The transaction has too many changed pages (`MDB_TXN_FULL`).
  case transactionFull
  /// A cursor's stack is too deep, hence the tree is damaged (`MDB_CURSOR_FULL`).
  case cursorFull
  /// A page has no room where it should have, hence it is damaged (`MDB_PAGE_FULL`).
  case pageFull

  // Use.

  /// The key exists, or is not above the last key of an append (`MDB_KEYEXIST`).
  case keyExists
  /// There is no such entry, where one must be (`MDB_NOTFOUND`).
  case keyNotFound
  /// A key of 0 or more than 511 bytes, or a value of 4 GiB or more (`MDB_BAD_VALSIZE`).
  case badValueSize
  /// There is no database of this name, and none was to be created.
  case databaseNotFound(name: String)
  /// The database was deleted, its creation was undone, or it was opened after the transaction
  /// began (`MDB_BAD_DBI`).
  case badDatabase
  /// The name belongs to an entry that is not a database, or to one of other flags
  /// (`MDB_INCOMPATIBLE`).
  case incompatible
  /// A reader slot was used twice (`MDB_BAD_RSLOT`).
  case badReaderSlot
  /// The transaction cannot go on after an earlier failure (`MDB_BAD_TXN`).
  case badTransaction

  // The rest.

  /// Any other error of the operating system, and the C function that met it.
  case system(errno: Int32, call: String)
  /// A status that LMDB 0.9.24 does not document.
  case unknown(code: Int32)
}

/// A caller's error that has a place for LMDB's own.
///
/// Brackets such as `Environment.read` throw one error type. A caller whose error conforms can throw
/// it straight through them.
package protocol LMDBErrorConvertible: Error {
  /// The caller's error for a failure of LMDB.
  init(_ error: LMDBError)
}

extension LMDBError: LMDBErrorConvertible {
  /// Itself.
  package init(_ error: LMDBError) { self = error }
}
