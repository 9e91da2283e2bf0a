internal import Glibc

/// What the two meta pages at the beginning of `data.mdb` say, read without a map.
///
/// Layout (`mdb.c`, `MDB_page` and `MDB_meta`, 64-bit, native byte order); each meta page begins with
/// a page header of 16 bytes, its flags at 10. Then, from the beginning of the page:
///
/// | at  | bytes | field                                                   |
/// |-----|-------|---------------------------------------------------------|
/// | 16  | 4     | magic `0xBEEFC0DE`                                      |
/// | 20  | 4     | version 1                                               |
/// | 32  | 8     | size of map                                             |
/// | 40  | 48    | tree of free pages; its first 4 bytes are the page size |
/// | 88  | 48    | tree of named databases                                 |
/// | 136 | 8     | last page                                               |
/// | 144 | 8     | number of the commit                                    |
///
/// A tree's last 8 bytes are its root page.
struct MetaPage: Equatable, Sendable {
  let pageBytes: Int
  let mapBytes: Int
  let freeRoot: UInt64
  let mainRoot: UInt64
  let lastPage: Int
  let transaction: UInt64

  /// The bytes of a meta page that are read.
  static let byteCount = 152
  /// The root of a tree that has none (`P_INVALID`).
  static let noPage = UInt64.max

  /// Reads one; throws `invalid`, `versionMismatch` or `corrupted` where LMDB would, or would trap.
  init(_ page: FilePage) throws(LMDBError) {
    guard page.flags & 0x08 != 0, page.uint32(at: 16) == 0xBEEF_C0DE else { throw .invalid }
    guard page.uint32(at: 20) == 1 else { throw .versionMismatch }
    let size = page.uint32(at: 40)
    guard (512...65536).contains(size), size & (size - 1) == 0 else { throw .corrupted }
    pageBytes = Int(size)
    freeRoot = page.uint64(at: 80)
    mainRoot = page.uint64(at: 128)
    transaction = page.uint64(at: 144)
    let map = page.uint64(at: 32)
    let last = page.uint64(at: 136)
    // A file offset is an `Int64`, so a page beyond it is a lie.
    guard map <= 1 << 47, last < 1 << 47 / UInt64(size), last >= 1 else { throw .corrupted }
    for root in [freeRoot, mainRoot] where root != Self.noPage {
      guard (2...last).contains(root) else { throw .corrupted }
    }
    mapBytes = Int(map)
    lastPage = Int(last)
  }
}

/// The data file, looked at through `pread`, which says what a map would answer with `SIGBUS`.
enum DataFile {
  /// Checks that a file begins as LMDB's do.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - mayBeEmpty: whether there may be no file, or one of no bytes, for LMDB to fill.
  /// - Returns: the size of map that the file was last written with, in bytes; nil when it is empty.
  /// - Throws: `notFound`, `truncated`, `invalid`, `versionMismatch`, `corrupted`.
  static func checkHeader(_ path: String, mayBeEmpty: Bool) throws(LMDBError) -> Int? {
    guard let status = try FileStatus.ifAny(path) else {
      if mayBeEmpty { return nil }
      throw .notFound(path: path)
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .invalid }
    if status.st_size == 0, mayBeEmpty { return nil }
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw LMDBError(status: errno, call: "open", path: path) }
    defer { _ = close(descriptor) }
    return try metaPages(descriptor).map(\.mapBytes).max()
  }

  /// Both meta pages.
  static func metaPages(_ descriptor: Int32) throws(LMDBError) -> [MetaPage] {
    let first = try MetaPage(
      FilePage(reading: MetaPage.byteCount, at: 0, of: descriptor))
    let second = try MetaPage(
      FilePage(reading: MetaPage.byteCount, at: first.pageBytes, of: descriptor))
    guard second.pageBytes == first.pageBytes else { throw .corrupted }
    return [first, second]
  }
}
