package import EventStore
package import LMDB

/// Why a projection was not built or checked, as facts.
package enum ProjectionError: Error, Sendable {
  /// There is no projection of that name.
  case unknown(name: String, known: [String])
  /// The projection that serves was made by another version of its fold, and waits for a rebuild.
  case otherVersion(name: String, found: Int, expected: Int)
  /// Somebody rebuilds projections of the ledger just now.
  case running(name: String)
  /// The ledger failed.
  case ledger(LedgerError)
}

extension ProjectionError: LMDBErrorConvertible {
  package init(_ error: LMDBError) { self = .ledger(LedgerError(error)) }
}
