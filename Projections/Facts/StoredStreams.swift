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

/// What stands in a database of facts: a stream with its blocks, or an entry that is none of any.
enum StoredItem {
  case stream(StoredStream)
  /// That one stream names another, with the position from which on; `nil` where it does not read.
  case reference(UInt64?)
  /// What nobody stored.
  case stray

  /// Whether it is as it was stored.
  var isSound: Bool {
    switch self {
    case .stream(let stream): stream.isSound
    case .reference(let position): position != nil
    case .stray: false
    }
  }

  /// What it was when the ledger reached that position; `nil` where there was nothing of it.
  ///
  /// - Parameter last: how far the database reaches; what lies beyond is left as it is, being wrong.
  func asOf(_ position: UInt64, reaching last: UInt64) -> StoredItem? {
    switch self {
    case .stream(let stream):
      let then = stream.asOf(position, reaching: last)
      return then.isSound && then.rows.isEmpty ? nil : .stream(then)
    case .reference(let from?): return from > position && from <= last ? nil : self
    case .reference, .stray: return self
    }
  }

  /// The bytes that stand for it in a digest.
  func bytes(of name: [UInt8]) -> [UInt8] {
    switch self {
    case .stream(let stream): return stream.bytes(of: name)
    case .reference(let position?):
      var writer = ByteWriter(capacity: 8)
      writer.fixed(position)
      return writer.bytes
    case .reference, .stray: return []
    }
  }
}

/// Goes through a database of facts, one stream or other entry after the other.
struct StoredStreams {
  let database: Database

  /// Shows what there is: each stream by its name, all else by its key.
  func forEach(
    _ transaction: borrowing ReadTransaction,
    _ visit: (_ name: [UInt8], _ item: StoredItem) throws(LedgerError) -> Bool
  ) throws(LedgerError) {
    var name: [UInt8]?
    var entries = StreamEntry.Collected()
    var goesOn = true
    func flush() throws(LedgerError) {
      guard let last = name else { return }
      name = nil
      goesOn = try visit(last, .stream(entries.stream))
      entries = StreamEntry.Collected()
    }
    try transaction.forEach(database) { key, value throws(LedgerError) in
      let entry = StreamEntry(key)
      guard let own = entry.name(in: key) else {
        try flush()
        if goesOn { goesOn = try visit(key.copied, entry.item(value, under: key)) }
        return goesOn ? .more : .stop
      }
      if own != name {
        try flush()
        if !goesOn { return .stop }
        name = own
      }
      entries.add(entry, value, under: key)
      return .more
    }
    if goesOn { try flush() }
  }

  /// What is stored of a stream.
  func stream(
    _ name: [UInt8], _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> StoredStream {
    var entries = StreamEntry.Collected()
    var isEmpty = true
    try transaction.forEach(database, prefix: name + [0]) { key, value throws(LedgerError) in
      isEmpty = false
      entries.add(StreamEntry(key), value, under: key)
      return .more
    }
    return isEmpty ? StoredStream() : entries.stream
  }

  /// How much there is, as of a position.
  ///
  /// - Parameter last: how far the projection reaches.
  func tally(
    asOf position: UInt64, reaching last: UInt64, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> ProjectionTally {
    let tallying = Tallying()
    try forEach(transaction) { name, item throws(LedgerError) in
      if let item = item.asOf(position, reaching: last) { tallying.add(name, item) }
      return true
    }
    return tallying.tally
  }
}

/// What an entry is, by its key.
enum StreamEntry {
  case head(nameLength: Int)
  case block(UInt32, nameLength: Int)
  case reference
  case stray

  init(_ key: Span<UInt8>) {
    let zero = key.indices.first { key[$0] == 0 }
    guard let zero, zero > 0 else {
      self = .stray
      return
    }
    if key[0] == StreamReference.mark {
      self = .reference
      return
    }
    switch key.count - zero - 1 {
    case 0: self = .head(nameLength: zero)
    case 4:
      var number: UInt32 = 0
      for index in (zero + 1)..<key.count { number = number << 8 | UInt32(key[index]) }
      self = .block(number, nameLength: zero)
    default: self = .stray
    }
  }

  /// The name with which a key begins, for messages.
  static func shown(_ key: [UInt8]) -> String {
    let rest = key.first == StreamReference.mark ? key.dropFirst() : key[...]
    return String(decoding: rest.prefix { $0 != 0 }, as: UTF8.self)
  }

  /// The name of the stream whose entry it is; `nil` where it is none's.
  func name(in key: Span<UInt8>) -> [UInt8]? {
    switch self {
    case .head(let length), .block(_, let length): key.extracting(0..<length).copied
    case .reference, .stray: nil
    }
  }

  /// What an entry is that is no stream's.
  func item(_ value: Span<UInt8>, under key: Span<UInt8>) -> StoredItem {
    if case .reference = self { return .reference(StreamReference.position(value, under: key)) }
    return .stray
  }

  /// A stream's entries, to be made one.
  struct Collected {
    private var head: StreamHead?
    private var blocks: [UInt32: StoredBlock] = [:]
    private var isWhole = true

    mutating func add(_ entry: StreamEntry, _ value: Span<UInt8>, under key: Span<UInt8>) {
      switch entry {
      case .head: head = StreamHead(value, under: key)
      case .block(let number, _): blocks[number] = StoredBlock(value, under: key)
      case .reference, .stray: isWhole = false
      }
    }

    var stream: StoredStream {
      var stream = StoredStream(head, blocks)
      stream.isSound = stream.isSound && isWhole
      return stream
    }
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
  func add(_ name: [UInt8], _ item: StoredItem) {
    var count = 1
    if case .stream(let stream) = item { count = stream.rows.rows.count }
    add(name.span, item.bytes(of: name).span, count: count)
  }
}
