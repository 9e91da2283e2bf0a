public import Coding

/// Events as CloudEvents 1.0 in JSON, one object a line.
public enum CloudEvents {
  /// What stands before an event's type.
  static let typePrefix = "planledger."

  /// What an export says of an event beside the event: enough for a ledger with the same root.
  public struct Recorded: Sendable, Hashable {
    /// Its place in the ledger.
    public var position: UInt64
    /// Its place on its stream.
    public var revision: UInt64
    /// When the ledger learned it.
    public var recorded: Instant
    /// The salt of its commitment, 32 bytes.
    public var salt: [UInt8]?
    /// The commitment to its texts, 32 bytes.
    public var commitment: [UInt8]?
    /// The lengths of texts that were removed for good.
    public var redactedLength: Int?
    /// The ledger's id, from `source`.
    public var ledger: String?
  }

  /// A line as it was read.
  public struct Line: Sendable, Hashable {
    /// The event.
    public var event: Event
    /// What an export says beside it; `nil` where the line is not from one.
    public var recorded: Recorded?
  }

  /// Reads an event from its JSON object.
  ///
  /// - Parameter reading: the ledger's default language, and the types of events that corrections name.
  /// - Throws: `EventError`, naming the attribute or the field under `data`.
  public static func read(_ json: JSON, _ reading: JSONReading) throws(EventError) -> Line {
    var attributes = try Attributes(json)
    try attributes.checkContext()
    let id: EventID? = try attributes.value("id", reading)
    guard let subject: StreamID = try attributes.value("subject", reading) else {
      throw .missing(field: "subject")
    }
    let type = try attributes.type()
    var event = Event(
      subject: subject, effective: try attributes.value("effective", reading),
      data: try data(of: type, attributes.take("data"), reading))
    event.id = id
    event.published = try attributes.value("published", reading)
    event.actor = try attributes.value("actor", reading)
    event.institution = try attributes.value("institution", reading)
    event.reason = try attributes.value("reason", reading)
    event.sources = try attributes.sources()
    event.provenance = try attributes.value("provenance", reading) ?? .reported
    event.causation = try attributes.value("causation", reading)
    event.correlation = try attributes.value("correlation", reading)
    event.expectedRevision = try attributes.digits("expectedrevision")
    if let version = try attributes.digits("schemaversion"), version != UInt64(type.schemaVersion) {
      throw .newerSchema(type: type, version: Int(clamping: version))
    }
    let recorded = try attributes.recorded()
    try attributes.finish()
    try event.check()
    return Line(event: event, recorded: recorded)
  }

  private static func data(
    of type: EventType, _ json: JSON?, _ reading: JSONReading
  ) throws(EventError) -> EventData {
    do {
      var fields = try JSONFieldReader(json ?? .object([]), reading)
      let data = try EventData(type, reading: &fields)
      try fields.finish(known: FieldDescription.fields(of: type))
      try data.check()
      return data
    } catch .missing(let field) {
      // Where a field is missing, one that does not exist is what was meant for it.
      let known = FieldDescription.fields(of: type).map(\.name)
      let unknown = json?.members?.first { !known.contains($0.name) }
      let error: EventError =
        unknown.map { .unknownField(name: $0.name, known: known) } ?? .missing(field: field)
      throw error.under("data")
    } catch {
      throw error.under("data")
    }
  }

  /// Writes an event as one line without its line feed.
  ///
  /// - Parameters:
  ///   - event: an event read with its texts.
  ///   - salt: the salt of its commitment.
  ///   - redactedLength: the length of texts that were removed for good.
  ///   - ledger: the ledger's id.
  public static func write(
    _ event: RecordedEvent, salt: [UInt8]?, redactedLength: Int?, ledger: String,
    to json: inout JSONWriter
  ) {
    func member(_ name: String, _ value: String?) {
      guard let value else { return }
      json.key(name)
      json.string(value)
    }
    let content = event.event
    json.beginObject()
    member("specversion", "1.0")
    member("id", event.id.description)
    member("source", sourcePrefix + ledger)
    member("type", typePrefix + content.type.name)
    member("subject", content.subject.description)
    member("time", event.recorded.description)
    member("datacontenttype", "application/json")
    member("effective", content.effective?.description)
    member("published", content.published?.description)
    member("provenance", content.provenance.description)
    member("actor", content.actor?.description)
    member("institution", content.institution?.description)
    if let reason = content.reason {
      json.key("reason")
      reason.write(to: &json)
    }
    if !content.sources.isEmpty {
      member("sources", content.sources.map(\.description).joined(separator: " "))
    }
    member("causation", content.causation?.description)
    member("correlation", content.correlation?.description)
    member("position", String(event.position))
    member("revision", String(event.revision))
    member("schemaversion", String(content.type.schemaVersion))
    member("salt", salt.map { Hex.encode($0) })
    member("commitment", event.commitment.map { Hex.encode($0) })
    member("redacted", redactedLength.map { String($0) })
    json.key("data")
    json.beginObject()
    var fields = JSONFieldWriter(json)
    content.data.visit(&fields)
    json = fields.json
    json.endObject()
    json.endObject()
  }

  /// What stands before the ledger's id in `source`.
  static let sourcePrefix = "urn:planledger:"
}
