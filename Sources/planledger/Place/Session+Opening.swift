internal import Arguments
internal import Coding
internal import EventStore
internal import Glibc
internal import LMDB
internal import Projections

/// What was said already in this run, so that it is said once.
final class SaidOnce {
  private var sentences: Set<String> = []

  /// Whether it is said for the first time.
  func insert(_ sentence: String) -> Bool { sentences.insert(sentence).inserted }
}

extension Session {
  /// A ledger of no more events rebuilds its projections by itself: it is done in less than five
  /// seconds, even at a tenth of the rate that is usual.
  private static let smallLedger: UInt64 = 250_000

  /// Opens the ledger that the command is about, to read in it.
  func openToRead(_ command: ParsedCommand) throws(Failure) -> Ledger {
    try open(command, .readOnly)
  }

  /// Opens the ledger that the command is about, to write in it.
  func openToWrite(_ command: ParsedCommand) throws(Failure) -> Ledger {
    try open(command, .readWrite)
  }

  /// Opens the ledger that the command is about, and leaves its projections as they are.
  func openAsIs(
    _ command: ParsedCommand, _ mode: Environment.Mode
  ) throws(Failure) -> Ledger {
    let path = try LedgerLocator.path(command)
    return try ledgerCall(path) { () throws(LedgerError) in
      let ledger = try Ledger.open(at: path, mode: mode)
      try ProjectionRegistry.prepare(ledger)
      return ledger
    }
  }

  /// Opens the ledger; of projections that do not serve, as after an upgrade, it is said what is done.
  private func open(
    _ command: ParsedCommand, _ mode: Environment.Mode
  ) throws(Failure) -> Ledger {
    var ledger: Ledger? = try openAsIs(command, mode)
    let waiting = try waiting(in: ledger)
    if let ledger, waiting.isEmpty { return ledger }
    // One process has one environment on a ledger: it is opened for writing after this one ended.
    ledger = nil
    for status in waiting { try attend(to: status, command, mode) }
    return try openAsIs(command, mode)
  }

  /// The projections that do not serve.
  private func waiting(in ledger: Ledger?) throws(Failure) -> [ProjectionStatus] {
    guard let ledger else { return [] }
    return try ledgerCall(ledger.path) { () throws(LedgerError) in
      try ProjectionRunner(ledger).list(withDigest: false).filter { status in
        switch status.state {
        case .needsRebuild, .newer: true
        case .rebuilding: !status.isServing && status.head > 0
        default: false
        }
      }
    }
  }

  private func attend(
    to status: ProjectionStatus, _ command: ParsedCommand, _ mode: Environment.Mode
  ) throws(Failure) {
    switch status.state {
    case .newer:
      // A write is refused with the same facts.
      if mode == .readOnly { say(status.advice ?? "") }
    case .rebuilding:
      say("\(status.advice ?? "") Until then answers are made from the events.")
    default:
      let path = try LedgerLocator.path(command)
      guard status.head <= Self.smallLedger, Self.mayWrite(path) else {
        return say(status.advice ?? "")
      }
      try rebuild(status, command)
    }
  }

  /// Rebuilds at once; where that fails, the events answer as they did.
  private func rebuild(
    _ status: ProjectionStatus, _ command: ParsedCommand
  ) throws(Failure) {
    let ledger = try openAsIs(command, .readWrite)
    do throws(ProjectionError) {
      let report = try ProjectionRunner(ledger).rebuild(status.name)
      say(
        "Rebuilt the projection \(status.name) by version \(report.entry.version) of its rules, from "
          + "\(report.entry.position) events.")
    } catch .running {
      say("\(status.name) is being rebuilt. Until then answers are made from the events.")
    } catch {
      say(status.advice ?? "")
    }
  }

  /// Says something that whoever reads answers should know, once.
  private func say(_ sentence: String) {
    guard said.insert(sentence) else { return }
    // What cannot be shown is no reason to stop.
    try? errors.text("Note: " + printable(sentence) + "\n")
  }

  /// Whether this user may write in a ledger.
  static func mayWrite(_ path: String) -> Bool {
    unsafe access(path + "/data.mdb", W_OK) == 0 && access(path, W_OK) == 0
  }
}
