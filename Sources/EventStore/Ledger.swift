internal import Glibc
package import LMDB

/// A ledger: immutable events in the order in which they were recorded, in one folder.
///
/// Any number of processes may read and append at once. Everything read is read in a `Snapshot`;
/// everything written goes through `append` or `restore`.
package final class Ledger: Sendable {
  /// What it is.
  package let identity: LedgerIdentity
  /// The folder that it lives in.
  package let path: String
  /// Its environment, where projections keep their own databases.
  package let environment: Environment
  /// Its named databases.
  package let databases: Databases

  private init(
    identity: LedgerIdentity, path: String, environment: Environment, databases: Databases
  ) {
    self.identity = identity
    self.path = path
    self.environment = environment
    self.databases = databases
  }

  /// Makes an empty ledger.
  ///
  /// - Throws: `exists` where there is one; `storage` where the folder cannot be made or written.
  package static func create(
    at path: String, identity: LedgerIdentity
  ) throws(LedgerError) -> Ledger {
    if unsafe access(path + "/data.mdb", F_OK) == 0 { throw .exists(path: path) }
    let environment = try storage { () throws(LMDBError) in
      try Environment.open(path: path, mode: .readWrite, create: true)
    }
    let databases = try Databases(environment)
    try environment.write { transaction throws(LedgerError) in
      guard try transaction.reader.lookUp(databases.meta, LedgerIdentity.key) == nil else {
        throw .exists(path: path)
      }
      try transaction.store(databases.meta, LedgerIdentity.key, identity.bytes)
      try transaction.store(databases.meta, LedgerHead.key, LedgerHead().bytes)
    }
    return Ledger(
      identity: identity, path: path, environment: environment, databases: databases)
  }

  /// Opens a ledger.
  ///
  /// - Throws: `notFound`, `notALedger`, `newerFormat`, `damaged`, or `storage`.
  package static func open(
    at path: String, mode: Environment.Mode = .readWrite
  ) throws(LedgerError) -> Ledger {
    guard unsafe access(path + "/data.mdb", F_OK) == 0 || errno == EACCES else {
      throw .notFound(path: path)
    }
    let environment: Environment
    do throws(LMDBError) {
      environment = try Environment.open(path: path, mode: mode)
    } catch .invalid, .versionMismatch {
      throw .notALedger(path: path, reason: "its data file is no LMDB file")
    } catch {
      throw LedgerError(error)
    }
    let meta = try storage { () throws(LMDBError) in try environment.databaseIfAny("meta") }
    guard let meta else {
      throw .notALedger(path: path, reason: "its data file holds something else")
    }
    let bytes = try environment.read { transaction throws(LedgerError) in
      try transaction.lookUp(meta, LedgerIdentity.key)
    }
    guard let bytes else {
      throw .notALedger(path: path, reason: "its data file holds something else")
    }
    let identity = try LedgerIdentity(bytes: bytes)
    let databases = try Databases(environment)
    return Ledger(
      identity: identity, path: path, environment: environment, databases: databases)
  }

  /// What the ledger shows now, for as long as the snapshot is held.
  package func snapshot() throws(LedgerError) -> Snapshot {
    try Snapshot(self)
  }
}

/// Runs calls of LMDB, whose failures are the ledger's.
func storage<Value: ~Copyable>(
  _ body: () throws(LMDBError) -> Value
) throws(LedgerError) -> Value {
  do {
    return try body()
  } catch {
    throw LedgerError(error)
  }
}

extension ReadTransaction {
  /// The value of a key, copied out.
  package func lookUp(_ database: Database, _ key: [UInt8]) throws(LedgerError) -> [UInt8]? {
    do throws(LMDBError) {
      return try get(database, key)
    } catch {
      throw LedgerError(error)
    }
  }
}

extension WriteTransaction {
  /// Puts a value in place of what was there.
  package mutating func store(
    _ database: Database, _ key: [UInt8], _ value: [UInt8], options: PutOptions = []
  ) throws(LedgerError) {
    do throws(LMDBError) {
      try put(database, key, value, options: options)
    } catch {
      throw LedgerError(error)
    }
  }

  /// Removes a key, where it is there.
  package mutating func remove(_ database: Database, _ key: [UInt8]) throws(LedgerError) {
    do throws(LMDBError) {
      try delete(database, key)
    } catch {
      throw LedgerError(error)
    }
  }
}
