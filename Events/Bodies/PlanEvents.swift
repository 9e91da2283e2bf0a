// What happens to a plan, its areas, and the figures published on it.

/// A plan was drafted.
public struct PlanDrafted: EventBody {
  public static let type = EventType.planDrafted
  /// Its title.
  public var title = LangText.placeholder
  /// The days it is for.
  public var period = Period.placeholder
  /// The plan before it.
  public var predecessor: Identifier?
  /// The institution responsible for it.
  public var responsible: Identifier?

  /// A body to be filled.
  public init() {}

  public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
    try fields.required("title", &title)
    try fields.required("period", &period)
    try fields.optional("predecessor", &predecessor)
    try fields.optional("responsible", &responsible)
  }
}

/// A plan was approved.
public struct PlanApproved: EventBody {
  public static let type = EventType.planApproved
  /// The act that approved it, such as Cabinet Order No 690.
  public var act = Designation.placeholder
  /// Codes of the predecessor's unfinished actions without a disposition.
  public var undisposed: [Identifier] = []

  /// A body to be filled.
  public init() {}

  public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
    try fields.required("act", &act)
    try fields.list("undisposed", &undisposed, isRequired: false)
  }
}

/// A plan was amended.
public struct PlanAmended: EventBody {
  public static let type = EventType.planAmended
  /// The amending act.
  public var act: Designation?
  /// Its new title.
  public var title: LangText?
  /// Its new period.
  public var period: Period?
  /// What the amendment changes.
  public var summary: Text?

  /// A body to be filled.
  public init() {}

  public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
    try fields.optional("act", &act)
    try fields.optional("title", &title)
    try fields.optional("period", &period)
    try fields.optional("summary", &summary)
  }
}

/// A report on a plan was noted.
public struct PlanReportNoted: EventBody {
  public static let type = EventType.planReportNoted
  /// Who noted it.
  public var by = Identifier.placeholder
  /// The report, a source.
  public var report: Identifier?
  /// The day up to which the report speaks.
  public var cutOff: CoarseDate?
  /// The position of the ledger on which the report rests.
  public var basisPosition: Count?

  /// A body to be filled.
  public init() {}

  public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
    try fields.required("by", &by)
    try fields.optional("report", &report)
    try fields.optional("cutOff", &cutOff)
    try fields.optional("basisPosition", &basisPosition)
  }
}

/// A plan was closed.
public struct PlanClosed: EventBody {
  public static let type = EventType.planClosed
  /// Whether no verdicts on single actions are held; the envelope then says why.
  public var itemVerdictsNotHeld = false

  /// A body to be filled.
  public init() {}

  public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
    try fields.defaulted("itemVerdictsNotHeld", &itemVerdictsNotHeld, to: false)
  }
}

/// The plan after this one was named.
public struct PlanSuccessorNamed: EventBody {
  public static let type = EventType.planSuccessorNamed
  /// The plan after it.
  public var successor = Identifier.placeholder

  /// A body to be filled.
  public init() {}

  public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
    try fields.required("successor", &successor)
  }
}

/// A direction of work was defined.
public struct AreaDefined: EventBody {
  public static let type = EventType.areaDefined
  /// Its title.
  public var title = LangText.placeholder
  /// What it is for.
  public var aim: LangText?

  /// A body to be filled.
  public init() {}

  public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
    try fields.required("title", &title)
    try fields.optional("aim", &aim)
  }
}

/// Figures on a plan were published.
public struct ClaimPublished: EventBody {
  public static let type = EventType.claimPublished
  /// What the figures are said to be.
  public var label = LangText.placeholder
  /// The figures.
  public var figures: [ClaimFigure] = []
  /// The day up to which they speak.
  public var cutOff: CoarseDate?

  /// A body to be filled.
  public init() {}

  public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
    try fields.required("label", &label)
    try fields.list("figures", &figures, isRequired: true)
    try fields.optional("cutOff", &cutOff)
  }
}
