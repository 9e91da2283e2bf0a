// What happens to an action.

/// An action was added to a plan.
public struct ActionAdded: EventBody {
  public static let type = EventType.actionAdded
  /// Its title.
  public var title = LangText.placeholder
  /// Its area.
  public var area: Identifier?
  /// What sort of measure it is.
  public var kind: ActionKind?
  /// The institution that leads it.
  public var lead: Identifier?
  /// The other institutions involved.
  public var involved: [Identifier] = []
  /// The day by which it is to be delivered.
  public var deadline: CoarseDate?
  /// The recommendation, obligation or challenge that it comes from.
  public var origin: StreamID?
  /// What it is to bring about.
  public var expectedResult: LangText?

  /// A body to be filled.
  public init() {}

  public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
    try fields.required("title", &title)
    try fields.optional("area", &area)
    try fields.optional("kind", &kind)
    try fields.optional("lead", &lead)
    try fields.list("involved", &involved, isRequired: false)
    try fields.optional("deadline", &deadline)
    try fields.optional("origin", &origin)
    try fields.optional("expectedResult", &expectedResult)
  }
}

/// An action was worded anew.
public struct ActionReworded: EventBody {
  public static let type = EventType.actionReworded
  /// Its new title.
  public var title = LangText.placeholder
  /// What it is to bring about.
  public var expectedResult: LangText?

  /// A body to be filled.
  public init() {}

  public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
    try fields.required("title", &title)
    try fields.optional("expectedResult", &expectedResult)
  }
}

/// An action was given to another institution.
public struct ActionReassigned: EventBody {
  public static let type = EventType.actionReassigned
  /// The institution that leads it.
  public var lead = Identifier.placeholder
  /// The other institutions involved.
  public var involved: [Identifier] = []

  /// A body to be filled.
  public init() {}

  public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
    try fields.required("lead", &lead)
    try fields.list("involved", &involved, isRequired: false)
  }
}

/// A deadline was set where there was none.
public struct DeadlineSet: EventBody {
  public static let type = EventType.deadlineSet
  /// The day by which it is to be delivered.
  public var deadline = CoarseDate.placeholder

  /// A body to be filled.
  public init() {}

  public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
    try fields.required("deadline", &deadline)
  }
}

/// A deadline was moved.
public struct DeadlinePostponed: EventBody {
  public static let type = EventType.deadlinePostponed
  /// The new day by which it is to be delivered.
  public var deadline = CoarseDate.placeholder

  /// A body to be filled.
  public init() {}

  public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
    try fields.required("deadline", &deadline)
  }
}

/// Money was allocated to an action.
public struct FundingAllocated: EventBody {
  public static let type = EventType.fundingAllocated
  /// How much.
  public var amount = Decimal.placeholder
  /// Of which currency.
  public var currency = Currency.placeholder
  /// What is worth saying of it.
  public var note: Text?

  /// A body to be filled.
  public init() {}

  public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
    try fields.required("amount", &amount)
    try fields.required("currency", &currency)
    try fields.optional("note", &note)
  }
}

/// Work on an action began.
public struct ActionStarted: EventBody {
  public static let type = EventType.actionStarted

  /// A body to be filled.
  public init() {}

  public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {}
}

/// Work on an action went on.
public struct ActionResumed: EventBody {
  public static let type = EventType.actionResumed

  /// A body to be filled.
  public init() {}

  public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {}
}

/// Work on an action stopped; the envelope says why.
public struct ActionSuspended: EventBody {
  public static let type = EventType.actionSuspended

  /// A body to be filled.
  public init() {}

  public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {}
}

/// A delivered action was taken up again; the envelope says why.
public struct ActionReopened: EventBody {
  public static let type = EventType.actionReopened

  /// A body to be filled.
  public init() {}

  public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {}
}

/// An action was given up; the envelope says why.
public struct ActionCancelled: EventBody {
  public static let type = EventType.actionCancelled

  /// A body to be filled.
  public init() {}

  public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {}
}

/// The owner says that an action is delivered.
public struct ActionDelivered: EventBody {
  public static let type = EventType.actionDelivered
  /// What was delivered.
  public var result: Text?

  /// A body to be filled.
  public init() {}

  public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
    try fields.optional("result", &result)
  }
}

/// Progress on an action was reported.
public struct ProgressReported: EventBody {
  public static let type = EventType.progressReported
  /// What happened.
  public var narrative = Text.placeholder
  /// How far it is.
  public var percent: Percent?

  /// A body to be filled.
  public init() {}

  public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
    try fields.required("narrative", &narrative)
    try fields.optional("percent", &percent)
  }
}

/// An assessor gave a verdict on an action, effective on its cut-off date.
public struct ActionAssessed: EventBody {
  public static let type = EventType.actionAssessed
  /// The verdict.
  public var verdict = Verdict.placeholder
  /// Whether it is the last word.
  public var finality = Finality.placeholder
  /// The scale of the verdict, with its version.
  public var scale = AssessmentScale.plan3
  /// Who assessed.
  public var assessor: Identifier?

  /// A body to be filled.
  public init() {}

  public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
    try fields.required("verdict", &verdict)
    try fields.required("finality", &finality)
    try fields.defaulted("scale", &scale, to: .plan3)
    try fields.optional("assessor", &assessor)
  }
}

/// An assessor changed the verdict.
public struct AssessmentRevised: EventBody {
  public static let type = EventType.assessmentRevised
  /// The verdict.
  public var verdict = Verdict.placeholder
  /// Whether it is the last word.
  public var finality = Finality.placeholder
  /// The scale of the verdict, with its version.
  public var scale = AssessmentScale.plan3
  /// Who assessed.
  public var assessor: Identifier?

  /// A body to be filled.
  public init() {}

  public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
    try fields.required("verdict", &verdict)
    try fields.required("finality", &finality)
    try fields.defaulted("scale", &scale, to: .plan3)
    try fields.optional("assessor", &assessor)
  }
}

/// An unfinished action goes on in another plan.
public struct ActionCarriedOver: EventBody {
  public static let type = EventType.actionCarriedOver
  /// How it goes on.
  public var relation = CarryOverRelation.placeholder
  /// The actions that it becomes.
  public var successors: [StreamID] = []

  /// A body to be filled.
  public init() {}

  public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
    try fields.required("relation", &relation)
    try fields.list("successors", &successors, isRequired: false)
  }

  /// That there are as many successors as the relation has.
  public func check() throws(EventError) {
    let (isRight, expected) =
      switch relation {
      case .continues, .merged: (successors.count == 1, "one successor")
      case .split: (successors.count >= 2, "two successors or more")
      case .institutionalised: (successors.isEmpty, "no successor")
      }
    guard isRight, successors.allSatisfy({ $0.kind == .action }),
      Set(successors).count == successors.count
    else {
      throw .invalid(
        field: "successors", value: successors.map(\.description).joined(separator: " "),
        expected: "\(expected) for \(relation), each an action, each once",
        example: "plan/LV-HTP-2025/action/1.1")
    }
  }
}

/// An unfinished action does not go on; the envelope says why.
public struct ActionDropped: EventBody {
  public static let type = EventType.actionDropped

  /// A body to be filled.
  public init() {}

  public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {}
}
