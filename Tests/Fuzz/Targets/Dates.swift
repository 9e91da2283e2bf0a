internal import Events

extension FuzzTarget {
  /// Any text as each of the values that people write: what is read is written as it was, or in
  /// the one form that reads as the same value.
  static let dates = FuzzTarget(name: "date") { bytes in
    _ = try? TimeZoneRules(tzif: bytes)
    let text = String(decoding: bytes, as: UTF8.self)
    if let date = try? CoarseDate(parsing: text) {
      try expect(date.description == text, "\(text) is written \(date)")
      try expect(date.firstDay <= date.lastDay, "\(text) ends before it begins")
    }
    if let period = try? Period(parsing: text) {
      try expect(try Period(parsing: period.description) == period, "\(text) is written \(period)")
    }
    if let instant = try? Instant(parsing: text) {
      let again = try Instant(parsing: instant.description)
      try expect(again == instant, "\(text) is written \(instant)")
    }
    if let number = try? Decimal(parsing: text) {
      try expect(try Decimal(parsing: number.description) == number, "\(text) is \(number)")
    }
    if let id = try? EventID(parsing: text) {
      try expect(try EventID(parsing: id.description) == id, "\(text) is \(id)")
    }
    if let stream = try? StreamID(parsing: text) {
      try expect(stream.description == text, "\(text) is \(stream)")
    }
    if let source = try? SourceReference(parsing: text) {
      try expect(try SourceReference(parsing: source.description) == source, "\(text) is \(source)")
    }
  }
}
