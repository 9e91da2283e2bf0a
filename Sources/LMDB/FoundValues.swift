internal import CLMDB

/// Where values stand that cursors came to, to be looked at later and in any order: they stay there as
/// long as this lives, for it holds a read transaction.
///
/// It is for walks that find in one order what they look at in another: a value is sought once, and
/// never copied. Several threads may note values at once, each at other places, and look at them when
/// all are noted.
@safe
package final class FoundValues: @unchecked Sendable {
  private var places: UnsafeMutableBufferPointer<UnsafeBufferPointer<UInt8>>
  /// Only begun and ended, so that no thread uses it while another does.
  private let transaction: ReadTransaction

  /// Room for no value yet.
  package init(in environment: Environment) throws(LMDBError) {
    transaction = try environment.beginRead()
    unsafe places = UnsafeMutableBufferPointer(start: nil, count: 0)
  }

  deinit { unsafe places.deallocate() }

  /// Forgets all values, and makes room for so many, each empty until it is noted. No other thread may
  /// use them meanwhile.
  package func removeAll(makingRoomFor count: Int) {
    if unsafe places.count != count {
      unsafe places.deallocate()
      unsafe places = .allocate(capacity: count)
    }
    unsafe places.initialize(repeating: UnsafeBufferPointer(start: nil, count: 0))
  }

  /// What notes the values to which a cursor comes, of a read transaction that was begun later. What a
  /// writer finds is not to be noted, for it may move with the next write; that is not checked.
  package func notes(of cursor: borrowing Cursor) -> Notes {
    let other = unsafe mdb_cursor_txn(cursor.handle)
    precondition(
      unsafe mdb_txn_env(other) == transaction.environment.handle
        && UInt64(mdb_txn_id(other)) >= transaction.id,
      "a cursor of another environment, or of an earlier transaction")
    return unsafe Notes(found: self, handle: cursor.handle)
  }

  /// Notes the values to which one cursor comes.
  @safe
  package struct Notes {
    fileprivate let found: FoundValues
    fileprivate let handle: OpaquePointer

    /// Notes the value where the cursor stands.
    package func note(_ cursor: borrowing Cursor, at index: Int) {
      precondition(unsafe cursor.handle == handle, "another cursor")
      guard unsafe cursor.entry.pointee.isThere else { return }
      precondition(unsafe found.places.indices.contains(index), "a value that there is no room for")
      unsafe found.places[index] = cursor.entry.pointee.value.bytes
    }
  }

  /// Lends a value to a closure.
  package func show(_ index: Int, _ body: (Span<UInt8>) -> Void) {
    precondition(unsafe places.indices.contains(index), "a value that there is no room for")
    let place = unsafe places[index]
    body(unsafe place.span)
  }

  /// Has some values brought near the processor, all at once: to wait for each where it is looked at
  /// takes several times longer.
  ///
  /// - Returns: nothing of worth; without it nothing would be read.
  @discardableResult
  package func bringNear(_ range: Range<Int>) -> UInt8 {
    precondition(
      unsafe range.lowerBound >= 0 && range.upperBound <= places.count,
      "values that there is no room for")
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
}
