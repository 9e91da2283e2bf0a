internal import Glibc
internal import LMDB

/// Held while projections of a ledger are rebuilt, so that one process at a time does it: a lock of an
/// open file description (`fcntl(2)`, `F_OFD_SETLK`) on a file beside the data.
///
/// The kernel lets go of it when its process ends, however that comes about: a rebuild that holds no
/// lock was left off.
package struct RebuildLock: ~Copyable {
  private let descriptor: Int32

  /// Takes the lock; `nil` where another has it.
  package init?(folder: String) throws(LedgerError) {
    let path = Self.path(folder)
    let opened = unsafe Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard opened >= 0 else {
      switch errno {
      case EROFS: throw .storage(.readOnly)
      case EACCES, EPERM: throw .storage(.permission)
      case ENOSPC: throw .storage(.noSpace)
      default: throw .system(errno: errno, call: "open", path: path)
      }
    }
    var lock = Self.whole
    guard unsafe fcntl(opened, Self.set, &lock) == 0 else {
      let code = errno
      close(opened)
      if code == EAGAIN || code == EACCES { return nil }
      throw .system(errno: code, call: "fcntl", path: path)
    }
    descriptor = opened
  }

  /// Whether somebody holds the lock now.
  package static func isHeld(folder: String) -> Bool {
    let opened = unsafe Glibc.open(path(folder), O_RDONLY | O_CLOEXEC)
    guard opened >= 0 else { return false }
    defer { close(opened) }
    var lock = whole
    return unsafe fcntl(opened, get, &lock) == 0 && lock.l_type != Int16(F_UNLCK)
  }

  /// Keeps the lock alive up to the call: its end lets go of it.
  package borrowing func holdUntilHere() {}

  deinit {
    // Unlocked and not only closed: a process that is being forked holds the description, too.
    var lock = Self.whole
    lock.l_type = Int16(F_UNLCK)
    _ = unsafe fcntl(descriptor, Self.set, &lock)
    close(descriptor)
  }

  private static func path(_ folder: String) -> String { folder + "/rebuild.lock" }

  /// `F_OFD_GETLK` and `F_OFD_SETLK` of Linux, which Glibc shows to C with `_GNU_SOURCE` only.
  private static let get: Int32 = 36
  private static let set: Int32 = 37

  private static var whole: flock {
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    return lock
  }
}
