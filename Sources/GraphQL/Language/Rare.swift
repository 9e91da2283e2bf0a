/// Parts that most have not, out of the way of those that have none: eight bytes, and a place of
/// their own where there are any.
enum Rare<Parts: Sendable & Equatable>: Sendable, Equatable {
  case none
  indirect case some(Parts)

  /// - Parameter nothing: what they are where there are none.
  init(_ parts: Parts, nothing: Parts) {
    self = parts == nothing ? .none : .some(parts)
  }

  func parts(or nothing: Parts) -> Parts {
    if case .some(let parts) = self { parts } else { nothing }
  }
}
