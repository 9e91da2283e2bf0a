/// Cuts bytes that come in pieces into lines.
struct Lines {
  /// The most bytes that a line may have: 64 MiB, as a schema may.
  static let byteLimit = 64 << 20

  private var pending: [UInt8] = []
  private let limit: Int

  /// Nothing read yet.
  init(limit: Int = Lines.byteLimit) {
    self.limit = limit
  }

  /// Takes the next piece, and gives the lines that it completes, without their line feeds.
  ///
  /// What a line has beyond the limit is dropped: it is one byte too long then, and no more.
  mutating func add(_ piece: ArraySlice<UInt8>, _ line: ([UInt8]) throws(Failure) -> Void)
    throws(Failure)
  {
    var rest = piece
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      keep(rest[..<end])
      rest = rest[(end + 1)...]
      try line(pending)
      pending.removeAll(keepingCapacity: true)
    }
    keep(rest)
  }

  /// Gives the last line, where the bytes end without a line feed.
  mutating func end(_ line: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
    if !pending.isEmpty { try line(pending) }
    pending = []
  }

  private mutating func keep(_ bytes: ArraySlice<UInt8>) {
    pending.append(contentsOf: bytes.prefix(limit + 1 - pending.count))
  }
}
