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
  var area: Identifier?
  var kind: ActionKind?
  var origin: StreamID?
  var lead: Identifier?
  var involved: [Identifier] = []
  var running: String?
  /// The events that gave title, area, lead, involved, running, assessment, deadline, start, delivery,
  /// per cent and disposition.
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
  var scale: AssessmentScale?
  var assessor: Identifier?
  var disposition: String?
  var successors: [StreamID] = []
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

/// What is tied to what.
struct TiesAnswer: Equatable {
  /// The links that stand at each stream.
  var links: [StreamID: [StreamID]] = [:]
  /// The challenges, achievements and indicators of plan P.
  var ofPlan: [StreamID] = []
  /// The actions that answer to the challenge.
  var answers: Set<StreamID> = []
  /// What each action came from and became, as `stream depth`.
  var lineage: [StreamID: [Set<String>]] = [:]
}

/// All that one history's streams add up to at a point.
struct HistoryAnswer: Equatable {
  var actions: [ActionAnswer?] = []
  /// The actions that there are, asked for all at once: what each is, without the events behind it.
  var together: [ActionAnswer] = []
  var plan: PlanAnswer?
  var victims: VictimsAnswer?
  var challenge: ChallengeAnswer?
  var ties = TiesAnswer()
}

extension HistoryAnswer {
  /// The same answer without free texts.
  var withoutTexts: HistoryAnswer {
    var answer = self
    answer.actions = actions.map { $0?.withoutTexts }
    answer.together = together.map(\.withoutTexts)
    if answer.plan?.title != nil { answer.plan?.title = .absent }
    if answer.challenge?.title != nil { answer.challenge?.title = .absent }
    return answer
  }
}

extension ActionAnswer {
  var withoutTexts: ActionAnswer {
    var answer = self
    if title != nil { answer.title = .absent }
    if expectedResult != nil { answer.expectedResult = .absent }
    return answer
  }

  /// What the events add up to, and which of them it does not say.
  var withoutEvents: ActionAnswer {
    var answer = self
    (answer.entity.counted, answer.entity.bodies, answer.entity.published) = ([], [], [])
    return answer
  }
}
