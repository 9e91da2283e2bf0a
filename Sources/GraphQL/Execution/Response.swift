public import Coding

/// What came of a request (§7): its errors, and its data as JSON already written.
public struct Response: Sendable {
  /// The errors, in the order in which they were met.
  public let errors: [GraphQLError]
  /// `{"data":…`, not yet closed; empty for a request that was refused before it ran.
  private let opened: [UInt8]

  private static let prefix = Array("{\"data\":".utf8)

  init(errors: [GraphQLError], opened: [UInt8] = []) {
    self.errors = errors
    self.opened = opened
  }

  /// A response without data: the request was refused before it ran (§7.1.1).
  public static func refused(_ errors: [GraphQLError]) -> Response {
    Response(errors: errors)
  }

  /// The data as JSON, which may be `null`; `nil` where the request was refused before it ran.
  public var data: [UInt8]? {
    opened.isEmpty ? nil : Array(opened[Response.prefix.count...])
  }

  /// The whole response as JSON: errors where there are any, data where it ran, extensions last.
  public func encoded(extensions: JSON? = nil) -> [UInt8] {
    var bytes: [UInt8]
    if errors.isEmpty {
      bytes = opened
    } else {
      var writer = JSONWriter()
      writer.beginObject()
      writer.key("errors")
      writer.beginArray()
      for error in errors { error.write(to: &writer) }
      writer.endArray()
      bytes = writer.bytes
      if !opened.isEmpty {
        bytes.append(UInt8(ascii: ","))
        bytes.append(contentsOf: opened.dropFirst())
      }
    }
    if let extensions {
      bytes.append(contentsOf: ",\"extensions\":".utf8)
      bytes.append(contentsOf: extensions.encoded)
    }
    bytes.append(UInt8(ascii: "}"))
    return bytes
  }
}
