internal import Coding

/// The bytes of a record, format 1: what is stored, and what is hashed into the tree.
///
/// A fixed header of 56 bytes, then the envelope's other fields, the commitment to the texts, and
/// the body (`docs/file-format.md` draws them). Texts are no part of it.
public enum RecordCodec {
  /// The first byte of every record.
  public static let format: UInt8 = 1
  /// The bytes of the fixed header.
  public static let headerLength = 56
  /// Where position, revision and instant begin in it, eight bytes each.
  private static let placeOffset = 8
  private static let commitmentLength = 32

  /// An event's two encodings: the record up to its commitment, and its texts.
  public struct Encoded: Sendable {
    /// The texts, length-prefixed; empty where there are none.
    public var texts: [UInt8]
    /// The record with zeros for its place, and where it has texts, for their commitment.
    fileprivate var record: [UInt8]
    /// Where the commitment stands.
    fileprivate var commitmentOffset: Int
  }

  /// Encodes what does not depend on where the event will stand.
  ///
  /// - Precondition: the event has an id.
  public static func encode(_ event: Event) -> Encoded {
    var writer = BodyWriter()
    writer.record.byte(event.reason == nil ? 0 : 1)
    event.reason?.write(to: &writer)
    event.data.visit(&writer)
    let texts = writer.texts.bytes
    let body = writer.record.bytes
    var record = ByteWriter(capacity: headerLength + 128 + body.count)
    writeHeader(of: event, hasTexts: !texts.isEmpty, to: &record)
    record.string(event.subject.description)
    if let actor = event.actor { record.string(actor.description) }
    if let institution = event.institution { record.string(institution.description) }
    if let causation = event.causation { record.raw(causation.bytes) }
    if let correlation = event.correlation { record.raw(correlation.bytes) }
    record.varint(UInt64(event.sources.count))
    for source in event.sources { record.string(source.description) }
    let commitmentOffset = record.bytes.count
    if !texts.isEmpty { record.raw(repeatElement(0, count: commitmentLength)) }
    record.raw(body)
    return Encoded(texts: texts, record: record.bytes, commitmentOffset: commitmentOffset)
  }

  private static func writeHeader(
    of event: Event, hasTexts: Bool, to writer: inout ByteWriter
  ) {
    guard let id = event.id else { preconditionFailure("an event without an id") }
    writer.byte(format)
    writer.byte(flags(of: event, hasTexts: hasTexts))
    writer.fixed(event.type.rawValue)
    writer.byte(UInt8(event.type.schemaVersion))
    writer.byte(event.provenance.rawValue)
    writer.byte(event.effective?.coded.kind ?? 0)
    writer.byte(event.published?.coded.kind ?? 0)
    precondition(writer.bytes.count == placeOffset, "a header of another length")
    for _ in 0..<3 { writer.fixed(UInt64(0)) }
    id.write(to: &writer)
    writer.fixed(event.effective?.coded.lastDay ?? 0)
    writer.fixed(event.published?.coded.lastDay ?? 0)
    precondition(writer.bytes.count == headerLength, "a header of another length")
  }

  /// The record of an encoded event at its place.
  ///
  /// - Parameter commitment: 32 bytes where the event has texts.
  public static func record(
    _ encoded: Encoded, position: UInt64, revision: UInt64, recorded: Instant,
    commitment: [UInt8]?
  ) -> [UInt8] {
    precondition((commitment != nil) == !encoded.texts.isEmpty, "texts want a commitment")
    var record = encoded.record
    record.set(position, at: placeOffset)
    record.set(revision, at: placeOffset + 8)
    record.set(UInt64(bitPattern: recorded.microseconds), at: placeOffset + 16)
    if let commitment {
      precondition(commitment.count == commitmentLength, "a commitment of 32 bytes")
      let start = encoded.commitmentOffset
      record.replaceSubrange(start..<(start + commitmentLength), with: commitment)
    }
    return record
  }

  private enum Flag {
    static let texts: UInt8 = 1
    static let actor: UInt8 = 2
    static let institution: UInt8 = 4
    static let causation: UInt8 = 8
    static let correlation: UInt8 = 16
    static let all: UInt8 = 31
  }

  private static func flags(of event: Event, hasTexts: Bool) -> UInt8 {
    (hasTexts ? Flag.texts : 0) | (event.actor == nil ? 0 : Flag.actor)
      | (event.institution == nil ? 0 : Flag.institution)
      | (event.causation == nil ? 0 : Flag.causation)
      | (event.correlation == nil ? 0 : Flag.correlation)
  }

  /// The event that a record holds.
  ///
  /// - Parameters:
  ///   - texts: the texts; all read as absent where there are none, or where they are zeros, as after
  ///     redaction (texts begin with a length, which is never 0).
  ///   - expected: the stream that it probably stands on, as its neighbours do: its name need not be
  ///     read anew where it is.
  /// - Throws: `EventError.corrupt` for bytes that no writer wrote, `.newerSchema` for a body of a
  ///   later version than this build reads.
  public static func decode(
    _ record: [UInt8], texts: [UInt8]?, on expected: StreamID? = nil,
    upcasters: [Upcaster] = Upcaster.all
  ) throws(EventError) -> RecordedEvent {
    do {
      var reader = ByteReader(record)
      let header = try Header(&reader)
      let subject = try subject(&reader, expected)
      return try decode(header, subject, &reader, texts, upcasters)
    } catch let error as EventError {
      switch error {
      case .corrupt, .newerSchema: throw error
      default: throw .corrupt(reason: "a record's envelope: \(error)")
      }
    } catch {
      throw .corrupt(reason: "a record: \(error)")
    }
  }

  private static func subject(
    _ reader: inout ByteReader, _ expected: StreamID?
  ) throws -> StreamID {
    if let expected, try reader.skip(string: expected.description) { return expected }
    return try StreamID(parsing: try reader.string())
  }

  private static func decode(
    _ header: Header, _ subject: StreamID, _ reader: inout ByteReader, _ texts: [UInt8]?,
    _ upcasters: [Upcaster]
  ) throws -> RecordedEvent {
    let actor = try header.has(Flag.actor) ? Identifier(parsing: reader.string()) : nil
    let institution = try header.has(Flag.institution) ? Identifier(parsing: reader.string()) : nil
    let causation = try header.has(Flag.causation) ? EventID(bytes: reader.raw(16)) : nil
    let correlation = try header.has(Flag.correlation) ? EventID(bytes: reader.raw(16)) : nil
    var sources: [SourceReference] = []
    for _ in 0..<(try reader.varint()) {
      sources.append(try SourceReference(parsing: try reader.string()))
    }
    let commitment = try header.has(Flag.texts) ? reader.raw(commitmentLength) : nil
    // A body of the version that this build reads is read where it stands.
    if !upcasters.isEmpty || header.schemaVersion != header.type.schemaVersion {
      let stored = try reader.raw(reader.remaining)
      reader = ByteReader(
        try Upcaster.current(
          stored, type: header.type, version: header.schemaVersion, by: upcasters))
    }
    let isAbsent = texts?.allSatisfy { $0 == 0 } ?? true
    var body = BodyReader(record: reader, texts: isAbsent ? nil : texts.map { ByteReader($0) })
    body.upcasters = upcasters
    var reason: Text?
    try body.optional("reason", &reason)
    let data = try EventData(header.type, reading: &body)
    try body.record.end()
    try body.texts?.end()
    guard header.hasTexts == body.hasText else {
      throw EventError.corrupt(reason: "a commitment without texts, or texts without one")
    }
    var event = Event(subject: subject, effective: header.effective, data: data)
    event.id = header.id
    event.published = header.published
    event.actor = actor
    event.institution = institution
    event.reason = reason
    event.sources = sources
    event.provenance = header.provenance
    event.causation = causation
    event.correlation = correlation
    return RecordedEvent(
      position: header.position, revision: header.revision, recorded: header.recorded,
      event: event, commitment: commitment)
  }

  /// The fixed header of a record, which answers most questions without the rest.
  public struct Header: Sendable {
    /// The type.
    public let type: EventType
    /// The version of the body.
    public let schemaVersion: Int
    /// Whose word it is.
    public let provenance: Provenance
    /// When it was true.
    public let effective: CoarseDate?
    /// When it was said in public.
    public let published: CoarseDate?
    /// Its place in the ledger.
    public let position: UInt64
    /// Its place on its stream.
    public let revision: UInt64
    /// When the ledger learned it.
    public let recorded: Instant
    /// Its name.
    public let id: EventID
    private let flags: UInt8

    /// Whether the event has texts.
    public var hasTexts: Bool { has(Flag.texts) }

    fileprivate func has(_ flag: UInt8) -> Bool { flags & flag != 0 }

    /// Reads the header of a record.
    ///
    /// - Throws: `EventError.corrupt`.
    public init(of record: [UInt8]) throws(EventError) {
      var reader = ByteReader(record)
      do {
        try self.init(&reader)
      } catch let error as EventError {
        throw error
      } catch {
        throw .corrupt(reason: "a record's header: \(error)")
      }
    }

    fileprivate init(_ reader: inout ByteReader) throws {
      guard try reader.byte() == RecordCodec.format else {
        throw EventError.corrupt(reason: "a record of another format than 1")
      }
      flags = try reader.byte()
      guard let type = EventType(rawValue: try reader.fixed(UInt16.self)) else {
        throw EventError.corrupt(reason: "a record of no known type")
      }
      self.type = type
      schemaVersion = Int(try reader.byte())
      let provenance = Provenance(rawValue: try reader.byte())
      let effectiveKind = try reader.byte()
      let publishedKind = try reader.byte()
      position = try reader.fixed()
      revision = try reader.fixed()
      recorded = Instant(microseconds: try reader.fixed())
      id = EventID(high: try reader.fixed(), low: try reader.fixed())
      effective = try Header.date(effectiveKind, try reader.fixed())
      published = try Header.date(publishedKind, try reader.fixed())
      guard let provenance, flags & ~Flag.all == 0, recorded.isWritable else {
        throw EventError.corrupt(reason: "a record's header")
      }
      self.provenance = provenance
    }

    private static func date(_ kind: UInt8, _ lastDay: Int32) throws(EventError) -> CoarseDate? {
      if kind == 0 && lastDay == 0 { return nil }
      guard let date = CoarseDate(kind: kind, lastDay: lastDay) else {
        throw .corrupt(reason: "a record's date")
      }
      return date
    }
  }
}

extension [UInt8] {
  /// Overwrites eight bytes by a number, most significant byte first.
  fileprivate mutating func set(_ value: UInt64, at offset: Int) {
    for index in 0..<8 {
      self[offset + index] = UInt8(truncatingIfNeeded: value >> UInt64(56 - 8 * index))
    }
  }
}
