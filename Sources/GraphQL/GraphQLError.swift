public import Coding

/// One error of a request, as a response reports it (§7.1.2).
public struct GraphQLError: Error, Sendable, Equatable {
  /// What went wrong, in a sentence for the person who wrote the request.
  public var message: String
  /// Where in the document, in the order that matters; empty where no place is to blame.
  public var locations: [SourceLocation]
  /// Where in the response; empty for an error that is not of a response field.
  public var path: [PathSegment]
  /// Whatever else the raiser wants to say; `nil` leaves the entry out.
  public var extensions: JSON?

  /// An error of the given message and places.
  public init(
    _ message: String, locations: [SourceLocation] = [], path: [PathSegment] = [],
    extensions: JSON? = nil
  ) {
    self.message = message
    self.locations = locations
    self.path = path
    self.extensions = extensions
  }

  /// Writes the error as the specification orders its entries: message, locations, path, extensions.
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("message")
    writer.string(message)
    if !locations.isEmpty {
      writer.key("locations")
      writer.beginArray()
      for location in locations { location.write(to: &writer) }
      writer.endArray()
    }
    if !path.isEmpty {
      writer.key("path")
      writer.beginArray()
      for segment in path {
        switch segment {
        case .key(let key): writer.string(key)
        case .index(let index): writer.integer(index)
        }
      }
      writer.endArray()
    }
    if let extensions {
      writer.key("extensions")
      writer.value(extensions)
    }
    writer.endObject()
  }
}

/// One step of a response path: into a field by its response key, or into a list by its index.
public enum PathSegment: Sendable, Hashable {
  /// The response key of a field: its alias, or its name.
  case key(String)
  /// The index of a list element, from 0.
  case index(Int)
}
