internal import CLMDB
internal import Glibc

extension Environment {
  /// Checks that the data file reaches as far as the last commit says.
  ///
  /// A page that was taken and given back within one transaction is never written, so that a sound
  /// file may end before its last page: then every page past the end must be a free one. The tree of
  /// free pages is read with `pread`, under a snapshot that keeps its pages from being used again.
  func checkLength() throws(LMDBError) {
    let snapshot = try beginRead()
    var descriptor: Int32 = -1
    try LMDBError.check(unsafe mdb_env_get_fd(handle, &descriptor), "mdb_env_get_fd")
    let metas = try DataFile.metaPages(descriptor)
    // The next commits overwrite the older meta page first, so that the snapshot's own may be gone;
    // then a writer is at work, for whom the file reached far enough.
    guard let meta = metas.first(where: { $0.transaction == snapshot.id }) else { return }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw LMDBError(status: errno, call: "fstat")
    }
    let expected = (meta.lastPage + 1) * meta.pageBytes
    let actual = Int(status.st_size)
    guard actual < expected else { return }
    let firstMissing = actual / meta.pageBytes
    let free = try FreePages(meta: meta, descriptor: descriptor, fileBytes: actual)
      .count(from: firstMissing)
    guard free == meta.lastPage + 1 - firstMissing else {
      throw .truncated(expectedBytes: expected, actualBytes: actual)
    }
  }
}

/// The tree of free pages, walked without a map.
///
/// Its keys are numbers of commits, its values lists: a count, then page numbers, 8 bytes each
/// (`MDB_IDL`). A node (`MDB_node`) is, in bytes: 4 of size (of a branch: with the 2 of flags, the
/// child's page), 2 of flags, 2 of key size, key, data.
private struct FreePages {
  let meta: MetaPage
  let descriptor: Int32
  let fileBytes: Int

  /// How many of the pages from `first` on are free.
  func count(from first: Int) throws(LMDBError) -> Int {
    guard meta.freeRoot != MetaPage.noPage else { return 0 }
    return try count(below: meta.freeRoot, from: UInt64(first), depth: 0)
  }

  private func count(below number: UInt64, from first: UInt64, depth: Int) throws(LMDBError) -> Int
  {
    // `CURSOR_STACK`: no tree of LMDB is deeper.
    guard depth < 32, number <= UInt64(meta.lastPage) else { throw .corrupted }
    let page = try FilePage(
      reading: meta.pageBytes, at: Int(number) * meta.pageBytes, of: descriptor)
    var total = 0
    for index in 0..<page.entryCount {
      let node = Int(page.uint16(at: 16 + 2 * index))
      guard page.holds(8, at: node) else { throw .corrupted }
      let size = Int(page.uint32(at: node))
      let flags = page.uint16(at: node + 4)
      if page.flags & 0x01 != 0 {
        let child = UInt64(size) | UInt64(flags) << 32
        total += try count(below: child, from: first, depth: depth + 1)
      } else {
        let data = node + 8 + Int(page.uint16(at: node + 6))
        total += try count(list: data, size, isLong: flags & 0x01 != 0, in: page, from: first)
      }
    }
    return total
  }

  private func count(
    list offset: Int, _ size: Int, isLong: Bool, in page: FilePage, from first: UInt64
  ) throws(LMDBError) -> Int {
    guard isLong else {
      guard page.holds(size, at: offset), size >= 8 else { throw .corrupted }
      return try count(list: page, at: offset, size, from: first)
    }
    guard page.holds(8, at: offset), page.uint64(at: offset) <= UInt64(meta.lastPage), size >= 8
    else { throw .corrupted }
    let start = Int(page.uint64(at: offset)) * meta.pageBytes + 16
    // Asked before the memory is, for the size may be nonsense.
    guard size <= fileBytes, start <= fileBytes - size else {
      throw .truncated(expectedBytes: start + size, actualBytes: fileBytes)
    }
    let list = try FilePage(reading: size, at: start, of: descriptor)
    return try count(list: list, at: 0, size, from: first)
  }

  private func count(
    list: FilePage, at offset: Int, _ size: Int, from first: UInt64
  ) throws(LMDBError) -> Int {
    let length = list.uint64(at: offset)
    guard length <= UInt64(size / 8 - 1) else { throw .corrupted }
    return (0..<Int(length)).count { list.uint64(at: offset + 8 + 8 * $0) >= first }
  }
}
