internal import Glibc
package import LMDB
internal import Synchronization

/// A ledger: immutable events in the order in which they were recorded, in one folder.
///
/// Any number of processes may read and append at once. Everything read is read in a `Snapshot`;
/// everything written goes through `append` or `restore`.
package final class Ledger: Sendable {
  /// The folder that it lives in.
  package let path: String
  /// Its environment, where projections keep their own databases.
  package let environment: Environment
  /// Its named databases.
  package let databases: Databases
  /// What it is, as it was last read.
  private let known: Mutex<LedgerIdentity>

  private init(
    identity: LedgerIdentity, path: String, environment: Environment, databases: Databases
  ) {
    known = Mutex(identity)
    self.path = path
    self.environment = environment
    self.databases = databases
  }

  /// What it is.
  package var identity: LedgerIdentity { known.withLock { $0 } }

  /// Makes an empty ledger; what a killed process began and did not finish is no hindrance.
  ///
  /// - Throws: `exists` where there is one, or another file of its name; `storage` where the folder
  ///   cannot be made or written.
  package static func create(
    at path: String, identity: LedgerIdentity
  ) throws(LedgerError) -> Ledger {
    let environment: Environment
    do throws(LMDBError) {
      environment = try Environment.open(path: path, mode: .readWrite, create: true)
      guard try environment.info.lastTransaction == 0 else {
        throw .alreadyExists(path: path)
      }
    } catch .alreadyExists, .invalid, .versionMismatch, .truncated, .corrupted {
      throw .exists(path: path)
    } catch {
      // A folder that is not there is no missing ledger, but one that could not be made.
      throw .storage(error)
    }
    let databases = try environment.write { transaction throws(LedgerError) in
      let databases = try Databases(creatingIn: &transaction)
      guard try transaction.reader.lookUp(databases.meta, LedgerIdentity.key) == nil else {
        throw .exists(path: path)
      }
      try transaction.store(databases.meta, LedgerIdentity.key, identity.bytes)
      try transaction.store(databases.meta, LedgerHead.key, LedgerHead().bytes)
      return databases
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
    if unsafe access(path + "/data.mdb", F_OK) != 0, errno == ENOENT {
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

  /// What the ledger is, as a transaction shows it: a restore by another process changes it.
  func identity(
    _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> LedgerIdentity {
    let known = identity
    let key = LedgerIdentity.key
    let bytes = try transaction.withValue(databases.meta, key.span) {
      value throws(LedgerError) -> [UInt8]? in
      known.isWritten(as: value) ? nil : value.copied
    }
    guard let bytes else {
      throw .damaged(position: nil, reason: "what the ledger says of itself is missing")
    }
    guard let changed = bytes else { return known }
    let identity = try LedgerIdentity(bytes: changed)
    self.known.withLock { $0 = identity }
    return identity
  }

  /// How far the ledger reaches now.
  package func head() throws(LedgerError) -> LedgerHead {
    try environment.read { transaction throws(LedgerError) in
      try LedgerHead(in: databases, transaction)
    }
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
    _ database: Database, _ key: [UInt8], _ value: [UInt8],
    options: PutOptions = PutOptions(rawValue: 0)
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
