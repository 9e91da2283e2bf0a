// What happens to counts of victims.

/// A count of victims was recorded.
public struct VictimCountRecorded: EventBody {
  public static let type = EventType.victimCountRecorded
  /// What is counted.
  public var cell = VictimCell.placeholder
  /// How many.
  public var value = Known<Count>.placeholder
  /// Registers that may count some of the same persons.
  public var overlapWith: [Identifier] = []

  /// A body to be filled.
  public init() {}

  public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
    try fields.required("cell", &cell)
    try fields.required("value", &value)
    try fields.list("overlapWith", &overlapWith, isRequired: false)
  }
}

/// The source restated a count of victims.
public struct VictimCountRevised: EventBody {
  public static let type = EventType.victimCountRevised
  /// What is counted.
  public var cell = VictimCell.placeholder
  /// How many.
  public var value = Known<Count>.placeholder
  /// Registers that may count some of the same persons.
  public var overlapWith: [Identifier] = []

  /// A body to be filled.
  public init() {}

  public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
    try fields.required("cell", &cell)
    try fields.required("value", &value)
    try fields.list("overlapWith", &overlapWith, isRequired: false)
  }
}
