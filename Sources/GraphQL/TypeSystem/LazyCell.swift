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
