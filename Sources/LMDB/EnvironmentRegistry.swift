internal import Glibc
internal import Synchronization

/// The environments that this process has open, by the files they stand on.
///
/// A second `mdb_env_open` of one path in one process succeeds and breaks the locking between all
/// processes: closing either drops the `fcntl` locks of both. The registry makes it impossible, and
/// is the one piece of global mutable state in the house.
final class EnvironmentRegistry: Sendable {
  static let shared = EnvironmentRegistry()

  /// Device and inode: what a file is, by whatever path.
  struct FileID: Hashable, Sendable {
    let device: UInt64
    let inode: UInt64

    init(_ stat: stat) {
      device = UInt64(stat.st_dev)
      inode = UInt64(stat.st_ino)
    }
  }

  private struct Entry: Sendable {
    let owner: ObjectIdentifier
    let directory: FileID
    let data: FileID
    weak var environment: Environment?
  }

  private enum Outcome: Sendable {
    case found(Environment)
    case closing
    case failed(LMDBError)
  }

  private let entries = Mutex<[Entry]>([])

  /// The environment that is open on a directory, or a new one.
  ///
  /// - Parameters:
  ///   - path: the directory.
  ///   - open: opens it; called with the registry locked, so that no other thread can.
  func environment(
    at path: String, open: () throws(LMDBError) -> Environment
  ) throws(LMDBError) -> Environment {
    while true {
      let outcome = entries.withLock { entries -> Outcome in
        do throws(LMDBError) {
          return try Self.findOrOpen(path, &entries, open)
        } catch {
          return .failed(error)
        }
      }
      switch outcome {
      case .found(let environment): return environment
      case .failed(let error): throw error
      // Its last reference is gone, and its `deinit` waits for the lock.
      case .closing: usleep(100)
      }
    }
  }

  private static func findOrOpen(
    _ path: String, _ entries: inout [Entry], _ open: () throws(LMDBError) -> Environment
  ) throws(LMDBError) -> Outcome {
    let directory = FileID(try FileStatus.of(path))
    let dataPath = path + "/data.mdb"
    let data: FileID? =
      if let status = try FileStatus.ifAny(dataPath) { FileID(status) } else { nil }
    if let entry = entries.first(where: { $0.data == data || $0.directory == directory }) {
      guard let environment = entry.environment else { return .closing }
      return entry.data == data ? .found(environment) : .failed(.replaced(path: dataPath))
    }
    let environment = try open()
    let opened = FileID(try FileStatus.of(dataPath))
    entries.append(
      Entry(
        owner: ObjectIdentifier(environment), directory: directory, data: opened,
        environment: environment))
    return .found(environment)
  }

  /// Forgets an environment, and closes it before any other thread can open it anew.
  func remove(_ owner: ObjectIdentifier, close: () -> Void) {
    entries.withLock { entries in
      entries.removeAll { $0.owner == owner }
      close()
    }
  }
}
