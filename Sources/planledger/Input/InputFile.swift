internal import Glibc

/// A file, or standard input, read in pieces.
struct InputFile: ~Copyable {
  /// What messages call it.
  let name: String
  private let descriptor: Int32

  /// Opens the file at a path; `-` is standard input.
  ///
  /// - Throws: the sentence for a file that is not there, is a folder or may not be read.
  init(_ path: String) throws(Failure) {
    let opened = try InputFile.open(path)
    name = path == "-" ? "standard input" : path
    descriptor = opened
  }

  /// Opens a file that is no folder (`open(2)`).
  private static func open(_ path: String) throws(Failure) -> Int32 {
    if path == "-" { return STDIN_FILENO }
    let opened = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard opened >= 0 else {
      let code = errno
      throw .told(
        "The file '\(path)' cannot be opened: \(systemMessage(code)).",
        code == EACCES || code == EPERM ? .notPermitted : .noInput)
    }
    var status = stat()
    if unsafe fstat(opened, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      close(opened)
      throw .told("'\(path)' is a folder, where a file is wanted.", .noInput)
    }
    return opened
  }

  deinit {
    if descriptor != STDIN_FILENO { close(descriptor) }
  }

  /// Reads the next bytes into the buffer (`read(2)`); says how many there were, 0 at the end.
  func read(into buffer: inout [UInt8]) throws(Failure) -> Int {
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        unsafe Glibc.read(descriptor, bytes.baseAddress, bytes.count)
      }
      if count >= 0 { return count }
      let code = errno
      guard code == EINTR else {
        throw .told("\(name) cannot be read: \(systemMessage(code)).", .ioError)
      }
    }
  }

  /// All bytes of a file of at most `limit` bytes.
  static func contents(of path: String, limit: Int) throws(Failure) -> [UInt8] {
    let file = try InputFile(path)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = try file.read(into: &buffer)
      if count == 0 { return bytes }
      bytes.append(contentsOf: buffer[..<count])
      guard bytes.count <= limit else {
        throw .told("\(file.name) has more than \(limit) bytes.", .badData)
      }
    }
  }
}
