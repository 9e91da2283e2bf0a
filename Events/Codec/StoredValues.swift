/// Values read where they are stored, without a copy of the bytes around them.
///
/// `BodyReader` reads the same forms and says what is wrong with them; these return `nil`.
extension Span<UInt8> {
  /// A length in front of so many bytes, as `ByteWriter.varint` writes it; `nil` where there are fewer.
  package func length(at next: inout Int) -> Int? {
    // Most are of one byte.
    if next < count, self[next] < 0x80 {
      let value = Int(self[next])
      next += 1
      return value <= count - next ? value : nil
    }
    var value = 0
    var shift = 0
    while next < count, shift < 28 {
      let byte = self[next]
      next += 1
      value |= Int(byte & 0x7F) << shift
      if byte & 0x80 == 0 {
        // Only the shortest form is one.
        guard byte != 0 || shift == 0 else { return nil }
        return value <= count - next ? value : nil
      }
      shift += 7
    }
    return nil
  }
}

extension Span<UInt8> {
  /// Whether all bytes are ASCII: eight at a time.
  var isASCII: Bool {
    var bits: UInt64 = 0
    var next = 0
    while next &+ 8 <= count {
      bits |= unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: next, as: UInt64.self)
      next &+= 8
    }
    while next < count {
      bits |= UInt64(self[next])
      next &+= 1
    }
    return bits & 0x8080_8080_8080_8080 == 0
  }
}

extension Identifier {
  /// A code by its bytes.
  package init?(stored bytes: Span<UInt8>) {
    guard Identifier.isValid(bytes) else { return nil }
    self.init(unchecked: bytes)
  }
}

extension AssessmentScale {
  /// A scale by its bytes.
  package init?(stored bytes: Span<UInt8>) {
    // Most verdicts are on one scale: no other string need be made for it.
    if bytes.isSpelled(AssessmentScale.plan3.description) {
      self = .plan3
      return
    }
    guard let text = try? UTF8Span(validating: bytes),
      let scale = try? AssessmentScale(parsing: String(copying: text))
    else { return nil }
    self = scale
  }
}

extension Percent {
  /// A number by its byte.
  package init?(stored number: UInt8) {
    guard number <= 100 else { return nil }
    self = .placeholder
    self.number = number
  }
}

extension LangText {
  /// A text by language that begins there among an event's texts.
  package init?(stored texts: Span<UInt8>, at next: inout Int) {
    guard let count = texts.length(at: &next), count > 0 else { return nil }
    var variants: [Variant] = []
    variants.reserveCapacity(count)
    for _ in 0..<count {
      guard let language = texts.string(at: &next), let text = texts.string(at: &next),
        LangText.isLanguage(language), Text.isValid(text)
      else { return nil }
      if let last = variants.last, last.language >= language { return nil }
      variants.append(Variant(language: language, text: text))
    }
    self.init(unchecked: variants)
  }
}

extension Span<UInt8> {
  fileprivate func string(at next: inout Int) -> String? {
    guard let length = length(at: &next) else { return nil }
    next += length
    guard let text = try? UTF8Span(validating: extracting((next - length)..<next)) else {
      return nil
    }
    return String(copying: text)
  }

  fileprivate func isSpelled(_ text: String) -> Bool {
    let wanted = text.utf8.span
    return count == wanted.count && indices.allSatisfy { self[$0] == wanted[$0] }
  }
}
