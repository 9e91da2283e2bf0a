internal import Events
package import LMDB
internal import MerkleLog

extension LedgerView {
  /// Holds everything visible to everything else: records to their places, indexes to records, texts to
  /// commitments, the tree to records.
  ///
  /// Records are gone through in the order of their positions, so that the fault returned is at the
  /// first bad one; entries that belong to no record are looked for after that.
  ///
  /// - Parameter progress: told how many records were held good, now and then.
  /// - Returns: the first fault; `nil` where there is none.
  /// - Throws: `storage` where the storage fails.
  /// - Complexity: O(*n* log *n*) reads, memory of one chunk of records.
  package func check(
    _ transaction: borrowing ReadTransaction, progress: (UInt64) -> Void = { _ in }
  ) throws(LedgerError) -> LedgerFault? {
    var checker = RecordChecker(self)
    do throws(LedgerError) {
      if let fault = try checker.check(transaction, progress) { return fault }
      return try IndexChecker(self, checker.counts).check(transaction)
    } catch .damaged(let position, let reason) {
      return LedgerFault(.storageDamaged(reason: reason), at: position)
    } catch {
      throw error
    }
  }
}

/// Goes through the records.
private struct RecordChecker {
  private let view: LedgerView
  private let hasher = SHA256Box()
  private var tree = TreeChecker()
  private var next: UInt64 = 1
  private var recorded = Instant(microseconds: .min)
  /// How many records each index must lead to.
  private(set) var counts: [LedgerFault.Index: UInt64] = [:]

  init(_ view: LedgerView) { self.view = view }

  mutating func check(
    _ transaction: borrowing ReadTransaction, _ progress: (UInt64) -> Void
  ) throws(LedgerError) -> LedgerFault? {
    let fault = try firstFault(transaction, progress)
    // The tree is compared a chunk at a time: a record before the one at fault may have another hash.
    if let earlier = try tree.finish(view, transaction) { return earlier }
    return fault
  }

  private mutating func firstFault(
    _ transaction: borrowing ReadTransaction, _ progress: (UInt64) -> Void
  ) throws(LedgerError) -> LedgerFault? {
    let head = view.head
    var fault: LedgerFault?
    try transaction.forEach(
      view.databases.records, from: nil, to: Key.position(head.position + 1)
    ) { key, value throws(LedgerError) in
      guard key.count == 8, Key.lastNumber(key) == next else { return .stop }
      let record = value.copied
      fault = try check(record, transaction)
      if fault == nil { fault = try tree.add(hasher.leaf(record), view, transaction) }
      if fault != nil { return .stop }
      if next.isMultiple(of: 10_000) { progress(next) }
      next += 1
      return .more
    }
    if let fault { return fault }
    if next <= head.position { return LedgerFault(.recordMissing, at: next) }
    if head.position > 0, recorded != head.recorded {
      return LedgerFault(
        .headDiffers(found: recorded, head: head.recorded), at: head.position)
    }
    return nil
  }

  private mutating func check(
    _ record: [UInt8], _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> LedgerFault? {
    let stored = try view.texts(at: next, transaction)
    let event: RecordedEvent
    do throws(EventError) {
      event = try RecordCodec.decode(
        record, texts: stored?.isRedacted == true ? nil : stored?.texts)
    } catch {
      // Of a record whose texts alone do not read, the commitment tells.
      guard (try? RecordCodec.decode(record, texts: nil)) == nil else {
        return LedgerFault(.commitmentDiffers, at: next)
      }
      return LedgerFault(.recordUnreadable(error), at: next)
    }
    let kind = try kind(event, stored, transaction)
    recorded = event.recorded
    return kind.map { LedgerFault($0, at: next) }
  }

  private mutating func kind(
    _ event: RecordedEvent, _ stored: StoredTexts?, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> LedgerFault.Kind? {
    guard event.position == next else { return .positionDiffers(found: event.position) }
    guard event.recorded >= recorded else {
      return .recordedEarlier(found: event.recorded, previous: recorded)
    }
    guard (event.commitment == nil) == (stored == nil) else { return .textsDiffer }
    if let stored, !stored.isRedacted,
      hasher.commitment(saltAndTexts: stored.salt + stored.texts).bytes != event.commitment
    {
      return .commitmentDiffers
    }
    return try missingEntry(of: event, transaction).map { .notIndexed($0) }
  }

  /// The index that does not lead to an event.
  private mutating func missingEntry(
    of event: RecordedEvent, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> LedgerFault.Index? {
    let databases = view.databases
    let position = Key.position(event.position)
    counts[.ids, default: 0] += 1
    counts[.streams, default: 0] += 1
    counts[.types, default: 0] += 1
    if event.commitment != nil { counts[.texts, default: 0] += 1 }
    guard try transaction.lookUp(databases.ids, event.id.bytes) == position else { return .ids }
    let streamKey = Key.stream(event.event.subject.description, revision: event.revision)
    guard try transaction.lookUp(databases.streams, streamKey) == position else {
      return .streams
    }
    let typeKey = Key.type(event.event.type.rawValue, event.position)
    guard try transaction.lookUp(databases.types, typeKey) == [] else { return .types }
    if let day = event.event.effective?.lastDay {
      counts[.effective, default: 0] += 1
      let dayKey = Key.effective(day.number, event.position)
      guard try transaction.lookUp(databases.effective, dayKey) == [] else { return .effective }
    }
    return nil
  }
}
