/// A projection: a name and the version of what it makes of events. What the one that there is makes
/// of them stands in `Facts/`.
package struct ProjectionDefinition: Sendable, Hashable {
  /// Its name.
  package let name: String
  /// The version of what it makes of events; another version wants a rebuild.
  package let version: Int

  /// A projection of that name.
  package init(name: String, version: Int) {
    self.name = name
    self.version = version
  }

  /// The `timelines` projection: what each event says on each line, side by side in the order of
  /// time, with the positions between which it was believed, and which stream names which
  /// (`docs/projections.md`). It holds no texts.
  ///
  /// Version 1 held each stream's records side by side; version 2 had no checksums, version 3 did not
  /// say what names what, version 4 had the positions between which it is believed in each row, version 5
  /// left the bodies of what has a coarse date to other rows.
  package static let timelines = ProjectionDefinition(name: "timelines", version: 6)

  /// All that this build keeps.
  package static let all = [timelines]
}
