import Foundation
import LMDB

/// A directory of its own for a test, gone when the test is.
final class Fixture: Sendable {
  let path: String

  init() {
    path = NSTemporaryDirectory() + "lmdb-" + UUID().uuidString
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var dataPath: String { path + "/data.mdb" }

  func open(initialMapBytes: Int = 1 << 20) throws(LMDBError) -> Environment {
    try .open(path: path, mode: .readWrite, initialMapBytes: initialMapBytes, create: true)
  }

  /// Writes some entries and closes.
  func fill(_ count: Int) throws {
    let environment = try open()
    let database = try environment.database("records")
    try environment.write { transaction in
      for index in 0..<count { try transaction.put(database, key(index), value(index)) }
    }
  }

  func data() throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(fileURLWithPath: dataPath))) }

  func setData(_ bytes: [UInt8]) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: dataPath))
  }
}

/// A key of 4 bytes that sorts as its number.
func key(_ index: Int) -> [UInt8] {
  (0..<4).map { UInt8(truncatingIfNeeded: index >> (24 - 8 * $0)) }
}

/// A value of 100 bytes that only its own key has.
func value(_ index: Int) -> [UInt8] {
  key(index) + [UInt8](repeating: UInt8(truncatingIfNeeded: index), count: 96)
}

/// A caller's error, as the rooms above have.
enum CallerError: LMDBErrorConvertible, Equatable {
  case own
  case store(LMDBError)
  init(_ error: LMDBError) { self = .store(error) }
}

/// SplitMix64, so that a failing case can be run again.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

extension Span<UInt8> {
  var copied: [UInt8] { indices.map { self[$0] } }
}
