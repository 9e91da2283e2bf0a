internal import EventStore
internal import Events
internal import LMDB

/// Records read by their positions, visible or staged.
struct RecordsByPosition {
  let databases: Databases

  static func key(_ position: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: position >> UInt64(56 - 8 * $0)) }
  }

  /// The event at a position, without its texts.
  ///
  /// - Parameter subject: the stream that it probably stands on.
  func event(
    at position: UInt64, on subject: StreamID, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> RecordedEvent {
    guard let record = try transaction.lookUp(databases.records, Self.key(position)) else {
      throw .damaged(position: position, reason: "its record is missing")
    }
    do throws(EventError) {
      return try RecordCodec.decode(record, texts: nil, on: subject)
    } catch {
      throw .damaged(position: position, reason: "\(error)")
    }
  }

  /// The position of an event by its id.
  func position(
    of id: EventID, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> UInt64? {
    try transaction.withValue(databases.ids, id.bytes.span) { value throws(LedgerError) in
      var position: UInt64 = 0
      for index in value.indices { position = position << 8 | UInt64(value[index]) }
      return position
    }
  }

  /// The event that one about events is about in the end, and that is about none: the target, or the
  /// target's target and so on, each on the same stream and before what speaks of it.
  func base(
    of about: RecordedEvent, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> RecordedEvent? {
    var speaker = about
    while let target = speaker.event.data.aboutTarget {
      guard let position = try position(of: target, transaction), position < speaker.position
      else { return nil }
      let event = try event(at: position, on: about.event.subject, transaction)
      guard event.event.subject == about.event.subject else { return nil }
      if !event.event.type.isAboutEvents { return event }
      speaker = event
    }
    return nil
  }
}
