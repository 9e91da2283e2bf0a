internal import Coding
package import EventStore
package import LMDB

/// A projection that is in step with the ledger and of the version that this build reads.
struct ServingProjection: Sendable {
  let database: Database
}

/// Which database serves a projection, and how far it reaches: one entry a projection, committed
/// together with the data.
package struct ProjectionEntry: Sendable, Hashable {
  /// The version of what it makes of events.
  package var version: Int
  /// The generation of its database: each rebuild makes the next one.
  package var generation: UInt64
  /// The last position taken in.
  package var position: UInt64
  /// How far a rebuild has come that goes from stream to stream; `nil` where it goes on by position.
  var building: Building?

  /// A rebuild on its way through the streams.
  struct Building: Sendable, Hashable {
    /// The last position that it takes in.
    var through: UInt64
    /// How many events it has taken in.
    var taken: UInt64
    /// The name of the last stream taken in.
    var after: [UInt8]
  }

  /// The name of the database of that projection.
  package func databaseName(_ name: String) -> String { "\(name)@\(version).\(generation)" }

  /// Version, generation, position: in this form for good, so that a build of any age reads which
  /// version there is and leaves a newer one alone. `building` is stored beside it.
  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.varint(UInt64(version))
    writer.varint(generation)
    writer.varint(position)
    return writer.bytes
  }

  init(version: Int, generation: UInt64, position: UInt64) {
    self.version = version
    self.generation = generation
    self.position = position
  }

  init(bytes: [UInt8]) throws(LedgerError) {
    do {
      var reader = ByteReader(bytes)
      version = Int(clamping: try reader.varint())
      generation = try reader.varint()
      position = try reader.varint()
      try reader.end()
    } catch {
      throw .damaged(position: nil, reason: "the register of projections: \(error)")
    }
  }
}

extension ProjectionEntry.Building {
  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.varint(through)
    writer.varint(taken)
    writer.prefixed(after)
    return writer.bytes
  }

  init(bytes: [UInt8]) throws(LedgerError) {
    do {
      var reader = ByteReader(bytes)
      through = try reader.varint()
      taken = try reader.varint()
      after = try reader.prefixed()
      try reader.end()
    } catch {
      throw .damaged(position: nil, reason: "the register of projections: \(error)")
    }
  }
}

/// The register of projections, in the ledger's `meta` database.
///
/// `projection/NAME` holds the entry that serves, `projection-shadow/NAME` that of a rebuild under
/// way, `projection-building/NAME` how far it has come through the streams. `projection-retired/DATABASE`
/// names a database that is to be deleted, `projection-damaged/DATABASE` one that a verification found
/// damaged, and what it found.
package enum ProjectionRegistry {
  static func key(_ name: String) -> [UInt8] { Array("projection/\(name)".utf8) }
  static func shadowKey(_ name: String) -> [UInt8] { Array("projection-shadow/\(name)".utf8) }
  static func buildingKey(_ name: String) -> [UInt8] { Array("projection-building/\(name)".utf8) }
  static func damageKey(_ database: String) -> [UInt8] {
    Array("projection-damaged/\(database)".utf8)
  }
  static let retiredPrefix = Array("projection-retired/".utf8)

  /// The entry of a projection; `nil` where it was never built.
  package static func entry(
    _ definition: ProjectionDefinition, _ view: LedgerView,
    _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> ProjectionEntry? {
    try entry(at: key(definition.name), view.databases, transaction)
  }

  /// The entry under a key of the register.
  static func entry(
    at key: [UInt8], _ databases: Databases, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> ProjectionEntry? {
    guard let bytes = try transaction.lookUp(databases.meta, key) else { return nil }
    return try ProjectionEntry(bytes: bytes)
  }

  /// The entry of a rebuild under way or left off.
  static func shadow(
    _ name: String, _ databases: Databases, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> ProjectionEntry? {
    guard var shadow = try entry(at: shadowKey(name), databases, transaction) else { return nil }
    if let bytes = try transaction.lookUp(databases.meta, buildingKey(name)) {
      shadow.building = try ProjectionEntry.Building(bytes: bytes)
    }
    return shadow
  }

  /// Stores the entry of a rebuild; `nil` removes it.
  static func store(
    shadow: ProjectionEntry?, _ name: String, _ databases: Databases,
    _ transaction: inout WriteTransaction
  ) throws(LedgerError) {
    if let shadow {
      try transaction.store(databases.meta, shadowKey(name), shadow.bytes)
    } else {
      try transaction.remove(databases.meta, shadowKey(name))
    }
    if let building = shadow?.building {
      try transaction.store(databases.meta, buildingKey(name), building.bytes)
    } else {
      try transaction.remove(databases.meta, buildingKey(name))
    }
  }

  /// What a verification found wrong with a database; `nil` where none found anything.
  static func damage(
    of database: String, _ databases: Databases, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> String? {
    try transaction.lookUp(databases.meta, damageKey(database)).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// The projection's database where it may be read; `nil` where it lags or is of another version.
  ///
  /// - Throws: `projectionDamaged` where a verification found it so.
  static func serving(
    _ definition: ProjectionDefinition, _ view: LedgerView,
    _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> ServingProjection? {
    guard let entry = try entry(definition, view, transaction),
      entry.version == definition.version, entry.position >= view.head.position
    else { return nil }
    let name = entry.databaseName(definition.name)
    if let reason = try damage(of: name, view.databases, transaction) {
      throw .projectionDamaged(name: definition.name, reason: reason)
    }
    // Opening a database wants a transaction of its own: those not opened beforehand are passed by.
    return transaction.environment.knownDatabase(name).map(ServingProjection.init)
  }

  /// Opens the databases that serve now, so that transactions begun from here on can read them.
  package static func prepare(_ ledger: Ledger) throws(LedgerError) {
    let names = try servingNames(try ledger.snapshot())
    do throws(LMDBError) {
      for name in names { _ = try ledger.environment.databaseIfAny(name) }
    } catch {
      throw LedgerError(error)
    }
  }

  private static func servingNames(_ snapshot: Snapshot) throws(LedgerError) -> [String] {
    var names: [String] = []
    for definition in ProjectionDefinition.all {
      let entry = try entry(definition, snapshot.view, snapshot.transaction)
      if let entry { names.append(entry.databaseName(definition.name)) }
    }
    return names
  }
}
