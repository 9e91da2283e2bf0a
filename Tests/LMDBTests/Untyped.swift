import LMDB

/// Brackets whose closures throw anything, so that tests need not name error types.
struct AnyFailure: LMDBErrorConvertible {
  let error: any Error
  init(_ error: LMDBError) { self.error = error }
  init(any error: any Error) { self.error = error }

  static func unwrapping<R>(_ body: () throws(AnyFailure) -> R) throws -> R {
    do throws(AnyFailure) { return try body() } catch { throw error.error }
  }

  static func wrapping<R>(_ body: () throws -> R) throws(AnyFailure) -> R {
    do { return try body() } catch { throw AnyFailure(any: error) }
  }
}

extension Environment {
  @_disfavoredOverload
  func read<R>(_ body: (borrowing ReadTransaction) throws -> R) throws -> R {
    try AnyFailure.unwrapping { () throws(AnyFailure) in
      try read { reader throws(AnyFailure) in
        do { return try body(reader) } catch { throw AnyFailure(any: error) }
      }
    }
  }

  @_disfavoredOverload
  func write<R>(_ body: (inout WriteTransaction) throws -> R) throws -> R {
    try AnyFailure.unwrapping { () throws(AnyFailure) in
      try write { transaction throws(AnyFailure) in
        do { return try body(&transaction) } catch { throw AnyFailure(any: error) }
      }
    }
  }
}

extension ReadTransaction {
  @_disfavoredOverload
  func withCursor<R>(_ database: Database, _ body: (borrowing Cursor) throws -> R) throws -> R {
    do throws(AnyFailure) {
      return try withCursor(database) { cursor throws(AnyFailure) in
        do { return try body(cursor) } catch { throw AnyFailure(any: error) }
      }
    } catch { throw error.error }
  }
}

extension WriteTransaction {
  @_disfavoredOverload
  mutating func withAppender<R>(
    _ database: Database, _ body: (inout Appender) throws -> R
  ) throws -> R {
    do throws(AnyFailure) {
      return try withAppender(database) { appender throws(AnyFailure) in
        do { return try body(&appender) } catch { throw AnyFailure(any: error) }
      }
    } catch { throw error.error }
  }
}
