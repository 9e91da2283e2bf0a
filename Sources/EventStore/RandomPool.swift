internal import MerkleLog

/// Random bytes for salts and ids, asked for by the page: a call for each salt costs more than the
/// salt. It belongs to one thread at a time, and gives no byte twice.
package final class RandomPool {
  private static let pageBytes = 4096
  private var page: [UInt8] = []
  private var next = 0

  /// A pool that is filled when it is first asked.
  package init() {}

  /// Bytes that nobody can foresee.
  ///
  /// - Parameter count: how many, 0…4096.
  package func bytes(_ count: Int) -> [UInt8] {
    precondition(count <= Self.pageBytes, "more than a page of random bytes")
    if page.count - next < count {
      page = randomBytes(Self.pageBytes)
      next = 0
    }
    defer { next += count }
    return Array(page[next..<next + count])
  }
}
