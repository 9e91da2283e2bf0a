/// Gives each different name of a document a number, from 0 in the order of their first occurrence.
///
/// Whatever looks at a document afterwards compares and looks up numbers; and however often a name
/// stands in it, its text is made once.
struct SymbolTable {
  /// The texts by number.
  private(set) var texts: [String] = []
  private var entries: [Entry] = []
  /// Open addressing with linear probing: numbers, -1 where nothing is; at most half of it full.
  private var slots: [Int32]
  /// The numbers of names for which there was no slot within the probes that are allowed: names
  /// that were made to collide, which Swift's keyed hashing keeps apart.
  private var crowded: [String: Int32] = [:]

  private static let probes = 64

  private struct Entry {
    var hash: UInt32
    var start: Int32
    var length: Int32
  }

  init(capacity: Int = 32) {
    slots = Array(repeating: -1, count: 2 * capacity)
    texts.reserveCapacity(capacity)
    entries.reserveCapacity(capacity)
  }

  /// FNV-1a, a byte at a time, so that the lexer can do it in passing.
  static let seed: UInt32 = 2_166_136_261
  static func hash(_ hash: UInt32, _ byte: UInt8) -> UInt32 {
    (hash ^ UInt32(byte)) &* 16_777_619
  }

  /// The number of the name that a token spans.
  ///
  /// - Complexity: O(*n*) in the length of the name.
  mutating func symbol(of token: Token, in bytes: [UInt8]) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: token.hash) & mask
    for _ in 0..<SymbolTable.probes {
      let symbol = Int(slots[slot])
      guard symbol >= 0 else { return add(token, bytes, at: slot) }
      if entries[symbol].hash == token.hash, isSame(entries[symbol], token, bytes) {
        return symbol
      }
      slot = (slot + 1) & mask
    }
    if let symbol = crowded[text(of: token, bytes)] { return Int(symbol) }
    return add(token, bytes, at: nil)
  }

  private func text(of token: Token, _ bytes: [UInt8]) -> String {
    String(decoding: bytes[token.start..<token.end], as: UTF8.self)
  }

  private func isSame(_ entry: Entry, _ token: Token, _ bytes: [UInt8]) -> Bool {
    let length = token.end - token.start
    guard Int(entry.length) == length else { return false }
    let start = Int(entry.start)
    for offset in 0..<length where bytes[start + offset] != bytes[token.start + offset] {
      return false
    }
    return true
  }

  private mutating func add(_ token: Token, _ bytes: [UInt8], at slot: Int?) -> Int {
    let symbol = entries.count
    entries.append(
      Entry(
        hash: token.hash, start: Int32(token.start), length: Int32(token.end - token.start)))
    texts.append(text(of: token, bytes))
    if let slot { slots[slot] = Int32(symbol) } else { crowded[texts[symbol]] = Int32(symbol) }
    if 2 * entries.count > slots.count { grow() }
    return symbol
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: 2 * slots.count)
    crowded = [:]
    let mask = slots.count - 1
    for symbol in entries.indices {
      let first = Int(truncatingIfNeeded: entries[symbol].hash)
      if let probe = (0..<SymbolTable.probes).first(where: { slots[(first + $0) & mask] < 0 }) {
        slots[(first + probe) & mask] = Int32(symbol)
      } else {
        crowded[texts[symbol]] = Int32(symbol)
      }
    }
  }
}
