internal import CLMDB

extension ReadTransaction {
  /// A copy of a key's value; nil when there is no such key.
  ///
  /// - Throws: `badValueSize` for a key of 0 or more than 511 bytes; what the tree or the medium is.
  /// - Complexity: O(log n), one allocation.
  package func get(_ database: Database, _ key: Span<UInt8>) throws(LMDBError) -> [UInt8]? {
    var value = unsafe MDB_val()
    guard try unsafe find(database, key, &value) else { return nil }
    return unsafe value.array
  }

  /// A copy of a key's value; nil when there is no such key.
  package func get(_ database: Database, _ key: [UInt8]) throws(LMDBError) -> [UInt8]? {
    try get(database, key.span)
  }

  /// Whether the key exists. Complexity: O(log n), no allocation.
  package func contains(_ database: Database, _ key: Span<UInt8>) throws(LMDBError) -> Bool {
    var value = unsafe MDB_val()
    return try unsafe find(database, key, &value)
  }

  /// Whether the key exists.
  package func contains(_ database: Database, _ key: [UInt8]) throws(LMDBError) -> Bool {
    try contains(database, key.span)
  }

  /// Lends a key's value to a closure, where it stands in the map; nil when there is no such key.
  ///
  /// The bytes are not aligned. Complexity: O(log n), no allocation.
  package func withValue<R: ~Copyable, E: LMDBErrorConvertible>(
    _ database: Database, _ key: Span<UInt8>, _ body: (Span<UInt8>) throws(E) -> R
  ) throws(E) -> R? {
    var value = unsafe MDB_val()
    let isFound: Bool
    do throws(LMDBError) {
      isFound = try unsafe find(database, key, &value)
    } catch {
      throw E(error)
    }
    guard isFound else { return nil }
    return try body(unsafe value.bytes.span)
  }

  /// Lends a key's value to a closure, where it stands in the map; nil when there is no such key.
  package func withValue<R: ~Copyable>(
    _ database: Database, _ key: Span<UInt8>, _ body: (Span<UInt8>) throws(LMDBError) -> R
  ) throws(LMDBError) -> R? {
    var value = unsafe MDB_val()
    guard try unsafe find(database, key, &value) else { return nil }
    return try body(unsafe value.bytes.span)
  }

  /// Lends a key's value to a closure that returns nothing; false when there is no such key.
  ///
  /// For many values: not being generic, it costs no more than the call.
  package func show(
    _ database: Database, _ key: Span<UInt8>, _ body: (Span<UInt8>) -> Void
  ) throws(LMDBError) -> Bool {
    var value = unsafe MDB_val()
    guard try unsafe find(database, key, &value) else { return false }
    body(unsafe value.bytes.span)
    return true
  }

  func find(
    _ database: Database, _ key: Span<UInt8>, _ value: inout MDB_val
  ) throws(LMDBError) -> Bool {
    let dbi = try database.handle.number(in: environment)
    let status = try unsafe key.withKey { key in unsafe mdb_get(handle, dbi, &key, &value) }
    return try Self.isFound(status, "mdb_get")
  }

  static func isFound(_ status: Int32, _ call: StaticString) throws(LMDBError) -> Bool {
    if status == 0 { return true }
    if status == MDB_NOTFOUND { return false }
    throw LMDBError(data: status, call: call)
  }
}
