package import Events

/// A projection: a name, a version, and the entry that each event makes in its database.
package struct ProjectionDefinition: Sendable {
  /// Its name.
  package let name: String
  /// The version of what it makes of events; another version wants a rebuild.
  package let version: Int
  /// The entry that an event makes; `nil` where it makes none.
  package let entry: @Sendable (RecordedEvent, [UInt8]) -> (key: [UInt8], value: [UInt8])?
  /// The position of the event that made an entry, by the entry's key; `nil` for a key that none makes.
  package let position: @Sendable (_ key: [UInt8]) -> UInt64?

  /// A projection of that name.
  package init(
    name: String, version: Int,
    entry: @escaping @Sendable (RecordedEvent, [UInt8]) -> (key: [UInt8], value: [UInt8])?,
    position: @escaping @Sendable (_ key: [UInt8]) -> UInt64?
  ) {
    self.name = name
    self.version = version
    self.entry = entry
    self.position = position
  }

  /// All that this build keeps.
  package static let all = [TimelinesProjection.definition]
}
