package import LMDB
package import MerkleLog

/// A ledger as it stood at one moment: one read transaction and what is visible in it.
///
/// Holding a snapshot keeps old pages of the file alive: it is for one answer, never for a wait.
package final class Snapshot {
  /// The read transaction.
  package let transaction: ReadTransaction
  /// What is visible in it.
  package let view: LedgerView
  /// The ledger.
  package let ledger: Ledger

  init(_ ledger: Ledger) throws(LedgerError) {
    do throws(LMDBError) {
      transaction = try ledger.environment.beginRead()
    } catch {
      throw LedgerError(error)
    }
    view = try LedgerView(ledger, transaction)
    self.ledger = ledger
  }
}

/// What the databases show to a transaction: events up to a position.
package struct LedgerView: Sendable {
  /// The ledger's databases.
  package let databases: Databases
  /// What the ledger is.
  package let identity: LedgerIdentity
  /// How far it reaches.
  package let head: LedgerHead

  /// What is visible in a transaction.
  init(_ ledger: Ledger, _ transaction: borrowing ReadTransaction) throws(LedgerError) {
    self.init(
      databases: ledger.databases, identity: try ledger.identity(transaction),
      head: try LedgerHead(in: ledger.databases, transaction))
  }

  /// A view up to that head.
  init(databases: Databases, identity: LedgerIdentity, head: LedgerHead) {
    self.databases = databases
    self.identity = identity
    self.head = head
  }

  /// The root of the Merkle tree over the first `size` records.
  ///
  /// - Parameter size: 0 to the head's position.
  package func root(
    size: UInt64, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> Hash {
    let tiles = try TileBuffer(rightEdgeOf: size, databases.tree, transaction)
    return try tiles.root(size: size)
  }
}
