/// A closed set of words, such as the verdicts: upper case in files, a small number in records.
///
/// Raw values are part of the file format: cases are added at the end, never moved.
public protocol Word: FieldValue, CaseIterable, RawRepresentable, CustomStringConvertible
where RawValue == UInt8 {
  /// The words, by raw value.
  static var words: [String] { get }
}

extension Word {
  /// The word.
  public var description: String { Self.words[Int(rawValue)] }

  /// The member of that word.
  ///
  /// - Throws: `EventError.invalid`, whose `expected` lists the words.
  public init(parsing text: String) throws(EventError) {
    guard let index = Self.words.firstIndex(where: { text.isSpelled($0) }),
      let member = Self(rawValue: UInt8(index))
    else {
      throw .value(
        text, expected: "one of " + Self.words.joined(separator: ", "), example: Self.words[0])
    }
    self = member
  }
}

extension String {
  /// Whether the texts are the same byte for byte; `==` would take the Kelvin sign for a K.
  func isSpelled(_ other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}

/// Whose word an event is.
public enum Provenance: UInt8, Word {
  /// A cited source says so.
  case official
  /// The institution's own statement.
  case reported
  /// Computed from other events.
  case derived
  /// Invented to show how a thing works.
  case illustrative

  public static let words = ["OFFICIAL", "REPORTED", "DERIVED", "ILLUSTRATIVE"]
}

/// What sort of measure an action is.
public enum ActionKind: UInt8, Word {
  /// Done once.
  case oneOff
  /// Goes on over the period.
  case continuous
  /// A change of law.
  case legislative

  public static let words = ["ONE_OFF", "CONTINUOUS", "LEGISLATIVE"]
}

/// An assessor's verdict on an action.
public enum Verdict: UInt8, Word {
  /// Done.
  case completed
  /// Done in part.
  case partiallyCompleted
  /// Not done.
  case notCompleted
  /// Cannot be judged.
  case notAssessable

  public static let words = [
    "COMPLETED", "PARTIALLY_COMPLETED", "NOT_COMPLETED", "NOT_ASSESSABLE",
  ]
}

/// Whether an assessment is the last word of its round.
public enum Finality: UInt8, Word {
  /// On the way.
  case interim
  /// At the end.
  case final

  public static let words = ["INTERIM", "FINAL"]
}

/// What becomes of an unfinished action in the next plan.
public enum CarryOverRelation: UInt8, Word {
  /// One action goes on as one.
  case continues
  /// Several become one.
  case merged
  /// One becomes several.
  case split
  /// A standing duty now.
  case institutionalised

  public static let words = ["CONTINUES", "MERGED", "SPLIT", "INSTITUTIONALISED"]
}

/// What a published figure counts.
public enum Measure: UInt8, Word {
  /// The plan's actions.
  case actions
  /// Actions with the final verdict COMPLETED.
  case completed
  /// Actions with the final verdict PARTIALLY_COMPLETED.
  case partiallyCompleted
  /// Actions with the final verdict NOT_COMPLETED.
  case notCompleted
  /// Victims in a cell.
  case victims
  /// A statement in words.
  case statement

  public static let words = [
    "ACTIONS", "COMPLETED", "PARTIALLY_COMPLETED", "NOT_COMPLETED", "VICTIMS", "STATEMENT",
  ]
}

/// Which way an indicator should move.
public enum Direction: UInt8, Word {
  /// More is better.
  case ascending
  /// Less is better.
  case descending

  public static let words = ["ASCENDING", "DESCENDING"]
}

/// How an indicator's observations add up over time.
public enum Aggregation: UInt8, Word {
  /// They are summed.
  case sum
  /// The last one stands.
  case last
  /// They do not.
  case none

  public static let words = ["SUM", "LAST", "NONE"]
}

/// When a challenge is to be met.
public enum ChallengeScope: UInt8, Word {
  /// In the plan's own period.
  case current
  /// In the next planning period.
  case nextPeriod

  public static let words = ["CURRENT", "NEXT_PERIOD"]
}

/// How strongly a body recommends.
public enum Urgency: UInt8, Word {
  /// It urges.
  case urge
  /// It asks to consider.
  case consider
  /// It invites.
  case invite

  public static let words = ["URGE", "CONSIDER", "INVITE"]
}

/// A government's answer to a recommendation.
public enum RecommendationResponse: UInt8, Word {
  /// Accepted.
  case accepted
  /// Accepted in part.
  case partlyAccepted
  /// Noted.
  case noted

  public static let words = ["ACCEPTED", "PARTLY_ACCEPTED", "NOTED"]
}

/// A later finding on a recommendation.
public enum ImplementationLevel: UInt8, Word {
  /// Implemented.
  case implemented
  /// Implemented in part.
  case partlyImplemented
  /// Not implemented.
  case notImplemented
  /// Overtaken by events.
  case noLongerRelevant

  public static let words = [
    "IMPLEMENTED", "PARTLY_IMPLEMENTED", "NOT_IMPLEMENTED", "NO_LONGER_RELEVANT",
  ]
}

/// How one thing is linked to another.
public enum LinkRelation: UInt8, Word {
  /// An action or answer to a recommendation or challenge.
  case answers
  /// An action that carries out an obligation or recommendation.
  case implements
  /// An action that works on a challenge.
  case addresses
  /// Anything else worth recording.
  case relates

  public static let words = ["ANSWERS", "IMPLEMENTS", "ADDRESSES", "RELATES"]
}
