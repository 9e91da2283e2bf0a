internal import Events

/// What a row's payload holds.
extension FactRow {
  func has(_ attribute: UInt8) -> Bool { attributes & attribute != 0 }

  /// The position of the event that gave the body.
  func bodyPosition(_ bytes: [UInt8]) -> UInt64 {
    guard has(Attribute.bodyElsewhere), count >= 5 else { return from }
    var position: UInt64 = 0
    for index in 0..<5 { position |= UInt64(bytes[Int(start) + index]) << UInt64(8 * index) }
    return position
  }

  /// When it was said in public, by its own body.
  func published(_ bytes: [UInt8]) -> CoarseDate? {
    let place = Int(start) + (has(Attribute.bodyElsewhere) ? 5 : 0)
    guard has(Attribute.published), place + 5 <= Int(start + count) else { return nil }
    var day: UInt32 = 0
    for index in 0..<4 { day |= UInt32(bytes[place + 1 + index]) << UInt32(8 * index) }
    return CoarseDate(sealed: bytes[place], lastDay: Int32(bitPattern: day))
  }

  /// Where the body begins.
  var bodyStart: Int {
    let skipped = (has(Attribute.bodyElsewhere) ? 5 : 0) + (has(Attribute.published) ? 5 : 0)
    return min(Int(start) + skipped, Int(start + count))
  }

  /// The body, without its texts.
  func body(_ bytes: [UInt8]) -> [UInt8] {
    Array(bytes[bodyStart..<Int(start + count)])
  }
}
