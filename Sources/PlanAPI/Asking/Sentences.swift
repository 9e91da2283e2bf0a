internal import EventStore
internal import Events
internal import Projections

/// Why a question cannot be put to the ledger, for people.
///
/// - Parameter name: the argument that the recorded clock came in by.
func sentence(for error: PointError, named name: String = "recordedBy") -> String {
  switch error {
  case .recordedInFuture(let last):
    let known = last.map { ": the last event was recorded \($0)" } ?? ": nothing is recorded yet"
    return "\(name) lies in the future, and nobody knows what will be recorded\(known)"
  case .beyondHead(let position, let head):
    return "\(name) @\(position) lies beyond the ledger's last event, @\(head)"
  case .beforeBeginning(let began):
    guard let began else { return "This ledger holds no event yet" }
    return "This ledger begins \(began); it cannot say what was known before"
  }
}

/// Why the ledger could not be read, for people.
func sentence(for error: LedgerError) -> String {
  switch error {
  case .damaged(let position?, let reason):
    "The ledger is damaged at position \(position): \(reason)"
  case .damaged(nil, let reason): "The ledger is damaged: \(reason)"
  case .projectionDamaged(let name, let reason):
    "The projection \(name) is damaged: \(reason). The events are not: build it anew with "
      + "'planledger projections rebuild \(name)'"
  default: "The ledger cannot be read: \(error)"
  }
}

/// What was wrong with a value that came in.
func sentence(for error: EventError) -> String {
  guard case .invalid(_, let value, let expected, let example) = error else { return "\(error)" }
  return "expected \(expected), such as \(example); found \"\(value)\""
}
