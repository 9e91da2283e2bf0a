import Testing

@testable import LMDB

@Suite("A status of C")
struct StatusTests {
  /// The numbers are those of `lmdb.h` and of Linux's `errno.h`.
  static let table: [(status: Int32, error: LMDBError)] = [
    (-30799, .keyExists), (-30798, .keyNotFound), (-30797, .pageNotFound), (-30796, .corrupted),
    (-30795, .panic), (-30794, .versionMismatch), (-30793, .invalid), (-30792, .mapFull),
    (-30791, .databasesFull), (-30790, .readersFull), (-30789, .threadKeysFull),
    (-30788, .transactionFull), (-30787, .cursorFull), (-30786, .pageFull), (-30785, .mapResized),
    (-30784, .incompatible), (-30783, .badReaderSlot), (-30782, .badTransaction),
    (-30781, .badValueSize), (-30780, .badDatabase), (-30779, .unknown(code: -30779)),
    (1, .permission), (2, .notFound(path: "p")), (5, .io), (12, .noMemory), (13, .permission),
    (17, .alreadyExists(path: "p")), (20, .notADirectory(path: "p")), (28, .noSpace),
    (30, .readOnly), (122, .noSpace), (22, .system(errno: 22, call: "c")),
    (24, .system(errno: 24, call: "c")),
  ]

  @Test("is one typed error", arguments: table)
  func mapped(status: Int32, error: LMDBError) {
    #expect(LMDBError(status: status, call: "c", path: "p") == error)
  }

  @Test(
    "of a full map makes it grow by whole pages, first double, then by half",
    arguments: [
      (1 << 20, 2 << 20), (256 << 20, 512 << 20), (512 << 20, 768 << 20), (4097, 12288),
      ((256 << 20) + 4096, (384 << 20) + 8192),
    ])
  func growth(bytes: Int, grown: Int) {
    #expect(Environment.mapBytes(after: bytes, pageBytes: 4096) == grown)
  }
}
