internal import Arguments
internal import Coding
internal import EventStore
internal import Events
internal import MerkleLog
internal import Projections

extension Session {
  /// `plan approve`: stores which of the predecessor's unfinished actions have no disposition.
  func approve(_ recording: Recording, _ command: ParsedCommand) throws(Failure) -> ExitStatus {
    try command.checkSources()
    let ledger = try openToWrite(command)
    let today = ledger.identity.zone.day(at: now)
    var event = try recording.event(command, ledger.identity, today: today)
    var notes: [String] = []
    if case .planApproved(var body) = event.data, let plan = event.subject.plan {
      let day = event.effective?.lastDay ?? today
      let (predecessor, codes) = try ledgerCall(ledger.path) { () throws(LedgerError) in
        try undisposed(before: plan, on: day, in: ledger)
      }
      body.undisposed = codes
      event.data = .planApproved(body)
      if let predecessor, !codes.isEmpty {
        let some = codes.prefix(5).map(\.description).joined(separator: ", ")
        notes.append(
          "Unfinished in \(predecessor) and without a disposition: "
            + (codes.count > 5 ? "\(some) and \(codes.count - 5) more." : "\(some).")
            + " See 'planledger help carry-over'.")
      }
    }
    return try record([event], in: ledger, command, notes: notes)
  }

  private func undisposed(
    before plan: Identifier, on day: Day, in ledger: Ledger
  ) throws(LedgerError) -> (Identifier?, [Identifier]) {
    let snapshot = try ledger.snapshot()
    func reader(on day: Day) throws(LedgerError) -> PointInTime {
      let point = ReadingPoint(effectiveAt: day, position: snapshot.view.head.position)
      return try PointInTime(snapshot, at: point, withTexts: false)
    }
    // The draft may be dated after its approval: who the predecessor is does not hang on the day.
    guard let predecessor = try reader(on: .last).plan(plan)?.state.predecessor else {
      return (nil, [])
    }
    let reader = try reader(on: day)
    if try reader.plan(predecessor)?.state.itemVerdictsNotHeld ?? true { return (predecessor, []) }
    let open = try reader.actions(of: predecessor).filter {
      $0.state.isUnfinished && $0.state.disposition == nil
    }
    return (predecessor, open.map(\.state.code))
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
