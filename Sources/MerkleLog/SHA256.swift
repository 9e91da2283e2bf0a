internal import CCrypto

/// SHA-256 (FIPS 180-4) by libcrypto, one hasher for any number of hashes.
///
/// By its functions for this one algorithm: those for all, `EVP_*`, make libcrypto read its
/// configuration and register every algorithm that it has, which costs five million instructions in
/// a run that may hash ten nodes. The code that hashes is the same.
package struct SHA256: ~Copyable {
  private var context = SHA256_CTX()

  /// A hasher that has been fed nothing.
  package init() {
    start()
  }

  /// The corresponding C function is `SHA256_Init`.
  private mutating func start() {
    let started = unsafe SHA256_Init(&context)
    precondition(started == 1, "libcrypto has no SHA-256")
  }

  /// Feeds bytes to the hash under way.
  ///
  /// The corresponding C function is `SHA256_Update`.
  package mutating func update(_ bytes: borrowing Span<UInt8>) {
    unsafe bytes.withUnsafeBytes { bytes in
      unsafe update(bytes)
    }
  }

  /// Feeds bytes to the hash under way.
  package mutating func update(_ bytes: [UInt8]) {
    update(bytes.span)
  }

  /// The hash of all that was fed since the last call; the hasher is then as good as new.
  ///
  /// The corresponding C function is `SHA256_Final`.
  package mutating func finish() -> Hash {
    var hash = Hash()
    let finished = unsafe withUnsafeMutableBytes(of: &hash) { bytes in
      unsafe SHA256_Final(bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), &context)
    }
    precondition(finished == 1, "libcrypto failed to hash")
    start()
    return hash
  }

  /// The hash of the bytes.
  package mutating func hash(_ bytes: borrowing Span<UInt8>) -> Hash {
    update(bytes)
    return finish()
  }

  /// The hash of the bytes.
  package mutating func hash(_ bytes: [UInt8]) -> Hash {
    hash(bytes.span)
  }

  /// The hash of the bytes, by a hasher made for this once.
  package static func hash(_ bytes: [UInt8]) -> Hash {
    var hasher = SHA256()
    return hasher.hash(bytes)
  }

  /// Feeds bytes to the hash under way.
  private mutating func update(_ bytes: UnsafeRawBufferPointer) {
    let fed = unsafe SHA256_Update(&context, bytes.baseAddress, bytes.count)
    precondition(fed == 1, "libcrypto failed to hash")
  }
}

// MARK: - The two hashes of a Merkle tree

extension SHA256 {
  /// What a leaf's hash begins with, so that no leaf can be passed off as a node
  /// (RFC 9162 §2.1.1).
  private static let leafPrefix: UInt8 = 0x00
  /// What a node's hash begins with.
  private static let nodePrefix: UInt8 = 0x01

  /// The hash of a leaf: SHA-256(0x00 ‖ record).
  package mutating func leaf(_ record: borrowing Span<UInt8>) -> Hash {
    var prefix = Self.leafPrefix
    unsafe withUnsafeBytes(of: &prefix) { bytes in
      unsafe update(bytes)
    }
    return hash(record)
  }

  /// The hash of a leaf: SHA-256(0x00 ‖ record).
  package mutating func leaf(_ record: [UInt8]) -> Hash {
    leaf(record.span)
  }

  /// The hash of a node over its two children: SHA-256(0x01 ‖ left ‖ right).
  package mutating func node(_ left: Hash, _ right: Hash) -> Hash {
    // Laid end to end first: one `SHA256_Update` of 65 bytes is quicker than three.
    unsafe withUnsafeTemporaryAllocation(byteCount: 65, alignment: 1) { buffer in
      unsafe buffer[0] = Self.nodePrefix
      unsafe buffer.storeBytes(of: left, toByteOffset: 1, as: Hash.self)
      unsafe buffer.storeBytes(of: right, toByteOffset: 1 + Hash.byteCount, as: Hash.self)
      unsafe update(UnsafeRawBufferPointer(buffer))
    }
    return finish()
  }
}
