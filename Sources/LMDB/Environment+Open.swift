internal import CLMDB
internal import Glibc

extension Environment {
  /// Opens a directory, or gives the environment that is open on it in this process.
  ///
  /// Slots of readers whose processes are gone are freed (`mdb_reader_check`). The data file is looked
  /// at before it is mapped: a short one throws here instead of ending the process later (`SIGBUS`).
  ///
  /// Reading takes a lock file that can be written, for a writer must know its readers. Only on a file
  /// system mounted read-only, where there can be no writer, is it done without (`MDB_NOLOCK`).
  ///
  /// - Parameters:
  ///   - path: the directory.
  ///   - mode: reading, or writing too. An environment already open for both serves either; one
  ///     already open for reading cannot serve a writer, which throws `readOnly`.
  ///   - maximumDatabases: how many named databases can be open at once.
  ///   - initialMapBytes: the least size of the map, in bytes: address space, not disk.
  ///   - maximumMapBytes: where the map stops growing, in bytes.
  ///   - create: whether to make what is missing: the directory (not its parents), the files.
  /// - Throws: `notFound`, `notADirectory`, `permission`, `readOnly`, `invalid`, `versionMismatch`,
  ///   `truncated`, `corrupted`, `replaced`; what the medium is.
  package static func open(
    path: String, mode: Mode, maximumDatabases: Int = 64, initialMapBytes: Int = 64 << 20,
    maximumMapBytes: Int = 1 << 40, create: Bool = false
  ) throws(LMDBError) -> Environment {
    precondition(maximumDatabases > 0 && initialMapBytes > 0 && maximumMapBytes >= initialMapBytes)
    let creates = create && mode == .readWrite
    if creates { try makeDirectory(path) }
    let environment = try EnvironmentRegistry.shared.environment(at: path) {
      () throws(LMDBError) in
      let mapBytes = try DataFile.checkHeader(path + "/data.mdb", mayBeEmpty: creates)
      let size = max(initialMapBytes, min(mapBytes ?? 0, maximumMapBytes))
      let handle = unsafe try openHandle(path, mode, maximumDatabases, size)
      let environment = unsafe Environment(
        handle, path: path, mode: mode, maximumMapBytes: maximumMapBytes)
      return environment
    }
    guard mode == .readOnly || environment.mode == .readWrite else { throw .readOnly }
    try environment.clearStaleReaders()
    try environment.checkLength()
    if creates { try FileStatus.synchronize(path) }
    return environment
  }

  /// Frees the slots of readers whose processes are gone; says how many there were.
  @discardableResult
  package func clearStaleReaders() throws(LMDBError) -> Int {
    var dead: Int32 = 0
    try LMDBError.check(unsafe mdb_reader_check(handle, &dead), "mdb_reader_check")
    return Int(dead)
  }

  private static func makeDirectory(_ path: String) throws(LMDBError) {
    if unsafe mkdir(path, 0o777) == 0 {
      try FileStatus.synchronize(path + "/..")
    } else if errno != EEXIST {
      throw LMDBError(status: errno, call: "mkdir", path: path)
    }
  }

  private static func openHandle(
    _ path: String, _ mode: Mode, _ maximumDatabases: Int, _ mapBytes: Int
  ) throws(LMDBError) -> OpaquePointer {
    let flags = UInt32(MDB_NOTLS) | (mode == .readOnly ? UInt32(MDB_RDONLY) : 0)
    do throws(LMDBError) {
      return unsafe try openHandle(path, flags: flags, maximumDatabases, mapBytes)
    } catch {
      let isRefused = error == .permission || error == .readOnly
      guard isRefused, mode == .readOnly, FileStatus.isOnReadOnlyFileSystem(path) else {
        throw error
      }
      let unlocked = flags | UInt32(MDB_NOLOCK)
      return unsafe try openHandle(path, flags: unlocked, maximumDatabases, mapBytes)
    }
  }

  private static func openHandle(
    _ path: String, flags: UInt32, _ maximumDatabases: Int, _ mapBytes: Int
  ) throws(LMDBError) -> OpaquePointer {
    var created: OpaquePointer?
    try LMDBError.check(unsafe mdb_env_create(&created), "mdb_env_create")
    guard let handle = unsafe created else { throw .noMemory }
    do throws(LMDBError) {
      try LMDBError.check(
        unsafe mdb_env_set_maxdbs(handle, MDB_dbi(maximumDatabases)), "mdb_env_set_maxdbs")
      let pageBytes = sysconf(Int32(_SC_PAGESIZE))
      let wholePages = (mapBytes + pageBytes - 1) / pageBytes * pageBytes
      try LMDBError.check(
        unsafe mdb_env_set_mapsize(handle, wholePages), "mdb_env_set_mapsize")
      try LMDBError.check(
        unsafe mdb_env_open(handle, path, flags, 0o666), "mdb_env_open", path: path)
      return unsafe handle
    } catch {
      // The C documentation demands a close after a failed open too.
      unsafe mdb_env_close(handle)
      throw error
    }
  }
}
