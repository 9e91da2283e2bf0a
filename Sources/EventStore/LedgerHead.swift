internal import Coding
package import Events
internal import LMDB

/// How far the ledger reaches.
///
/// Events up to `position` are recorded. A batch too large for one transaction is staged behind it,
/// invisible, and becomes part of the ledger by the one commit that moves `position`; what a killed
/// process left staged is taken away by the next writer.
package struct LedgerHead: Sendable, Equatable {
  /// The last recorded position; 0 in an empty ledger.
  package var position: UInt64 = 0
  /// The instant of the last transaction.
  package var recorded = Instant(microseconds: .min)
  /// The last staged position; the same as `position` where nothing is staged.
  package var staged: UInt64 = 0

  static let key = Array("head".utf8)

  var bytes: [UInt8] {
    var writer = ByteWriter(capacity: 24)
    writer.fixed(position)
    writer.fixed(recorded.microseconds)
    writer.fixed(staged)
    return writer.bytes
  }

  init() {}

  /// The head that a transaction shows.
  init(
    in databases: Databases, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) {
    guard let bytes = try transaction.lookUp(databases.meta, LedgerHead.key) else {
      throw .damaged(position: nil, reason: "the ledger's head is missing")
    }
    try self.init(bytes: bytes)
  }

  init(bytes: [UInt8]) throws(LedgerError) {
    do {
      var reader = ByteReader(bytes)
      position = try reader.fixed()
      recorded = Instant(microseconds: try reader.fixed())
      staged = try reader.fixed()
      try reader.end()
    } catch {
      throw .damaged(position: nil, reason: "the ledger's head: \(error)")
    }
    guard staged >= position else {
      throw .damaged(position: nil, reason: "the ledger's head: staged behind what is recorded")
    }
  }
}
