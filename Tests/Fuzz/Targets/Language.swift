internal import GraphQL

extension FuzzTarget {
  /// Any bytes as a document: read, or refused with an error that names a place in them.
  static let parsing = FuzzTarget(name: "parse") { bytes in
    let source = SourceText(bytes: bytes)
    switch Result(catching: { () throws(GraphQLError) in try parse(source) }) {
    case .success(let document):
      try expect(!document.definitions.isEmpty, "a document without definitions")
      for definition in document.definitions {
        let offset = definition.position.offset
        try expect(bytes.indices.contains(offset), "a definition that begins at \(offset)")
      }
    case .failure(let error):
      try expect(error.locations.count == 1, "a syntax error with \(error.locations.count) places")
      let lines = bytes.count { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } + 1
      for place in error.locations {
        try expect((1...lines).contains(place.line), "line \(place.line) of \(lines)")
        try expect((1...bytes.count + 1).contains(place.column), "column \(place.column)")
      }
    }
    try coordinate(String(decoding: bytes, as: UTF8.self))
  }

  private static func coordinate(_ text: String) throws {
    guard let coordinate = try? SchemaCoordinate(text) else { return }
    try expect(coordinate.description == text, "the coordinate \(coordinate) is written \(text)")
  }

  /// What is printed reads as the same document, and prints as the same text.
  static let printing = FuzzTarget(name: "print") { bytes in
    guard let document = try? parse(SourceText(bytes: bytes)) else { return }
    let text = print(document)
    let again: Document
    do throws(GraphQLError) {
      again = try parse(text)
    } catch {
      // Layout and escapes take bytes, which are limited too.
      guard text.utf8.count <= Limits().bytes else { return }
      throw Finding(description: "\(error.message) in what was printed:\n\(text)")
    }
    try expect(again == document, "another document was printed:\n\(text)")
    try expect(print(again) == text, "printed otherwise the second time:\n\(text)")
  }
}
