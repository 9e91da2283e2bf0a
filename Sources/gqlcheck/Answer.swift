internal import Coding
internal import GraphQL

/// What is said of one document, schema or request: a JSON text on one line.
struct Answer: Equatable {
  /// The text, without a line feed.
  var text: [UInt8]
  /// Whether nothing was found wrong.
  var isValid: Bool

  /// Nothing is wrong.
  static let valid = Answer(text: Array(#"{"ok":true}"#.utf8), isValid: true)

  /// What is wrong; valid where that is nothing.
  init(errors: [GraphQLError]) {
    self = errors.isEmpty ? .valid : Answer(errors, under: "errors")
  }

  /// Whether a text is a document at all.
  init(parsing source: SourceText) {
    do throws(GraphQLError) {
      _ = try parse(source)
      self = .valid
    } catch {
      self.init(errors: [error])
    }
  }

  /// Whether the definitions of a type-system document keep a rule about them.
  init(_ source: SourceText, _ rule: SchemaRule) {
    do throws(GraphQLError) {
      self.init(errors: validateSchema(try parse(source), rules: [rule]))
    } catch {
      self.init(errors: [error])
    }
  }

  /// Whether a text is a document that defines types or directives and requests nothing.
  static func definesTypesOnly(_ source: SourceText) -> Bool {
    do throws(GraphQLError) {
      let document = try parse(source)
      return document.operations.isEmpty && document.fragments.isEmpty
    } catch {
      return false
    }
  }

  /// What is wrong with the schema itself.
  init(schemaErrors: SchemaErrors) {
    self.init(schemaErrors.errors, under: "schemaErrors")
  }

  /// The response to a request that was executed.
  init(_ response: Response) {
    self.init(text: response.encoded(), isValid: response.errors.isEmpty)
  }

  private init(text: [UInt8], isValid: Bool) {
    self.text = text
    self.isValid = isValid
  }

  private init(_ errors: [GraphQLError], under key: String) {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("ok")
    writer.bool(false)
    writer.key(key)
    writer.beginArray()
    for error in errors { error.write(to: &writer) }
    writer.endArray()
    writer.endObject()
    self.init(text: writer.bytes, isValid: false)
  }
}
