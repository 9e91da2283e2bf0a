public import Coding

extension Text: FieldValue {
  public static var placeholder: Text { .absent }
  public static let shape = FieldShape.text

  public init(json: JSON, _ reading: JSONReading) throws(EventError) {
    guard case .string(let text) = json else {
      throw .value(json.shown, expected: Text.expected, example: Text.example)
    }
    try self.init(text)
  }

  public func write(to json: inout JSONWriter) {
    json.string(description.isEmpty ? Text.redacted : description)
  }

  public init(from reader: inout BodyReader) throws(EventError) {
    let text = try reader.readText { texts throws(ByteError) in try texts.string() }
    if let text, !Text.isValid(text) { throw .corrupt(reason: "a stored text that is none") }
    self.init(unchecked: text ?? "")
  }

  public func write(to writer: inout BodyWriter) { writer.texts.string(description) }
}

extension LangText: FieldValue {
  public static var placeholder: LangText { .absent }
  public static let shape = FieldShape.langText

  public init(json: JSON, _ reading: JSONReading) throws(EventError) {
    switch json {
    case .string(let text): try self.init([(reading.defaultLanguage, text)])
    case .object(let members):
      var texts: [(language: String, text: String)] = []
      for member in members {
        guard case .string(let text) = member.value else {
          throw .value(member.value.shown, expected: LangText.expected, example: LangText.example)
        }
        texts.append((member.name, text))
      }
      try self.init(texts)
    default: throw .value(json.shown, expected: LangText.expected, example: LangText.example)
    }
  }

  public func write(to json: inout JSONWriter) {
    guard !variants.isEmpty else { return json.string(Text.redacted) }
    json.beginObject()
    for variant in variants {
      json.key(variant.language)
      json.string(variant.text)
    }
    json.endObject()
  }

  public init(from reader: inout BodyReader) throws(EventError) {
    let variants = try reader.readText { texts throws(ByteError) in
      var variants: [Variant] = []
      for _ in 0..<(try texts.varint()) {
        variants.append(Variant(language: try texts.string(), text: try texts.string()))
      }
      return variants
    }
    guard let variants else {
      self = .absent
      return
    }
    guard LangText.isCanonical(variants) else {
      throw .corrupt(reason: "a stored text by language that is none")
    }
    self.init(unchecked: variants)
  }

  public func write(to writer: inout BodyWriter) {
    writer.texts.varint(UInt64(variants.count))
    for variant in variants {
      writer.texts.string(variant.language)
      writer.texts.string(variant.text)
    }
  }
}
