public import Coding

/// What came of a request (§7): its errors, and its data as JSON already written.
public struct Response: Sendable {
  /// The errors, in the order in which they were met.
  public let errors: [GraphQLError]
  /// `{"data":…}`; empty for a request that was refused before it ran.
  private let whole: [UInt8]

  private static let prefix = Array("{\"data\":".utf8)

  init(errors: [GraphQLError], whole: [UInt8] = []) {
    self.errors = errors
    self.whole = whole
  }

  /// A response without data: the request was refused before it ran (§7.1.1).
  public static func refused(_ errors: [GraphQLError]) -> Response {
    Response(errors: errors)
  }

  /// The data as JSON, which may be `null`; `nil` where the request was refused before it ran.
  public var data: [UInt8]? {
    whole.isEmpty ? nil : Array(whole[Response.prefix.count..<(whole.count - 1)])
  }

  /// The whole response as JSON: errors where there are any, data where it ran, extensions last.
  ///
  /// - Complexity: O(1) for a response without errors and extensions; else O(*n*) in its length.
  public func encoded(extensions: JSON? = nil) -> [UInt8] {
    if errors.isEmpty, extensions == nil { return whole }
    var writer = JSONWriter()
    writer.beginObject()
    if !errors.isEmpty {
      writer.key("errors")
      writer.beginArray()
      for error in errors { error.write(to: &writer) }
      writer.endArray()
    }
    if let data {
      writer.key("data")
      writer.raw(data)
    }
    if let extensions {
      writer.key("extensions")
      writer.value(extensions)
    }
    writer.endObject()
    return writer.bytes
  }
}
