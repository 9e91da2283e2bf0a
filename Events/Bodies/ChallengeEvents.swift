// What happens to a challenge, and what was achieved.

/// A challenge was raised.
public struct ChallengeRaised: EventBody {
  public static let type = EventType.challengeRaised
  /// Its title.
  public var title = LangText.placeholder
  /// What it is about.
  public var text: LangText?
  /// The plan under which it was raised.
  public var plan: Identifier?
  /// The area.
  public var area: Identifier?
  /// When it is to be met.
  public var scope: ChallengeScope?
  /// The challenge that it follows.
  public var follows: Identifier?

  /// A body to be filled.
  public init() {}

  public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
    try fields.required("title", &title)
    try fields.optional("text", &text)
    try fields.optional("plan", &plan)
    try fields.optional("area", &area)
    try fields.optional("scope", &scope)
    try fields.optional("follows", &follows)
  }
}

/// A challenge was described anew.
public struct ChallengeUpdated: EventBody {
  public static let type = EventType.challengeUpdated
  /// What it is about.
  public var text = LangText.placeholder

  /// A body to be filled.
  public init() {}

  public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
    try fields.required("text", &text)
  }
}

/// Something works on a challenge.
public struct ChallengeAddressed: EventBody {
  public static let type = EventType.challengeAddressed
  /// What does.
  public var by = StreamID.placeholder
  /// How.
  public var text: Text?

  /// A body to be filled.
  public init() {}

  public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
    try fields.required("by", &by)
    try fields.optional("text", &text)
  }
}

/// A challenge was resolved.
public struct ChallengeResolved: EventBody {
  public static let type = EventType.challengeResolved
  /// How.
  public var text: Text?

  /// A body to be filled.
  public init() {}

  public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
    try fields.optional("text", &text)
  }
}

/// A resolved challenge is one again.
public struct ChallengeReopened: EventBody {
  public static let type = EventType.challengeReopened
  /// Why.
  public var text: Text?

  /// A body to be filled.
  public init() {}

  public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
    try fields.optional("text", &text)
  }
}

/// An achievement was recorded.
public struct AchievementRecorded: EventBody {
  public static let type = EventType.achievementRecorded
  /// Its title.
  public var title = LangText.placeholder
  /// The plan under which it was achieved.
  public var plan = Identifier.placeholder
  /// The area.
  public var area: Identifier?
  /// What was achieved.
  public var text: LangText?

  /// A body to be filled.
  public init() {}

  public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
    try fields.required("title", &title)
    try fields.required("plan", &plan)
    try fields.optional("area", &area)
    try fields.optional("text", &text)
  }
}
