import Foundation
import LMDB
import Testing

@Suite("A data file that is damaged")
struct DamageTests {
  let fixture = Fixture()

  func openError(create: Bool = false) -> LMDBError? {
    do throws(LMDBError) {
      _ = try Environment.open(path: fixture.path, mode: .readWrite, create: create)
      return nil
    } catch {
      return error
    }
  }

  @Test("is refused when it is empty, unless it is to be made")
  func empty() throws {
    try fixture.setData([])
    #expect(openError() == .truncated(expectedBytes: 152, actualBytes: 0))
    #expect(openError(create: true) == nil)
  }

  @Test("is refused when it is something else")
  func foreign() throws {
    try fixture.setData([UInt8](repeating: 65, count: 10_000))
    #expect(openError() == .invalid)
    #expect(openError(create: true) == .invalid)
    try FileManager.default.removeItem(atPath: fixture.dataPath)
    try FileManager.default.createDirectory(
      atPath: fixture.dataPath, withIntermediateDirectories: true)
    #expect(openError() == .invalid)
  }

  @Test("is refused when it was cut, at any place")
  func truncated() throws {
    try fixture.fill(300)
    let whole = try fixture.data()
    for length in stride(from: 1, to: whole.count, by: 509) {
      try fixture.setData(Array(whole[..<length]))
      guard case .truncated(let expected, let actual) = openError() else {
        Issue.record("\(length) of \(whole.count) bytes were opened")
        return
      }
      #expect(actual == length)
      #expect(expected > length && expected <= whole.count)
    }
    try fixture.setData(whole)
    #expect(openError() == nil)
  }

  @Test(
    "is refused when its meta pages say nonsense",
    arguments: [
      (16, .invalid), (20, .versionMismatch), (10, .invalid), (40, .corrupted), (38, .corrupted),
      (132, .corrupted), (85, .corrupted), (142, .corrupted),
    ] as [(Int, LMDBError)])
  func meta(offset: Int, expected: LMDBError) throws {
    try fixture.fill(300)
    for page in [0, 4096] {
      var bytes = try fixture.data()
      bytes[page + offset] ^= 0x49
      let whole = try fixture.data()
      try fixture.setData(bytes)
      #expect(openError() == expected)
      try fixture.setData(whole)
    }
  }

  @Test("is opened, or refused, but never ends the process, whatever byte of a meta page is wrong")
  func anyMetaByte() throws {
    try fixture.fill(300)
    let whole = try fixture.data()
    for offset in 0..<152 {
      for page in [0, 4096] {
        var bytes = whole
        bytes[page + offset] ^= 0xFF
        try fixture.setData(bytes)
        _ = openError()
      }
    }
    try fixture.setData(whole)
    #expect(openError() == nil)
  }

  @Test("is sound, though short, when only free pages are missing")
  func shortButSound() throws {
    // A long value put and deleted in one transaction, once there are free pages to join (the
    // earlier commits leave some), is never written, though its pages are counted.
    do {
      let environment = try fixture.open()
      let database = try environment.database("records")
      for index in 0..<5 { try environment.write { try $0.put(database, [1], [UInt8(index)]) } }
      try environment.write { transaction in
        try transaction.put(database, [2], [UInt8](repeating: 1, count: 100_000))
        try transaction.delete(database, [2])
        try transaction.put(database, [3], [3])
      }
      #expect(try environment.info.usedBytes > fixture.data().count + 90_000)
    }
    #expect(openError() == nil)
    let whole = try fixture.data()
    try fixture.setData(Array(whole[..<(whole.count - 4096)]))
    #expect(openError() != nil)
  }
}
