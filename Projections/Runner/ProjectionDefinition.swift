package import Events

/// A projection: a name, a version, and the entry that each event makes in its database.
package struct ProjectionDefinition: Sendable {
  /// Its name.
  package let name: String
  /// The version of what it makes of events; another version wants a rebuild.
  package let version: Int
  /// The entry that an event makes; `nil` where it makes none.
  package let entry: @Sendable (RecordedEvent, [UInt8]) -> (key: [UInt8], value: [UInt8])?

  /// A projection of that name.
  package init(
    name: String, version: Int,
    entry: @escaping @Sendable (RecordedEvent, [UInt8]) -> (key: [UInt8], value: [UInt8])?
  ) {
    self.name = name
    self.version = version
    self.entry = entry
  }

  /// All that this build keeps.
  package static let all = [TimelinesProjection.definition]
}
