internal import Arguments
internal import EventStore
internal import Events
internal import Lifecycle
internal import MerkleLog

extension Worksheet {
  /// What its rows decide.
  ///
  /// - Throws: the sentences for what is wrong with its headings and cells, the first twenty.
  func decisions() throws(Failure) -> [HandOver.Decision] {
    let places = try self.places()
    var bad = BadLines(file: name, noun: "row")
    var decisions: [HandOver.Decision] = []
    for (cells, number) in zip(rows, numbers).dropFirst() {
      let row = WorksheetRow(number: number, cells: cells, places: places)
      do throws(WorksheetRow.Fault) {
        decisions.append(try row.decision())
      } catch {
        let letters = places[error.heading].map { " (\(SheetColumn.letters($0)))" } ?? ""
        bad.add(
          place: "\(name), row \(number), column \(error.heading)\(letters)", error.reason)
      }
    }
    guard bad.isEmpty else { throw bad.failure }
    return decisions
  }

  /// Where each heading stands.
  private func places() throws(Failure) -> [String: Int] {
    var places: [String: Int] = [:]
    for (index, heading) in (rows.first ?? []).enumerated() {
      places[heading.lowercased()] = index
    }
    for heading in ["subject", "disposition", "basis"] where places[heading] == nil {
      throw .told(
        "\(name): there is no column '\(heading)' in its first row. A worksheet is what 'planledger plan "
          + "hand-over OLD --to NEW' prints: \(Self.headings.joined(separator: ", ")).", .badData)
    }
    return places
  }

  /// The place in the ledger that its rows rest on.
  private func basis() throws(Failure) -> Basis? {
    guard let place = try places()["basis"] else { return nil }
    var found: Basis?
    for (cells, number) in zip(rows, numbers).dropFirst() {
      let cell = place < cells.count ? cells[place] : ""
      guard let basis = Basis(cell), found == nil || found == basis else {
        throw .told(
          "\(name), row \(number), column basis: '\(cell)' is not what was written there"
            + (found.map { ", \($0.shown)" } ?? "") + ". Leave the column as it is.", .badData)
      }
      found = basis
    }
    return found
  }

  /// That what its rows rest on is still so: others may have recorded something since.
  ///
  /// - Throws: a conflict, with both versions of the rows that differ.
  func checkBasis(
    _ now: HandOver, _ decisions: [HandOver.Decision], in snapshot: Snapshot,
    _ command: ParsedCommand
  ) throws(Failure) {
    guard let basis = try basis() else { return }
    let head = snapshot.view.head.position
    let (root, then) = try ledgerCall { () throws(LedgerError) -> (String?, HandOver?) in
      guard basis.position <= head else { return (nil, nil) }
      return (
        try snapshot.view.root(size: basis.position, snapshot.transaction).hex,
        try HandOver(from: now.old, to: now.new, at: basis.position, in: snapshot, withTexts: false)
      )
    }
    guard let root, root.hasPrefix(basis.root), let then else {
      throw .told(
        "\(name) was made from another ledger, or for other plans: its basis \(basis.shown) is not of "
          + "this one. Nothing was recorded.", .badData)
    }
    let changes = now.changes(since: then, decisions)
    guard !changes.isEmpty else { return }
    let shown = changes.prefix(BadLines.limit).map { "  \($0)" }
    let more =
      changes.count > shown.count ? ["  … and \(changes.count - shown.count) more."] : []
    let count = changes.count == 1 ? "1 row has" : "\(changes.count) rows have"
    let first =
      "The worksheet was made at no. \(basis.position), and the ledger stands at no. \(head): \(count) "
      + "changed since. Nothing was recorded. Make a new one, and decide on it:"
    throw .told(([first] + shown + more).joined(separator: "\n"), .tryAgain)
  }

  /// What its decisions record.
  ///
  /// - Throws: the sentences for what is wrong with its rows, the first twenty.
  func deeds(
    _ handOver: HandOver, _ decisions: [HandOver.Decision], in snapshot: Snapshot
  ) throws(Failure) -> [HandOver.Deed] {
    var actions: Set<StreamID> = []
    try ledgerCall { () throws(LedgerError) in
      try snapshot.view.streams(
        under: "plan/\(handOver.new)/action/", snapshot.transaction
      ) { stream in
        actions.insert(stream)
        return true
      }
    }
    var bad = BadLines(file: name, noun: "row")
    let deeds = handOver.deeds(of: decisions, actions: actions) { row, fault in
      bad.add(place: "\(name), row \(row)", fault.sentence(handOver))
    }
    guard bad.isEmpty else { throw bad.failure }
    return deeds
  }
}

extension HandOver {
  /// Which rows differ from those of another time, each told as it was and as it is. A row that others
  /// left to decide as it is decided now does not differ, nor one that is not decided on.
  fileprivate func changes(since then: HandOver, _ decisions: [Decision]) -> [String] {
    let before = Dictionary(then.rows.map { ($0.subject, $0) }) { first, _ in first }
    let after = Dictionary(rows.map { ($0.subject, $0) }) { first, _ in first }
    let decided = Dictionary(decisions.map { ($0.subject, $0.choice) }) { first, _ in first }
    var changes: [String] = []
    for subject in Set(before.keys).union(after.keys).sorted() {
      let (was, now) = (before[subject], after[subject] ?? closed[subject])
      if let was, let now, was.isSame(as: now) { continue }
      if now?.recorded != nil, decided[subject] == now?.choice { continue }
      if decided[subject] == nil, was != nil { continue }
      changes.append(
        "\(subject.short): then \(was?.shown ?? "not open"); now \(now?.shown ?? "not open").")
    }
    return changes
  }
}

extension HandOver.Row {
  /// How it stands, in a few words.
  fileprivate var shown: String {
    var words = [state.joined(separator: " ")]
    if let deadline { words.append("due \(deadline)") }
    if let recorded { words.append("\(choice.shown) by no. \(recorded)") }
    return words.joined(separator: ", ")
  }
}

extension HandOver.Choice {
  /// The word and what it leads to.
  fileprivate var shown: String {
    ([word] + successors.map(\.short)).joined(separator: " ")
  }
}

extension HandOver.Fault {
  /// What is wrong with a row.
  fileprivate func sentence(_ handOver: HandOver) -> String {
    switch self {
    case .unknown(let subject, let similar):
      "\(subject.short) is nothing that is handed over from \(handOver.old): it is not there, is not "
        + "open, or is of another plan." + didYouMean(subject.code.description, similar)
    case .repeated(let subject): "\(subject.short) stands in two rows."
    case .decidedAlready(let subject, let position):
      "\(subject.short) was decided on by no. \(position), as the worksheet said. If that was typed "
        + "wrong: 'planledger event correct \(position)' or 'planledger event retract \(position)'."
    case .noReason: "an action is dropped for a reason: write it into the column reason."
    case .wrongCount(let found, let wanted):
      wanted.upperBound == 0
        ? "it leads to no action, and the column to names \(found)."
        : "it leads to \(wanted.lowerBound == 1 ? "one action" : "two actions or more"), and the "
          + "column to names \(found == 0 ? "none" : "\(found)")."
    case .otherPlan(let stream): "\(stream.short) is no action of \(handOver.new)."
    case .unknownAction(let stream, let similar):
      "there is no action \(stream.short).\(didYouMean(stream.code.description, similar)) To add it: "
        + "'planledger action add \(stream.short)'."
    case .mergedAlone(let stream):
      "a merger has two actions or more, and only this one merges into \(stream.short). One alone "
        + "continues."
    }
  }
}
