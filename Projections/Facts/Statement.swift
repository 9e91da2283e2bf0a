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

  /// What is believed of an event, with the body without its texts.
  private init(_ belief: Belief, _ body: Span<UInt8>) throws(EventError) {
    type = belief.event.type
    provenance = belief.event.provenance.rawValue
    effective = belief.event.effective?.coded ?? (0, Day.first.number)
    published = belief.event.published?.coded ?? (0, 0)
    position = belief.recorded.position
    bodyPosition = belief.bodyPosition
    hasTexts = belief.recorded.commitment != nil || bodyPosition != position
    lines = try FactLines(type, body: body)
  }

  /// Adds the rows of what a recorded event says by itself; `nil`, and none, for events about events.
  static func add(
    _ record: Span<UInt8>, _ sketch: RecordSketch, to set: inout FactRows, from: UInt64
  ) throws(EventError) -> Statement? {
    guard sketch.isCurrent || sketch.type.isAboutEvents else {
      let event = try RecordCodec.decode(record.copied, texts: nil)
      return try add(belief(in: event, []), to: &set, from: from)
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
    let body = RecordCodec.body(of: belief.event.data)
    let statement = try Statement(belief, body.span)
    statement.add(to: &set, body.span, from, until)
    return statement
  }

  /// Adds its rows, one a line.
  private func add(
    to set: inout FactRows, _ body: Span<UInt8>, _ from: UInt64, _ until: UInt64
  ) {
    var rest = lines.rawValue
    while rest != 0 {
      let bit = rest.trailingZeroBitCount
      rest &= rest - 1
      let line = bit == 0 ? FactLine.all : FactLine(rawValue: UInt8(bit)) ?? .other
      add(to: &set, on: line, body, from, until)
    }
    if effective.kind & 0x80 != 0 {
      add(to: &set, on: .open, body, from, until)
    } else if effective.kind != CoarseDate.Precision.day.rawValue {
      add(to: &set, on: .coarse, body, from, until)
    }
  }

  private func add(
    to set: inout FactRows, on line: FactLine, _ body: Span<UInt8>, _ from: UInt64,
    _ until: UInt64
  ) {
    let start = set.bytes.count
    var attributes = provenance & 3
    if bodyPosition != from {
      attributes |= FactRow.Attribute.bodyElsewhere
      set.bytes.append(little: bodyPosition, 5)
    }
    if published.kind != 0 {
      attributes |= FactRow.Attribute.published
      set.bytes.append(published.kind)
      set.bytes.append(little: UInt64(UInt32(bitPattern: published.lastDay)), 4)
    }
    if hasTexts { attributes |= FactRow.Attribute.texts }
    if !line.isRepeated, body.count <= FactBlock.mostBodyBytes {
      attributes |= FactRow.Attribute.body
      set.bytes.append(body, from: 0, body.count)
    }
    set.rows.append(
      FactRow(
        line: line.rawValue, type: UInt8(truncatingIfNeeded: type.rawValue),
        attributes: attributes, precision: effective.kind, day: effective.lastDay,
        position: position, from: from, until: until, start: Int32(start),
        count: Int32(set.bytes.count - start)))
  }
}
