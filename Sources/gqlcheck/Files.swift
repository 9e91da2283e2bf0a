internal import Glibc

/// Why the program ends before it has answered.
enum Failure: Error, Equatable {
  /// A file that cannot be read, with the number of the error (`errno(3)`).
  case unreadable(path: String, code: Int32)
  /// A file that should hold a JSON object, and what is wrong with it.
  case noObject(path: String, reason: String)
  /// The answer cannot be written.
  case unwritable(code: Int32)
  /// Whoever reads the answers has gone.
  case closed
}

/// A file that is read; `-` is standard input.
struct InputFile: ~Copyable {
  private let path: String
  private let descriptor: Int32

  /// Opens a file (`open(2)`).
  init(_ path: String) throws(Failure) {
    self.path = path
    descriptor = path == "-" ? STDIN_FILENO : unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path: path, code: errno) }
  }

  deinit {
    if descriptor > STDIN_FILENO { close(descriptor) }
  }

  /// Reads the next bytes (`read(2)`); says how many there were, 0 at the end.
  func read(into buffer: inout [UInt8]) throws(Failure) -> Int {
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        unsafe Glibc.read(descriptor, bytes.baseAddress, bytes.count)
      }
      if count >= 0 { return count }
      guard errno == EINTR else { throw .unreadable(path: path, code: errno) }
    }
  }

  /// All bytes of the file.
  static func contents(of path: String) throws(Failure) -> [UInt8] {
    let file = try InputFile(path)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = try file.read(into: &buffer)
      if count == 0 { return bytes }
      bytes.append(contentsOf: buffer[..<count])
    }
  }
}

/// Bytes on their way to a file descriptor, gathered into large writes.
final class Output {
  private let descriptor: Int32
  private var buffer: [UInt8] = []

  init(_ descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Writes a line.
  func line(_ text: some Sequence<UInt8>) throws(Failure) {
    buffer.append(contentsOf: text)
    buffer.append(UInt8(ascii: "\n"))
    if buffer.count >= 1 << 16 { try flush() }
  }

  /// Writes out what was gathered (`write(2)`).
  func flush() throws(Failure) {
    var written = 0
    while written < buffer.count {
      let count = unsafe buffer.withUnsafeBytes { bytes in
        unsafe write(descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if count >= 0 {
        written += count
      } else if errno != EINTR {
        throw errno == EPIPE ? .closed : .unwritable(code: errno)
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
