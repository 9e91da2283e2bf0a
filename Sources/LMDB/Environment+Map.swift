internal import CLMDB
internal import Glibc

extension Environment {
  /// How long a change of the map waits for this process's own transactions to end.
  static var mapWaitMilliseconds: Int { 5000 }

  /// Up to this size the map doubles; from it on it grows by half.
  private static var doublingLimitBytes: Int { 256 << 20 }

  /// The size of map after one of `bytes`, in whole pages.
  static func mapBytes(after bytes: Int, pageBytes: Int) -> Int {
    let grown = bytes <= doublingLimitBytes ? bytes * 2 : bytes / 2 * 3
    return (grown + pageBytes - 1) / pageBytes * pageBytes
  }

  /// Makes the map larger. The caller holds the writer lock and no transaction.
  func growMap() throws(LMDBError) {
    try gate.withNoneLive(waitingAtMost: Self.mapWaitMilliseconds) { () throws(LMDBError) in
      var info = unsafe MDB_envinfo()
      try LMDBError.check(unsafe mdb_env_info(handle, &info), "mdb_env_info")
      let pageBytes = sysconf(Int32(_SC_PAGESIZE))
      let size = unsafe min(
        Self.mapBytes(after: info.me_mapsize, pageBytes: pageBytes),
        maximumMapBytes / pageBytes * pageBytes)
      guard unsafe size > info.me_mapsize else { throw .mapFull }
      try LMDBError.check(unsafe mdb_env_set_mapsize(handle, size), "mdb_env_set_mapsize")
    }
  }

  /// Takes over the size of map that another process has set (`mdb_env_set_mapsize` of 0).
  func adoptMap() throws(LMDBError) {
    try gate.withNoneLive(waitingAtMost: Self.mapWaitMilliseconds) { () throws(LMDBError) in
      try LMDBError.check(unsafe mdb_env_set_mapsize(handle, 0), "mdb_env_set_mapsize")
    }
  }
}
