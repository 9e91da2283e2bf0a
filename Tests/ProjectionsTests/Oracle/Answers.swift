import Events
import Projections

/// What is compared of an entity of any kind.
struct EntityAnswer: Equatable {
  var counted: [UInt64] = []
  var bodies: [UInt64] = []
  var published: [CoarseDate?] = []
  var unclear: [UInt64] = []
  var unclearBodies: [UInt64] = []
  var provenances: Set<Provenance> = []
  var weakest: Provenance?
}

/// What is compared of an action.
struct ActionAnswer: Equatable {
  var entity = EntityAnswer()
  var title: LangText?
  var expectedResult: LangText?
  var lead: Identifier?
  var involved: [Identifier] = []
  var running: String?
  /// The events that gave title, lead, involved, running, assessment, deadline, start, delivery, per
  /// cent and disposition.
  var setBy: [UInt64?] = []
  var startedOn: CoarseDate?
  var deliveredOn: CoarseDate?
  var deadline: CoarseDate?
  var originalDeadline: CoarseDate?
  var postponements = 0
  var percent: UInt8?
  var verdict: Verdict?
  var finality: Finality?
  var cutOff: CoarseDate?
  var disposition: String?
  var isUnfinished = true
}

/// What is compared of a plan.
struct PlanAnswer: Equatable {
  var entity = EntityAnswer()
  var title: LangText?
  var period: Period?
  var status: String?
  var act: Designation?
  var approvedOn: CoarseDate?
  var closedOn: CoarseDate?
  var itemVerdictsNotHeld = false
  var successor: Identifier?
  var reports: [UInt64] = []
}

/// What is compared of the counts of a country.
struct VictimsAnswer: Equatable {
  var entity = EntityAnswer()
  var counts: [VictimCell: Known<Count>] = [:]
  var revised: Set<VictimCell> = []
  var setBy: [VictimCell: UInt64] = [:]
}

/// What is compared of a challenge.
struct ChallengeAnswer: Equatable {
  var entity = EntityAnswer()
  var title: LangText?
  var plan: Identifier?
  var status: String?
  var raisedOn: CoarseDate?
  var resolvedOn: CoarseDate?
  var addressedBy: [StreamID] = []
  /// Whether it was open on each day of a window, as one whole and day by day.
  var wasOpen: [Bool] = []
}

/// All that one history's streams add up to at a point.
struct HistoryAnswer: Equatable {
  var actions: [ActionAnswer?] = []
  var plan: PlanAnswer?
  var victims: VictimsAnswer?
  var challenge: ChallengeAnswer?
}
