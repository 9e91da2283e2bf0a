internal import CLMDB

extension ReadTransaction {
  /// Lends a cursor over a database to a closure.
  package func withCursor<R: ~Copyable, E: LMDBErrorConvertible>(
    _ database: Database, _ body: (borrowing Cursor) throws(E) -> R
  ) throws(E) -> R {
    let handle: OpaquePointer
    do throws(LMDBError) {
      unsafe handle = try openCursor(database)
    } catch {
      throw E(error)
    }
    var entry = Cursor.Entry()
    return try unsafe withUnsafeMutablePointer(to: &entry) { entry throws(E) -> R in
      try body(unsafe Cursor(handle, entry))
    }
  }

  /// Lends a cursor over a database to a closure.
  package func withCursor<R: ~Copyable>(
    _ database: Database, _ body: (borrowing Cursor) throws(LMDBError) -> R
  ) throws(LMDBError) -> R {
    let handle = unsafe try openCursor(database)
    var entry = Cursor.Entry()
    return try unsafe withUnsafeMutablePointer(to: &entry) { entry throws(LMDBError) -> R in
      try body(unsafe Cursor(handle, entry))
    }
  }

  func openCursor(_ database: Database) throws(LMDBError) -> OpaquePointer {
    let dbi = try database.handle.number(in: environment)
    var cursor: OpaquePointer?
    let status = unsafe mdb_cursor_open(handle, dbi, &cursor)
    guard status == 0, let cursor = unsafe cursor else {
      throw LMDBError(data: status, call: "mdb_cursor_open")
    }
    return unsafe cursor
  }
}
