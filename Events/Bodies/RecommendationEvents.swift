// What others ask of a plan: recommendations and legal duties.

/// A body recommended something.
public struct RecommendationReceived: EventBody {
  public static let type = EventType.recommendationReceived
  /// The body, such as GRETA.
  public var body = Identifier.placeholder
  /// What it recommends.
  public var text = LangText.placeholder
  /// The round of its monitoring.
  public var round: Designation?
  /// The paragraph of its document.
  public var paragraph: Designation?
  /// How strongly.
  public var urgency: Urgency?

  /// A body to be filled.
  public init() {}

  public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
    try fields.required("body", &body)
    try fields.required("text", &text)
    try fields.optional("round", &round)
    try fields.optional("paragraph", &paragraph)
    try fields.optional("urgency", &urgency)
  }
}

/// A recommendation was answered.
public struct RecommendationAnswered: EventBody {
  public static let type = EventType.recommendationAnswered
  /// The answer.
  public var response = RecommendationResponse.placeholder
  /// What it says.
  public var text: Text?

  /// A body to be filled.
  public init() {}

  public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
    try fields.required("response", &response)
    try fields.optional("text", &text)
  }
}

/// A later round found how far a recommendation was followed.
public struct RecommendationFollowedUp: EventBody {
  public static let type = EventType.recommendationFollowedUp
  /// What it found.
  public var finding = Text.placeholder
  /// How far.
  public var level: ImplementationLevel?
  /// The round.
  public var round: Designation?

  /// A body to be filled.
  public init() {}

  public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
    try fields.required("finding", &finding)
    try fields.optional("level", &level)
    try fields.optional("round", &round)
  }
}

/// A legal duty with a deadline was recorded.
public struct ObligationRecorded: EventBody {
  public static let type = EventType.obligationRecorded
  /// Its title.
  public var title = LangText.placeholder
  /// The act that imposes it.
  public var act = Designation.placeholder
  /// By when.
  public var deadline = CoarseDate.placeholder
  /// What it asks.
  public var text: LangText?

  /// A body to be filled.
  public init() {}

  public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
    try fields.required("title", &title)
    try fields.required("act", &act)
    try fields.required("deadline", &deadline)
    try fields.optional("text", &text)
  }
}

/// A legal duty was met.
public struct ObligationMet: EventBody {
  public static let type = EventType.obligationMet
  /// How.
  public var text: Text?

  /// A body to be filled.
  public init() {}

  public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
    try fields.optional("text", &text)
  }
}
