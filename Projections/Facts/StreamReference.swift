internal import EventStore
internal import Events
internal import LMDB

/// That events of a stream name another one, as it is stored: under the one that is named, so that
/// what is tied to a plan is found without going through all that there is.
///
/// An entry says from which position on. It stays where the event was retracted, or corrected to name
/// something else: that the stream still names the other is for its state to say.
enum StreamReference {
  /// What its keys begin with, and no name of a stream does.
  static let mark: UInt8 = 1
  /// How many bytes a position takes.
  private static let positionLength = 5

  /// The key: the mark, the stream that is named, 0, the one that names it.
  ///
  /// The latter's name may be the beginning of one: then it is that of such keys.
  static func key(_ named: StreamID, by naming: some Collection<UInt8>) -> [UInt8] {
    [mark] + named.description.utf8 + [0] + naming
  }

  /// What the keys begin with of all that name what stands within a plan.
  static func prefix(within plan: Identifier) -> [UInt8] {
    [mark] + "plan/\(plan)/".utf8
  }

  /// The value: a `FactSeal`, the position.
  static func value(from position: UInt64, under key: [UInt8]) -> [UInt8] {
    var value: [UInt8] = []
    value.append(little: 0, FactSeal.length)
    value.append(little: position, positionLength)
    FactSeal.seal(&value, under: key)
    return value
  }

  /// From which position on; `nil` where the bytes are not what was stored under the key.
  static func position(_ value: Span<UInt8>, under key: Span<UInt8>) -> UInt64? {
    guard value.count == FactSeal.length + positionLength, FactSeal.isWhole(value, under: key)
    else {
      return nil
    }
    var position: UInt64 = 0
    for index in 0..<positionLength {
      position |= UInt64(value[FactSeal.length + index]) << UInt64(8 * index)
    }
    return position
  }

  /// The name of the stream that names the other; `nil` where the key has none.
  static func naming(_ key: Span<UInt8>) -> StreamID? {
    guard let zero = key.indices.first(where: { key[$0] == 0 }) else { return nil }
    let name = key.extracting((zero + 1)..<key.count).copied
    return try? StreamID(parsing: String(decoding: name, as: UTF8.self))
  }
}

extension FactWriter {
  /// Keeps what a new event names.
  func stageReferences(
    of event: StagedEvent, _ type: EventType, on subject: StreamID,
    _ transaction: inout WriteTransaction
  ) throws(LedgerError) {
    for named in try streams(namedBy: event, type, on: subject) {
      let key = StreamReference.key(named, by: subject.description.utf8)
      if try position(key, transaction.reader) != nil { continue }
      try transaction.store(
        database, key, StreamReference.value(from: event.position, under: key))
    }
  }

  /// Takes out what events named that are taken back, unless it was named before.
  func unstageReferences(
    of stream: StagedStream, _ transaction: inout WriteTransaction
  ) throws(LedgerError) {
    for event in stream.events {
      for named in try streams(namedBy: event, try sketch(event).type, on: stream.subject) {
        let key = StreamReference.key(named, by: stream.subject.description.utf8)
        if try position(key, transaction.reader) == event.position {
          try transaction.remove(database, key)
        }
      }
    }
  }

  private func streams(
    namedBy event: StagedEvent, _ type: EventType, on subject: StreamID
  ) throws(LedgerError) -> [StreamID] {
    guard type.namesStreams else { return [] }
    do throws(EventError) {
      let decoded = try RecordCodec.decode(event.record, texts: nil, on: subject).event
      return decoded.data.references(on: decoded.subject).map(\.stream)
    } catch {
      throw .damaged(position: event.position, reason: "\(error)")
    }
  }

  private func position(
    _ key: [UInt8], _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> UInt64? {
    let stored = try transaction.withValue(database, key.span) {
      value throws(LedgerError) in StreamReference.position(value, under: key.span)
    }
    guard let stored else { return nil }
    guard let position = stored else { throw FactReader.damaged }
    return position
  }
}
