internal import CLMDB
internal import Glibc

/// The state of an environment, in all processes.
package struct EnvironmentInfo: Equatable, Sendable {
  /// The size of this process's map, in bytes.
  package var mapBytes: Int
  /// The size of one page, in bytes.
  package var pageBytes: Int
  /// The number of the last page used; pages are numbered from 0.
  package var lastPage: Int
  /// The number of the last commit.
  package var lastTransaction: UInt64
  /// How many reader slots there are.
  package var readerSlots: Int
  /// How many snapshots are open.
  package var readers: Int
  /// The number of the oldest open snapshot; nil when none is open.
  package var oldestReader: UInt64?

  /// All pages up to the last, in bytes: those free for use again are among them.
  package var usedBytes: Int { (lastPage + 1) * pageBytes }
}

extension Environment {
  /// The state of the environment, in all processes.
  package var info: EnvironmentInfo {
    get throws(LMDBError) {
      // The last commit is read from the map, which must stand still.
      gate.enter()
      defer { gate.leave() }
      var info = unsafe MDB_envinfo()
      try LMDBError.check(unsafe mdb_env_info(handle, &info), "mdb_env_info")
      var stat = MDB_stat()
      try LMDBError.check(unsafe mdb_env_stat(handle, &stat), "mdb_env_stat")
      var readers = ReaderTable()
      let status = unsafe withUnsafeMutablePointer(to: &readers) { table in
        unsafe mdb_reader_list(handle, addReader, table)
      }
      // The function returns the message callback's last value, which is never negative here.
      if status < 0 { throw LMDBError(status: status, call: "mdb_reader_list") }
      return unsafe EnvironmentInfo(
        mapBytes: info.me_mapsize, pageBytes: Int(stat.ms_psize), lastPage: info.me_last_pgno,
        lastTransaction: UInt64(truncatingIfNeeded: info.me_last_txnid),
        readerSlots: Int(info.me_maxreaders),
        readers: readers.count, oldestReader: readers.oldest)
    }
  }
}

/// What `mdb_reader_list` says: a line a snapshot, `pid thread txnid`, the last a number.
private struct ReaderTable {
  var count = 0
  var oldest: UInt64?
}

/// A function, not a closure: C calls it, and it must not inherit an actor.
private func addReader(
  _ line: UnsafePointer<CChar>?, _ context: UnsafeMutableRawPointer?
) -> Int32 {
  guard let line = unsafe line, let context = unsafe context else { return 0 }
  let table = unsafe context.assumingMemoryBound(to: ReaderTable.self)
  let words = unsafe String(cString: line).split { $0 == " " || $0 == "\n" }
  guard words.count == 3, let transaction = UInt64(words[2]) else { return 0 }
  unsafe table.pointee.count += 1
  unsafe table.pointee.oldest = min(table.pointee.oldest ?? transaction, transaction)
  return 0
}
