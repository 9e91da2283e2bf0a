internal import Arguments
internal import EventStore
internal import Events
internal import MerkleLog
internal import Projections

extension Session {
  /// `export`: events as lines that restore to the same ledger.
  func export(_ command: ParsedCommand) throws(Failure) -> ExitStatus {
    let ledger = try openToRead(command)
    let from: Int?
    let to: Int?
    do throws(ArgumentsError) {
      from = try command.integer("from", in: 1...Int.max)
      to = try command.integer("to", in: 1...Int.max)
    } catch {
      throw .arguments(error)
    }
    if let from, let to, from > to {
      throw .value(
        .option("to"), "\(to)", takes: "a number from --from on, which is \(from)", in: command)
    }
    try ledger.export(from: UInt64(from ?? 1), to: to.map { UInt64($0) }) {
      bytes throws(Failure) in try output.bytes(bytes)
    }
    return .done
  }

  /// `restore`: fills an empty ledger from an export.
  func restore(_ command: ParsedCommand) throws(Failure) -> ExitStatus {
    let file = try InputFile(command.positional("FILE") ?? "-")
    let ledger = try openToWrite(command)
    let reader = EventReader(try PeekedFile(file), language: ledger.identity.language)
    let progress = Progress(self, isQuiet: command.flag("quiet"))
    let receipt: AppendReceipt
    do throws(LedgerError) {
      receipt = try ledger.restore(
        participants: [InlineRunner(ledger)], progress: { progress.tell($0) },
        next: { typeOf throws(LedgerError) in
          try withoutActuallyEscaping(typeOf) { typeOf throws(LedgerError) in
            try reader.next(typeOf)
          }
        })
      progress.end()
    } catch {
      progress.end()
      throw .ledger(error, path: ledger.path) { "\(reader.name):\(reader.line(of: $0))" }
    }
    guard !command.flag("quiet") else { return .done }
    let info = try ledgerCall(ledger.path) { () throws(LedgerError) in try ledger.info() }
    try output.sentence(
      "Restored \(receipt.count) events as no. \(receipt.positions.shown); the tree's root is "
        + "\(info.root.hex).")
    return .done
  }
}
