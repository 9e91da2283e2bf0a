package import EventStore
package import Events

/// A recorded event of a stream, and what is made of it at a position.
///
/// It is live, corrected (`correctedBy`), retracted (`retractedBy`), or redacted (`isRedacted`): the
/// last beside any of the others.
package typealias HistoryEntry = Belief

extension PointInTime {
  /// All events of a stream as they were recorded, in that order, each with what is believed of it at
  /// the point's position. Neither the effective nor the published clock hides any.
  package func history(of subject: StreamID) throws(LedgerError) -> [HistoryEntry] {
    let recorded = try reader.events(
      of: subject, withTexts: withTexts, snapshot.transaction)
    return beliefs(in: recorded, publications: reader.publications)
  }
}
