internal import Coding

/// The catalogue as a JSON Schema, draft 2020-12: what a line of events may be.
///
/// A line that the schema refuses is refused by `append` too; the rules that a schema cannot tell,
/// such as those of the calendar, are `append`'s alone. A member that is `null` reads as left out,
/// which the schema does not say.
public enum JSONSchema {
  /// The schema as indented JSON text; the same bytes for every call.
  public static var catalogue: [UInt8] {
    JSON.object([
      .init("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      .init("$id", .string("urn:planledger:schema:events")),
      .init("title", .string("An event, as one line of planledger's interchange")),
      .init("oneOf", .array(types.map { reference($0.name) })),
      .init("$defs", .object(definitions)),
    ]).indented
  }

  private static var types: [EventType] { EventType.allCases }

  private static var definitions: [JSON.Member] {
    var members = [JSON.Member("Envelope", envelope)]
    for type in types {
      members.append(.init(type.name, event(type)))
      members.append(.init(type.name + "Data", object(FieldDescription.fields(of: type))))
    }
    members.append(.init("Text", text))
    members.append(.init("LangText", langText))
    members.append(.init("Digits", digits))
    for form in StringForm.all {
      members.append(.init(form.key, string(pattern: form.pattern)))
    }
    return members
  }

  /// One type's line: the envelope, closed, with what the type asks of it.
  private static func event(_ type: EventType) -> JSON {
    let fields = FieldDescription.fields(of: type)
    var properties: [JSON.Member] = [
      .init("type", constant(CloudEvents.typePrefix + type.name)),
      .init("subject", subject(of: type)), .init("data", reference(type.name + "Data")),
    ]
    var required = ["type", "subject"]
    if type.isAboutEvents {
      properties.append(.init("effective", .bool(false)))
      properties.append(.init("published", .bool(false)))
    } else {
      required.append("effective")
    }
    if fields.contains(where: \.isRequired) { required.append("data") }
    if type.needsReason { required.append("reason") }
    var members: [JSON.Member] = [
      .init("description", .string(type.summary)), .init("type", .string("object")),
      .init("allOf", .array([reference("Envelope")])), .init("properties", .object(properties)),
      .init("required", words(required)),
    ]
    if type == .planClosed {
      let notHeld = JSON.object([.init("itemVerdictsNotHeld", constant(.bool(true)))])
      let condition = whenPresent("data", whenPresent("itemVerdictsNotHeld", in: notHeld))
      members.append(.init("if", condition))
      members.append(.init("then", .object([.init("required", words(["reason"]))])))
    }
    members.append(.init("unevaluatedProperties", .bool(false)))
    return .object(members)
  }

  /// The attributes that every line may have (`CloudEvents`).
  private static var envelope: JSON {
    let hash = string(pattern: "^[0-9a-fA-F]{64}$")
    let properties: [JSON.Member] = [
      .init("specversion", constant("1.0")), .init("id", shape(EventID.shape)),
      .init("source", string(pattern: nil)), .init("type", string(pattern: nil)),
      .init("subject", shape(StreamID.shape)),
      .init(
        "time", .object([.init("type", .string("string")), .init("format", .string("date-time"))])),
      .init("datacontenttype", constant("application/json")),
      .init("effective", shape(CoarseDate.shape)), .init("published", shape(CoarseDate.shape)),
      .init("provenance", shape(Provenance.shape)), .init("actor", shape(Identifier.shape)),
      .init("institution", shape(Identifier.shape)), .init("reason", reference("Text")),
      .init("sources", string(pattern: "^ *\\S+( +\\S+)* *$")),
      .init("causation", shape(EventID.shape)), .init("correlation", shape(EventID.shape)),
      .init("expectedrevision", reference("Digits")), .init("position", reference("Digits")),
      .init("revision", reference("Digits")), .init("schemaversion", reference("Digits")),
      .init("salt", hash), .init("commitment", hash), .init("redacted", reference("Digits")),
      .init("data", .object([.init("type", .string("object"))])),
    ]
    let official = JSON.object([
      .init("provenance", constant(Provenance.official.description))
    ])
    return .object([
      .init("type", .string("object")), .init("properties", .object(properties)),
      .init("if", whenPresent("provenance", in: official)),
      .init("then", .object([.init("required", words(["sources"]))])),
    ])
  }

  /// A stream's name with a code wherever its pattern has capitals.
  private static func subject(of type: EventType) -> JSON {
    guard let kind = type.streamKind else { return shape(StreamID.shape) }
    let parts = kind.pattern.split(separator: "/").map { part in
      if part == "CC" { return "[A-Z]{2}" }
      return part.allSatisfy(\.isUppercase) ? "[A-Za-z0-9._-]{1,64}" : String(part)
    }
    return string(pattern: "^" + parts.joined(separator: "/") + "$")
  }
}

extension JSONSchema {
  private static func object(_ fields: [FieldDescription]) -> JSON {
    .object([
      .init("type", .string("object")),
      .init("properties", .object(fields.map { .init($0.name, list($0)) })),
      .init("required", words(fields.filter(\.isRequired).map(\.name))),
      .init("additionalProperties", .bool(false)),
    ])
  }

  /// A field's shape; a list that must be there is of at least one.
  private static func list(_ field: FieldDescription) -> JSON {
    guard case .list = field.shape, field.isRequired, case .object(let members) = shape(field.shape)
    else { return shape(field.shape) }
    return .object(members + [.init("minItems", .number("1"))])
  }

  private static func shape(_ shape: FieldShape) -> JSON {
    switch shape {
    case .string(let form, _): reference(StringForm.key(of: form))
    case .word(let choices): .object([.init("enum", words(choices))])
    case .integer(let least, let greatest):
      .object(
        [.init("type", .string("integer")), .init("minimum", .number(String(least)))]
          + [.init("maximum", .number(String(greatest)))])
    case .boolean: .object([.init("type", .string("boolean"))])
    case .text: reference("Text")
    case .langText: reference("LangText")
    case .list(let element):
      .object([.init("type", .string("array")), .init("items", self.shape(element))])
    case .group(let fields): object(fields)
    case .either(let shapes): .object([.init("anyOf", .array(shapes.map { self.shape($0) }))])
    case .body: .object([.init("anyOf", .array(types.map { reference($0.name + "Data") }))])
    }
  }

  private static var text: JSON {
    .object([
      .init("type", .string("string")), .init("minLength", .number("1")),
      .init("maxLength", .number(String(Text.byteLimit))),
    ])
  }

  private static var langText: JSON {
    let variants: [JSON.Member] = [
      .init("type", .string("object")),
      .init("propertyNames", shape(LanguageTag.shape)),
      .init("additionalProperties", reference("Text")), .init("minProperties", .number("1")),
    ]
    return .object([.init("anyOf", .array([reference("Text"), .object(variants)]))])
  }

  private static var digits: JSON {
    let number: [JSON.Member] = [
      .init("type", .string("integer")), .init("minimum", .number("0")),
    ]
    return .object([.init("anyOf", .array([string(pattern: "^[0-9]+$"), .object(number)]))])
  }

  private static func string(pattern: String?) -> JSON {
    .object(
      [.init("type", .string("string"))] + (pattern.map { [.init("pattern", .string($0))] } ?? []))
  }

  private static func reference(_ name: String) -> JSON {
    .object([.init("$ref", .string("#/$defs/" + name))])
  }

  private static func constant(_ text: String) -> JSON { constant(.string(text)) }

  private static func constant(_ value: JSON) -> JSON { .object([.init("const", value)]) }

  private static func words(_ words: [String]) -> JSON { .array(words.map { .string($0) }) }

  private static func whenPresent(_ name: String, _ condition: JSON) -> JSON {
    whenPresent(name, in: .object([.init(name, condition)]))
  }

  private static func whenPresent(_ name: String, in properties: JSON) -> JSON {
    .object([.init("properties", properties), .init("required", words([name]))])
  }
}
