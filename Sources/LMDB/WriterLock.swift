internal import Glibc

/// Lets one thread of this process write at a time, and knows it when it comes again.
///
/// LMDB's own write lock, shared by all processes, would hang a thread that asks for it twice. This
/// one is taken first, and `PTHREAD_MUTEX_ERRORCHECK` tells. It is held while a closure is run again
/// after the map has grown, and it orders the openings of named databases, which LMDB wants one at a
/// time (`mdb_dbi_open`).
@safe
final class WriterLock: @unchecked Sendable {
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>

  init() {
    unsafe mutex = .allocate(capacity: 1)
    unsafe mutex.initialize(to: pthread_mutex_t())
    var attributes = pthread_mutexattr_t()
    unsafe pthread_mutexattr_init(&attributes)
    unsafe pthread_mutexattr_settype(&attributes, Int32(PTHREAD_MUTEX_ERRORCHECK))
    let status = unsafe pthread_mutex_init(mutex, &attributes)
    unsafe pthread_mutexattr_destroy(&attributes)
    precondition(status == 0, "pthread_mutex_init: \(status)")
  }

  deinit {
    unsafe pthread_mutex_destroy(mutex)
    unsafe mutex.deallocate()
  }

  /// Waits for the other threads of this process; traps in a thread that holds the lock already.
  func lock() {
    let status = unsafe pthread_mutex_lock(mutex)
    precondition(status != EDEADLK, "a write transaction inside a write transaction")
    precondition(status == 0, "pthread_mutex_lock: \(status)")
  }

  func unlock() {
    let status = unsafe pthread_mutex_unlock(mutex)
    precondition(status == 0, "pthread_mutex_unlock: \(status)")
  }
}
