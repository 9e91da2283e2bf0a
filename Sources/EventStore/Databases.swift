internal import Coding
package import LMDB

/// The named databases of a ledger (`docs/file-format.md`).
package struct Databases: Sendable {
  /// Position → record.
  package let records: Database
  /// Event id → position.
  package let ids: Database
  /// Stream, 0, revision → position.
  package let streams: Database
  /// Type, position → nothing.
  package let types: Database
  /// Effective day, position → nothing.
  package let effective: Database
  /// Position → salt and texts; overwritten in place by redaction.
  package let texts: Database
  /// Tile → hashes of the Merkle tree.
  package let tree: Database
  /// What the ledger says of itself.
  package let meta: Database

  /// Opens them, making what is missing in a ledger opened for writing.
  init(_ environment: Environment) throws(LedgerError) {
    do throws(LMDBError) {
      records = try environment.database("records")
      ids = try environment.database("ids")
      streams = try environment.database("streams")
      types = try environment.database("types")
      effective = try environment.database("effective")
      texts = try environment.database("texts")
      tree = try environment.database("tree")
      meta = try environment.database("meta")
    } catch .databaseNotFound(let name) {
      throw .notALedger(path: environment.path, reason: "its database \(name) is missing")
    } catch {
      throw LedgerError(error)
    }
  }
}

/// Keys and values of the databases: big-endian, so that they sort as numbers.
enum Key {
  static func position(_ position: UInt64) -> [UInt8] {
    var writer = ByteWriter(capacity: 8)
    writer.fixed(position)
    return writer.bytes
  }

  /// What all entries of a stream begin with; the zero keeps `plan/A` apart from `plan/AB`.
  static func stream(_ name: String) -> [UInt8] {
    var writer = ByteWriter(capacity: name.utf8.count + 9)
    writer.raw(name.utf8)
    writer.byte(0)
    return writer.bytes
  }

  static func stream(_ name: String, revision: UInt64) -> [UInt8] {
    var writer = ByteWriter(capacity: name.utf8.count + 9)
    writer.raw(name.utf8)
    writer.byte(0)
    writer.fixed(revision)
    return writer.bytes
  }

  static func type(_ code: UInt16, _ position: UInt64) -> [UInt8] {
    var writer = ByteWriter(capacity: 10)
    writer.fixed(code)
    writer.fixed(position)
    return writer.bytes
  }

  static func effective(_ day: Int32, _ position: UInt64) -> [UInt8] {
    var writer = ByteWriter(capacity: 12)
    writer.sortable(day)
    writer.fixed(position)
    return writer.bytes
  }

  /// The big-endian number in the last eight bytes.
  static func lastNumber(_ bytes: Span<UInt8>) -> UInt64 {
    var value: UInt64 = 0
    for index in max(0, bytes.count - 8)..<bytes.count { value = value << 8 | UInt64(bytes[index]) }
    return value
  }

  static func lastNumber(_ bytes: [UInt8]) -> UInt64 { lastNumber(bytes.span) }
}
