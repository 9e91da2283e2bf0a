internal import CLMDB
internal import Synchronization

/// Where values stand that cursors came to, to be looked at later and in any order.
///
/// It is for walks that find in one order what they look at in another: a value is sought once, and
/// never copied. Several threads may note values at once, each at other places, and look at them when
/// all are noted. Eight bytes a value.
///
/// It holds a read transaction, so that the values stay where they are, and gives it up, with all that
/// was found, when this process must change the map and nobody uses them. As under any other, no page
/// that is freed meanwhile is used again.
@safe
package final class FoundValues: @unchecked Sendable {
  private struct Hold: ~Copyable {
    var transaction: ReadTransaction?
    var users = 0
  }

  private let environment: Environment
  /// The number of the transaction.
  private let id: UInt64
  /// Only begun and ended, so that no thread uses it while another does.
  private let hold: Mutex<Hold>
  /// An address behind 16 bits of length, or `manyBytes` of them; 0 where nothing was noted.
  private var places: UnsafeMutableBufferPointer<UInt64>
  /// The lengths of the values that are too long for that.
  private let lengths = Mutex<[Int: Int]>([:])

  private static let lengthBits: UInt64 = 16
  private static let manyBytes: UInt64 = 1 << lengthBits - 1

  /// Room for no value yet.
  package init(in environment: Environment) throws(LMDBError) {
    let transaction = try environment.beginRead()
    self.environment = environment
    id = transaction.id
    hold = Mutex(Hold(transaction: transaction))
    unsafe places = UnsafeMutableBufferPointer(start: nil, count: 0)
    environment.gate.add(self)
  }

  deinit {
    environment.gate.remove(ObjectIdentifier(self))
    unsafe places.deallocate()
  }

  /// Forgets all values, and makes room for so many, each empty until it is noted. No other thread may
  /// use them meanwhile.
  package func removeAll(makingRoomFor count: Int) {
    if unsafe places.count != count {
      unsafe places.deallocate()
      unsafe places = .allocate(capacity: count)
    }
    unsafe places.initialize(repeating: 0)
    lengths.withLock { $0.removeAll() }
  }

  /// Runs what notes values and looks at them; `nil`, and nothing is run, where they were given up.
  ///
  /// All that notes or shows values is called within it: outside, they may be gone.
  package func use<Result: ~Copyable, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result? {
    let isThere = hold.withLock { hold in
      if hold.transaction == nil { return false }
      hold.users += 1
      return true
    }
    guard isThere else { return nil }
    defer { hold.withLock { $0.users -= 1 } }
    return try body()
  }

  /// Notes the values to which one cursor comes.
  @safe
  package struct Notes {
    fileprivate let found: FoundValues
    fileprivate let cursor: OpaquePointer

    /// Notes the value where the cursor stands.
    package func note(_ cursor: borrowing Cursor, at index: Int) {
      precondition(unsafe cursor.handle == self.cursor, "another cursor")
      guard unsafe cursor.entry.pointee.isThere else { return }
      unsafe found.note(cursor.entry.pointee.value.bytes, at: index)
    }
  }

  /// What notes the values to which a cursor comes, of a read transaction that was begun later. What a
  /// writer finds is not to be noted, for it may move with the next write; that is not checked.
  package func notes(of cursor: borrowing Cursor) -> Notes {
    checkUse()
    let other = unsafe mdb_cursor_txn(cursor.handle)
    precondition(
      unsafe mdb_txn_env(other) == environment.handle && UInt64(mdb_txn_id(other)) >= id,
      "a cursor of another environment, or of an earlier transaction")
    return unsafe Notes(found: self, cursor: cursor.handle)
  }

  private func checkUse() {
    precondition(hold.withLock { $0.users > 0 }, "values that are not in use")
  }

  private func note(_ value: UnsafeBufferPointer<UInt8>, at index: Int) {
    precondition(unsafe places.indices.contains(index), "a value that there is no room for")
    let address = UInt64(UInt(bitPattern: value.baseAddress))
    precondition(address >> (64 - Self.lengthBits) == 0, "an address of more than 48 bits")
    var length = UInt64(value.count)
    if length >= Self.manyBytes {
      length = Self.manyBytes
      lengths.withLock { $0[index] = value.count }
    }
    unsafe places[index] = address << Self.lengthBits | length
  }

  private func value(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    precondition(unsafe places.indices.contains(index), "a value that there is no room for")
    let place = unsafe places[index]
    var length = Int(place & Self.manyBytes)
    if length == Self.manyBytes { length = lengths.withLock { $0[index, default: 0] } }
    return unsafe UnsafeBufferPointer(
      start: UnsafePointer(bitPattern: UInt(place >> Self.lengthBits)), count: length)
  }

  /// Lends a value to a closure; within `use`, which is not checked for each.
  package func show(_ index: Int, _ body: (Span<UInt8>) -> Void) {
    let value = unsafe value(index)
    body(unsafe value.span)
  }

  /// Has some values brought near the processor, all at once: to wait for each where it is looked at
  /// takes several times longer.
  ///
  /// - Returns: nothing of worth; without it nothing would be read.
  @discardableResult
  package func bringNear(_ indices: ArraySlice<Int>) -> UInt64 {
    checkUse()
    var sum: UInt64 = 0
    for index in indices {
      precondition(unsafe places.indices.contains(index), "a value that there is no room for")
      sum &+= unsafe places[index]
    }
    for index in indices {
      let value = unsafe value(index)
      for line in stride(from: 0, to: value.count, by: Self.lineBytes) {
        sum &+= unsafe UInt64(value[line])
      }
    }
    return sum
  }

  /// What comes near at once: a line of the processor's cache.
  private static var lineBytes: Int { 64 }
}

extension FoundValues: YieldingReader {
  func yield() {
    hold.withLock { hold in
      if hold.users == 0 { hold.transaction = nil }
    }
  }
}
