internal import CLMDB

/// Where values stand that a cursor came to, to be looked at later and in any order: in the read
/// transaction in which they were found, as long as that lives. What a writer's reader finds may move
/// with the next write, so that it is not to be kept so.
///
/// It is for walks that find in one order what they look at in another: a value is sought once, and
/// never copied.
@safe
package struct FoundValues {
  private var places: [UnsafeBufferPointer<UInt8>]
  private let transaction: OpaquePointer?
  private let id: UInt64

  /// Room for so many values of a transaction, each empty until it is noted.
  package init(count: Int, in transaction: borrowing ReadTransaction) {
    unsafe places = [UnsafeBufferPointer<UInt8>](
      repeating: UnsafeBufferPointer(start: nil, count: 0), count: count)
    unsafe self.transaction = transaction.handle
    id = transaction.id
  }

  /// Notes the value where a cursor of the transaction stands.
  package mutating func note(_ cursor: borrowing Cursor, at index: Int) {
    precondition(
      unsafe mdb_cursor_txn(cursor.handle) == transaction, "a cursor of another transaction")
    guard unsafe cursor.entry.pointee.isThere else { return }
    unsafe places[index] = cursor.entry.pointee.value.bytes
  }

  /// Lends a value to a closure.
  ///
  /// - Parameter transaction: the one in which it was found; another is a programmer's mistake.
  package func show(
    _ index: Int, in transaction: borrowing ReadTransaction, _ body: (Span<UInt8>) -> Void
  ) {
    check(transaction)
    let place = unsafe places[index]
    body(unsafe place.span)
  }

  /// Has some values brought near the processor, all at once: to wait for each where it is looked at
  /// takes several times longer.
  ///
  /// - Returns: nothing of worth; without it nothing would be read.
  @discardableResult
  package func bringNear(_ range: Range<Int>, in transaction: borrowing ReadTransaction) -> UInt8 {
    check(transaction)
    var sum: UInt8 = 0
    for index in range {
      let place = unsafe places[index]
      for line in stride(from: 0, to: place.count, by: Self.lineBytes) {
        sum &+= unsafe place[line]
      }
    }
    return sum
  }

  /// What comes near at once: a line of the processor's cache.
  private static var lineBytes: Int { 64 }

  private func check(_ transaction: borrowing ReadTransaction) {
    precondition(
      unsafe self.transaction == transaction.handle && id == transaction.id,
      "values found in another transaction")
  }
}
