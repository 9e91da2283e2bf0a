internal import EventStore
internal import LMDB
internal import Projections

extension ProjectionStatus {
  /// How much of a rebuild is done that is under way or was left off.
  var rebuiltPercent: Int? {
    rebuiltTo.map { head == 0 ? 100 : Int(clamping: min($0, head) * 100 / head) }
  }

  /// Its state, as a word.
  var stateCell: Table.Cell {
    switch state {
    case .serving: .word("SERVING")
    case .rebuilding: .word("REBUILDING", .warning)
    case .leftOff: .word("LEFT_OFF", .warning)
    case .needsRebuild: .word("NEEDS_REBUILD", .warning)
    case .newer: .word("NEWER", .warning)
    case .damaged: .word("DAMAGED", .error)
    }
  }

  /// What to do about it; `nil` where there is nothing to do.
  var advice: String? {
    let command = "'planledger projections rebuild \(name)'"
    let leftOff = rebuiltPercent.map {
      " A rebuild was left off at \($0) %: run again, it goes on from there."
    }
    switch state {
    case .serving: return nil
    case .rebuilding: return "\(name) is being rebuilt: \(rebuiltPercent ?? 0) % is done."
    case .leftOff:
      return "A rebuild of \(name) was left off at \(rebuiltPercent ?? 0) %: run \(command) again, "
        + "which goes on from there. What served before serves on."
    case .newer:
      return "\(name) was built by a newer planledger (version \(storedVersion ?? 0); this one has "
        + "\(version)): answers are made from the events here, and only the newer one may write."
    case .needsRebuild:
      return waiting + " Run \(command)." + (leftOff ?? "")
    case .damaged:
      return "\(name) is damaged: \(damage ?? "it does not read"). Reads refuse it. Run \(command)."
        + (leftOff ?? "")
    }
  }

  /// Why it does not serve, and what that means for answers.
  var waiting: String {
    let reason =
      if let storedVersion {
        storedVersion == version
          ? "\(name) is \(lag) events behind"
          : "\(name) was made by version \(storedVersion) of its rules, and this planledger has "
            + "version \(version)"
      } else {
        "\(name) was never built"
      }
    return reason + ": answers are made from the events, right but slower."
  }
}

extension RebuildComparison {
  var sentence: String {
    switch self {
    case .same: return "There is no difference: it is the same as what served."
    case .notComparable: return "There was nothing of this version to compare it with."
    case .different(let difference):
      guard let served = difference.served else {
        return "What served was damaged: its pages did not read."
      }
      let names = difference.streams.prefix(10).map(\.short).joined(separator: ", ")
      let more = difference.count > min(difference.streams.count, 10) ? " …" : ""
      return "It differs from what served, which was damaged: \(served.entries) rows then, "
        + "\(difference.rebuilt.entries) now. "
        + (difference.count == 1 ? "1 entity differs" : "\(difference.count) entities differ")
        + (names.isEmpty ? "." : ": \(names)\(more)")
    }
  }
}

extension ProjectionDifference {
  var sentence: String {
    let place = position.map { " of no. \($0)" } ?? ""
    let stream = subject.map { " (\($0.short))" } ?? ""
    return switch kind {
    case .missing: "the entry\(place)\(stream) is missing."
    case .altered: "the entry\(place)\(stream) was altered."
    case .unexpected: "there is an entry\(place) that no event makes."
    }
  }
}

extension Failure {
  /// Why projections were not built or checked.
  static func projection(_ error: ProjectionError, path: String) -> Failure {
    switch error {
    case .unknown(let name, let known):
      .told(
        "There is no projection '\(name)'.\(didYouMean(name, known)) There is "
          + "\(known.joined(separator: ", ")).", .usage)
    case .otherVersion(let name, let found, let expected) where found > expected:
      .ledger(.projectionNewer(name: name, found: found, supported: expected), path: path)
    case .otherVersion(let name, let found, let expected):
      .told(
        "The projection \(name) was made by version \(found) of its rules, and this program has "
          + "version \(expected). Build it anew with 'planledger projections rebuild \(name)'.",
        .foundFault)
    case .running(let name):
      .told(
        "Another process is rebuilding \(name) just now. 'planledger projections status' shows how "
          + "far it is; try again when it is done.", .tryAgain)
    case .ledger(let error): .ledger(error, path: path)
    }
  }

  /// Why a rebuild did not end, and what becomes of it.
  ///
  /// - Parameter leftOff: how far it came, in per cent.
  static func rebuild(
    of name: String, _ error: ProjectionError, leftOff: Int?, path: String
  ) -> Failure {
    let again = "run 'planledger projections rebuild \(name)' again"
    let place = leftOff.map { " at \($0) %" } ?? ""
    switch error {
    case .ledger(.damaged(let position?, let reason)):
      return .told(
        "The rebuild of \(name) stopped at no. \(position), which it cannot take in: \(reason). "
          + "Answers come from where they came before. The event's record is damaged: restore the "
          + "ledger from an export or a backup, then \(again).", .damaged)
    case .ledger(.storage(.noSpace)), .ledger(.storage(.mapFull)):
      return .told(
        "The disk is full: the rebuild of \(name) was left off\(place). Answers come from where they "
          + "came before. Make room and \(again), which goes on from there.", .ioError)
    default: return .projection(error, path: path)
    }
  }
}
