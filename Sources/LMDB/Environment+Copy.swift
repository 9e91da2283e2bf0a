internal import CLMDB
internal import Glibc

extension Environment {
  /// Writes a copy of the last commit into an empty directory (`mdb_env_copy2`).
  ///
  /// The copy is a snapshot for as long as it takes: the file grows under writers meanwhile. It is on
  /// the disk when this returns; when it throws, no part of it is left.
  ///
  /// - Parameters:
  ///   - path: a directory that exists.
  ///   - compacting: leave out the free pages, and number the others anew.
  /// - Throws: `notFound`, `notADirectory`, `alreadyExists`, `permission`, `noSpace`, `io`.
  package func copy(to path: String, compacting: Bool) throws(LMDBError) {
    let dataPath = path + "/data.mdb"
    guard try FileStatus.of(path).st_mode & S_IFMT == S_IFDIR else {
      throw .notADirectory(path: path)
    }
    if try FileStatus.ifAny(dataPath) != nil { throw .alreadyExists(path: dataPath) }
    // Adopts a map that another process grew; the copy then begins a transaction of its own.
    let snapshot = try beginRead()
    let flags = compacting ? UInt32(MDB_CP_COMPACT) : 0
    let status = unsafe mdb_env_copy2(handle, path, flags)
    _ = consume snapshot
    do throws(LMDBError) {
      try LMDBError.check(status, "mdb_env_copy2", path: dataPath)
      try FileStatus.synchronize(dataPath)
      try FileStatus.synchronize(path)
    } catch {
      // Another process may have made the file since it was looked for: then it is not ours.
      if status != EEXIST { _ = unsafe unlink(dataPath) }
      throw error
    }
  }
}
