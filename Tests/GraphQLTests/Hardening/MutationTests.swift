import Foundation
import GraphQL
import Testing

/// Documents with something wrong in them, made of the kitchen sinks: whatever they are, they are
/// answered, and what is read prints as it was read.
///
/// A sample of them is tried, which `MUTATION_SEED=N` shifts; `ALL_MUTATIONS=1` tries every byte at
/// every place, which takes four minutes in a debug build.
@Suite struct MutationTests {
  private static let sinks = [Fixtures.executableKitchenSink, Fixtures.schemaKitchenSink]
  private static let environment = ProcessInfo.processInfo.environment
  private static let isWhole = environment["ALL_MUTATIONS"] != nil
  private static let seed = environment["MUTATION_SEED"].flatMap { Int($0) } ?? 0

  /// One of so many places in a text of that length; all of them, where all are asked for.
  private static func places(_ count: Int, oneOf step: Int) -> StrideTo<Int> {
    isWhole
      ? stride(from: 0, to: count, by: 1) : stride(from: abs(seed % step), to: count, by: step)
  }

  private let schema: Schema

  init() throws {
    schema = try buildSchema(Library.sdl)
  }

  /// Puts bytes through everything that takes a document from a stranger.
  ///
  /// - Returns: whether they are a document.
  private func tried(_ bytes: [UInt8]) -> Bool {
    let document: Document
    do throws(GraphQLError) {
      document = try parse(SourceText(bytes: bytes))
    } catch {
      #expect(error.message.hasPrefix("Syntax error: "))
      #expect(error.locations.count == 1)
      return false
    }
    let shown = String(decoding: bytes, as: UTF8.self)
    do throws(GraphQLError) {
      #expect(try parse(print(document)) == document, "\(shown)")
    } catch {
      Issue.record("what was read does not print as a document: \(error.message): \(shown)")
    }
    let errors = validate(document, against: schema)
    #expect(errors.count <= Limits().errors)
    #expect(errors.allSatisfy { !$0.locations.isEmpty }, "\(shown)")
    #expect(validateSchema(document).count <= Limits().errors)
    do throws(SchemaErrors) { _ = try buildSchema(document) } catch {
      #expect(!error.errors.isEmpty)
    }
    return true
  }

  @Test("every beginning of a document is read or refused", arguments: sinks)
  func prefixes(_ sink: String) {
    let bytes = Array(sink.utf8)
    var documents = 0
    for end in MutationTests.places(bytes.count, oneOf: 3) where tried(Array(bytes[..<end])) {
      documents += 1
    }
    #expect(tried(bytes))
    // A definition ends with it and with what is blank after it.
    #expect(documents >= 3)
  }

  @Test("every byte of a document may be another", arguments: sinks)
  func mutations(_ sink: String) {
    let original = Array(sink.utf8)
    let telling =
      Array("\"{}()[]$!:=|&@#\\ .,\n\r\t-0aA_e".utf8) + [0, 0x7F, 0x80, 0xC3, 0xEF, 0xFF]
    var documents = 0
    for index in MutationTests.places(original.count, oneOf: 2) {
      let candidates =
        MutationTests.isWhole
        ? Array(0...255)
        // One of them at each place, all of them over some more places.
        : [telling[(index / 2 + abs(MutationTests.seed % telling.count)) % telling.count]]
      for byte in candidates where byte != original[index] {
        var bytes = original
        bytes[index] = byte
        if tried(bytes) { documents += 1 }
      }
    }
    // Many a mutation changes a name or a blank only.
    #expect(documents > 50)
  }

  @Test("any byte may be missing, and any may be there twice", arguments: sinks)
  func lengths(_ sink: String) {
    let original = Array(sink.utf8)
    var documents = 0
    for index in MutationTests.places(original.count, oneOf: 10) {
      var bytes = original
      bytes.remove(at: index)
      if tried(bytes) { documents += 1 }
      bytes = original
      bytes.insert(original[index], at: index)
      if tried(bytes) { documents += 1 }
    }
    #expect(documents > 50)
  }

  @Test(
    "a document that ends inside an escape is refused",
    arguments: [
      #"\"#, #"\u"#, #"\u0"#, #"\u00e"#, #"\u{"#, #"\u{1F60"#, #"\uD83D"#, #"\uD83D\"#,
      #"\uD83D\uDE0"#,
    ])
  func escapes(_ end: String) {
    #expect(!tried(Array("{ a(b: \"x\(end)".utf8)))
    #expect(!tried(Array("{ a(b: \"\"\"x\(end)".utf8)))
  }
}
