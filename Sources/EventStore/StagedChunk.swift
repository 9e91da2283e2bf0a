package import Events

/// An event that stands in the databases, whether visible yet or not.
package struct StagedEvent: Sendable {
  /// Its position.
  package let position: UInt64
  /// Its record.
  package let record: [UInt8]
}

/// Events of one stream, in the order of their positions.
package struct StagedStream: Sendable {
  /// The stream.
  package let subject: StreamID
  /// Its events.
  package internal(set) var events: [StagedEvent]
}

/// Events at successive positions, by their streams: what a participant keeps of them it puts by
/// stream, in the order in which a B-tree takes it soonest.
package struct StagedChunk: Sendable {
  /// The first position.
  package let first: UInt64
  /// The last position; before the first one where there are no events.
  package private(set) var last: UInt64
  /// The streams, in the order of their names.
  package private(set) var streams: [StagedStream] = []

  /// The events that were given the positions after `last`.
  init(_ placed: PlacedEvents, _ runs: StreamRuns, after last: UInt64) {
    first = last + 1
    self.last = last + UInt64(placed.count)
    streams = runs.sorted.map { run in
      StagedStream(
        subject: run.subject,
        events: run.positions.map { position in
          StagedEvent(position: position, record: placed.records[Int(position - last - 1)])
        })
    }
  }

  /// Events with their streams, in the order of their positions from `first` on.
  package init(
    from first: UInt64, _ events: some Sequence<(subject: StreamID, record: [UInt8])>
  ) {
    self.first = first
    last = first - 1
    var places: [StreamID: Int] = [:]
    for (subject, record) in events {
      last += 1
      let event = StagedEvent(position: last, record: record)
      if let place = places[subject] {
        streams[place].events.append(event)
      } else {
        places[subject] = streams.count
        streams.append(StagedStream(subject: subject, events: [event]))
      }
    }
    streams.sort { $0.subject < $1.subject }
  }

  /// Whether there are no events.
  package var isEmpty: Bool { last < first }
}
