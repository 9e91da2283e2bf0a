internal import Coding

extension CloudEvents {
  /// The attributes of one CloudEvent, each taken once; what is left over is refused.
  struct Attributes {
    private var members: JSONMembers

    init(_ json: JSON) throws(EventError) {
      guard case .object(let members) = json else {
        throw .invalid(
          field: "line", value: json.kind, expected: "one CloudEvents object a line",
          example: #"{"specversion": "1.0", "type": "planledger.ActionStarted", …}"#)
      }
      self.members = JSONMembers(members)
    }

    /// The attribute's value; `nil` where it is left out or `null`.
    mutating func take(_ name: String) -> JSON? { members.take(name) }

    mutating func value<Value: FieldValue>(
      _ name: String, _ reading: JSONReading
    ) throws(EventError) -> Value? {
      guard let json = take(name) else { return nil }
      do {
        return try Value(json: json, reading)
      } catch {
        throw error.under(name)
      }
    }

    /// The attributes that CloudEvents asks for and that say nothing of the event.
    mutating func checkContext() throws(EventError) {
      if let version = take("specversion"), version != .string("1.0") {
        throw .invalid(
          field: "specversion", value: version.shown, expected: "1.0", example: "\"1.0\"")
      }
      if let content = take("datacontenttype"), content != .string("application/json") {
        throw .invalid(
          field: "datacontenttype", value: content.shown, expected: "application/json",
          example: "\"application/json\"")
      }
    }

    mutating func type() throws(EventError) -> EventType {
      guard let json = take("type") else { throw .missing(field: "type") }
      let name = json.shown
      guard name.hasPrefix(typePrefix),
        let type = EventType(name: String(name.dropFirst(typePrefix.count)))
      else { throw .unknownType(name: name) }
      return type
    }

    mutating func sources() throws(EventError) -> [SourceReference] {
      guard let json = take("sources") else { return [] }
      guard case .string(let text) = json else {
        throw .invalid(
          field: "sources", value: json.shown, expected: "a string of references between spaces",
          example: SourceReference.example)
      }
      var sources: [SourceReference] = []
      for part in text.split(separator: " ") {
        do {
          sources.append(try SourceReference(parsing: String(part)))
        } catch {
          throw error.under("sources")
        }
      }
      return sources
    }

    /// A whole number in a string of digits, or as a number.
    mutating func digits(_ name: String) throws(EventError) -> UInt64? {
      guard let json = take(name) else { return nil }
      let text = json.shown
      let isDigits = text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      guard isDigits, let number = UInt64(text) else {
        throw .invalid(
          field: name, value: json.shown, expected: "a string of digits", example: "\"57\"")
      }
      return number
    }

    /// What an export says beside the event; `nil` where the line has no position.
    mutating func recorded() throws(EventError) -> Recorded? {
      let position = try digits("position")
      let revision = try digits("revision")
      let salt = try hash("salt")
      let commitment = try hash("commitment")
      let redacted = try digits("redacted")
      let source = take("source")?.shown
      var recorded: Instant?
      if let time = take("time") {
        do {
          recorded = try Instant(parsing: time.shown)
        } catch {
          throw error.under("time")
        }
      }
      guard let position, let revision, let recorded else { return nil }
      let ledger = source.flatMap { text in
        text.hasPrefix(sourcePrefix) ? String(text.dropFirst(sourcePrefix.count)) : nil
      }
      return Recorded(
        position: position, revision: revision, recorded: recorded, salt: salt,
        commitment: commitment, redactedLength: redacted.map { Int(clamping: $0) }, ledger: ledger)
    }

    private mutating func hash(_ name: String) throws(EventError) -> [UInt8]? {
      guard let json = take(name) else { return nil }
      guard let bytes = Hex.decode(json.shown), bytes.count == 32 else {
        throw .invalid(
          field: name, value: json.shown, expected: "64 hexadecimal digits",
          example: Digest.example)
      }
      return bytes
    }

    /// Refuses what is left.
    func finish() throws(EventError) {
      try members.finish(known: CloudEvents.attributeNames)
    }
  }

  /// The attributes that a line may have.
  static let attributeNames = [
    "specversion", "id", "source", "type", "subject", "time", "datacontenttype", "data",
    "effective", "published", "provenance", "actor", "institution", "reason", "sources", "position",
    "revision", "expectedrevision", "schemaversion", "causation", "correlation", "salt",
    "commitment", "redacted",
  ]
}
