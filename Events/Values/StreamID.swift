/// What a stream is about.
public enum StreamKind: String, Sendable, CaseIterable {
  /// `plan/P`.
  case plan
  /// `plan/P/area/A`.
  case area
  /// `plan/P/action/C`.
  case action
  /// `plan/P/claim/K`.
  case claim
  /// `victims/CC`.
  case victims
  /// `indicator/I`.
  case indicator
  /// `challenge/C`.
  case challenge
  /// `achievement/A`.
  case achievement
  /// `recommendation/R`.
  case recommendation
  /// `obligation/O`.
  case obligation
  /// `link/L`.
  case link
  /// `source/S`.
  case source
  /// `institution/I`.
  case institution

  /// The stream's written form with letters for its codes.
  public var pattern: String {
    switch self {
    case .plan: "plan/PLAN"
    case .area: "plan/PLAN/area/AREA"
    case .action: "plan/PLAN/action/CODE"
    case .claim: "plan/PLAN/claim/ID"
    case .victims: "victims/CC"
    default: "\(rawValue)/ID"
    }
  }

  fileprivate var isWithinPlan: Bool { self == .area || self == .action || self == .claim }
}

/// The name of a stream: what its events are about, such as `plan/LV-HTP-2021/action/1.2`.
///
/// Also the form of a Ref, a reference from one thing to another.
public struct StreamID: Sendable {
  /// What it is about.
  public let kind: StreamKind
  /// The written form.
  public let description: String
  /// The plan that the stream is or stands within; `nil` above plans.
  public let plan: Identifier?
  /// The last code: the plan's own, the action's code, the country …
  public let code: Identifier

  /// What a stream's name is, for messages.
  public static let expected =
    "a stream: " + StreamKind.allCases.map(\.pattern).joined(separator: ", ")
  /// One that can be copied.
  public static let example = "plan/LV-HTP-2021/action/1.2"

  /// A plan's stream.
  public static func plan(_ plan: Identifier) -> StreamID {
    StreamID(.plan, plan: plan, code: plan)
  }

  /// The stream of a thing within a plan: an area, an action, a claim.
  public static func within(_ plan: Identifier, _ kind: StreamKind, _ code: Identifier) -> StreamID
  {
    precondition(kind.isWithinPlan, "\(kind) does not stand within a plan")
    return StreamID(kind, plan: plan, code: code)
  }

  /// The stream of a thing above plans.
  public static func above(_ kind: StreamKind, _ code: Identifier) -> StreamID {
    precondition(!kind.isWithinPlan && kind != .plan, "\(kind) stands within a plan")
    return StreamID(kind, plan: nil, code: code)
  }

  /// Reads the written form.
  ///
  /// - Throws: `EventError.invalid` for anything else.
  public init(parsing text: String) throws(EventError) {
    guard let stream = StreamID(text) else {
      throw .value(text, expected: StreamID.expected, example: StreamID.example)
    }
    self = stream
  }

  private init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 4, parts.allSatisfy({ Identifier.isValid($0) }),
      let room = String(parts[0])
    else { return nil }
    func code(_ index: Int) -> Identifier { Identifier(unchecked: Substring(parts[index])) }
    if parts.count == 2 {
      guard let kind = StreamKind(rawValue: room), !kind.isWithinPlan else { return nil }
      let code = code(1)
      if kind == .victims && Country(code.description) == nil { return nil }
      self.init(kind, plan: kind == .plan ? code : nil, code: code, written: text)
    } else {
      guard room == "plan", let word = String(parts[2]), let kind = StreamKind(rawValue: word),
        kind.isWithinPlan
      else { return nil }
      self.init(kind, plan: code(1), code: code(3), written: text)
    }
  }

  private init(_ kind: StreamKind, plan: Identifier?, code: Identifier, written: String) {
    self.kind = kind
    self.plan = plan
    self.code = code
    description = written
  }

  private init(_ kind: StreamKind, plan: Identifier?, code: Identifier) {
    self.kind = kind
    self.plan = plan
    self.code = code
    description =
      if kind.isWithinPlan, let plan {
        "plan/\(plan)/\(kind.rawValue)/\(code)"
      } else {
        "\(kind.rawValue)/\(code)"
      }
  }
}

extension StreamID: Hashable, Comparable, CustomStringConvertible {
  public static func == (left: StreamID, right: StreamID) -> Bool {
    left.description == right.description
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(description) }

  public static func < (left: StreamID, right: StreamID) -> Bool {
    left.description < right.description
  }
}
