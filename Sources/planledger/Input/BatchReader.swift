internal import EventStore
internal import Events

/// Reads a file as the events of a batch, and gathers what is wrong with it.
protocol BatchReader: AnyObject {
  /// What messages call the file.
  var name: String { get }
  /// What is worth saying after the file was taken in.
  var notes: [String] { get }
  /// Where in the file an event of the batch came from, by its place from 0.
  func place(of index: Int) -> String
  /// The next event; `nil` at the end.
  func event(_ typeOf: @escaping (EventID) -> EventType?) throws(LedgerError) -> Event?
}

extension EventReader: BatchReader {
  var notes: [String] { [] }

  func place(of index: Int) -> String { "\(name):\(line(of: index))" }

  func event(_ typeOf: @escaping (EventID) -> EventType?) throws(LedgerError) -> Event? {
    try next(typeOf)?.event
  }
}
