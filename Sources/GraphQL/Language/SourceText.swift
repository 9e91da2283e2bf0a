internal import Coding

/// The bytes of a document, and what is needed to say where in it something stands.
public struct SourceText: Sendable {
  /// The document's UTF-8.
  public let bytes: [UInt8]

  /// The source of the given text.
  public init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// The source of the given UTF-8; `parse` refuses bytes that are anything else.
  public init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Line and column of a byte.
  ///
  /// - Parameter offset: an index from 0 through the count of the bytes.
  /// - Complexity: O(*n*) in the length of the source: locations are worked out for errors only.
  public func location(of offset: Int) -> SourceLocation {
    var index = LocationIndex(self)
    return index.location(of: Position(offset))
  }
}

/// A place in a document, as responses report it (§7.1.2).
public struct SourceLocation: Sendable, Hashable {
  /// The line, from 1; LF, CR and CRLF each end one.
  public var line: Int
  /// The column, from 1, counted in Unicode scalars, as the specification's source characters are.
  public var column: Int

  /// The place at the given line and column.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("line")
    writer.integer(line)
    writer.key("column")
    writer.integer(column)
    writer.endObject()
  }
}

/// Where a node of a document begins, as a byte offset into its source.
///
/// All positions are equal, so that two nodes are equal exactly when they say the same thing.
public struct Position: Sendable, Hashable {
  // Half of an `Int`, as every node has one and no document is that long.
  private let value: Int32

  /// The offset in bytes, from 0.
  public var offset: Int { Int(value) }

  init(_ offset: Int) {
    value = Int32(truncatingIfNeeded: offset)
  }

  /// The position of what was made and not read.
  public static let none = Position(0)

  /// Always true: where a node stands is no part of what it says.
  public static func == (_: Position, _: Position) -> Bool { true }

  /// Adds nothing, as all positions are equal.
  public func hash(into _: inout Hasher) {}
}
