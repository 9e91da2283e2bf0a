internal import Glibc
internal import LMDB

/// The ledger's writer lock: `flock` on a file beside the data, held over a whole batch.
///
/// LMDB's own lock lasts one transaction; a large batch takes several. The kernel lets go of the lock
/// when its process ends, however that comes about.
struct WriterLock: ~Copyable {
  private let descriptor: Int32

  /// Waits for the lock.
  init(folder: String) throws(LedgerError) {
    let path = folder + "/writer.lock"
    let descriptor = unsafe Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      switch errno {
      case EROFS: throw .storage(.readOnly)
      case EACCES, EPERM: throw .storage(.permission)
      case ENOSPC: throw .storage(.noSpace)
      default: throw .system(errno: errno, call: "open", path: path)
      }
    }
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else {
        let code = errno
        close(descriptor)
        throw .system(errno: code, call: "flock", path: path)
      }
    }
    self.descriptor = descriptor
  }

  /// That the lock's file was removed, and another writer locked a new one.
  static func passed(folder: String) -> LedgerError {
    .system(errno: ESTALE, call: "flock", path: folder + "/writer.lock")
  }

  /// Keeps the lock alive up to the call: its end lets go of it.
  borrowing func holdUntilHere() {}

  deinit {
    // Unlocked and not only closed: a process that is being forked holds the description, too.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}
