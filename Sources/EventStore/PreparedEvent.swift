internal import Events
internal import MerkleLog

/// An event with all that does not depend on its place in the ledger, made ready before the
/// transaction that gives it one.
///
/// A class, for it has many parts and is passed from hand to hand.
final class PreparedEvent {
  /// The event: it has an id, and no expectation.
  let event: Event
  /// Its id.
  let id: EventID
  /// The revision that its stream must have before the batch.
  let expectedRevision: UInt64?
  /// Its encodings.
  let encoded: RecordCodec.Encoded
  /// Salt and texts, as they are stored; empty where it has no texts.
  let texts: [UInt8]
  /// The commitment to its texts.
  let commitment: [UInt8]?
  /// Where an export says that it stood.
  let place: CloudEvents.Recorded?

  /// An event to append.
  convenience init(_ given: Event, _ inputs: WriteInputs, _ hasher: SHA256Box) {
    var event = given
    let id = event.id ?? inputs.id(inputs.now)
    event.id = id
    event.expectedRevision = nil
    let encoded = RecordCodec.encode(event)
    var texts: [UInt8] = []
    var commitment: [UInt8]?
    if !encoded.texts.isEmpty {
      let salt = inputs.salt()
      precondition(salt.count == StoredTexts.saltLength, "a salt of 32 bytes")
      texts.reserveCapacity(salt.count + encoded.texts.count)
      texts += salt
      texts += encoded.texts
      commitment = hasher.commitment(saltAndTexts: texts).bytes
    }
    self.init(
      event: event, id: id, expectedRevision: given.expectedRevision, encoded: encoded,
      texts: texts, commitment: commitment, place: nil)
  }

  /// An event of those parts.
  init(
    event: Event, id: EventID, expectedRevision: UInt64?, encoded: RecordCodec.Encoded,
    texts: [UInt8], commitment: [UInt8]?, place: CloudEvents.Recorded?
  ) {
    self.event = event
    self.id = id
    self.expectedRevision = expectedRevision
    self.encoded = encoded
    self.texts = texts
    self.commitment = commitment
    self.place = place
  }
}
