internal import Arguments
internal import Projections

extension Failure {
  /// Why a question's recorded clock has no answer.
  static func point(
    _ error: PointError, _ option: String = "recorded-by", _ value: String
  ) -> Failure {
    let named = "'--\(option) \(value)'"
    return switch error {
    case .recordedInFuture(let last):
      .told(
        "\(named) lies in the future, and nobody can say what the ledger will know. "
          + (last.map { "It last learned something at \($0)." } ?? "It holds no events yet."),
        .usage)
    case .beyondHead(let position, let head):
      .told(
        head == 0
          ? "\(named): there is no event no. \(position); the ledger is empty."
          : "\(named): there is no event no. \(position); the last one is no. \(head).", .usage)
    case .beforeBeginning(let began):
      .told(
        began.map { "\(named): this ledger begins \($0); it cannot say what was known then." }
          ?? "\(named): this ledger holds no events yet; it cannot say what was known then.",
        .usage)
    }
  }
}
