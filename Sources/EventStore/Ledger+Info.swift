package import Events
internal import Glibc
internal import LMDB
package import MerkleLog

/// What a ledger is and how large it is, at one moment.
package struct LedgerInfo: Sendable {
  /// What it is: id, zone, language, when it was made, whether it was restored.
  package var identity: LedgerIdentity
  /// How many events it has: its last position.
  package var size: UInt64
  /// The root of the tree over them.
  package var root: Hash
  /// The instant of the last transaction; `nil` in an empty ledger.
  package var lastRecorded: Instant?
  /// How many events of an unfinished batch stand behind the head.
  package var staged: UInt64
  /// What the data file takes on the disk, in bytes.
  package var diskBytes: Int
  /// What of the data file has ever been used, in bytes.
  package var usedBytes: Int
  /// The size of the map, in bytes: address space, not disk.
  package var mapBytes: Int
  /// How many snapshots are open in all processes, this question's own not counted.
  package var readers: Int
  /// How many can be.
  package var readerSlots: Int
}

extension Ledger {
  /// What the ledger is and how large it is.
  package func info() throws(LedgerError) -> LedgerInfo {
    let snapshot = try snapshot()
    let head = snapshot.view.head
    let state = try storage { () throws(LMDBError) in try environment.info }
    return LedgerInfo(
      identity: snapshot.view.identity, size: head.position,
      root: try snapshot.view.root(size: head.position, snapshot.transaction),
      lastRecorded: head.position == 0 ? nil : head.recorded,
      staged: head.staged - head.position, diskBytes: try diskBytes(),
      usedBytes: state.usedBytes, mapBytes: state.mapBytes, readers: max(0, state.readers - 1),
      readerSlots: state.readerSlots)
  }

  private func diskBytes() throws(LedgerError) -> Int {
    let data = path + "/data.mdb"
    var status = stat()
    guard unsafe stat(data, &status) == 0 else {
      throw .system(errno: errno, call: "stat", path: data)
    }
    // POSIX counts blocks of 512 bytes here, whatever the file system's are.
    return Int(status.st_blocks) * 512
  }
}
