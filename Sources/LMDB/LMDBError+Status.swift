internal import CLMDB
internal import Glibc

extension LMDBError {
  /// The error for a status other than `MDB_SUCCESS`.
  ///
  /// - Parameters:
  ///   - status: what the C function returned: negative is LMDB's own, positive is an `errno`.
  ///   - call: the C function.
  ///   - path: what the function was given, if it was given a path.
  init(status: Int32, call: StaticString, path: String = "") {
    self = Self.own(status) ?? Self.fileSystem(status, call: call, path: path)
  }

  /// Throws unless the status is `MDB_SUCCESS`.
  static func check(
    _ status: Int32, _ call: StaticString, path: @autoclosure () -> String = ""
  ) throws(LMDBError) {
    if status != 0 { throw LMDBError(status: status, call: call, path: path()) }
  }

  private static func own(_ status: Int32) -> LMDBError? {
    switch status {
    case MDB_KEYEXIST: .keyExists
    case MDB_NOTFOUND: .keyNotFound
    case MDB_PAGE_NOTFOUND: .pageNotFound
    case MDB_CORRUPTED: .corrupted
    case MDB_PANIC: .panic
    case MDB_VERSION_MISMATCH: .versionMismatch
    case MDB_INVALID: .invalid
    case MDB_MAP_FULL: .mapFull
    case MDB_DBS_FULL: .databasesFull
    case MDB_READERS_FULL: .readersFull
    case MDB_TLS_FULL: .threadKeysFull
    case MDB_TXN_FULL: .transactionFull
    case MDB_CURSOR_FULL: .cursorFull
    case MDB_PAGE_FULL: .pageFull
    case MDB_MAP_RESIZED: .mapResized
    case MDB_INCOMPATIBLE: .incompatible
    case MDB_BAD_RSLOT: .badReaderSlot
    case MDB_BAD_TXN: .badTransaction
    case MDB_BAD_VALSIZE: .badValueSize
    case MDB_BAD_DBI: .badDatabase
    default: nil
    }
  }

  private static func fileSystem(
    _ status: Int32, call: StaticString, path: String
  ) -> LMDBError {
    switch status {
    case ENOENT: .notFound(path: path)
    case ENOTDIR: .notADirectory(path: path)
    case EEXIST: .alreadyExists(path: path)
    case EACCES, EPERM: .permission
    case EROFS: .readOnly
    case ENOSPC, EDQUOT: .noSpace
    case EIO: .io
    case ENOMEM: .noMemory
    case 1...: .system(errno: status, call: call.description)
    default: .unknown(code: status)
    }
  }

  /// Whether the transaction that met the error may go on: the question was refused, nothing broke.
  var leavesTransactionUsable: Bool {
    switch self {
    case .keyExists, .keyNotFound, .badValueSize, .databaseNotFound, .badDatabase, .databasesFull,
      .incompatible:
      true
    default: false
    }
  }
}

extension LMDBError {
  /// The error for the status of a function on entries of a database, whose `EINVAL` means that the
  /// transaction began before the database was opened.
  init(data status: Int32, call: StaticString) {
    self = status == EINVAL ? .badDatabase : LMDBError(status: status, call: call)
  }
}
