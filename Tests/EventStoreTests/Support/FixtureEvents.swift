import Coding
import Events
import Foundation
import Testing

/// The events of the fixtures: of every type, in batches of growing size.
enum FixtureEvents {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures")

  static func batches() throws -> [[Event]] {
    let lines = try Data(contentsOf: folder.appending(path: "events-v1.ndjson"))
      .split(separator: UInt8(ascii: "\n"))
    var types: [EventID: EventType] = [:]
    var batches: [[Event]] = [[]]
    for line in lines {
      var parser = JSONParser()
      let known = types
      let event = try CloudEvents.read(
        parser.parse([UInt8](line)), JSONReading(typeOfEvent: { known[$0] })
      ).event
      types[try #require(event.id)] = event.type
      if batches[batches.count - 1].count == batches.count { batches.append([]) }
      batches[batches.count - 1].append(event)
    }
    return batches
  }
}
