internal import CLMDB
internal import Glibc

extension Environment {
  /// Gives the mapped pages that this process has touched back to the system (`madvise`,
  /// MADV_DONTNEED), for work that walks over much of a large file.
  ///
  /// The map is shared and read-only, so that nothing is lost: a page touched again is mapped again,
  /// from the cache. Without this a walk over a ledger counts the whole file as the process's memory.
  /// Where the map cannot be found, nothing happens.
  package func releasePages() {
    gate.enter()
    defer { gate.leave() }
    var descriptor: Int32 = -1
    var status = stat()
    guard unsafe mdb_env_get_fd(handle, &descriptor) == 0, unsafe fstat(descriptor, &status) == 0,
      let file = unsafe fopen("/proc/self/maps", "r")
    else { return }
    defer { unsafe fclose(file) }
    var line: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { unsafe free(line) }
    while unsafe getline(&line, &capacity, file) > 0 {
      guard let text = unsafe line, let map = unsafe MappedFile(String(cString: text)),
        map.inode == status.st_ino
      else { continue }
      _ = unsafe madvise(
        UnsafeMutableRawPointer(bitPattern: map.start), Int(map.end - map.start), MADV_DONTNEED)
    }
  }
}

/// A line of `/proc/self/maps` (proc(5)): `start-end permissions offset device inode path`.
private struct MappedFile {
  let start: UInt
  let end: UInt
  let inode: UInt

  /// A mapping that is shared and only for reading.
  init?(_ line: String) {
    let fields = line.split(separator: " ", maxSplits: 5, omittingEmptySubsequences: true)
    guard fields.count >= 5, fields[1] == "r--s", let inode = UInt(fields[4]) else { return nil }
    let range = fields[0].split(separator: "-")
    guard range.count == 2, let start = UInt(range[0], radix: 16),
      let end = UInt(range[1], radix: 16), start < end
    else { return nil }
    self.start = start
    self.end = end
    self.inode = inode
  }
}
