internal import Glibc

/// Reads a file line by line in bounded memory.
struct LineReader: ~Copyable {
  /// A line, without its line feed.
  struct Line {
    /// Its number, from 1.
    var number: Int
    /// Its bytes; cut short at the limit.
    var bytes: [UInt8]
    /// Whether it is longer than the limit.
    var isTooLong: Bool
    /// Whether the file ends within it, before a line feed.
    var isLast: Bool
  }

  /// The most bytes that a line may have.
  static let byteLimit = 1 << 20

  private var file: PeekedFile
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  private var filled = 0
  private var next = 0
  private var number = 0

  /// Reads that file.
  init(_ file: consuming PeekedFile) { self.file = file }

  /// What messages call the file.
  var name: String { file.name }

  /// The next line that is not empty; `nil` at the end.
  mutating func line() throws(Failure) -> Line? {
    while let line = try anyLine() {
      let isEmpty = line.bytes.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      if !isEmpty || line.isTooLong { return line }
    }
    return nil
  }

  /// Where the next line feed stands in the buffer (`memchr(3)`).
  private func lineFeed() -> Int? {
    unsafe buffer.withUnsafeBytes { bytes -> Int? in
      guard let start = bytes.baseAddress,
        let found = unsafe memchr(start + next, Int32(UInt8(ascii: "\n")), filled - next)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - start
    }
  }

  private mutating func anyLine() throws(Failure) -> Line? {
    var line = Line(number: number + 1, bytes: [], isTooLong: false, isLast: false)
    while true {
      if next == filled {
        filled = try file.read(into: &buffer)
        next = 0
        if filled == 0 {
          guard !line.bytes.isEmpty else { return nil }
          line.isLast = true
          number += 1
          return line
        }
      }
      let end = lineFeed() ?? filled
      let room = Self.byteLimit - line.bytes.count
      line.isTooLong = line.isTooLong || end - next > room
      line.bytes.append(contentsOf: buffer[next..<min(end, next + room)])
      next = min(end + 1, filled)
      if end < filled {
        if line.bytes.last == UInt8(ascii: "\r") { line.bytes.removeLast() }
        number += 1
        if number == 1, line.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { line.bytes.removeFirst(3) }
        return line
      }
    }
  }
}
