internal import CLMDB

/// How a put treats the keys that are there.
package struct PutOptions: OptionSet, Sendable {
  /// The C flags.
  package let rawValue: UInt32

  /// From C flags.
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Refuses a key that exists: `keyExists` (`MDB_NOOVERWRITE`).
  package static let noOverwrite = PutOptions(rawValue: UInt32(MDB_NOOVERWRITE))
  /// The key is above all others, and goes to the end at once; else `keyExists` (`MDB_APPEND`).
  package static let append = PutOptions(rawValue: UInt32(MDB_APPEND))
}

extension WriteTransaction {
  /// Sets the value of a key.
  ///
  /// - Parameters:
  ///   - database: where.
  ///   - key: 1 to 511 bytes.
  ///   - value: less than 4 GiB; none is a value too.
  ///   - options: what is demanded of the keys that are there.
  /// - Throws: `keyExists` as the options say; `badValueSize`; what the tree or the medium is.
  /// - Complexity: O(log n).
  package mutating func put(
    _ database: Database, _ key: Span<UInt8>, _ value: Span<UInt8>, options: PutOptions = []
  ) throws(LMDBError) {
    let dbi = try database.handle.number(in: environment)
    let handle = unsafe reader.handle
    let status = try unsafe key.withKey { key in
      unsafe value.withValue { value in
        unsafe mdb_put(handle, dbi, &key, &value, options.rawValue)
      }
    }
    if status != 0 { throw note(LMDBError(data: status, call: "mdb_put")) }
  }

  /// Sets the value of a key.
  package mutating func put(
    _ database: Database, _ key: [UInt8], _ value: [UInt8], options: PutOptions = []
  ) throws(LMDBError) {
    try put(database, key.span, value.span, options: options)
  }

  /// Sets the value of a key by writing it where it will stand, without a copy (`MDB_RESERVE`).
  ///
  /// - Parameters:
  ///   - database: where.
  ///   - key: 1 to 511 bytes.
  ///   - count: the value's length in bytes, less than 4 GiB.
  ///   - options: what is demanded of the keys that are there.
  ///   - body: appends exactly `count` bytes. When it throws, the rest is zeros.
  /// - Throws: what `put` throws; what `body` throws.
  package mutating func put<E: LMDBErrorConvertible>(
    _ database: Database, _ key: Span<UInt8>, reserving count: Int, options: PutOptions = [],
    _ body: (inout OutputSpan<UInt8>) throws(E) -> Void
  ) throws(E) {
    try fill(database, key, count, options, body)
  }

  /// Sets the value of a key by writing it where it will stand, without a copy (`MDB_RESERVE`).
  package mutating func put(
    _ database: Database, _ key: Span<UInt8>, reserving count: Int, options: PutOptions = [],
    _ body: (inout OutputSpan<UInt8>) throws(LMDBError) -> Void
  ) throws(LMDBError) {
    try fill(database, key, count, options, body)
  }

  private mutating func fill<E: LMDBErrorConvertible>(
    _ database: Database, _ key: Span<UInt8>, _ count: Int, _ options: PutOptions,
    _ body: (inout OutputSpan<UInt8>) throws(E) -> Void
  ) throws(E) {
    let space: UnsafeMutableBufferPointer<UInt8>
    do throws(LMDBError) {
      unsafe space = try reserve(database, key, count, options)
    } catch {
      throw E(error)
    }
    var output = unsafe OutputSpan(buffer: space, initializedCount: 0)
    do throws(E) {
      try body(&output)
    } catch {
      output.append(repeating: 0, count: output.freeCapacity)
      throw error
    }
    let written = unsafe output.finalize(for: space)
    precondition(written == count, "\(written) of \(count) reserved bytes written")
  }

  private mutating func reserve(
    _ database: Database, _ key: Span<UInt8>, _ count: Int, _ options: PutOptions
  ) throws(LMDBError) -> UnsafeMutableBufferPointer<UInt8> {
    precondition(count >= 0, "a negative length")
    let dbi = try database.handle.number(in: environment)
    let handle = unsafe reader.handle
    var value = unsafe MDB_val(mv_size: count, mv_data: nil)
    let flags = options.rawValue | UInt32(MDB_RESERVE)
    let status = try unsafe key.withKey { key in unsafe mdb_put(handle, dbi, &key, &value, flags) }
    if status != 0 { throw note(LMDBError(data: status, call: "mdb_put")) }
    return unsafe UnsafeMutableBufferPointer(
      start: value.mv_data?.assumingMemoryBound(to: UInt8.self), count: count)
  }
}
