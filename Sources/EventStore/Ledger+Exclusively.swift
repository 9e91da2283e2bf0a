extension Ledger {
  /// Runs a closure while no one else can append: under the ledger's writer lock, with nothing staged
  /// behind the head.
  ///
  /// It may write with `environment.write`, in any number of transactions; it must not `append`, which
  /// would wait for its own lock for ever.
  ///
  /// - Parameters:
  ///   - participants: take out with the ledger what a killed process left staged.
  ///   - body: what to do.
  package func exclusively<Value>(
    _ participants: [any AppendParticipant], _ body: () throws(LedgerError) -> Value
  ) throws(LedgerError) -> Value {
    let lock = try WriterLock(folder: path)
    defer { lock.holdUntilHere() }
    try removeStaged(participants, .standard)
    return try body()
  }
}
