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

  /// The kind of a name's bytes.
  fileprivate init?(_ name: Span<UInt8>) {
    for kind in StreamKind.allCases {
      let own = kind.rawValue.utf8.span
      guard own.count == name.count else { continue }
      if own.indices.allSatisfy({ own[$0] == name[$0] }) {
        self = kind
        return
      }
    }
    return nil
  }

  /// Whether such a stream stands within a plan.
  package var isWithinPlan: Bool { self == .area || self == .action || self == .claim }
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
  public var plan: Identifier? {
    guard kind == .plan || kind.isWithinPlan else { return nil }
    let name = description.utf8.span
    let start = StreamID.slash(in: name, from: 0) + 1
    return Identifier(
      unchecked: name.extracting(start..<StreamID.slash(in: name, from: start)))
  }

  /// The last code: the plan's own, the action's code, the country …
  public var code: Identifier {
    let name = description.utf8.span
    var start = name.count
    while start > 0, name[start - 1] != UInt8(ascii: "/") { start -= 1 }
    return Identifier(unchecked: name.extracting(start..<name.count))
  }

  /// Where the next slash of a name stands, or else its end.
  private static func slash(in name: Span<UInt8>, from start: Int) -> Int {
    var place = start
    while place < name.count, name[place] != UInt8(ascii: "/") { place += 1 }
    return place
  }

  /// What a stream's name is, for messages.
  public static let expected =
    "a stream: " + StreamKind.allCases.map(\.pattern).joined(separator: ", ")
  /// One that can be copied.
  public static let example = "plan/LV-HTP-2021/action/1.2"

  /// A plan's stream.
  public static func plan(_ plan: Identifier) -> StreamID {
    StreamID(.plan, "plan/\(plan)")
  }

  /// The stream of a thing within a plan: an area, an action, a claim.
  public static func within(_ plan: Identifier, _ kind: StreamKind, _ code: Identifier) -> StreamID
  {
    precondition(kind.isWithinPlan, "\(kind) does not stand within a plan")
    return StreamID(kind, "plan/\(plan)/\(kind.rawValue)/\(code)")
  }

  /// The stream of a thing above plans.
  public static func above(_ kind: StreamKind, _ code: Identifier) -> StreamID {
    precondition(!kind.isWithinPlan && kind != .plan, "\(kind) stands within a plan")
    return StreamID(kind, "\(kind.rawValue)/\(code)")
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
    let name = text.utf8.span
    let first = StreamID.slash(in: name, from: 0)
    guard first < name.count else { return nil }
    let second = StreamID.slash(in: name, from: first + 1)
    let code = name.extracting((first + 1)..<second)
    guard Identifier.isValid(code) else { return nil }
    if second == name.count {
      guard let kind = StreamKind(name.extracting(0..<first)), !kind.isWithinPlan else {
        return nil
      }
      if kind == .victims && Country(Identifier(unchecked: code).description) == nil { return nil }
      self.init(kind, text)
    } else {
      let third = StreamID.slash(in: name, from: second + 1)
      guard third < name.count, StreamKind(name.extracting(0..<first)) == .plan,
        let kind = StreamKind(name.extracting((second + 1)..<third)), kind.isWithinPlan,
        Identifier.isValid(name.extracting((third + 1)..<name.count))
      else { return nil }
      self.init(kind, text)
    }
  }

  /// A name that was read before, of a kind that is known; `nil` where the bytes are no ASCII.
  package init?(_ kind: StreamKind, trusted name: Span<UInt8>) {
    guard name.isASCII else { return nil }
    self.init(kind, unsafe String(copying: UTF8Span(unchecked: name, isKnownASCII: true)))
  }

  /// A name that was read before, of a kind that is known.
  package init(_ kind: StreamKind, trusted description: String) {
    self.init(kind, description)
  }

  private init(_ kind: StreamKind, _ description: String) {
    self.kind = kind
    self.description = description
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
