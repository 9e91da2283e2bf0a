internal import Glibc

/// What `stat` says of a path.
enum FileStatus {
  /// The status of what stands at a path.
  static func of(_ path: String) throws(LMDBError) -> stat {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      throw LMDBError(status: errno, call: "stat", path: path)
    }
    return status
  }

  /// The status of what stands at a path; nil when nothing does.
  static func ifAny(_ path: String) throws(LMDBError) -> stat? {
    do throws(LMDBError) {
      return try of(path)
    } catch .notFound {
      return nil
    } catch {
      throw error
    }
  }

  /// Whether a path lies on a file system that is mounted for reading only.
  static func isOnReadOnlyFileSystem(_ path: String) -> Bool {
    var status = statvfs()
    guard unsafe statvfs(path, &status) == 0 else { return false }
    return status.f_flag & UInt(ST_RDONLY) != 0
  }

  /// Makes the entries of a directory last, or the bytes of a file (`fsync`).
  static func synchronize(_ path: String) throws(LMDBError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw LMDBError(status: errno, call: "open", path: path) }
    defer { _ = close(descriptor) }
    guard fsync(descriptor) == 0 else { throw LMDBError(status: errno, call: "fsync", path: path) }
  }
}
