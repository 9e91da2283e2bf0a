internal import EventStore
internal import Events

/// What an event says, by its own body or by one that stands in its place.
struct Statement {
  var type: EventType
  var provenance: UInt8
  var effective: (kind: UInt8, lastDay: Int32)
  var published: (kind: UInt8, lastDay: Int32)
  /// The event's own position.
  var position: UInt64
  /// The position of the event that gave the body.
  var bodyPosition: UInt64
  var hasTexts: Bool
  var lines: FactLines

  /// What a recorded event says by itself; `nil` for events about events.
  init?(_ record: Span<UInt8>, _ sketch: RecordSketch) throws(EventError) {
    if sketch.type.isAboutEvents { return nil }
    type = sketch.type
    provenance = sketch.provenance
    effective = sketch.effective
    published = sketch.published
    position = sketch.position
    bodyPosition = sketch.position
    hasTexts = sketch.hasTexts
    lines = try FactLines(type, body: record.extracting(sketch.bodyStart..<record.count))
  }

  /// What an event says by a body, given without its texts.
  private init(
    _ recorded: RecordedEvent, as event: Event, bodyPosition: UInt64, _ body: Span<UInt8>
  ) throws(EventError) {
    type = event.type
    provenance = event.provenance.rawValue
    effective = event.effective?.coded ?? (0, Day.first.number)
    published = event.published?.coded ?? (0, 0)
    position = recorded.position
    self.bodyPosition = bodyPosition
    hasTexts = recorded.commitment != nil || bodyPosition != position
    lines = try FactLines(type, body: body)
  }

  /// Adds the rows of what a recorded event says by itself; `nil`, and none, for events about events.
  static func add(
    _ record: Span<UInt8>, _ sketch: RecordSketch, to set: inout FactRows, from: UInt64
  ) throws(EventError) -> Statement? {
    guard sketch.isCurrent || sketch.type.isAboutEvents else {
      let event = try RecordCodec.decode(record.copied, texts: nil)
      return try add(event, as: event.event, bodyPosition: event.position, to: &set, from: from)
    }
    guard let statement = try Statement(record, sketch) else { return nil }
    statement.add(
      to: &set, record.extracting(sketch.bodyStart..<record.count), from, FactRow.forever)
    return statement
  }

  /// Adds the rows of what is believed of an event.
  @discardableResult
  static func add(
    _ belief: Belief, to set: inout FactRows, from: UInt64, until: UInt64 = FactRow.forever
  ) throws(EventError) -> Statement {
    try add(
      belief.recorded, as: belief.event, bodyPosition: belief.bodyPosition, to: &set, from: from,
      until: until)
  }

  /// Adds the rows of an event whose envelope and body are those of another.
  ///
  /// - Parameter bodyPosition: the position of the event that gave the body.
  @discardableResult
  static func add(
    _ recorded: RecordedEvent, as event: Event, bodyPosition: UInt64, to set: inout FactRows,
    from: UInt64, until: UInt64 = FactRow.forever
  ) throws(EventError) -> Statement {
    let body = RecordCodec.body(of: event.data)
    let statement = try Statement(recorded, as: event, bodyPosition: bodyPosition, body.span)
    statement.add(to: &set, body.span, from, until)
    return statement
  }

  /// Adds its rows, one a line; their payload stands once. What is only counted has no body.
  private func add(
    to set: inout FactRows, _ body: Span<UInt8>, _ from: UInt64, _ until: UInt64
  ) {
    let start = set.bytes.count
    var row = FactRow(
      line: 0, type: UInt8(truncatingIfNeeded: type.rawValue), attributes: provenance & 3,
      precision: effective.kind, day: effective.lastDay, position: position, from: from,
      until: until, start: Int32(start), count: 0)
    if hasTexts { row.attributes |= FactRow.Attribute.texts }
    if bodyPosition != from {
      row.attributes |= FactRow.Attribute.bodyElsewhere
      set.bytes.append(little: bodyPosition, 5)
    }
    if published.kind != 0 {
      row.attributes |= FactRow.Attribute.published
      let day = UInt64(UInt32(bitPattern: published.lastDay))
      set.bytes.append(little: UInt64(published.kind) | day << 8, 5)
    }
    row.count = Int32(set.bytes.count - start)
    if lines.contains(.init(.postponed)) {
      row.line = FactLine.postponed.rawValue
      set.rows.append(row)
    }
    if body.count <= FactBlock.mostBodyBytes {
      row.attributes |= FactRow.Attribute.body
      set.bytes.append(body, from: 0, body.count)
      row.count += Int32(body.count)
    }
    var rest = lines.subtracting(.init(.postponed)).rawValue
    while rest != 0 {
      let bit = rest.trailingZeroBitCount
      rest &= rest - 1
      row.line = bit == 0 ? FactLine.all.rawValue : UInt8(bit)
      set.rows.append(row)
    }
    if effective.kind & 0x80 != 0 {
      row.line = FactLine.open.rawValue
      set.rows.append(row)
    } else if effective.kind != CoarseDate.Precision.day.rawValue {
      row.line = FactLine.coarse.rawValue
      set.rows.append(row)
    }
  }
}
