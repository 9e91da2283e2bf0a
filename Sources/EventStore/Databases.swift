internal import Coding
internal import Events
package import LMDB

/// The named databases of a ledger (`docs/file-format.md`).
package final class Databases: Sendable {
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

  /// Opens them, by what opens one by its name.
  private init<E: Error>(_ open: (String) throws(E) -> Database) throws(E) {
    records = try open("records")
    ids = try open("ids")
    streams = try open("streams")
    types = try open("types")
    effective = try open("effective")
    texts = try open("texts")
    tree = try open("tree")
    meta = try open("meta")
  }

  /// Makes them, in the transaction that makes the ledger.
  convenience init(creatingIn transaction: inout WriteTransaction) throws(LedgerError) {
    do throws(LMDBError) {
      try self.init { name throws(LMDBError) in try transaction.database(name) }
    } catch {
      throw LedgerError(error)
    }
  }

  /// Opens those of a ledger.
  ///
  /// - Throws: `damaged` where one is missing.
  convenience init(_ environment: Environment) throws(LedgerError) {
    do throws(LMDBError) {
      try self.init { name throws(LMDBError) in
        guard let database = try environment.databaseIfAny(name) else {
          throw .databaseNotFound(name: name)
        }
        return database
      }
    } catch .databaseNotFound(let name) {
      throw .damaged(position: nil, reason: "its database \(name) is missing")
    } catch {
      throw LedgerError(error)
    }
  }
}

extension Databases {
  /// The greatest id of an event, visible or staged; `nil` where there is none.
  func greatestID(_ transaction: borrowing ReadTransaction) throws(LedgerError) -> EventID? {
    let key = try transaction.withCursor(ids) { cursor throws(LedgerError) in
      try storage { () throws(LMDBError) in try cursor.last() ? cursor.key : nil }
    }
    guard let key else { return nil }
    guard let id = EventID(bytes: key) else {
      throw .damaged(position: nil, reason: "a key that is no id in the index of ids")
    }
    return id
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

  /// The name in a key of the streams' index; `nil` where it is none.
  static func streamName(_ key: [UInt8]) -> [UInt8]? {
    guard key.count > 9, key[key.count - 9] == 0 else { return nil }
    return Array(key.dropLast(9))
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

extension [UInt8] {
  /// Overwrites eight bytes by a number, most significant byte first.
  mutating func set(_ value: UInt64, at offset: Int) {
    for index in 0..<8 {
      self[offset + index] = UInt8(truncatingIfNeeded: value >> UInt64(56 - 8 * index))
    }
  }
}
