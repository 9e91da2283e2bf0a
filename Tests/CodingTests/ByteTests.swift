import Coding
import Testing

@Suite("Bytes in and out")
struct ByteTests {
  /// One value of every form, so that a sequence of them can be written and read back.
  enum Item: Equatable {
    case byte(UInt8)
    case short(UInt16)
    case long(UInt64)
    case signed(Int32)
    case sortable(Int32)
    case varint(UInt64)
    case prefixed([UInt8])
    case string(String)

    static func random(by random: inout SeededGenerator) -> Item {
      let word = random.next() >> (random.next() % 64)
      return switch random.next() % 8 {
      case 0: .byte(UInt8(truncatingIfNeeded: word))
      case 1: .short(UInt16(truncatingIfNeeded: word))
      case 2: .long(word)
      case 3: .signed(Int32(truncatingIfNeeded: random.next()))
      case 4: .sortable(Int32(truncatingIfNeeded: random.next()))
      case 5: .varint(word)
      case 6: .prefixed((0..<(random.next() % 200)).map { UInt8(truncatingIfNeeded: $0) })
      default: .string(String(repeating: "ā€😀x", count: Int(random.next() % 20)))
      }
    }

    func write(to writer: inout ByteWriter) {
      switch self {
      case .byte(let value): writer.byte(value)
      case .short(let value): writer.fixed(value)
      case .long(let value): writer.fixed(value)
      case .signed(let value): writer.fixed(value)
      case .sortable(let value): writer.sortable(value)
      case .varint(let value): writer.varint(value)
      case .prefixed(let value): writer.prefixed(value)
      case .string(let value): writer.string(value)
      }
    }

    func readBack(from reader: inout ByteReader) throws(ByteError) -> Item {
      switch self {
      case .byte: .byte(try reader.byte())
      case .short: .short(try reader.fixed())
      case .long: .long(try reader.fixed())
      case .signed: .signed(try reader.fixed())
      case .sortable: .sortable(try reader.sortable())
      case .varint: .varint(try reader.varint())
      case .prefixed: .prefixed(try reader.prefixed())
      case .string: .string(try reader.string())
      }
    }
  }

  @Test("what is written is read back, and every shorter text of it is refused")
  func inverse() throws {
    for seed in 0..<200 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let items = (0..<8).map { _ in Item.random(by: &random) }
      var writer = ByteWriter()
      for item in items { item.write(to: &writer) }
      var reader = ByteReader(writer.bytes)
      for item in items { #expect(try item.readBack(from: &reader) == item, "seed \(seed)") }
      try reader.end()
      for count in 0..<writer.bytes.count {
        var reader = ByteReader(Array(writer.bytes.prefix(count)))
        #expect(throws: ByteError.truncated, "seed \(seed), \(count) bytes") {
          for item in items { _ = try item.readBack(from: &reader) }
        }
      }
    }
  }

  @Test("integers are big-endian", arguments: [(UInt32(0x0102_0304), "01020304"), (1, "00000001")])
  func fixed(value: UInt32, hex: String) {
    var writer = ByteWriter()
    writer.fixed(value)
    #expect(Hex.encode(writer.bytes) == hex)
  }

  @Test("a sortable integer sorts as its bytes do")
  func sortable() {
    let values: [Int32] = [.min, -719_162, -2, -1, 0, 1, 2, 2_932_896, .max]
    let keys = values.map { value in
      var writer = ByteWriter()
      writer.sortable(value)
      return writer.bytes
    }
    for (left, right) in zip(keys, keys.dropFirst()) {
      #expect(left.lexicographicallyPrecedes(right))
    }
  }

  static let varints: [(UInt64, String)] = [
    (0, "00"), (1, "01"), (127, "7f"), (128, "8001"), (300, "ac02"), (16_383, "ff7f"),
    (16_384, "808001"), (1 << 63, "80808080808080808001"), (.max, "ffffffffffffffffff01"),
  ]

  @Test("a varint has one encoding", arguments: varints)
  func varint(value: UInt64, hex: String) throws {
    var writer = ByteWriter()
    writer.varint(value)
    #expect(Hex.encode(writer.bytes) == hex)
    var reader = ByteReader(writer.bytes)
    #expect(try reader.varint() == value)
  }

  @Test(
    "a varint that is longer than it need be, or past 64 bits, is refused",
    arguments: [
      "8000", "808000", "ff00", "ffffffffffffffffff02", "ffffffffffffffffff7f",
      "ffffffffffffffffff8101", "80808080808080808080808080",
    ])
  func otherVarint(hex: String) throws {
    var reader = ByteReader(try #require(Hex.decode(hex)))
    #expect(throws: ByteError.varint) { try reader.varint() }
  }

  @Test("a string that is not UTF-8 is refused", arguments: ["01ff", "02c080", "03eda080", "01c3"])
  func utf8(hex: String) throws {
    var reader = ByteReader(try #require(Hex.decode(hex)))
    #expect(throws: ByteError.utf8) { try reader.string() }
  }

  @Test("a length past the end, a negative count and bytes left over are refused")
  func lengths() throws {
    var long = ByteReader([0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01])
    #expect(throws: ByteError.truncated) { try long.prefixed() }
    var reader = ByteReader([1, 2, 3])
    #expect(throws: ByteError.truncated) { try reader.raw(-1) }
    #expect(throws: ByteError.truncated) { try reader.skip(-1) }
    #expect(throws: ByteError.truncated) { try reader.skip(4) }
    try reader.skip(2)
    #expect(throws: ByteError.trailing) { try reader.end() }
    #expect(reader.remaining == 1)
  }

  @Test("hexadecimal digits are the inverse of bytes, in either case")
  func hex() {
    let bytes = (0...255).map { UInt8($0) }
    let digits = Hex.encode(bytes)
    #expect(digits.hasPrefix("000102") && digits.hasSuffix("fdfeff"))
    #expect(Hex.decode(digits) == bytes)
    #expect(Hex.decode(digits.uppercased()) == bytes)
    #expect(Hex.decode("") == [])
  }

  @Test(
    "what is no pair of hexadecimal digits is refused", arguments: ["0", "0g", "g0", "０0", " 0"])
  func noHex(text: String) {
    #expect(Hex.decode(text) == nil)
  }
}

@Suite("Checksums of entries")
struct EntryChecksumTests {
  private static let nothing: [UInt8] = []

  @Test("XXH3 has the value that its specification gives for no bytes")
  func knownAnswer() {
    let known: UInt64 = 0x2D06_8005_38D3_94C2
    #expect(
      EntryChecksum.of(Self.nothing.span, under: Self.nothing.span)
        == known ^ (known << 1 | known >> 63))
  }

  @Test("another key, other bytes, and both exchanged have other checksums")
  func distinct() {
    let (one, other): ([UInt8], [UInt8]) = ([1, 2, 3], [1, 2, 4])
    let sums = [(one, one), (one, other), (other, one), (other, other)].map {
      EntryChecksum.of($0.0.span, under: $0.1.span)
    }
    #expect(Set(sums).count == 4)
  }
}
