/// One figure of a published claim: a number, or a statement in words.
public struct ClaimFigure: Hashable, Sendable, FieldGroup {
  /// What the figure counts.
  public var measure = Measure.actions
  /// The number; absent only for a statement.
  public var value: Count?
  /// The victims counted, for `VICTIMS`.
  public var cell: VictimCell?
  /// The statement, or what is worth saying of the number.
  public var text: Text?

  /// A figure to be filled.
  public init() {}

  public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
    try fields.required("measure", &measure)
    try fields.optional("value", &value)
    try fields.optional("cell", &cell)
    try fields.optional("text", &text)
  }

  /// That a number has its value, a count of victims its cell, and a statement its words.
  public func check() throws(EventError) {
    switch measure {
    case .statement:
      if text == nil { throw .missing(field: "text") }
      if value != nil {
        throw .invalid(
          field: "value", value: "\(value?.number ?? 0)", expected: "none beside a STATEMENT",
          example: #"{"measure": "STATEMENT", "text": "…"}"#)
      }
    case .victims:
      if value == nil { throw .missing(field: "value") }
      if cell == nil { throw .missing(field: "cell") }
    default:
      if value == nil { throw .missing(field: "value") }
    }
    if cell != nil && measure != .victims {
      throw .invalid(
        field: "cell", value: measure.description, expected: "a cell only for VICTIMS",
        example: #"{"measure": "COMPLETED", "value": 22}"#)
    }
  }
}

/// Where an indicator stood before.
public struct Baseline: Hashable, Sendable, FieldGroup {
  /// What was observed.
  public var value = Known<Decimal>.placeholder
  /// The days observed.
  public var period = Period.placeholder

  /// A baseline to be filled.
  public init() {}

  public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
    try fields.required("value", &value)
    try fields.required("period", &period)
  }
}
