internal import EventStore
internal import LMDB

/// A batch before its judge.
struct Judgement {
  init(_ batch: StagedBatch, _ transaction: borrowing ReadTransaction) throws(LedgerError) {}
  func judge(_ transaction: borrowing ReadTransaction) throws(LedgerError) {}
}
