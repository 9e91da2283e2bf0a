internal import Coding
internal import Events
internal import GraphQL
internal import Projections

extension Resolvers<QueryContext> {
  /// How custom scalars come in; they go out as their resolvers give them.
  mutating func addScalars() {
    scalar("Date", .checked { text throws(EventError) in _ = try CoarseDate(parsing: text) })
    scalar("Instant", .checked { text throws(EventError) in _ = try Instant(parsing: text) })
    scalar("UUID", .checked { text throws(EventError) in _ = try EventID(parsing: text) })
    scalar(
      "DateOrInstant",
      ScalarCoercion(parse: { json throws(FieldError) in
        guard let text = json.string, RecordedBy(parsing: text) != nil else {
          throw FieldError(
            "expected a day such as 2025-01-28, an instant such as \(Instant.example), or a position "
              + "such as @255; found \(json.shown)")
        }
        return .string(text)
      }))
    // Resolvers give JSON as the text that it is.
    scalar(
      "JSON",
      ScalarCoercion(serialize: { value, writer throws(FieldError) in
        guard case .string(let text) = value else { throw FieldError("expected JSON") }
        writer.literal(text)
      }))
    scalar(
      "Long",
      ScalarCoercion(parse: { json throws(FieldError) in
        guard let number = json.integer ?? json.string.flatMap({ Int64($0) }) else {
          throw FieldError("expected a whole number of 64 bits; found \(json.shown)")
        }
        return .int(Int(number))
      }))
  }
}

extension ScalarCoercion {
  /// A scalar whose text is checked where it comes in, and kept as it was written.
  fileprivate static func checked(
    _ check: @escaping @Sendable (String) throws(EventError) -> Void
  ) -> ScalarCoercion {
    ScalarCoercion(parse: { json throws(FieldError) in
      guard let text = json.string else {
        throw FieldError("expected a string; found \(json.shown)")
      }
      do throws(EventError) {
        try check(text)
      } catch {
        throw FieldError(sentence(for: error))
      }
      return .string(text)
    })
  }
}

extension JSON {
  fileprivate var shown: String { String(decoding: encoded.prefix(120), as: UTF8.self) }
}

extension RecordedBy {
  /// Reads a date, an instant, or `@` and a position.
  package init?(parsing text: String) {
    if text.hasPrefix("@") {
      guard let position = UInt64(text.dropFirst()) else { return nil }
      self = .position(position)
    } else if let date = try? CoarseDate(parsing: text) {
      self = .day(date.lastDay)
    } else if let instant = try? Instant(parsing: text) {
      self = .instant(instant)
    } else {
      return nil
    }
  }
}

extension InputValue {
  /// The date of a `Date` that was checked when it came in.
  var date: CoarseDate? { string.flatMap { try? CoarseDate(parsing: $0) } }
  /// The instant of an `Instant`.
  var instant: Instant? { string.flatMap { try? Instant(parsing: $0) } }
  /// What a `DateOrInstant` says.
  var recordedBy: RecordedBy? { string.flatMap { RecordedBy(parsing: $0) } }
}

extension Provenance {
  init?(_ value: InputValue) {
    guard let word = value.string, let provenance = try? Provenance(parsing: word) else {
      return nil
    }
    self = provenance
  }
}

extension Resolved {
  /// A date as it was written, or null.
  init(_ date: CoarseDate?) { self.init(date?.description) }
  /// A code, or null.
  init(_ id: Identifier?) { self.init(id?.description) }
  /// A word, or null.
  init(word: (some Word)?) { self.init(word?.description) }
  /// A position or revision.
  init(number: UInt64) { self = .int(Int(number)) }
  /// An instant, or null.
  init(_ instant: Instant?) { self.init(instant?.description) }
}
