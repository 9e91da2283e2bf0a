/// Gives each different name of a document a number, from 0 in the order of their first occurrence.
///
/// Whatever looks at a document afterwards compares and looks up numbers.
struct SymbolTable {
  private var entries: [Entry] = []
  /// Open addressing with linear probing: numbers, -1 where nothing is; at most half of it full.
  private var slots: [Int32] = []
  /// The numbers of names for which there was no slot within the probes that are allowed: names
  /// that were made to collide, which Swift's keyed hashing keeps apart.
  private var crowded: [String: Int32] = [:]

  private static let probes = 64
  private static let fewestSlots = 64

  private struct Entry {
    var hash: UInt32
    var start: UInt32
    var length: UInt32
  }

  /// How many names have a number.
  var count: Int { entries.count }

  /// The bytes of the name of that number, where it stood first.
  func range(_ symbol: Int) -> Range<Int> {
    let start = Int(entries[symbol].start)
    return start..<start + Int(entries[symbol].length)
  }

  /// FNV-1a, a byte at a time.
  private static let seed: UInt32 = 2_166_136_261
  private static func hash(_ hash: UInt32, _ byte: UInt8) -> UInt32 {
    (hash ^ UInt32(byte)) &* 16_777_619
  }

  /// The number of the name that begins there.
  ///
  /// - Complexity: O(*n*) in the length of the name.
  mutating func symbol(at start: Int, in bytes: [UInt8]) -> Int {
    var hash = SymbolTable.seed
    var end = start
    while end < bytes.count, bytes[end].isNameContinue {
      hash = SymbolTable.hash(hash, bytes[end])
      end += 1
    }
    return symbol(start..<end, hash, bytes)
  }

  /// The number of the name that those bytes are.
  ///
  /// - Complexity: O(*n*) in the length of the name.
  mutating func symbol(of range: Range<Int>, in bytes: [UInt8]) -> Int {
    var hash = SymbolTable.seed
    for index in range { hash = SymbolTable.hash(hash, bytes[index]) }
    return symbol(range, hash, bytes)
  }

  private mutating func symbol(_ range: Range<Int>, _ hash: UInt32, _ bytes: [UInt8]) -> Int {
    if slots.isEmpty { slots = Array(repeating: -1, count: SymbolTable.fewestSlots) }
    let name = Entry(
      hash: hash, start: UInt32(truncatingIfNeeded: range.lowerBound),
      length: UInt32(truncatingIfNeeded: range.count))
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    for _ in 0..<SymbolTable.probes {
      let symbol = Int(slots[slot])
      guard symbol >= 0 else { return add(name, bytes, at: slot) }
      if entries[symbol].hash == hash, isSame(entries[symbol], name, bytes) { return symbol }
      slot = (slot + 1) & mask
    }
    if let symbol = crowded[text(name, bytes)] { return Int(symbol) }
    return add(name, bytes, at: nil)
  }

  private func text(_ name: Entry, _ bytes: [UInt8]) -> String {
    let start = Int(name.start)
    return String(decoding: bytes[start..<start + Int(name.length)], as: UTF8.self)
  }

  private func isSame(_ entry: Entry, _ name: Entry, _ bytes: [UInt8]) -> Bool {
    guard entry.length == name.length else { return false }
    let (start, other) = (Int(entry.start), Int(name.start))
    for offset in 0..<Int(name.length) where bytes[start + offset] != bytes[other + offset] {
      return false
    }
    return true
  }

  private mutating func add(_ name: Entry, _ bytes: [UInt8], at slot: Int?) -> Int {
    let symbol = entries.count
    entries.append(name)
    if let slot {
      slots[slot] = Int32(symbol)
    } else {
      crowded[text(name, bytes)] = Int32(symbol)
    }
    if 2 * entries.count > slots.count { grow(bytes) }
    return symbol
  }

  private mutating func grow(_ bytes: [UInt8]) {
    let count = 2 * slots.count
    // The old ones go before the new ones come.
    slots = []
    slots = Array(repeating: -1, count: count)
    crowded = [:]
    let mask = count - 1
    for symbol in entries.indices {
      let first = Int(truncatingIfNeeded: entries[symbol].hash)
      if let probe = (0..<SymbolTable.probes).first(where: { slots[(first + $0) & mask] < 0 }) {
        slots[(first + probe) & mask] = Int32(symbol)
      } else {
        crowded[text(entries[symbol], bytes)] = Int32(symbol)
      }
    }
  }
}
