internal import Coding
package import Events
internal import Glibc
internal import LMDB
package import MerkleLog

/// What a ledger is from its first moment on, and never changes.
package final class LedgerIdentity: Sendable {
  /// The version of the file format.
  package static let format = 1

  /// SHA-256(nonce ‖ TZif ‖ format version): the origin of its checkpoints.
  package let id: Hash
  /// The name of its time zone, such as `Europe/Riga`.
  package let zoneName: String
  /// The rules of its time zone, its own copy.
  package let zone: TimeZoneRules
  /// The language of texts that name none.
  package let language: String
  /// When it was made; `nil` where its maker did not say.
  package let created: Instant?
  /// Whether it was restored from an export, so that its recorded instants are another ledger's.
  package let isRestored: Bool
  /// The random bytes in its id.
  let nonce: [UInt8]

  /// The identity of a new ledger.
  ///
  /// - Parameters:
  ///   - zoneName: the name of its time zone.
  ///   - zone: the zone's rules.
  ///   - language: the language of texts that name none.
  ///   - nonce: 32 random bytes.
  ///   - created: the wall clock.
  package convenience init(
    zoneName: String, zone: TimeZoneRules, language: String, nonce: [UInt8],
    created: Instant? = nil
  ) {
    precondition(nonce.count == 32, "a nonce of 32 bytes")
    let id = SHA256.hash(nonce + zone.bytes + [UInt8(LedgerIdentity.format)])
    self.init(
      id: id, zoneName: zoneName, zone: zone, language: language, created: created,
      isRestored: false, nonce: nonce)
  }

  private init(
    id: Hash, zoneName: String, zone: TimeZoneRules, language: String, created: Instant?,
    isRestored: Bool, nonce: [UInt8]
  ) {
    self.id = id
    self.zoneName = zoneName
    self.zone = zone
    self.language = language
    self.created = created
    self.isRestored = isRestored
    self.nonce = nonce
    bytes = LedgerIdentity.bytes(
      id, zoneName, zone, language, created ?? .unknown, isRestored, nonce)
  }

  /// The same ledger's identity after a restore, under the id of the ledger that was exported.
  func restored(as id: Hash) -> LedgerIdentity {
    LedgerIdentity(
      id: id, zoneName: zoneName, zone: zone, language: language, created: created,
      isRestored: true, nonce: nonce)
  }

  static let key = Array("ledger".utf8)

  /// As it is stored.
  let bytes: [UInt8]

  private static func bytes(
    _ id: Hash, _ zoneName: String, _ zone: TimeZoneRules, _ language: String,
    _ created: Instant, _ isRestored: Bool, _ nonce: [UInt8]
  ) -> [UInt8] {
    var writer = ByteWriter()
    writer.byte(UInt8(LedgerIdentity.format))
    writer.raw(id.bytes)
    writer.raw(nonce)
    writer.byte(isRestored ? 1 : 0)
    writer.fixed(created.microseconds)
    writer.string(zoneName)
    writer.string(language)
    writer.prefixed(zone.bytes)
    return writer.bytes
  }

  /// Whether a stored value is this one.
  func isWritten(as value: Span<UInt8>) -> Bool {
    guard value.count == bytes.count else { return false }
    // Some thousand bytes at each snapshot: compared as memory.
    return unsafe value.withUnsafeBytes { mine in
      unsafe bytes.withUnsafeBytes { theirs in
        guard let mine = mine.baseAddress, let theirs = theirs.baseAddress else { return false }
        return unsafe memcmp(mine, theirs, bytes.count) == 0
      }
    }
  }

  /// Reads what is stored.
  ///
  /// - Throws: `newerFormat`, or `damaged` where it does not read.
  init(bytes: [UInt8]) throws(LedgerError) {
    let format = Int(bytes.first ?? 0)
    guard format <= LedgerIdentity.format else {
      throw .newerFormat(found: format, supported: LedgerIdentity.format)
    }
    do {
      var reader = ByteReader(bytes)
      guard try reader.byte() == UInt8(LedgerIdentity.format),
        let id = Hash(bytes: try reader.raw(32))
      else { throw ByteError.truncated }
      self.id = id
      nonce = try reader.raw(32)
      isRestored = try reader.byte() == 1
      let instant = Instant(microseconds: try reader.fixed())
      created = instant == .unknown ? nil : instant
      zoneName = try reader.string()
      language = try reader.string()
      zone = try TimeZoneRules(tzif: try reader.prefixed())
      try reader.end()
      self.bytes = bytes
    } catch {
      throw .damaged(position: nil, reason: "what the ledger says of itself: \(error)")
    }
  }
}

extension Instant {
  /// What stands where no instant is known.
  fileprivate static var unknown: Instant { Instant(microseconds: .min) }
}
