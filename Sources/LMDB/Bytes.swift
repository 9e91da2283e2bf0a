internal import CLMDB
internal import Glibc

extension Span<UInt8> {
  /// Lends the bytes to C as a key or a value.
  func withValue<R>(_ body: (inout MDB_val) -> R) -> R {
    unsafe withUnsafeBufferPointer { buffer in
      var value = unsafe MDB_val(
        mv_size: buffer.count, mv_data: UnsafeMutableRawPointer(mutating: buffer.baseAddress))
      return unsafe body(&value)
    }
  }

  /// Lends the bytes to C as a key, unless LMDB would refuse its length.
  func withKey<R>(_ body: (inout MDB_val) -> R) throws(LMDBError) -> R {
    guard count > 0, count <= Database.maximumKeyBytes else { throw .badValueSize }
    return unsafe withValue(body)
  }
}

extension MDB_val {
  /// The bytes that C points to, valid while the map and the page under them stay as they are.
  var bytes: UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(start: mv_data?.assumingMemoryBound(to: UInt8.self), count: mv_size)
  }

  /// A copy of the bytes.
  var array: [UInt8] { unsafe Array(bytes) }

  /// Whether the bytes sort before those of a key, as LMDB sorts them.
  func precedes(_ key: [UInt8]) -> Bool {
    unsafe key.withUnsafeBufferPointer { key in
      let shared = unsafe min(mv_size, key.count)
      guard shared > 0, let mine = unsafe mv_data, let other = key.baseAddress else {
        return unsafe mv_size < key.count
      }
      let order = unsafe memcmp(mine, other, shared)
      return unsafe order < 0 || (order == 0 && mv_size < key.count)
    }
  }
}
