internal import Coding
internal import EventStore
internal import Events
internal import LMDB

/// The `timelines` projection: each stream's records side by side, so that an entity is one short scan.
///
/// Key: the stream's name, 0, the position in eight bytes. Value: the record. It holds no texts.
package enum TimelinesProjection {
  /// Its name and version.
  package static let definition = ProjectionDefinition(
    name: "timelines", version: 1,
    entry: { event, record in (key(event.event.subject.description, event.position), record) },
    position: { key in key.count > 9 ? position(key.span) : nil })

  private static func key(_ subject: String, _ position: UInt64) -> [UInt8] {
    var writer = ByteWriter(capacity: subject.utf8.count + 9)
    writer.raw(subject.utf8)
    writer.byte(0)
    writer.fixed(position)
    return writer.bytes
  }

  /// Shows the records of a stream in the order of their positions, until `visit` says no.
  static func visit(
    _ subject: StreamID, in database: Database, _ transaction: borrowing ReadTransaction,
    _ visit: (UInt64, [UInt8]) throws(LedgerError) -> Bool
  ) throws(LedgerError) {
    let prefix = Array(subject.description.utf8) + [0]
    try transaction.forEach(database, prefix: prefix) { key, value throws(LedgerError) in
      try visit(position(key), value.copied) ? .more : .stop
    }
  }

  /// The position at the end of a key.
  private static func position(_ key: Span<UInt8>) -> UInt64 {
    var position: UInt64 = 0
    for index in max(0, key.count - 8)..<key.count {
      position = position << 8 | UInt64(key[index])
    }
    return position
  }
}
