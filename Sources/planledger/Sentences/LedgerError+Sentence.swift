internal import EventStore
internal import Events
internal import Glibc
internal import LMDB
internal import Lifecycle

extension Failure {
  /// Why the ledger did not do what it was asked.
  ///
  /// - Parameters:
  ///   - path: the ledger's folder, where it is known.
  ///   - place: what the event at a place in the batch is called, such as `plan.ndjson:12`.
  static func ledger(
    _ error: LedgerError, path: String? = nil, place: (Int) -> String? = { _ in nil }
  ) -> Failure {
    func at(_ index: Int) -> String { place(index).map { $0 + ": " } ?? "" }
    switch error {
    case .notFound(let path):
      return .told(
        "There is no ledger in '\(path)'. Make one with 'planledger init', or name one with "
          + "'--ledger DIR'.", .noInput)
    case .notALedger(let path, let reason):
      return .told(
        "'\(path)' is no ledger: \(reason). Name a ledger's folder with '--ledger DIR'.", .noInput)
    case .exists(let path):
      return .told(
        "There is a ledger in '\(path)' already, and it was left as it is. Choose another folder: "
          + "'planledger init DIR'.", .cannotCreate)
    case .newerFormat(let found, let supported):
      return .told(
        "The ledger has format \(found), and this program reads formats up to \(supported). Take a "
          + "newer planledger.", .unavailable)
    case .damaged(let position, let reason):
      let place = position.map { "at no. \($0)" } ?? "in what it says of itself"
      return .told(
        "The ledger is damaged \(place): \(reason). Nothing was changed. Restore it from an export "
          + "or a backup.", .damaged)
    case .projectionDamaged(let name, let reason):
      return .told(
        "The projection \(name) is damaged: \(reason). The events are not, and nothing was changed. "
          + "Build it anew with 'planledger projections rebuild \(name)', then try again.", .damaged
      )
    case .projectionNewer(let name, let found, let supported):
      return .told(
        "The projection \(name) was built by a newer planledger (version \(found); this one has "
          + "\(supported)), which alone may write here now. Nothing was changed. Reading goes on, "
          + "from the events; to write, take the newer planledger.", .unavailable)
    case .clockBehind(let now, let last):
      return .told(
        "The clock says \(now), and the ledger last recorded something at \(last): the clock is "
          + "behind, and nothing was recorded. Set the clock and try again.", .tryAgain)
    case .revisionConflict(let index, let subject, let expected, let actual):
      return .told(
        "\(at(index))\(subject) was expected at revision \(expected), and stands at \(actual): "
          + "somebody recorded something meanwhile. Look at it with 'planledger history "
          + "\(subject)', then try again with '--expected-revision \(actual)'.", .tryAgain)
    case .idConflict(let index, let id, let position):
      return .told(
        "\(at(index))The id \(id) belongs to no. \(position) already, which says something else. "
          + "Nothing was recorded. Leave the id out, or correct that event with 'planledger event "
          + "correct \(position)'.", .badData)
    case .refused(let refusal): return refused(refusal, at)
    case .input(let error):
      return error as? Failure ?? .told("What was given cannot be read: \(error).", .badData)
    case .notRestorable(let index, let reason):
      return .told(
        "\(at(index))The line cannot be part of a restored ledger: \(reason). Nothing was restored. "
          + "A file made by 'planledger export' restores; others are taken in by 'append'.",
        .badData)
    case .notEmpty(let count):
      return .told(
        "The ledger holds \(count) events already, and only an empty one takes a whole ledger. Make "
          + "one with 'planledger init DIR'.", .cannotCreate)
    case .storage(let error): return storage(error, path)
    case .system(let code, let call, let path):
      return .told(
        "'\(path)' failed: \(systemMessage(code)) (\(call)).",
        code == EACCES ? .notPermitted : .ioError)
    }
  }

  private static func refused(_ refusal: Refusal, _ at: (Int) -> String) -> Failure {
    let reason =
      (refusal.fact as? RuleViolation)?.sentence ?? "a rule refuses it: \(refusal.fact)."
    if let index = refusal.index {
      // A name is given as it is written: in lower case it is another one.
      let isNamed = reason.hasPrefix(refusal.subject.short)
      let sentence = isNamed ? reason : reason.capitalised
      return .told(at(index) + sentence + " Nothing was recorded.", .badData)
    }
    return .told(
      "No. \(refusal.position) (\(refusal.subject.short)) would no longer follow: \(reason) Nothing "
        + "was recorded.", .badData)
  }

  private static func storage(_ error: LMDBError, _ path: String?) -> Failure {
    let ledger = path.map { "The ledger in '\($0)'" } ?? "The ledger"
    switch error {
    case .permission:
      return .told("\(ledger) may not be opened by you: permission denied.", .notPermitted)
    case .readOnly:
      return .told("\(ledger) can only be read: its disk is read-only.", .notPermitted)
    case .noSpace:
      return .told(
        "The disk is full, so that nothing was recorded. Make room and try again.", .ioError)
    case .io: return .told("\(ledger) met a failure of the disk; nothing was recorded.", .ioError)
    case .mapFull:
      return .told("\(ledger) has reached the largest size that it can have.", .ioError)
    case .noMemory:
      return .told("\(ledger) got no memory from the system. Try again.", .tryAgain)
    case .readersFull, .transactionsStillOpen, .mapResized:
      return .told("\(ledger) is in use by too many at once. Try again.", .tryAgain)
    case .replaced(let path):
      return .told("The ledger in '\(path)' was replaced while it was open. Try again.", .tryAgain)
    case .alreadyExists(let path):
      return .told("'\(path)' is there already, and was left as it is.", .cannotCreate)
    case .notFound(let path):
      return .told("There is no folder '\(path)'.", .noInput)
    case .system(let code, let call):
      return .told("\(ledger) failed: \(systemMessage(code)) (\(call)).", .ioError)
    default:
      return .told("\(ledger) failed: \(error). This is a bug of planledger.", .bug)
    }
  }
}

extension Failure: LedgerErrorConvertible {
  init(_ error: LedgerError) { self = .ledger(error) }
}

extension String {
  /// The text with its first letter in upper case, where it begins with a lower-case word.
  var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
