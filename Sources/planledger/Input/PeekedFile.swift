/// A file whose beginning has been looked at, to tell what it is.
struct PeekedFile: ~Copyable {
  private let file: InputFile
  private var buffer: [UInt8]
  private var filled = 0
  private var place = 0
  private static let size = 1 << 16

  /// Reads the first lines of a file, or what there is of them in 64 KiB.
  init(_ file: consuming InputFile) throws(Failure) {
    buffer = [UInt8](repeating: 0, count: Self.size)
    var beginning: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: Self.size)
    // A pipe gives a few bytes at a time: a line is needed to tell what the file is.
    while beginning.count < Self.size, !beginning.contains(UInt8(ascii: "\n")) {
      let count = try file.read(into: &piece)
      if count == 0 { break }
      beginning += piece[..<count]
    }
    if beginning.count > buffer.count { buffer = beginning }
    buffer.replaceSubrange(0..<beginning.count, with: beginning)
    filled = beginning.count
    self.file = file
  }

  /// What messages call it.
  var name: String { file.name }

  /// What was read first, from the current place on.
  var beginning: [UInt8] { Array(buffer[place..<filled]) }

  /// The first byte that is no space.
  var firstByte: UInt8? {
    let blanks: [UInt8] = [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF]
    return buffer[place..<filled].first { !blanks.contains($0) }
  }

  /// Whether its first line divides into cells, the first of which is a heading of letters.
  var isTable: Bool {
    let line = beginning.prefix { $0 != UInt8(ascii: "\n") }
    let delimiters = Delimiter.allCases.map(\.byte)
    guard let end = line.firstIndex(where: delimiters.contains) else { return false }
    let heading = String(decoding: line[..<end], as: UTF8.self).lowercased()
    return SheetTemplate.all.contains { template in
      template.headings.contains { heading.contains($0) } || heading.contains("subject")
    }
  }

  /// Passes over the mark that says that a file is UTF-8.
  mutating func skipByteOrderMark() {
    if place == 0, beginning.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
  }

  /// The next byte; `nil` at the end.
  mutating func next() throws(Failure) -> UInt8? {
    guard let byte = try peek() else { return nil }
    place += 1
    return byte
  }

  /// The byte after the current place; `nil` at the end.
  mutating func peek() throws(Failure) -> UInt8? {
    if place == filled {
      filled = try file.read(into: &buffer)
      place = 0
      if filled == 0 { return nil }
    }
    return buffer[place]
  }

  /// Reads the next bytes into a buffer; says how many there were, 0 at the end.
  mutating func read(into other: inout [UInt8]) throws(Failure) -> Int {
    guard place < filled else { return try file.read(into: &other) }
    let count = min(other.count, filled - place)
    other.replaceSubrange(0..<count, with: buffer[place..<place + count])
    place += count
    return count
  }
}
