internal import CLMDB
internal import Synchronization

/// A named database of an environment: an ordered map from keys of 1 to 511 bytes to values.
///
/// Got from `Environment.database(_:)` or `WriteTransaction.database(_:create:)`; keys sort as
/// unsigned bytes. It may be kept and shared for as long as the environment is open.
package struct Database: Sendable {
  /// The longest key, in bytes (`mdb_env_get_maxkeysize`).
  package static let maximumKeyBytes = 511

  let handle: DatabaseHandle

  /// The name under which LMDB keeps it.
  package var name: String { handle.name }
}

/// What all copies of one `Database` share: LMDB's handle, and whether it still means anything.
final class DatabaseHandle: Sendable {
  let dbi: MDB_dbi
  let environment: ObjectIdentifier
  let name: String
  private let isOpen = Atomic(true)

  init(_ dbi: MDB_dbi, name: String, of environment: Environment) {
    self.dbi = dbi
    self.name = name
    self.environment = ObjectIdentifier(environment)
  }

  /// Marks the handle as gone: LMDB may give its number to another name.
  func close() {
    isOpen.store(false, ordering: .releasing)
  }

  /// The number to give to C.
  ///
  /// - Throws: `badDatabase` when the database was deleted or its creation undone.
  func number(in environment: Environment) throws(LMDBError) -> MDB_dbi {
    precondition(
      self.environment == ObjectIdentifier(environment), "a database of another environment")
    guard isOpen.load(ordering: .acquiring) else { throw .badDatabase }
    return dbi
  }
}

/// The size of one database, in entries and pages.
package struct DatabaseStatistics: Equatable, Sendable {
  /// How many keys it has.
  package var entries: Int
  /// How many levels its tree has; 0 when it is empty.
  package var depth: Int
  /// Pages within the tree.
  package var branchPages: Int
  /// Pages at the leaves.
  package var leafPages: Int
  /// Pages of values too long for a leaf.
  package var overflowPages: Int
  /// The size of one page, in bytes.
  package var pageBytes: Int

  /// All pages.
  package var pages: Int { branchPages + leafPages + overflowPages }
  /// All pages, in bytes.
  package var bytes: Int { pages * pageBytes }

  init(_ stat: MDB_stat) {
    entries = stat.ms_entries
    depth = Int(stat.ms_depth)
    branchPages = stat.ms_branch_pages
    leafPages = stat.ms_leaf_pages
    overflowPages = stat.ms_overflow_pages
    pageBytes = Int(stat.ms_psize)
  }
}
