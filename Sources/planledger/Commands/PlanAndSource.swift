internal import Arguments
internal import Coding
internal import EventStore
internal import Events
internal import Lifecycle
internal import MerkleLog
internal import Projections

extension Session {
  /// `plan approve`: stores which of the predecessor's unfinished actions have no disposition.
  func approve(_ recording: Recording, _ command: ParsedCommand) throws(Failure) -> ExitStatus {
    try command.checkSources()
    let ledger = try openToWrite(command)
    let today = ledger.identity.zone.day(at: now)
    let event = try recording.event(command, ledger.identity, today: today)
    var impact: Impact?
    let preview = try preview(command, in: ledger) { impact = $0 }
    let approval = try ledgerCall(ledger.path) { () throws(LedgerError) in
      try Lifecycle.approve(event, in: ledger, inputs: writeInputs, previewing: preview)
    }
    let isNew = approval.receipt.count > 0
    return try tell(
      approval.receipt, [approval.event], in: ledger, command, impact: impact,
      notes: isNew ? approval.lineage?.notes(of: event.subject) ?? [] : [])
  }

  /// `source add`: with the digest of the document, where there is one.
  func addSource(_ recording: Recording, _ command: ParsedCommand) throws(Failure) -> ExitStatus {
    var digest: String?
    if let path = command.value("file") { digest = try sha256(of: path) }
    return try record(command) { identity, today throws(Failure) in
      var event = try recording.event(command, identity, today: today)
      if let digest, case .sourceAdded(var body) = event.data {
        body.sha256 = try? Digest(parsing: digest)
        event.data = .sourceAdded(body)
      }
      return [event]
    }
  }

  private func sha256(of path: String) throws(Failure) -> String {
    let file = try InputFile(path)
    var hasher = SHA256()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = try file.read(into: &buffer)
      if count == 0 { return hasher.finish().hex }
      hasher.update(count == buffer.count ? buffer : Array(buffer[..<count]))
    }
  }
}

extension Lineage {
  /// What is open between a plan that is approved and the one before it.
  func notes(of plan: StreamID) -> [String] {
    guard let predecessor = predecessor?.state.id else { return [] }
    var notes: [String] = []
    if !isDeterminable {
      notes.append(
        "The verdicts of \(predecessor) are not held: dispositions are not determinable.")
    } else if !undisposed.isEmpty {
      notes.append(
        "Unfinished in \(predecessor) and without a disposition: \(undisposed.listed). See "
          + "'planledger plan hand-over \(predecessor) --to \(plan.short)'.")
    }
    if !withoutOrigin.isEmpty {
      notes.append(
        "New in \(plan.short), and without an origin: \(withoutOrigin.listed). An action that comes "
          + "from none before it names a recommendation, obligation or challenge: 'planledger event "
          + "correct NUMBER --set origin=challenge/ID'.")
    }
    return notes
  }
}

extension [Identifier] {
  /// The first twenty, and how many more there are.
  var listed: String {
    let named = prefix(20).map(\.description).joined(separator: ", ")
    return count > 20 ? "\(named) and \(count - 20) more" : named
  }
}
