internal import CLMDB

extension WriteTransaction {
  /// Deletes a key.
  ///
  /// - Returns: whether it was there.
  /// - Complexity: O(log n).
  @discardableResult
  package mutating func delete(
    _ database: Database, _ key: Span<UInt8>
  ) throws(LMDBError) -> Bool {
    let dbi = try database.handle.number(in: environment)
    let handle = unsafe reader.handle
    let status = try unsafe key.withKey { key in unsafe mdb_del(handle, dbi, &key, nil) }
    do throws(LMDBError) {
      return try ReadTransaction.isFound(status, "mdb_del")
    } catch {
      throw note(error)
    }
  }

  /// Deletes a key; says whether it was there.
  @discardableResult
  package mutating func delete(_ database: Database, _ key: [UInt8]) throws(LMDBError) -> Bool {
    try delete(database, key.span)
  }

  /// Deletes every key, and keeps the database. Complexity: O(pages).
  ///
  /// To delete the database too, see `Environment.deleteDatabase(_:)`.
  package mutating func drop(_ database: Database) throws(LMDBError) {
    let dbi = try database.handle.number(in: environment)
    let status = unsafe mdb_drop(reader.handle, dbi, 0)
    if status != 0 { throw note(LMDBError(data: status, call: "mdb_drop")) }
  }
}
