internal import Events
internal import MerkleLog
internal import Projections

extension ReportBasis {
  /// What a report says that it rests on, line by line.
  var entries: [(label: Wording, note: Note)] {
    var entries: [(label: Wording, note: Note)] = [
      (.effectiveClock, Note(.onDay, .dateInWords(point.effectiveAt, .locative))),
      (
        .publishedClock,
        point.publishedBy.map { Note(.byDay, .dateInWords($0, .dative)) } ?? Note(.anyDay)
      ),
    ]
    if let recorded {
      entries.append(
        (
          .recordedClock,
          Note(
            isRestored ? .byEventRestored : .byEvent, .event(point.position), .instant(recorded))
        ))
    } else {
      entries.append((.recordedClock, Note(.emptyLedger)))
    }
    if let provenance = point.provenance {
      entries.append((.onlyProvenance, Note(.value, .list(provenance.inOrder.map { .word($0) }))))
    }
    entries.append((.restsOn, Note(.value, .list(provenance.inOrder.map { .word($0) }))))
    entries.append((.treeRoot, Note(.value, .code(root.hex))))
    entries.append((.ledger, Note(.value, .code(ledger.hex))))
    return entries
  }
}

extension Set<Provenance> {
  /// The classes in the order of the vocabulary.
  var inOrder: [Provenance] { sorted { $0.rawValue < $1.rawValue } }
}
