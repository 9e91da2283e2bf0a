internal import Coding
internal import Glibc

/// Bytes on their way to a file descriptor, gathered into large writes.
final class Output {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private static let limit = 1 << 16

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// Writes a line of text.
  func line(_ text: String = "") throws(Failure) {
    buffer.append(contentsOf: text.utf8)
    buffer.append(UInt8(ascii: "\n"))
    if buffer.count >= Self.limit { try flush() }
  }

  /// Writes a line that holds what was typed or stored, made printable.
  func sentence(_ text: String) throws(Failure) { try line(printable(text)) }

  /// Writes bytes as they are.
  func bytes(_ bytes: [UInt8]) throws(Failure) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.limit { try flush() }
  }

  /// Writes text without a newline, at once: a question, a line of progress.
  func text(_ text: String) throws(Failure) {
    buffer.append(contentsOf: text.utf8)
    try flush()
  }

  /// Writes out what was gathered (`write(2)`).
  ///
  /// - Throws: `outputClosed` where the reader has gone, else the sentence for the disk's failure.
  func flush() throws(Failure) {
    var written = 0
    while written < buffer.count {
      let count = unsafe buffer.withUnsafeBytes { bytes in
        unsafe write(descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if count >= 0 {
        written += count
      } else if errno != EINTR {
        let code = errno
        buffer.removeAll()
        if code == EPIPE { throw .outputClosed }
        throw .told("The answer could not be written: \(systemMessage(code)).", .ioError)
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }
}

/// What the C library says of an error number (`strerror(3)`).
func systemMessage(_ code: Int32) -> String {
  guard let text = unsafe strerror(code) else { return "error \(code)" }
  let message = unsafe String(cString: text)
  return message.prefix(1).lowercased() + message.dropFirst()
}
