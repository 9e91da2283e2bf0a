internal import Synchronization

/// A value that is made when it is first asked for. Where several threads come first at once each
/// makes one, and all are given the same.
final class LazyCell<Value: AnyObject & Sendable>: Sendable {
  private let made = AtomicLazyReference<Value>()

  /// A cell whose value is yet to be made.
  init() {}

  /// A cell with its value.
  init(_ value: Value) {
    _ = made.storeIfNil(value)
  }

  /// - Complexity: O(1), without a lock, once the value is there.
  func value(orMake make: () -> Value) -> Value {
    made.load() ?? made.storeIfNil(make())
  }
}

/// Values by their numbers: all of them there, or each made when it is first asked for.
///
/// A cell's value is loaded by a call into the library, ten times as dear as a place in an array:
/// what is asked for at each field of a document has the latter, where it was made at once.
enum LazyList<Value: AnyObject & Sendable>: Sendable {
  /// All of them.
  case made([Value])
  /// What is there so far.
  case cells([LazyCell<Value>])

  /// As many values, all to be made.
  init(count: Int) {
    self = .cells((0..<count).map { _ in LazyCell() })
  }

  /// The value of that number.
  func value(_ number: Int, orMake make: () -> Value) -> Value {
    switch self {
    case .made(let values): values[number]
    case .cells(let cells): cells[number].value(orMake: make)
    }
  }
}
