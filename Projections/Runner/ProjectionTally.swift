internal import Coding
internal import LMDB
internal import MerkleLog

/// How much is in a projection, and a digest of it that does not depend on any order, so that what was
/// taken in event by event compares with what is read key by key.
///
/// The digest is the sum modulo 2²⁵⁶ of SHA-256(name's length in eight bytes ‖ name ‖ facts) over all
/// streams, their rows in order, however they are spread over blocks. It finds damage; against someone who forges a projection stands the ledger's own tree.
package struct ProjectionTally: Hashable, Sendable {
  /// How many rows.
  package private(set) var entries = 0
  /// The sum, its least significant word first.
  private var words: [UInt64] = [0, 0, 0, 0]

  /// The tally of nothing.
  package init() {}

  /// The digest's 32 bytes, big-endian.
  package var digest: [UInt8] {
    var writer = ByteWriter(capacity: 32)
    for word in words.reversed() { writer.fixed(word) }
    return writer.bytes
  }

  /// Adds the hash of that many entries.
  mutating func add(_ hash: Hash, count: Int) {
    var other = ProjectionTally()
    other.entries = count
    let bytes = hash.bytes
    for index in words.indices {
      for byte in bytes[(24 - index * 8)..<(32 - index * 8)] {
        other.words[index] = other.words[index] << 8 | UInt64(byte)
      }
    }
    add(other)
  }

  /// Adds what was counted apart.
  mutating func add(_ other: ProjectionTally) {
    entries += other.entries
    var carry: UInt64 = 0
    for index in words.indices {
      let (sum, overflows) = words[index].addingReportingOverflow(other.words[index])
      let (total, overflowsToo) = sum.addingReportingOverflow(carry)
      words[index] = total
      carry = (overflows ? 1 : 0) + (overflowsToo ? 1 : 0)
    }
  }
}

/// Tallies entries with one hasher.
final class Tallying {
  private(set) var tally = ProjectionTally()
  private var hasher = SHA256()

  func add(_ key: borrowing Span<UInt8>, _ value: borrowing Span<UInt8>, count: Int) {
    var writer = ByteWriter(capacity: 8)
    writer.fixed(UInt64(key.count))
    hasher.update(writer.bytes)
    hasher.update(key)
    hasher.update(value)
    tally.add(hasher.finish(), count: count)
  }
}
