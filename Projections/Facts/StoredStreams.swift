internal import Coding
internal import EventStore
internal import LMDB
internal import MerkleLog

/// What is stored of one stream, read as a whole.
struct StoredStream {
  var head = StreamHead()
  var rows = FactRows()
  /// Whether head and blocks fit each other, and each row stands where it would be looked for.
  var isSound = true

  /// The stream as it was when the ledger reached that position, in the one order in which streams
  /// with the same facts are the same.
  func asOf(_ position: UInt64, reaching last: UInt64) -> StoredStream {
    var stream = self
    stream.rows = rows.asOf(position, reaching: last)
    stream.rows.sort()
    stream.head.blocks = []
    stream.head.provenances = head.provenances.filter { $0.from <= position || $0.from > last }
      .sorted { ($0.from, $0.provenance) < ($1.from, $1.provenance) }
    return stream
  }

  /// The bytes that stand for it in a digest.
  func bytes(of name: [UInt8]) -> [UInt8] {
    var writer = ByteWriter(capacity: rows.bytes.count + rows.rows.count * 32)
    writer.prefixed(name)
    writer.byte(isSound ? 1 : 0)
    writer.prefixed(head.bytes)
    writer.raw(FactBlock.bytes(rows, rows.rows.indices))
    return writer.bytes
  }
}

/// Goes through a database of facts stream by stream.
struct StoredStreams {
  let database: Database

  /// Shows each stream by its name, and the keys that belong to none by `nil`.
  func forEach(
    _ transaction: borrowing ReadTransaction,
    _ visit: (_ name: [UInt8], _ stream: StoredStream?) throws(LedgerError) -> Bool
  ) throws(LedgerError) {
    var name: [UInt8]?
    var head: StreamHead?
    var blocks: [UInt32: StoredBlock] = [:]
    var goesOn = true
    func flush() throws(LedgerError) {
      guard let last = name else { return }
      name = nil
      goesOn = try visit(last, StoredStream(head, blocks))
      head = nil
      blocks.removeAll(keepingCapacity: true)
    }
    try transaction.forEach(database) { key, value throws(LedgerError) in
      let zero = key.indices.first { key[$0] == 0 }
      let count = zero.map { key.count - $0 - 1 }
      guard let zero, zero > 0, count == 0 || count == 4 else {
        try flush()
        if goesOn { goesOn = try visit(key.copied, nil) }
        return goesOn ? .more : .stop
      }
      let own = key.extracting(0..<zero).copied
      if own != name {
        try flush()
        if !goesOn { return .stop }
        name = own
      }
      if count == 0 {
        head = StreamHead(value, under: key)
      } else {
        var number: UInt32 = 0
        for index in (zero + 1)..<key.count { number = number << 8 | UInt32(key[index]) }
        blocks[number] = StoredBlock(value, under: key)
      }
      return .more
    }
    if goesOn { try flush() }
  }

  /// What is stored of a stream.
  func stream(
    _ name: [UInt8], _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> StoredStream {
    var head: StreamHead?
    var blocks: [UInt32: StoredBlock] = [:]
    let key = name + [0]
    var isEmpty = true
    try transaction.forEach(database, prefix: key) { found, value throws(LedgerError) in
      isEmpty = false
      if found.count == key.count {
        head = StreamHead(value, under: found)
      } else if found.count == key.count + 4 {
        var number: UInt32 = 0
        for index in key.count..<found.count { number = number << 8 | UInt32(found[index]) }
        blocks[number] = StoredBlock(value, under: found)
      }
      return .more
    }
    return isEmpty ? StoredStream() : StoredStream(head, blocks)
  }

  /// How much there is, as of a position.
  ///
  /// - Parameter last: how far the projection reaches.
  func tally(
    asOf position: UInt64, reaching last: UInt64, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> ProjectionTally {
    let tallying = Tallying()
    try forEach(transaction) { name, stream throws(LedgerError) in
      tallying.add(name, stream?.asOf(position, reaching: last))
      return true
    }
    return tallying.tally
  }
}

/// A block as it is found; of one that was changed, the rows that it seems to have tell where.
struct StoredBlock {
  var rows: FactRows?
  var isWhole: Bool

  init(_ value: Span<UInt8>, under key: Span<UInt8>) {
    rows = FactBlock.rows(value)
    isWhole = FactSeal.isWhole(value, under: key)
  }
}

extension StoredStream {
  init(_ head: StreamHead?, _ blocks: [UInt32: StoredBlock]) {
    guard let head else {
      isSound = false
      return
    }
    self.head = head
    isSound = blocks.count == head.blocks.count
    for (place, entry) in head.blocks.enumerated() {
      guard let found = blocks[entry.number], let set = found.rows else {
        isSound = false
        continue
      }
      if !found.isWhole { isSound = false }
      let start = Int32(rows.bytes.count)
      for row in set.rows {
        if head.block(of: row) != place || row.from < entry.least || row.until > entry.last {
          isSound = false
        }
        if let last = rows.rows.last, !FactRow.precedes(last, row) { isSound = false }
        rows.rows.append(row)
        rows.rows[rows.rows.count - 1].start += start
      }
      rows.bytes.append(contentsOf: set.bytes)
    }
  }
}

extension Tallying {
  /// Adds a stream of which there is anything; `nil` stands for a key that belongs to none.
  func add(_ name: [UInt8], _ stream: StoredStream?) {
    guard let stream else {
      let nothing: [UInt8] = []
      return add(name.span, nothing.span, count: 1)
    }
    if stream.isSound, stream.rows.isEmpty { return }
    add(name.span, stream.bytes(of: name).span, count: stream.rows.rows.count)
  }
}
