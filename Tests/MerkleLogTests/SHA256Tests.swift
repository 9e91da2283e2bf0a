import MerkleLog
import Testing

@Suite("SHA-256")
struct SHA256Tests {
  /// Messages and digests of FIPS 180-4's examples.
  static let known: [(message: String, digest: String)] = [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ]

  @Test("the known messages have the known digests, from one hasher", arguments: 1...3)
  func knownDigests(times: Int) {
    var hasher = SHA256()
    for _ in 0..<times {
      for (message, digest) in Self.known {
        #expect(hasher.hash(Array(message.utf8)).hex == digest)
        #expect(SHA256.hash(Array(message.utf8)).hex == digest)
      }
    }
  }

  @Test("a message fed in parts has the digest of the whole")
  func parts() {
    let message = (0..<1_000).map { UInt8(truncatingIfNeeded: $0 &* 37) }
    let whole = SHA256.hash(message)
    var hasher = SHA256()
    for step in [1, 3, 64, 65, 999] {
      for start in stride(from: 0, to: message.count, by: step) {
        hasher.update(Array(message[start..<min(message.count, start + step)]))
      }
      #expect(hasher.finish() == whole)
    }
  }

  @Test("a leaf and a node are told apart by the byte before them")
  func prefixes() {
    var hasher = SHA256()
    let left = hasher.hash([1])
    let right = hasher.hash([2])
    #expect(hasher.leaf([7, 8]) == SHA256.hash([0, 7, 8]))
    #expect(hasher.leaf([]) == SHA256.hash([0]))
    #expect(hasher.node(left, right) == SHA256.hash([1] + left.bytes + right.bytes))
    #expect(hasher.node(left, right) != hasher.node(right, left))
  }

  @Test("a hash is 32 bytes, and 64 digits, and back")
  func hashForms() throws {
    let hash = SHA256.hash([])
    #expect(hash.bytes.count == 32 && hash.bytes[0] == 0xE3 && hash.bytes[31] == 0x55)
    #expect(Hash(bytes: hash.bytes) == hash)
    #expect(Hash(hex: hash.hex.uppercased()) == hash)
    #expect("\(hash)" == hash.hex)
    #expect(MemoryLayout<Hash>.size == 32)
  }

  @Test("bytes and digits that are no hash are refused")
  func noHash() {
    #expect(Hash(bytes: [UInt8](repeating: 0, count: 31)) == nil)
    #expect(Hash(bytes: [UInt8](repeating: 0, count: 33)) == nil)
    #expect(Hash(hex: String(repeating: "0", count: 63)) == nil)
    #expect(Hash(hex: String(repeating: "g", count: 64)) == nil)
  }

  @Test("random bytes come in the number asked for, and differ")
  func random() {
    #expect(randomBytes(0).isEmpty)
    #expect(randomBytes(1).count == 1)
    #expect(randomBytes(32) != randomBytes(32))
  }
}
