// What happens to an indicator.

/// An indicator was defined.
public struct IndicatorDefined: EventBody {
  public static let type = EventType.indicatorDefined
  /// Its title.
  public var title = LangText.placeholder
  /// What it counts in.
  public var unit = Designation.placeholder
  /// How it is measured.
  public var definition = Text.placeholder
  /// The plan it belongs to.
  public var plan: Identifier?
  /// The action it belongs to.
  public var action: StreamID?
  /// Where it stood before.
  public var baseline: Baseline?
  /// Which way it should move.
  public var direction: Direction?
  /// How its observations add up.
  public var aggregation: Aggregation?

  /// A body to be filled.
  public init() {}

  public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
    try fields.required("title", &title)
    try fields.required("unit", &unit)
    try fields.required("definition", &definition)
    try fields.optional("plan", &plan)
    try fields.optional("action", &action)
    try fields.optional("baseline", &baseline)
    try fields.optional("direction", &direction)
    try fields.optional("aggregation", &aggregation)
  }
}

/// An indicator was defined anew.
public struct IndicatorRedefined: EventBody {
  public static let type = EventType.indicatorRedefined
  /// How it is measured.
  public var definition = Text.placeholder
  /// What it counts in.
  public var unit: Designation?

  /// A body to be filled.
  public init() {}

  public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
    try fields.required("definition", &definition)
    try fields.optional("unit", &unit)
  }
}

/// A target was set.
public struct TargetSet: EventBody {
  public static let type = EventType.targetSet
  /// The value to be reached.
  public var value = Decimal.placeholder
  /// By when.
  public var due = CoarseDate.placeholder

  /// A body to be filled.
  public init() {}

  public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
    try fields.required("value", &value)
    try fields.required("due", &due)
  }
}

/// An observation was recorded.
public struct ObservationRecorded: EventBody {
  public static let type = EventType.observationRecorded
  /// The days observed.
  public var period = Period.placeholder
  /// What was observed.
  public var value = Known<Decimal>.placeholder

  /// A body to be filled.
  public init() {}

  public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
    try fields.required("period", &period)
    try fields.required("value", &value)
  }
}
