extension PlanAPI {
  /// The text of `plan.graphql`, so that the executable needs no file beside it.
  ///
  /// `SchemaTextTests` holds it to the file, and writes it anew where `UPDATE_SNAPSHOTS` is set.
  package static let sdl = #"""
    """
    A government action plan as events in a ledger, asked at any point on three clocks: when it was true
    (effective), when it was said in public (published), when the ledger learned it (recorded).
    """
    schema {
      query: Query
    }

    """
    What can be asked. Each field takes the clocks for itself, and all that is selected below it
    stands there.
    """
    type Query {
      "One plan; null where there is none in sight."
      plan(
        "The plan's id, such as LV-HTP-2021."
        id: ID!
        "When it was true: what takes effect later does not count. Today where it is left out."
        effectiveAt: Date
        """
        When it was said in public: what was published later, or never, does not count. No limit where
        it is left out.
        """
        publishedBy: Date
        """
        What the ledger knew: what it learned later does not count. All that it knows where it is left
        out.
        """
        recordedBy: DateOrInstant
        "Whose word counts. Everyone's where it is left out."
        provenance: [Provenance!]
      ): Plan
      "All plans."
      plans(
        "When it was true: what takes effect later does not count. Today where it is left out."
        effectiveAt: Date
        """
        When it was said in public: what was published later, or never, does not count. No limit where
        it is left out.
        """
        publishedBy: Date
        """
        What the ledger knew: what it learned later does not count. All that it knows where it is left
        out.
        """
        recordedBy: DateOrInstant
        "Whose word counts. Everyone's where it is left out."
        provenance: [Provenance!]
        "Which ones."
        where: PlanFilter
        "In which order: the first key counts most, and a unique key is added at the end."
        orderBy: [PlanOrder!]
        "How many from the start: at most 1,000, and 100 where neither this nor last is given."
        first: Int
        "The cursor after which to begin."
        after: String
        "How many from the end: at most 1,000."
        last: Int
        "The cursor before which to end."
        before: String
      ): PlanConnection!
      "All challenges: they outlive plans."
      challenges(
        "Only those that were open on a day of each of these plans' periods, up to the day asked."
        spanning: [ID!]
        "When it was true: what takes effect later does not count. Today where it is left out."
        effectiveAt: Date
        """
        When it was said in public: what was published later, or never, does not count. No limit where
        it is left out.
        """
        publishedBy: Date
        """
        What the ledger knew: what it learned later does not count. All that it knows where it is left
        out.
        """
        recordedBy: DateOrInstant
        "Whose word counts. Everyone's where it is left out."
        provenance: [Provenance!]
        "Which ones."
        where: ChallengeFilter
        "In which order: the first key counts most, and a unique key is added at the end."
        orderBy: [ChallengeOrder!]
        "How many from the start: at most 1,000, and 100 where neither this nor last is given."
        first: Int
        "The cursor after which to begin."
        after: String
        "How many from the end: at most 1,000."
        last: Int
        "The cursor before which to end."
        before: String
      ): ChallengeConnection!
      "Counts of victims of one country."
      victimCounts(
        "The country by its ISO 3166-1 code."
        country: ID = "LV"
        "When it was true: what takes effect later does not count. Today where it is left out."
        effectiveAt: Date
        """
        When it was said in public: what was published later, or never, does not count. No limit where
        it is left out.
        """
        publishedBy: Date
        """
        What the ledger knew: what it learned later does not count. All that it knows where it is left
        out.
        """
        recordedBy: DateOrInstant
        "Whose word counts. Everyone's where it is left out."
        provenance: [Provenance!]
        "Which ones."
        where: VictimCountFilter
        "In which order: the first key counts most, and a unique key is added at the end."
        orderBy: [VictimCountOrder!]
        "How many from the start: at most 1,000, and 100 where neither this nor last is given."
        first: Int
        "The cursor after which to begin."
        after: String
        "How many from the end: at most 1,000."
        last: Int
        "The cursor before which to end."
        before: String
        """
        Hide counts from 1 up to below this, and as many others as are needed so that none of them can
        be told by adding or subtracting. What an official source has published is exempt, and says so.
        """
        suppressBelow: Int
      ): VictimCountConnection!
      "All recommendations of monitoring bodies: they outlive plans."
      recommendations(
        "When it was true: what takes effect later does not count. Today where it is left out."
        effectiveAt: Date
        """
        When it was said in public: what was published later, or never, does not count. No limit where
        it is left out.
        """
        publishedBy: Date
        """
        What the ledger knew: what it learned later does not count. All that it knows where it is left
        out.
        """
        recordedBy: DateOrInstant
        "Whose word counts. Everyone's where it is left out."
        provenance: [Provenance!]
        "Which ones."
        where: RecommendationFilter
        "In which order: the first key counts most, and a unique key is added at the end."
        orderBy: [RecommendationOrder!]
        "How many from the start: at most 1,000, and 100 where neither this nor last is given."
        first: Int
        "The cursor after which to begin."
        after: String
        "How many from the end: at most 1,000."
        last: Int
        "The cursor before which to end."
        before: String
      ): RecommendationConnection!
      "All legal duties with deadlines: they outlive plans."
      obligations(
        "When it was true: what takes effect later does not count. Today where it is left out."
        effectiveAt: Date
        """
        When it was said in public: what was published later, or never, does not count. No limit where
        it is left out.
        """
        publishedBy: Date
        """
        What the ledger knew: what it learned later does not count. All that it knows where it is left
        out.
        """
        recordedBy: DateOrInstant
        "Whose word counts. Everyone's where it is left out."
        provenance: [Provenance!]
        "Which ones."
        where: ObligationFilter
        "In which order: the first key counts most, and a unique key is added at the end."
        orderBy: [ObligationOrder!]
        "How many from the start: at most 1,000, and 100 where neither this nor last is given."
        first: Int
        "The cursor after which to begin."
        after: String
        "How many from the end: at most 1,000."
        last: Int
        "The cursor before which to end."
        before: String
      ): ObligationConnection!
      "All indicators with their targets and observations."
      indicators(
        "When it was true: what takes effect later does not count. Today where it is left out."
        effectiveAt: Date
        """
        When it was said in public: what was published later, or never, does not count. No limit where
        it is left out.
        """
        publishedBy: Date
        """
        What the ledger knew: what it learned later does not count. All that it knows where it is left
        out.
        """
        recordedBy: DateOrInstant
        "Whose word counts. Everyone's where it is left out."
        provenance: [Provenance!]
        "Which ones."
        where: IndicatorFilter
        "In which order: the first key counts most, and a unique key is added at the end."
        orderBy: [IndicatorOrder!]
        "How many from the start: at most 1,000, and 100 where neither this nor last is given."
        first: Int
        "The cursor after which to begin."
        after: String
        "How many from the end: at most 1,000."
        last: Int
        "The cursor before which to end."
        before: String
      ): IndicatorConnection!
      "All links between things, those that were withdrawn included."
      links(
        "When it was true: what takes effect later does not count. Today where it is left out."
        effectiveAt: Date
        """
        When it was said in public: what was published later, or never, does not count. No limit where
        it is left out.
        """
        publishedBy: Date
        """
        What the ledger knew: what it learned later does not count. All that it knows where it is left
        out.
        """
        recordedBy: DateOrInstant
        "Whose word counts. Everyone's where it is left out."
        provenance: [Provenance!]
        "Which ones."
        where: LinkFilter
        "In which order: the first key counts most, and a unique key is added at the end."
        orderBy: [LinkOrder!]
        "How many from the start: at most 1,000, and 100 where neither this nor last is given."
        first: Int
        "The cursor after which to begin."
        after: String
        "How many from the end: at most 1,000."
        last: Int
        "The cursor before which to end."
        before: String
      ): LinkConnection!
      "All source documents."
      sources(
        "When it was true: what takes effect later does not count. Today where it is left out."
        effectiveAt: Date
        """
        When it was said in public: what was published later, or never, does not count. No limit where
        it is left out.
        """
        publishedBy: Date
        """
        What the ledger knew: what it learned later does not count. All that it knows where it is left
        out.
        """
        recordedBy: DateOrInstant
        "Whose word counts. Everyone's where it is left out."
        provenance: [Provenance!]
        "Which ones."
        where: SourceFilter
        "In which order: the first key counts most, and a unique key is added at the end."
        orderBy: [SourceOrder!]
        "How many from the start: at most 1,000, and 100 where neither this nor last is given."
        first: Int
        "The cursor after which to begin."
        after: String
        "How many from the end: at most 1,000."
        last: Int
        "The cursor before which to end."
        before: String
      ): SourceConnection!
      "All institutions."
      institutions(
        "When it was true: what takes effect later does not count. Today where it is left out."
        effectiveAt: Date
        """
        When it was said in public: what was published later, or never, does not count. No limit where
        it is left out.
        """
        publishedBy: Date
        """
        What the ledger knew: what it learned later does not count. All that it knows where it is left
        out.
        """
        recordedBy: DateOrInstant
        "Whose word counts. Everyone's where it is left out."
        provenance: [Provenance!]
        "Which ones."
        where: InstitutionFilter
        "In which order: the first key counts most, and a unique key is added at the end."
        orderBy: [InstitutionOrder!]
        "How many from the start: at most 1,000, and 100 where neither this nor last is given."
        first: Int
        "The cursor after which to begin."
        after: String
        "How many from the end: at most 1,000."
        last: Int
        "The cursor before which to end."
        before: String
      ): InstitutionConnection!
      """
      What is due and not done: deadlines of actions and legal duties, targets, ends of plans, reports
      and findings dated ahead. In the order of time, so that what is overdue comes first.
      """
      agenda(
        "The last day that counts; every day where it is left out."
        until: Date
        "Only what belongs to this plan, or is tied to it."
        plan: ID
        "When it was true: what takes effect later does not count. Today where it is left out."
        effectiveAt: Date
        """
        When it was said in public: what was published later, or never, does not count. No limit where
        it is left out.
        """
        publishedBy: Date
        """
        What the ledger knew: what it learned later does not count. All that it knows where it is left
        out.
        """
        recordedBy: DateOrInstant
        "Whose word counts. Everyone's where it is left out."
        provenance: [Provenance!]
        "Which ones."
        where: AgendaItemFilter
        "In which order: the first key counts most, and a unique key is added at the end."
        orderBy: [AgendaItemOrder!]
        "How many from the start: at most 1,000, and 100 where neither this nor last is given."
        first: Int
        "The cursor after which to begin."
        after: String
        "How many from the end: at most 1,000."
        last: Int
        "The cursor before which to end."
        before: String
      ): AgendaItemConnection!
      """
      The ledger's own log: every event as it was recorded, those that were corrected or retracted
      later included.
      """
      events(
        """
        What the ledger knew: what it learned later does not count. All that it knows where it is left
        out.
        """
        recordedBy: DateOrInstant
        "Whose word counts. Everyone's where it is left out."
        provenance: [Provenance!]
        "Which ones."
        where: EventFilter
        "In which order: the first key counts most, and a unique key is added at the end."
        orderBy: [EventOrder!]
        "How many from the start: at most 1,000, and 100 where neither this nor last is given."
        first: Int
        "The cursor after which to begin."
        after: String
        "How many from the end: at most 1,000."
        last: Int
        "The cursor before which to end."
        before: String
      ): EventConnection!
      "What happened to one thing, in the order of time, as it is believed."
      history(
        "The stream, such as plan/LV-HTP-2021/action/1.2."
        subject: ID!
        "The first day; from the beginning where it is left out."
        from: Date
        "The last day; today where it is left out."
        to: Date
        """
        When it was said in public: what was published later, or never, does not count. No limit where
        it is left out.
        """
        publishedBy: Date
        """
        What the ledger knew: what it learned later does not count. All that it knows where it is left
        out.
        """
        recordedBy: DateOrInstant
        "Whose word counts. Everyone's where it is left out."
        provenance: [Provenance!]
        "Which ones."
        where: HistoryEntryFilter
        "In which order: the first key counts most, and a unique key is added at the end."
        orderBy: [HistoryEntryOrder!]
        "How many from the start: at most 1,000, and 100 where neither this nor last is given."
        first: Int
        "The cursor after which to begin."
        after: String
        "How many from the end: at most 1,000."
        last: Int
        "The cursor before which to end."
        before: String
      ): HistoryConnection!
      """
      What differs between two points: along effective time (from, to: what changed), or along recorded
      time (fromRecorded, toRecorded, effectiveAt: what the ledger learned otherwise about that day).
      """
      changes(
        "Of that plan and what belongs to it; of everything where it is left out."
        plan: ID
        "Along effective time: after this day."
        from: Date
        "Through this day; today where it is left out."
        to: Date
        """
        When it was said in public: what was published later, or never, does not count. No limit where
        it is left out.
        """
        publishedBy: Date
        "Along effective time: what the ledger knew. All that it knows where it is left out."
        recordedBy: DateOrInstant
        "Along recorded time: what the ledger learned after this."
        fromRecorded: DateOrInstant
        "Through this; all that it knows where it is left out."
        toRecorded: DateOrInstant
        "Along recorded time: the day that is asked about. Today where it is left out."
        effectiveAt: Date
        "Whose word counts. Everyone's where it is left out."
        provenance: [Provenance!]
        "Which ones."
        where: ChangeFilter
        "In which order: the first key counts most, and a unique key is added at the end."
        orderBy: [ChangeOrder!]
        "How many from the start: at most 1,000, and 100 where neither this nor last is given."
        first: Int
        "The cursor after which to begin."
        after: String
        "How many from the end: at most 1,000."
        last: Int
        "The cursor before which to end."
        before: String
      ): ChangeConnection!
      "The ledger itself."
      ledger: Ledger!
    }

    "A plan: a policy planning document with its period, act and predecessor."
    type Plan {
      "Its id."
      id: ID!
      "Its title."
      title(
        """
        The language wanted, such as en-GB; where there is no such text, the broader en, else the
        ledger's own language, else any.
        """
        language: String
      ): String!
      "The language in which title is given; null where there is none."
      titleLanguage(
        """
        The language wanted, such as en-GB; where there is no such text, the broader en, else the
        ledger's own language, else any.
        """
        language: String
      ): String
      "The days that it is for."
      period: Period!
      "Where it stands in its life."
      status: PlanStatus!
      "The act that approved it."
      act: String
      "The institution responsible for it."
      responsible: Institution
      "When it was approved."
      approvedOn: Date
      "When it was closed."
      closedOn: Date
      "Whether it was closed without verdicts on single actions."
      itemVerdictsNotHeld: Boolean!
      "The plan before it."
      predecessor: Plan
      "The plan after it: the one named, else the one that names this one as its predecessor."
      successor: Plan
      "Its directions of work, by code."
      areas: [Area!]!
      "Its actions."
      actions(
        "Which ones."
        where: ActionFilter
        "In which order: the first key counts most, and a unique key is added at the end."
        orderBy: [ActionOrder!]
        "How many from the start: at most 1,000, and 100 where neither this nor last is given."
        first: Int
        "The cursor after which to begin."
        after: String
        "How many from the end: at most 1,000."
        last: Int
        "The cursor before which to end."
        before: String
      ): ActionConnection!
      "Counts of victims whose period shares a day with the plan's."
      victimCounts(
        "The country by its ISO 3166-1 code."
        country: ID = "LV"
        "Which ones."
        where: VictimCountFilter
        "In which order: the first key counts most, and a unique key is added at the end."
        orderBy: [VictimCountOrder!]
        "How many from the start: at most 1,000, and 100 where neither this nor last is given."
        first: Int
        "The cursor after which to begin."
        after: String
        "How many from the end: at most 1,000."
        last: Int
        "The cursor before which to end."
        before: String
        """
        Hide counts from 1 up to below this, and as many others as are needed so that none of them can
        be told by adding or subtracting. What an official source has published is exempt, and says so.
        """
        suppressBelow: Int
      ): VictimCountConnection!
      "Challenges raised under it or linked to it."
      challenges(
        "Which ones."
        where: ChallengeFilter
        "In which order: the first key counts most, and a unique key is added at the end."
        orderBy: [ChallengeOrder!]
        "How many from the start: at most 1,000, and 100 where neither this nor last is given."
        first: Int
        "The cursor after which to begin."
        after: String
        "How many from the end: at most 1,000."
        last: Int
        "The cursor before which to end."
        before: String
      ): ChallengeConnection!
      "What was achieved under it."
      achievements(
        "Which ones."
        where: AchievementFilter
        "In which order: the first key counts most, and a unique key is added at the end."
        orderBy: [AchievementOrder!]
        "How many from the start: at most 1,000, and 100 where neither this nor last is given."
        first: Int
        "The cursor after which to begin."
        after: String
        "How many from the end: at most 1,000."
        last: Int
        "The cursor before which to end."
        before: String
      ): AchievementConnection!
      "Figures published on it, by id."
      claims: [Claim!]!
      "Each published figure beside what the items add up to at the same clocks, by claim."
      reconciliation: [Reconciliation!]!
      "What became of its unfinished actions in the next plan, and what is new there."
      carryOver: CarryOver!
      "Recommendations that are linked to it or its actions, or that its actions come from."
      recommendations(
        "Which ones."
        where: RecommendationFilter
        "In which order: the first key counts most, and a unique key is added at the end."
        orderBy: [RecommendationOrder!]
        "How many from the start: at most 1,000, and 100 where neither this nor last is given."
        first: Int
        "The cursor after which to begin."
        after: String
        "How many from the end: at most 1,000."
        last: Int
        "The cursor before which to end."
        before: String
      ): RecommendationConnection!
      "Legal duties that are linked to it or its actions, or that its actions come from."
      obligations(
        "Which ones."
        where: ObligationFilter
        "In which order: the first key counts most, and a unique key is added at the end."
        orderBy: [ObligationOrder!]
        "How many from the start: at most 1,000, and 100 where neither this nor last is given."
        first: Int
        "The cursor after which to begin."
        after: String
        "How many from the end: at most 1,000."
        last: Int
        "The cursor before which to end."
        before: String
      ): ObligationConnection!
      "Indicators of it or of its actions, or linked to either."
      indicators(
        "Which ones."
        where: IndicatorFilter
        "In which order: the first key counts most, and a unique key is added at the end."
        orderBy: [IndicatorOrder!]
        "How many from the start: at most 1,000, and 100 where neither this nor last is given."
        first: Int
        "The cursor after which to begin."
        after: String
        "How many from the end: at most 1,000."
        last: Int
        "The cursor before which to end."
        before: String
      ): IndicatorConnection!
      "The links that stand and have the plan itself at one end, by id."
      links: [Link!]!
      "The weakest class of provenance that the plan itself rests on."
      provenance: Provenance!
      "What happened to the plan itself, in the order of time."
      history: [HistoryEntry!]!
      """
      Its actions counted at the end of each bucket of time, as they are known where the plan stands: one
      question instead of many.
      """
      series(
        "How long a bucket is."
        every: Bucket!
        "The first day; the bucket that it lies in is the first one."
        from: Date!
        "The last day; the last bucket is cut off there."
        to: Date!
      ): [SeriesPoint!]!
      """
      What differs between an earlier point and where this plan stands: after a day, or after what the
      ledger knew then. One of the two is given.
      """
      changes(
        "After this day."
        from: Date
        "After what the ledger knew by this."
        fromRecorded: DateOrInstant
        "Which ones."
        where: ChangeFilter
        "In which order: the first key counts most, and a unique key is added at the end."
        orderBy: [ChangeOrder!]
        "How many from the start: at most 1,000, and 100 where neither this nor last is given."
        first: Int
        "The cursor after which to begin."
        after: String
        "How many from the end: at most 1,000."
        last: Int
        "The cursor before which to end."
        before: String
      ): ChangeConnection!
    }

    "A direction of a plan's work."
    type Area {
      "Its code."
      code: ID!
      "Its title; null where only its code is in sight."
      title(
        """
        The language wanted, such as en-GB; where there is no such text, the broader en, else the
        ledger's own language, else any.
        """
        language: String
      ): String
      "The language in which title is given; null where there is none."
      titleLanguage(
        """
        The language wanted, such as en-GB; where there is no such text, the broader en, else the
        ledger's own language, else any.
        """
        language: String
      ): String
      "What it is for."
      aim(
        """
        The language wanted, such as en-GB; where there is no such text, the broader en, else the
        ledger's own language, else any.
        """
        language: String
      ): String
      "The language in which aim is given; null where there is none."
      aimLanguage(
        """
        The language wanted, such as en-GB; where there is no such text, the broader en, else the
        ledger's own language, else any.
        """
        language: String
      ): String
    }

    "An institution."
    type Institution {
      "Its id."
      id: ID!
      "The weakest class of provenance that it rests on; null where only its id is in sight."
      provenance: Provenance
      "Its name; null where only its id is in sight."
      name(
        """
        The language wanted, such as en-GB; where there is no such text, the broader en, else the
        ledger's own language, else any.
        """
        language: String
      ): String
      "The language in which name is given; null where there is none."
      nameLanguage(
        """
        The language wanted, such as en-GB; where there is no such text, the broader en, else the
        ledger's own language, else any.
        """
        language: String
      ): String
    }

    "An interval of days."
    type Period {
      "The period as it is written, such as 2021/2023."
      text: String!
      "Its first day."
      from: Date!
      "Its last day."
      through: Date!
    }

    """
    An action: one measure of a plan. How work goes on, how it was judged and whether it is on time
    are three things apart.
    """
    type Action {
      "Its code."
      code: ID!
      "Its title."
      title(
        """
        The language wanted, such as en-GB; where there is no such text, the broader en, else the
        ledger's own language, else any.
        """
        language: String
      ): String!
      "The language in which title is given; null where there is none."
      titleLanguage(
        """
        The language wanted, such as en-GB; where there is no such text, the broader en, else the
        ledger's own language, else any.
        """
        language: String
      ): String
      "What it is to bring about."
      expectedResult(
        """
        The language wanted, such as en-GB; where there is no such text, the broader en, else the
        ledger's own language, else any.
        """
        language: String
      ): String
      "The language in which expectedResult is given; null where there is none."
      expectedResultLanguage(
        """
        The language wanted, such as en-GB; where there is no such text, the broader en, else the
        ledger's own language, else any.
        """
        language: String
      ): String
      "The id of its plan."
      plan: ID!
      "Its direction of work."
      area: Area
      "What sort of measure it is; ONE_OFF where nobody said."
      kind: ActionKind!
      "The institution that leads it."
      lead: Institution
      "The other institutions involved."
      involved: [Institution!]!
      "The recommendation, obligation or challenge that it comes from."
      origin: ID
      "What it comes from, with its title."
      originThing: Thing
      "What became of it in the next plan; null where nobody has said."
      disposition: Disposition
      """
      The actions of earlier plans that it came from, nearest first, each once; plans may lie far
      apart.
      """
      ancestors: [Lineage!]!
      "The actions of later plans that it became, nearest first, each once."
      descendants: [Lineage!]!
      "The links that stand and have it at one end, by id."
      links: [Link!]!
      "Whether work on it goes on."
      running: RunningStatus!
      "The verdict that stands."
      assessment: Assessment
      "Whether it is on time."
      timeliness(
        "The deadline that counts."
        against: DeadlineKind = CURRENT
      ): Timeliness!
      "The day by which it is to be delivered."
      deadline: Date
      "The first deadline that it had."
      originalDeadline: Date
      "How often its deadline was moved."
      postponements: Int!
      "When work on it began; null where that is not recorded."
      startedOn: Date
      "When it was delivered, by its owner's word."
      deliveredOn: Date
      "How far it is, in per cent, by the last report that says so."
      percent: Int
      "Whether it needs a disposition when its plan is over: not finally completed, not cancelled."
      isUnfinished: Boolean!
      "The weakest class of provenance that it rests on."
      provenance: Provenance!
      "Whether a coarse date leaves open what is true on the day."
      imprecise: Boolean!
      "The event that gave a field its value; null where it has none."
      setBy(
        "The field."
        field: ActionField!
      ): Event
      "What happened to it, in the order of time."
      history: [HistoryEntry!]!
    }

    "What became of a plan's unfinished actions in the next plan."
    type CarryOver {
      """
      Whether the ledger can say: not where the plan was closed with item verdicts not held, and not
      where no action of it is in sight.
      """
      determinable: Boolean!
      "Why it cannot; null where it can."
      notDeterminable: NotDeterminable
      "'dispositions not determinable' where they are not; null where they are."
      sentence: String
      "The plan that follows; null where there is none in sight."
      into: Plan
      """
      Each unfinished action with its disposition, by code. Where dispositions are not determinable,
      only those that were recorded nevertheless.
      """
      dispositions: [Disposition!]!
      "How many of each; null where dispositions are not determinable."
      counts: CarryOverCounts
      """
      The codes without a disposition as they were stored when the next plan was approved; null where
      none was, or nobody can say.
      """
      undisposedAtApproval: [ID!]
      "The codes without a disposition at the clocks asked; null where nobody can say."
      undisposedNow: [ID!]
      "The actions of the next plan that came from no other; each says what it comes from."
      newActions: [Action!]!
    }

    "How many unfinished actions became what."
    type CarryOverCounts {
      "All unfinished ones."
      unfinished: Int!
      "One goes on as one."
      continues: Int!
      "Several go on as one."
      merged: Int!
      "One goes on as several."
      split: Int!
      "It is a standing duty now."
      institutionalised: Int!
      "It does not go on."
      dropped: Int!
      "Nobody has said yet."
      undisposed: Int!
      "Actions of the next plan that came from no other."
      new: Int!
    }

    "What became of an unfinished action."
    type Disposition {
      "The action."
      action: Action!
      "What became of it."
      relation: DispositionKind!
      "What it goes on as."
      successors: [Thing!]!
      "Why."
      reason: String
      "From when on."
      effective: Date
      "The event that says so; null where nobody has said."
      event: Event
    }

    "What became of an unfinished action."
    enum DispositionKind {
      "One goes on as one."
      CONTINUES
      "Several go on as one."
      MERGED
      "One goes on as several."
      SPLIT
      "It is a standing duty now."
      INSTITUTIONALISED
      "It does not go on."
      DROPPED
      "Nobody has said yet."
      UNDISPOSED
    }

    "Why dispositions are not determinable."
    enum NotDeterminable {
      "The plan was closed without verdicts on single actions: which are unfinished is not known."
      VERDICTS_NOT_HELD
      "No action of the plan is in sight."
      NO_ACTIONS
    }

    "An action that another one came from or became, at some distance."
    type Lineage {
      "How the later one of the two next to each other came from the earlier."
      relation: CarryOverRelation!
      "How many steps away, from 1."
      depth: Int!
      "Its stream."
      subject: ID!
      "The stream of the neighbour by which it was reached: the action asked about itself at depth 1."
      by: ID!
      "Its plan; null where that is not in sight."
      plan: Plan
      "The action; null where it is not in sight."
      action: Action
      "The event that says so."
      event: Event!
    }

    "How an action goes on in another plan."
    enum CarryOverRelation {
      "One goes on as one."
      CONTINUES
      "Several go on as one."
      MERGED
      "One goes on as several."
      SPLIT
      "It is a standing duty now."
      INSTITUTIONALISED
    }

    "Anything that has a stream, be it in sight or not."
    type Thing {
      "Its stream, such as recommendation/GRETA-3-12."
      stream: ID!
      "What it is."
      kind: ThingKind!
      "Its id or code."
      id: ID!
      "The id of the plan that it is or stands in."
      plan: ID
      "Its title, name or text; null where it has none or is not in sight."
      title(
        """
        The language wanted, such as en-GB; where there is no such text, the broader en, else the
        ledger's own language, else any.
        """
        language: String
      ): String
      "The language in which title is given; null where there is none."
      titleLanguage(
        """
        The language wanted, such as en-GB; where there is no such text, the broader en, else the
        ledger's own language, else any.
        """
        language: String
      ): String
      "The action that it is; null where it is none, or not in sight."
      action: Action
    }

    "What has a stream."
    enum ThingKind {
      "A plan."
      PLAN
      "An area of a plan."
      AREA
      "An action of a plan."
      ACTION
      "A claim on a plan."
      CLAIM
      "The counts of victims of a country."
      VICTIMS
      "An indicator."
      INDICATOR
      "A challenge."
      CHALLENGE
      "An achievement."
      ACHIEVEMENT
      "A recommendation."
      RECOMMENDATION
      "A legal duty."
      OBLIGATION
      "A link."
      LINK
      "A source document."
      SOURCE
      "An institution."
      INSTITUTION
    }

    "A recommendation of a monitoring body."
    type Recommendation {
      "Its id."
      id: ID!
      "The body."
      body: Institution!
      "What is recommended."
      text(
        """
        The language wanted, such as en-GB; where there is no such text, the broader en, else the
        ledger's own language, else any.
        """
        language: String
      ): String!
      "The language in which text is given; null where there is none."
      textLanguage(
        """
        The language wanted, such as en-GB; where there is no such text, the broader en, else the
        ledger's own language, else any.
        """
        language: String
      ): String
      "The body's round."
      round: String
      "Where in the body's report."
      paragraph: String
      "How urgently: the body's own verb."
      urgency: Urgency
      "When it was received."
      receivedOn: Date
      "The government's answer; null while there is none."
      response: RecommendationResponse
      "What was said with the answer."
      responseText: String
      "When it was answered."
      answeredOn: Date
      "How far it was followed, by the last finding that says so."
      level: ImplementationLevel
      "Later findings, in the order of time."
      followUps: [FollowUp!]!
      "The actions in sight that answer to it: they come from it, or are linked to it."
      actions: [Coverage!]!
      """
      Whether an action covers it: one that comes from it, or answers, implements or addresses it by a
      link, and was not cancelled. Being related is not enough.
      """
      isCovered: Boolean!
      "The links that stand and have it at one end, by id."
      links: [Link!]!
      "The weakest class of provenance that it rests on."
      provenance: Provenance!
      "Whether a coarse date leaves open what is true on the day."
      imprecise: Boolean!
      "What happened to it, in the order of time."
      history: [HistoryEntry!]!
    }

    "A later finding on a recommendation."
    type FollowUp {
      "When."
      on: Date
      "What was found."
      finding: String!
      "How far the recommendation was followed."
      level: ImplementationLevel
      "The body's round."
      round: String
      "The event that says so."
      event: Event!
    }

    "An action that answers to a recommendation or duty."
    type Coverage {
      "The action."
      action: Action!
      "How it answers."
      how: CoverageKind!
      "Whether that is enough: not where it is only related, and not where it was cancelled."
      covers: Boolean!
      "The link that says so; null where the action comes from it."
      link: Link
      "The event that says so."
      event: Event!
    }

    "How an action answers to something."
    enum CoverageKind {
      "It comes from it."
      ORIGIN
      "A link says that it answers it."
      ANSWERS
      "A link says that it implements it."
      IMPLEMENTS
      "A link says that it addresses it."
      ADDRESSES
      "A link says that they are related."
      RELATES
    }

    "A legal duty with a deadline."
    type Obligation {
      "Its id."
      id: ID!
      "What it is."
      title(
        """
        The language wanted, such as en-GB; where there is no such text, the broader en, else the
        ledger's own language, else any.
        """
        language: String
      ): String!
      "The language in which title is given; null where there is none."
      titleLanguage(
        """
        The language wanted, such as en-GB; where there is no such text, the broader en, else the
        ledger's own language, else any.
        """
        language: String
      ): String
      "More of it."
      text(
        """
        The language wanted, such as en-GB; where there is no such text, the broader en, else the
        ledger's own language, else any.
        """
        language: String
      ): String
      "The language in which text is given; null where there is none."
      textLanguage(
        """
        The language wanted, such as en-GB; where there is no such text, the broader en, else the
        ledger's own language, else any.
        """
        language: String
      ): String
      "The act that lays it down."
      act: String!
      "The day by which it is to be met."
      deadline: Date!
      "Whether it is met."
      isMet: Boolean!
      "When it was met."
      metOn: Date
      "What was said when it was met."
      metText: String
      """
      How many days are left from the day asked to the deadline, below 0 behind it; null where it is
      met.
      """
      daysLeft: Int
      "Whether it is past its deadline and not met."
      isOverdue: Boolean!
      "The actions in sight that answer to it: they come from it, or are linked to it."
      actions: [Coverage!]!
      "Whether an action covers it, as for recommendations."
      isCovered: Boolean!
      "The links that stand and have it at one end, by id."
      links: [Link!]!
      "The event that recorded it."
      setBy: Event!
      "The weakest class of provenance that it rests on."
      provenance: Provenance!
      "Whether a coarse date leaves open what is true on the day."
      imprecise: Boolean!
      "What happened to it, in the order of time."
      history: [HistoryEntry!]!
    }

    "An indicator: what is measured, what was aimed at and what was observed."
    type Indicator {
      "Its id."
      id: ID!
      "Its title."
      title(
        """
        The language wanted, such as en-GB; where there is no such text, the broader en, else the
        ledger's own language, else any.
        """
        language: String
      ): String!
      "The language in which title is given; null where there is none."
      titleLanguage(
        """
        The language wanted, such as en-GB; where there is no such text, the broader en, else the
        ledger's own language, else any.
        """
        language: String
      ): String
      "How it is measured."
      definition: String!
      "What it counts in."
      unit: String!
      "The id of its plan."
      plan: ID
      "The stream of its action."
      action: ID
      "Which way is better."
      direction: Direction
      "What becomes of observations of several periods."
      aggregation: Aggregation
      "Where it began."
      baseline: Baseline
      "What is aimed at, in the order of time."
      targets: [Target!]!
      "What was observed: the last word on each period, in their order."
      observations: [Observation!]!
      "The observation of the latest period."
      latest: Observation
      "The links that stand and have it at one end, by id."
      links: [Link!]!
      "The weakest class of provenance that it rests on."
      provenance: Provenance!
      "Whether a coarse date leaves open what is true on the day."
      imprecise: Boolean!
      "What happened to it, in the order of time."
      history: [HistoryEntry!]!
    }

    "What is aimed at."
    type Target {
      "The value."
      value: Decimal!
      "By when."
      due: Date!
      "The event that set it."
      event: Event!
    }

    "What was observed over a period."
    type Observation {
      "The days observed."
      period: Period!
      "The value; null where there is none."
      value: Decimal
      "Whether there is a value; zero is one."
      known: Known!
      "The event that recorded it."
      event: Event!
    }

    "Where an indicator began."
    type Baseline {
      "The days observed."
      period: Period!
      "The value; null where there is none."
      value: Decimal
      "Whether there is a value; zero is one."
      known: Known!
    }

    "A link between two things."
    type Link {
      "Its id."
      id: ID!
      "What is linked."
      from: Thing!
      "To what."
      to: Thing!
      "How."
      relation: LinkRelation!
      "Whether it was withdrawn."
      isWithdrawn: Boolean!
      "From when on."
      assertedOn: Date
      "The weakest class of provenance that it rests on."
      provenance: Provenance!
      "The event that asserted it."
      event: Event!
    }

    "A source document."
    type Source {
      "Its id."
      id: ID!
      "Its title."
      title(
        """
        The language wanted, such as en-GB; where there is no such text, the broader en, else the
        ledger's own language, else any.
        """
        language: String
      ): String!
      "The language in which title is given; null where there is none."
      titleLanguage(
        """
        The language wanted, such as en-GB; where there is no such text, the broader en, else the
        ledger's own language, else any.
        """
        language: String
      ): String
      "Where it is."
      url: String
      "When it was issued."
      issued: Date
      "The SHA-256 digest of the document, 64 hexadecimal digits."
      sha256: ID
      "The language of the document."
      documentLanguage: String
      "The weakest class of provenance that it rests on."
      provenance: Provenance!
      "The event that added it."
      event: Event!
    }

    "An assessor's verdict on an action."
    type Assessment {
      "The verdict."
      verdict: Verdict!
      "Whether it is the last word of its round."
      finality: Finality!
      "The day up to which it speaks."
      cutOff: Date!
      "The scale of the verdict with its version."
      scale: String!
      "Who assessed."
      assessor: Institution
      "The event that gave it."
      setBy: Event!
    }

    "A count of victims: one cell, each dimension a value or ALL."
    type VictimCount {
      "The country whose count it is."
      country: ID!
      "Which population is counted; nothing is summed across them."
      basis: VictimBasis!
      "The days counted."
      period: Period!
      "Whose register it is; ALL where they are not told apart."
      register: ID!
      "Sex."
      sex: Sex!
      "Age group."
      ageGroup: AgeGroup!
      "Citizenship: an ISO 3166-1 code, EU_OTHER, NON_EU, STATELESS, UNKNOWN or ALL."
      citizenship: ID!
      "Form of exploitation."
      exploitation: Exploitation!
      "Where it happened: an ISO 3166-1 code, ABROAD, UNKNOWN or ALL."
      place: ID!
      "How many; null where it is not known, not collected, or hidden."
      value: Long
      "Whether there is a value; zero is one."
      known: Known!
      "Whether the value is hidden because it is small, or would tell one that is."
      isSuppressed: Boolean!
      "Whether it is small and shown all the same, because an official source has published it."
      isExempt: Boolean!
      "Registers that may count some of the same persons."
      overlapWith: [ID!]!
      "Whether the source restated it."
      isRevised: Boolean!
      "When it took effect."
      effective: Date!
      "When it was said in public."
      published: Date
      "Whose word it is."
      provenance: Provenance!
      "The event that gave it."
      setBy: Event!
    }

    "A challenge: what stands in the way, under one plan or across several."
    type Challenge {
      "Its id."
      id: ID!
      "Its title."
      title(
        """
        The language wanted, such as en-GB; where there is no such text, the broader en, else the
        ledger's own language, else any.
        """
        language: String
      ): String!
      "The language in which title is given; null where there is none."
      titleLanguage(
        """
        The language wanted, such as en-GB; where there is no such text, the broader en, else the
        ledger's own language, else any.
        """
        language: String
      ): String
      "What it is about."
      text(
        """
        The language wanted, such as en-GB; where there is no such text, the broader en, else the
        ledger's own language, else any.
        """
        language: String
      ): String
      "The language in which text is given; null where there is none."
      textLanguage(
        """
        The language wanted, such as en-GB; where there is no such text, the broader en, else the
        ledger's own language, else any.
        """
        language: String
      ): String
      "Whether it stands."
      status: ChallengeStatus!
      "When it is to be met."
      scope: ChallengeScope
      "The id of the plan under which it was raised."
      plan: ID
      "The code of its area."
      area: ID
      "The challenge that it follows."
      follows: ID
      "When it was raised."
      raisedOn: Date
      "When it was resolved, while it is."
      resolvedOn: Date
      "What works on it, as streams."
      addressedBy: [ID!]!
      "The weakest class of provenance that it rests on."
      provenance: Provenance!
      "Whether a coarse date leaves open what is true on the day."
      imprecise: Boolean!
      "What happened to it, in the order of time."
      history: [HistoryEntry!]!
    }

    "Something achieved under a plan."
    type Achievement {
      "Its id."
      id: ID!
      "What it is."
      title(
        """
        The language wanted, such as en-GB; where there is no such text, the broader en, else the
        ledger's own language, else any.
        """
        language: String
      ): String!
      "The language in which title is given; null where there is none."
      titleLanguage(
        """
        The language wanted, such as en-GB; where there is no such text, the broader en, else the
        ledger's own language, else any.
        """
        language: String
      ): String
      "More of it."
      text(
        """
        The language wanted, such as en-GB; where there is no such text, the broader en, else the
        ledger's own language, else any.
        """
        language: String
      ): String
      "The language in which text is given; null where there is none."
      textLanguage(
        """
        The language wanted, such as en-GB; where there is no such text, the broader en, else the
        ledger's own language, else any.
        """
        language: String
      ): String
      "The id of its plan."
      plan: ID!
      "The code of its area."
      area: ID
      "The weakest class of provenance that it rests on."
      provenance: Provenance!
    }

    "Figures published on a plan, apart from what its items add up to."
    type Claim {
      "Its id."
      id: ID!
      "What the figures are said to be."
      label(
        """
        The language wanted, such as en-GB; where there is no such text, the broader en, else the
        ledger's own language, else any.
        """
        language: String
      ): String!
      "The language in which label is given; null where there is none."
      labelLanguage(
        """
        The language wanted, such as en-GB; where there is no such text, the broader en, else the
        ledger's own language, else any.
        """
        language: String
      ): String
      "The figures."
      figures: [ClaimFigure!]!
      "The day up to which they speak."
      cutOff: Date
      "When they took effect."
      effective: Date
      "When they were said in public."
      published: Date
      "The weakest class of provenance that it rests on."
      provenance: Provenance!
      "The event that gave it."
      setBy: Event!
    }

    "One figure of a claim: a number, or a statement in words."
    type ClaimFigure {
      "What it counts."
      measure: Measure!
      "The number; null for a statement."
      value: Long
      "The statement, or what is worth saying of the number."
      text: String
      "Which victims are counted, for VICTIMS."
      cell: VictimCell
    }

    "A published figure beside what the items add up to."
    type Reconciliation {
      "The claim."
      claim: Claim!
      "What the figure counts."
      measure: Measure!
      "Which victims are counted, for VICTIMS."
      cell: VictimCell
      "The figure; null for a statement."
      claimed: Long
      "What the items add up to; null where there are none, or they cannot say."
      fromItems: Long
      "How the two stand to each other."
      result: ReconciliationResult!
      "How the items have moved since the day of the claim, and by which events; null for a statement."
      drift: Drift
      "The classes of provenance that claim and items rest on."
      provenance: [Provenance!]!
    }

    "Something that is due."
    type AgendaItem {
      "By when."
      due: Date!
      "What is due."
      kind: AgendaKind!
      "Of what."
      thing: Thing!
      "The id of the plan that it belongs to."
      plan: ID
      """
      Whose it is: the lead of an action, the institution responsible for a plan, the body of a
      finding.
      """
      who: Institution
      "How many days are left, below 0 where it is overdue."
      daysLeft: Int!
      "Whether the day is over."
      isOverdue: Boolean!
      "The weakest class of provenance that it rests on."
      provenance: Provenance!
      "Whether a coarse date leaves open what is true on the day."
      imprecise: Boolean!
      "The event that gave the date."
      setBy: Event!
    }

    "What may be due."
    enum AgendaKind {
      "An action that is not delivered, finally completed, cancelled or disposed of."
      ACTION
      "A legal duty that is not met."
      OBLIGATION
      "A target of which nothing was observed that reaches its day."
      TARGET
      "The last day of an approved plan."
      PLAN_END
      "A report on a plan that is dated ahead."
      REPORT
      "A finding on a recommendation that is dated ahead."
      FOLLOW_UP
    }

    "How the items have moved since a figure was published."
    type Drift {
      "The day up to which the claim speaks: its cut-off, else when it took effect."
      from: Date!
      """
      What the items add up to on that day, by what the ledger knows at the clocks asked; null where
      there are none or they cannot say.
      """
      then: Long
      "What they add up to on the day asked."
      now: Long
      "Whether the two differ."
      hasMoved: Boolean!
      "The events that took effect in between and moved the figure, in the order of time."
      moves: [FigureMove!]!
    }

    "An event that moved a figure."
    type FigureMove {
      "When it takes effect."
      effective: Date
      "The figure before it; null where there was none."
      before: Long
      "The figure with it."
      after: Long
      "Its stream."
      subject: ID!
      "The event."
      event: Event!
    }

    "What a count of victims counts."
    type VictimCell {
      "Which population is counted."
      basis: VictimBasis!
      "The days counted."
      period: Period!
      "Whose register it is, or ALL."
      register: ID!
      "Sex."
      sex: Sex!
      "Age group."
      ageGroup: AgeGroup!
      "Citizenship, or ALL."
      citizenship: ID!
      "Form of exploitation."
      exploitation: Exploitation!
      "Where it happened, or ALL."
      place: ID!
    }

    "An event as it was recorded: it never changes, but for redaction."
    type Event {
      "Its place in the ledger, from 1."
      position: Long!
      "Its name for ever."
      id: UUID!
      "The stream that it stands on."
      subject: ID!
      "Its place on its stream, from 1."
      revision: Long!
      "What happened."
      type: EventType!
      "When it was true; null for events about events."
      effective: Date
      "When it was said in public."
      published: Date
      "When the ledger learned it."
      recorded: Instant!
      "The code of who typed it; typed, not authenticated."
      actor: ID
      "The institution on whose behalf."
      institution: ID
      "Why."
      reason: String
      "Where it is said: ids of sources or URLs, with #locator."
      sources: [String!]!
      "Whose word it is."
      provenance: Provenance!
      "The event that led to it."
      causation: UUID
      "What ties it to others."
      correlation: UUID
      "Whether its texts were removed for good."
      isRedacted: Boolean!
      "What the ledger made of it by then."
      standing: Standing!
      "The event that corrected or retracted it."
      standingBy: Event
      "The body as files have it."
      data: JSON!
    }

    "Something that happened to a thing, as it is believed at the clocks asked."
    type HistoryEntry {
      "When it was true."
      effective: Date!
      "When it was said in public."
      published: Date
      "What happened."
      type: EventType!
      "The event's own place in the ledger."
      position: Long!
      "Whose word it is."
      provenance: Provenance!
      "Why."
      reason: String
      "Whether a correction stands in the event's place."
      isCorrected: Boolean!
      "The body believed, as files have it."
      data: JSON!
      "The event that happened."
      event: Event!
      "The event whose body is believed: the event itself, or its correction."
      setBy: Event!
    }

    "A field of something that has another value at the later point than at the earlier one."
    type Change {
      "The stream of the thing."
      subject: ID!
      "What sort of thing it is."
      kind: EntityKind!
      "The plan that it is or stands within; null above plans."
      plan: ID
      "Its code or id: the last part of the stream."
      code: ID!
      "The code of its area."
      area: ID
      "Which count, for VICTIM_COUNT."
      cell: VictimCell
      "What it is called."
      name(
        "The language wanted, such as en; the ledger's own where there is no such text, else any."
        language: String
      ): String
      "What became of the thing itself."
      presence: Presence!
      """
      The field by its name in this schema; a rule and not an event gives timeliness, see isDerived.
      """
      field: String!
      "The value at the earlier point; null where it has none."
      old: JSON
      "The value at the later point; null where it has none."
      new: JSON
      "The earlier value in one line."
      oldText(
        "The language wanted, such as en; the ledger's own where there is no such text, else any."
        language: String
      ): String
      "The later value in one line."
      newText(
        "The language wanted, such as en; the ledger's own where there is no such text, else any."
        language: String
      ): String
      "Whether a rule over other fields and the day gives the value."
      isDerived: Boolean!
      "The date from which the answer is another one."
      effective: Date
      "The weakest class of provenance that it rests on."
      provenance: Provenance!
      """
      The events that did it, in the order of recording: what happened in between; along recorded time
      what was recorded late, corrected or retracted. None where time alone did it.
      """
      events: [Event!]!
      "The event that gave the earlier value."
      oldSetBy: Event
      "The event that gave the later value, or took the earlier one away."
      newSetBy: Event
    }

    "What sort of thing an entity is."
    enum EntityKind {
      "A plan."
      PLAN
      "A direction of a plan's work."
      AREA
      "A measure of a plan."
      ACTION
      "Figures published on a plan."
      CLAIM
      "One count of victims."
      VICTIM_COUNT
      "An indicator."
      INDICATOR
      "A challenge."
      CHALLENGE
      "An achievement."
      ACHIEVEMENT
      "A recommendation of a monitoring body."
      RECOMMENDATION
      "A legal duty."
      OBLIGATION
      "A link between two things."
      LINK
      "A source document."
      SOURCE
      "An institution."
      INSTITUTION
    }

    "What became of a thing between two points."
    enum Presence {
      "It is there at the later point only."
      APPEARED
      "It is there at both, and differs."
      CHANGED
      "It is there at the earlier point only."
      DISAPPEARED
    }

    "A plan's actions counted on one day."
    type SeriesPoint {
      "The day: the last one of its bucket."
      asAt: Date!
      "Whether a coarse date leaves open what is true on the day."
      imprecise: Boolean!
      "How many there are."
      actions: Int!
      "By running status."
      running: RunningCounts!
      "By the verdict that stands, whatever its finality."
      assessment: AssessmentCounts!
      "By timeliness, against the current deadline."
      timeliness: TimelinessCounts!
      "The same by area, those of none last."
      areas: [AreaSeriesPoint!]!
    }

    "The actions of one area counted on one day."
    type AreaSeriesPoint {
      "The code of the area; null for actions of none."
      area: ID
      "How many there are."
      actions: Int!
      "By running status."
      running: RunningCounts!
      "By the verdict that stands, whatever its finality."
      assessment: AssessmentCounts!
      "By timeliness, against the current deadline."
      timeliness: TimelinessCounts!
    }

    "Actions by running status."
    type RunningCounts {
      "Not begun."
      planned: Int!
      "Begun."
      inProgress: Int!
      "Stopped for the time being."
      suspended: Int!
      "Delivered, by the owner's word."
      delivered: Int!
      "Given up."
      cancelled: Int!
    }

    "Actions by the verdict that stands."
    type AssessmentCounts {
      "Done."
      completed: Int!
      "Done in part."
      partiallyCompleted: Int!
      "Not done."
      notCompleted: Int!
      "Cannot be judged."
      notAssessable: Int!
      "Without a verdict."
      notAssessed: Int!
    }

    "Actions by timeliness."
    type TimelinessCounts {
      "Without a deadline, or cancelled."
      notApplicable: Int!
      "Before the last thirty days, or delivered in time."
      onTime: Int!
      "Not delivered, in the last thirty days."
      due: Int!
      "Not delivered, past the deadline."
      overdue: Int!
      "Delivered, past the deadline."
      late: Int!
      "An imprecise date spans the answer."
      undetermined: Int!
    }

    "A span of the calendar at whose end is counted."
    enum Bucket {
      "A day."
      DAY
      "A week from Monday to Sunday."
      WEEK
      "A month."
      MONTH
      "A quarter of a year."
      QUARTER
      "Half a year."
      HALF_YEAR
      "A year."
      YEAR
    }

    "The ledger: immutable events in the order in which they were recorded."
    type Ledger {
      "Its id: 64 hexadecimal digits, the origin of its checkpoints."
      id: ID!
      "How many events it holds."
      size: Long!
      "The root of the Merkle tree over them, 64 hexadecimal digits."
      root: ID!
      "The name of its time zone, in which days begin and end."
      timeZone: String!
      "The language of texts that name none."
      language: String!
      "When its first event was recorded."
      began: Instant
      "When its last event was recorded."
      lastRecorded: Instant
      "Whose clock its recorded instants are."
      recordedTimes: RecordedTimes!
      "What it keeps to answer fast."
      projections: [Projection!]!
    }

    "Something that the ledger keeps to answer fast."
    type Projection {
      "Its name."
      name: String!
      "The version that this build reads."
      version: Int!
      "The last position taken in; 0 where it was never built."
      position: Long!
      "How many events it is behind."
      lag: Long!
    }

    "Where a page stands among all (Relay's cursor connections)."
    type PageInfo {
      "Whether more follow."
      hasNextPage: Boolean!
      "Whether more stand before."
      hasPreviousPage: Boolean!
      "The cursor of the first one on the page."
      startCursor: String
      "The cursor of the last one on the page."
      endCursor: String
    }

    "A page of actions, and what can be said of all that the filter admits."
    type ActionConnection {
      "Those on the page."
      nodes: [Action!]!
      "Those on the page with their cursors."
      edges: [ActionEdge!]!
      "Where the page stands."
      pageInfo: PageInfo!
      "How many there are on all pages."
      totalCount: Int!
      "Figures over all pages."
      aggregate: ActionAggregate!
      """
      How many there are of each sort, over all pages; what has no value for a key stands under null.
      """
      groupBy(
        "What tells the groups apart."
        keys: [ActionGroupKey!]!
      ): [ActionGroup!]!
    }

    "One of the actions with its cursor."
    type ActionEdge {
      "The thing itself."
      node: Action!
      "Its cursor, for after and before."
      cursor: String!
    }

    "Figures over actions."
    type ActionAggregate {
      "How many."
      count: Int!
    }

    "A group of actions."
    type ActionGroup {
      "What the group has in common."
      keys: ActionGroupKeys!
      "How many."
      count: Int!
    }

    """
    What a group of actions has in common: null for a key that was not asked for, and where there is
    no value.
    """
    type ActionGroupKeys {
      "Code of the area."
      area: ID
      "What sort of measure it is."
      kind: ActionKind
      "Id of the institution that leads."
      lead: ID
      "Whether work goes on."
      running: RunningStatus
      "The verdict that stands, whatever its finality."
      assessment: Verdict
      "Finality of the verdict that stands."
      finality: Finality
      "Whether it is on time, against the current deadline."
      timeliness: Timeliness
      "The weakest class of provenance."
      provenance: Provenance
    }

    "What tells groups of actions apart."
    enum ActionGroupKey {
      "Code of the area."
      AREA
      "What sort of measure it is."
      KIND
      "Id of the institution that leads."
      LEAD
      "Whether work goes on."
      RUNNING
      "The verdict that stands, whatever its finality."
      ASSESSMENT
      "Finality of the verdict that stands."
      FINALITY
      "Whether it is on time, against the current deadline."
      TIMELINESS
      "The weakest class of provenance."
      PROVENANCE
    }

    """
    Which actions: all conditions hold together. A comparison with a missing value does not hold; ne
    and notIn are the opposites of eq and in.
    """
    input ActionFilter {
      "Code."
      code: IDFilter
      "Title, in the language of the question."
      title: TextFilter
      "Code of the area."
      area: IDFilter
      "What sort of measure it is."
      kind: ActionKindFilter
      "Id of the institution that leads."
      lead: IDFilter
      "Ids of the other institutions involved."
      involved: IDListFilter
      "Whether work goes on."
      running: RunningStatusFilter
      "The verdict that stands, whatever its finality."
      assessment: VerdictFilter
      "Finality of the verdict that stands."
      finality: FinalityFilter
      "Whether it is on time, against the current deadline."
      timeliness: TimelinessFilter
      "The deadline that stands."
      deadline: ActionDateFilter
      "The first deadline."
      originalDeadline: ActionDateFilter
      "How often the deadline was moved."
      postponements: IntFilter
      "When work began."
      startedOn: ActionDateFilter
      "When it was delivered."
      deliveredOn: ActionDateFilter
      "How far it is, in per cent."
      percent: IntFilter
      "Whether it needs a disposition when its plan is over."
      isUnfinished: BooleanFilter
      "The weakest class of provenance that it rests on."
      provenance: ProvenanceFilter
      "All of these hold."
      and: [ActionFilter!]
      "At least one of these holds."
      or: [ActionFilter!]
      "This does not hold."
      not: ActionFilter
    }

    "An order of actions by one key."
    input ActionOrder @oneOf {
      "Code."
      code: Order
      "Title, in the language of the question."
      title: Order
      "Code of the area."
      area: Order
      "What sort of measure it is."
      kind: Order
      "Id of the institution that leads."
      lead: Order
      "Whether work goes on."
      running: Order
      "The verdict that stands, whatever its finality."
      assessment: Order
      "Finality of the verdict that stands."
      finality: Order
      "Whether it is on time, against the current deadline."
      timeliness: Order
      "The deadline that stands."
      deadline: Order
      "The first deadline."
      originalDeadline: Order
      "How often the deadline was moved."
      postponements: Order
      "When work began."
      startedOn: Order
      "When it was delivered."
      deliveredOn: Order
      "How far it is, in per cent."
      percent: Order
      "The weakest class of provenance that it rests on."
      provenance: Order
    }

    "A page of counts, and what can be said of all that the filter admits."
    type VictimCountConnection {
      "Those on the page."
      nodes: [VictimCount!]!
      "Those on the page with their cursors."
      edges: [VictimCountEdge!]!
      "Where the page stands."
      pageInfo: PageInfo!
      "How many there are on all pages."
      totalCount: Int!
      "Figures over all pages."
      aggregate: VictimCountAggregate!
      """
      How many there are of each sort, over all pages; what has no value for a key stands under null.
      """
      groupBy(
        "What tells the groups apart."
        keys: [VictimCountGroupKey!]!
      ): [VictimCountGroup!]!
    }

    "One of the counts with its cursor."
    type VictimCountEdge {
      "The thing itself."
      node: VictimCount!
      "Its cursor, for after and before."
      cursor: String!
    }

    "Figures over counts."
    type VictimCountAggregate {
      "How many."
      count: Int!
    }

    "A group of counts."
    type VictimCountGroup {
      "What the group has in common."
      keys: VictimCountGroupKeys!
      "How many."
      count: Int!
      "How many victims; null where the counts of the group may not be summed."
      sum: Long
      "Why there is no sum."
      notSummed: NotSummed
    }

    """
    What a group of counts has in common: null for a key that was not asked for, and where there is no
    value.
    """
    type VictimCountGroupKeys {
      "Which population."
      basis: VictimBasis
      "The days counted, as written."
      period: String
      "Whose register, or ALL."
      register: ID
      "Sex."
      sex: Sex
      "Age group."
      ageGroup: AgeGroup
      "Citizenship, or ALL."
      citizenship: ID
      "Form of exploitation."
      exploitation: Exploitation
      "Where it happened, or ALL."
      place: ID
      "Whether there is a value."
      known: Known
      "Whose word it is."
      provenance: Provenance
    }

    "What tells groups of counts apart."
    enum VictimCountGroupKey {
      "Which population."
      BASIS
      "The days counted, as written."
      PERIOD
      "Whose register, or ALL."
      REGISTER
      "Sex."
      SEX
      "Age group."
      AGE_GROUP
      "Citizenship, or ALL."
      CITIZENSHIP
      "Form of exploitation."
      EXPLOITATION
      "Where it happened, or ALL."
      PLACE
      "Whether there is a value."
      KNOWN
      "Whose word it is."
      PROVENANCE
    }

    """
    Which counts: all conditions hold together. A comparison with a missing value does not hold; ne
    and notIn are the opposites of eq and in.
    """
    input VictimCountFilter {
      "Which population."
      basis: VictimBasisFilter
      "The days counted."
      period: PeriodFilter
      "Whose register, or ALL."
      register: IDFilter
      "Sex."
      sex: SexFilter
      "Age group."
      ageGroup: AgeGroupFilter
      "Citizenship, or ALL."
      citizenship: IDFilter
      "Form of exploitation."
      exploitation: ExploitationFilter
      "Where it happened, or ALL."
      place: IDFilter
      "How many."
      value: LongFilter
      "Whether there is a value."
      known: KnownFilter
      "Whether the source restated it."
      isRevised: BooleanFilter
      "When it took effect."
      effective: DateFilter
      "When it was said in public."
      published: DateFilter
      "Whose word it is."
      provenance: ProvenanceFilter
      "All of these hold."
      and: [VictimCountFilter!]
      "At least one of these holds."
      or: [VictimCountFilter!]
      "This does not hold."
      not: VictimCountFilter
    }

    "An order of counts by one key."
    input VictimCountOrder @oneOf {
      "Which population."
      basis: Order
      "The days counted."
      period: Order
      "Whose register, or ALL."
      register: Order
      "Sex."
      sex: Order
      "Age group."
      ageGroup: Order
      "Citizenship, or ALL."
      citizenship: Order
      "Form of exploitation."
      exploitation: Order
      "Where it happened, or ALL."
      place: Order
      "How many."
      value: Order
      "Whether there is a value."
      known: Order
      "When it took effect."
      effective: Order
      "When it was said in public."
      published: Order
      "Whose word it is."
      provenance: Order
    }

    "A page of plans, and what can be said of all that the filter admits."
    type PlanConnection {
      "Those on the page."
      nodes: [Plan!]!
      "Those on the page with their cursors."
      edges: [PlanEdge!]!
      "Where the page stands."
      pageInfo: PageInfo!
      "How many there are on all pages."
      totalCount: Int!
      "Figures over all pages."
      aggregate: PlanAggregate!
      """
      How many there are of each sort, over all pages; what has no value for a key stands under null.
      """
      groupBy(
        "What tells the groups apart."
        keys: [PlanGroupKey!]!
      ): [PlanGroup!]!
    }

    "One of the plans with its cursor."
    type PlanEdge {
      "The thing itself."
      node: Plan!
      "Its cursor, for after and before."
      cursor: String!
    }

    "Figures over plans."
    type PlanAggregate {
      "How many."
      count: Int!
    }

    "A group of plans."
    type PlanGroup {
      "What the group has in common."
      keys: PlanGroupKeys!
      "How many."
      count: Int!
    }

    """
    What a group of plans has in common: null for a key that was not asked for, and where there is no
    value.
    """
    type PlanGroupKeys {
      "Where it stands in its life."
      status: PlanStatus
      "The weakest class of provenance."
      provenance: Provenance
    }

    "What tells groups of plans apart."
    enum PlanGroupKey {
      "Where it stands in its life."
      STATUS
      "The weakest class of provenance."
      PROVENANCE
    }

    """
    Which plans: all conditions hold together. A comparison with a missing value does not hold; ne and
    notIn are the opposites of eq and in.
    """
    input PlanFilter {
      "Id."
      id: IDFilter
      "Title, in the language of the question."
      title: TextFilter
      "Where it stands in its life."
      status: PlanStatusFilter
      "The days that it is for."
      period: PeriodFilter
      "When it was approved."
      approvedOn: DateFilter
      "When it was closed."
      closedOn: DateFilter
      "The weakest class of provenance."
      provenance: ProvenanceFilter
      "All of these hold."
      and: [PlanFilter!]
      "At least one of these holds."
      or: [PlanFilter!]
      "This does not hold."
      not: PlanFilter
    }

    "An order of plans by one key."
    input PlanOrder @oneOf {
      "Id."
      id: Order
      "Title, in the language of the question."
      title: Order
      "Where it stands in its life."
      status: Order
      "The days that it is for."
      period: Order
      "When it was approved."
      approvedOn: Order
      "When it was closed."
      closedOn: Order
      "The weakest class of provenance."
      provenance: Order
    }

    "A page of challenges, and what can be said of all that the filter admits."
    type ChallengeConnection {
      "Those on the page."
      nodes: [Challenge!]!
      "Those on the page with their cursors."
      edges: [ChallengeEdge!]!
      "Where the page stands."
      pageInfo: PageInfo!
      "How many there are on all pages."
      totalCount: Int!
      "Figures over all pages."
      aggregate: ChallengeAggregate!
      """
      How many there are of each sort, over all pages; what has no value for a key stands under null.
      """
      groupBy(
        "What tells the groups apart."
        keys: [ChallengeGroupKey!]!
      ): [ChallengeGroup!]!
    }

    "One of the challenges with its cursor."
    type ChallengeEdge {
      "The thing itself."
      node: Challenge!
      "Its cursor, for after and before."
      cursor: String!
    }

    "Figures over challenges."
    type ChallengeAggregate {
      "How many."
      count: Int!
    }

    "A group of challenges."
    type ChallengeGroup {
      "What the group has in common."
      keys: ChallengeGroupKeys!
      "How many."
      count: Int!
    }

    """
    What a group of challenges has in common: null for a key that was not asked for, and where there
    is no value.
    """
    type ChallengeGroupKeys {
      "Whether it stands."
      status: ChallengeStatus
      "When it is to be met."
      scope: ChallengeScope
      "Id of the plan under which it was raised."
      plan: ID
      "Code of the area."
      area: ID
      "The weakest class of provenance."
      provenance: Provenance
    }

    "What tells groups of challenges apart."
    enum ChallengeGroupKey {
      "Whether it stands."
      STATUS
      "When it is to be met."
      SCOPE
      "Id of the plan under which it was raised."
      PLAN
      "Code of the area."
      AREA
      "The weakest class of provenance."
      PROVENANCE
    }

    """
    Which challenges: all conditions hold together. A comparison with a missing value does not hold;
    ne and notIn are the opposites of eq and in.
    """
    input ChallengeFilter {
      "Id."
      id: IDFilter
      "Title, in the language of the question."
      title: TextFilter
      "Whether it stands."
      status: ChallengeStatusFilter
      "When it is to be met."
      scope: ChallengeScopeFilter
      "Id of the plan under which it was raised."
      plan: IDFilter
      "Code of the area."
      area: IDFilter
      "When it was raised."
      raisedOn: DateFilter
      "When it was resolved."
      resolvedOn: DateFilter
      "The weakest class of provenance."
      provenance: ProvenanceFilter
      "All of these hold."
      and: [ChallengeFilter!]
      "At least one of these holds."
      or: [ChallengeFilter!]
      "This does not hold."
      not: ChallengeFilter
    }

    "An order of challenges by one key."
    input ChallengeOrder @oneOf {
      "Id."
      id: Order
      "Title, in the language of the question."
      title: Order
      "Whether it stands."
      status: Order
      "When it is to be met."
      scope: Order
      "Id of the plan under which it was raised."
      plan: Order
      "Code of the area."
      area: Order
      "When it was raised."
      raisedOn: Order
      "When it was resolved."
      resolvedOn: Order
      "The weakest class of provenance."
      provenance: Order
    }

    "A page of achievements, and what can be said of all that the filter admits."
    type AchievementConnection {
      "Those on the page."
      nodes: [Achievement!]!
      "Those on the page with their cursors."
      edges: [AchievementEdge!]!
      "Where the page stands."
      pageInfo: PageInfo!
      "How many there are on all pages."
      totalCount: Int!
      "Figures over all pages."
      aggregate: AchievementAggregate!
      """
      How many there are of each sort, over all pages; what has no value for a key stands under null.
      """
      groupBy(
        "What tells the groups apart."
        keys: [AchievementGroupKey!]!
      ): [AchievementGroup!]!
    }

    "One of the achievements with its cursor."
    type AchievementEdge {
      "The thing itself."
      node: Achievement!
      "Its cursor, for after and before."
      cursor: String!
    }

    "Figures over achievements."
    type AchievementAggregate {
      "How many."
      count: Int!
    }

    "A group of achievements."
    type AchievementGroup {
      "What the group has in common."
      keys: AchievementGroupKeys!
      "How many."
      count: Int!
    }

    """
    What a group of achievements has in common: null for a key that was not asked for, and where there
    is no value.
    """
    type AchievementGroupKeys {
      "Id of the plan."
      plan: ID
      "Code of the area."
      area: ID
      "The weakest class of provenance."
      provenance: Provenance
    }

    "What tells groups of achievements apart."
    enum AchievementGroupKey {
      "Id of the plan."
      PLAN
      "Code of the area."
      AREA
      "The weakest class of provenance."
      PROVENANCE
    }

    """
    Which achievements: all conditions hold together. A comparison with a missing value does not hold;
    ne and notIn are the opposites of eq and in.
    """
    input AchievementFilter {
      "Id."
      id: IDFilter
      "Title, in the language of the question."
      title: TextFilter
      "Id of the plan."
      plan: IDFilter
      "Code of the area."
      area: IDFilter
      "The weakest class of provenance."
      provenance: ProvenanceFilter
      "All of these hold."
      and: [AchievementFilter!]
      "At least one of these holds."
      or: [AchievementFilter!]
      "This does not hold."
      not: AchievementFilter
    }

    "An order of achievements by one key."
    input AchievementOrder @oneOf {
      "Id."
      id: Order
      "Title, in the language of the question."
      title: Order
      "Id of the plan."
      plan: Order
      "Code of the area."
      area: Order
      "The weakest class of provenance."
      provenance: Order
    }

    "A page of recommendations, and what can be said of all that the filter admits."
    type RecommendationConnection {
      "Those on the page."
      nodes: [Recommendation!]!
      "Those on the page with their cursors."
      edges: [RecommendationEdge!]!
      "Where the page stands."
      pageInfo: PageInfo!
      "How many there are on all pages."
      totalCount: Int!
      "Figures over all pages."
      aggregate: RecommendationAggregate!
      """
      How many there are of each sort, over all pages; what has no value for a key stands under null.
      """
      groupBy(
        "What tells the groups apart."
        keys: [RecommendationGroupKey!]!
      ): [RecommendationGroup!]!
    }

    "One of the recommendations with its cursor."
    type RecommendationEdge {
      "The thing itself."
      node: Recommendation!
      "Its cursor, for after and before."
      cursor: String!
    }

    "Figures over recommendations."
    type RecommendationAggregate {
      "How many."
      count: Int!
    }

    "A group of recommendations."
    type RecommendationGroup {
      "What the group has in common."
      keys: RecommendationGroupKeys!
      "How many."
      count: Int!
    }

    """
    What a group of recommendations has in common: null for a key that was not asked for, and where
    there is no value.
    """
    type RecommendationGroupKeys {
      "Id of the body."
      body: ID
      "The body's round."
      round: String
      "How urgently."
      urgency: Urgency
      "The government's answer."
      response: RecommendationResponse
      "How far it was followed."
      level: ImplementationLevel
      "Whether an action covers it."
      isCovered: Boolean
      "The weakest class of provenance."
      provenance: Provenance
    }

    "What tells groups of recommendations apart."
    enum RecommendationGroupKey {
      "Id of the body."
      BODY
      "The body's round."
      ROUND
      "How urgently."
      URGENCY
      "The government's answer."
      RESPONSE
      "How far it was followed."
      LEVEL
      "Whether an action covers it."
      IS_COVERED
      "The weakest class of provenance."
      PROVENANCE
    }

    """
    Which recommendations: all conditions hold together. A comparison with a missing value does not
    hold; ne and notIn are the opposites of eq and in.
    """
    input RecommendationFilter {
      "Id."
      id: IDFilter
      "Id of the body."
      body: IDFilter
      "The body's round."
      round: IDFilter
      "Where in the body's report."
      paragraph: IDFilter
      "How urgently."
      urgency: UrgencyFilter
      "Text, in the language of the question."
      text: TextFilter
      "The government's answer."
      response: RecommendationResponseFilter
      "How far it was followed."
      level: ImplementationLevelFilter
      "When it was received."
      receivedOn: DateFilter
      "When it was answered."
      answeredOn: DateFilter
      "Whether an action covers it."
      isCovered: BooleanFilter
      "The streams of the actions that cover it."
      coveredBy: IDListFilter
      "The weakest class of provenance."
      provenance: ProvenanceFilter
      "All of these hold."
      and: [RecommendationFilter!]
      "At least one of these holds."
      or: [RecommendationFilter!]
      "This does not hold."
      not: RecommendationFilter
    }

    "An order of recommendations by one key."
    input RecommendationOrder @oneOf {
      "Id."
      id: Order
      "Id of the body."
      body: Order
      "The body's round."
      round: Order
      "Where in the body's report."
      paragraph: Order
      "How urgently."
      urgency: Order
      "Text, in the language of the question."
      text: Order
      "The government's answer."
      response: Order
      "How far it was followed."
      level: Order
      "When it was received."
      receivedOn: Order
      "When it was answered."
      answeredOn: Order
      "Whether an action covers it."
      isCovered: Order
      "The weakest class of provenance."
      provenance: Order
    }

    "A page of legal duties, and what can be said of all that the filter admits."
    type ObligationConnection {
      "Those on the page."
      nodes: [Obligation!]!
      "Those on the page with their cursors."
      edges: [ObligationEdge!]!
      "Where the page stands."
      pageInfo: PageInfo!
      "How many there are on all pages."
      totalCount: Int!
      "Figures over all pages."
      aggregate: ObligationAggregate!
      """
      How many there are of each sort, over all pages; what has no value for a key stands under null.
      """
      groupBy(
        "What tells the groups apart."
        keys: [ObligationGroupKey!]!
      ): [ObligationGroup!]!
    }

    "One of the legal duties with its cursor."
    type ObligationEdge {
      "The thing itself."
      node: Obligation!
      "Its cursor, for after and before."
      cursor: String!
    }

    "Figures over legal duties."
    type ObligationAggregate {
      "How many."
      count: Int!
    }

    "A group of legal duties."
    type ObligationGroup {
      "What the group has in common."
      keys: ObligationGroupKeys!
      "How many."
      count: Int!
    }

    """
    What a group of legal duties has in common: null for a key that was not asked for, and where there
    is no value.
    """
    type ObligationGroupKeys {
      "The act that lays it down."
      act: String
      "Whether it is met."
      isMet: Boolean
      "Whether it is past its deadline and not met."
      isOverdue: Boolean
      "Whether an action covers it."
      isCovered: Boolean
      "The weakest class of provenance."
      provenance: Provenance
    }

    "What tells groups of legal duties apart."
    enum ObligationGroupKey {
      "The act that lays it down."
      ACT
      "Whether it is met."
      IS_MET
      "Whether it is past its deadline and not met."
      IS_OVERDUE
      "Whether an action covers it."
      IS_COVERED
      "The weakest class of provenance."
      PROVENANCE
    }

    """
    Which legal duties: all conditions hold together. A comparison with a missing value does not hold;
    ne and notIn are the opposites of eq and in.
    """
    input ObligationFilter {
      "Id."
      id: IDFilter
      "Title, in the language of the question."
      title: TextFilter
      "The act that lays it down."
      act: TextFilter
      "The day by which it is to be met."
      deadline: DateFilter
      "Whether it is met."
      isMet: BooleanFilter
      "When it was met."
      metOn: DateFilter
      "How many days are left, below 0 behind the deadline."
      daysLeft: IntFilter
      "Whether it is past its deadline and not met."
      isOverdue: BooleanFilter
      "Whether an action covers it."
      isCovered: BooleanFilter
      "The streams of the actions that cover it."
      coveredBy: IDListFilter
      "The weakest class of provenance."
      provenance: ProvenanceFilter
      "All of these hold."
      and: [ObligationFilter!]
      "At least one of these holds."
      or: [ObligationFilter!]
      "This does not hold."
      not: ObligationFilter
    }

    "An order of legal duties by one key."
    input ObligationOrder @oneOf {
      "Id."
      id: Order
      "Title, in the language of the question."
      title: Order
      "The act that lays it down."
      act: Order
      "The day by which it is to be met."
      deadline: Order
      "Whether it is met."
      isMet: Order
      "When it was met."
      metOn: Order
      "How many days are left, below 0 behind the deadline."
      daysLeft: Order
      "Whether it is past its deadline and not met."
      isOverdue: Order
      "Whether an action covers it."
      isCovered: Order
      "The weakest class of provenance."
      provenance: Order
    }

    "A page of indicators, and what can be said of all that the filter admits."
    type IndicatorConnection {
      "Those on the page."
      nodes: [Indicator!]!
      "Those on the page with their cursors."
      edges: [IndicatorEdge!]!
      "Where the page stands."
      pageInfo: PageInfo!
      "How many there are on all pages."
      totalCount: Int!
      "Figures over all pages."
      aggregate: IndicatorAggregate!
      """
      How many there are of each sort, over all pages; what has no value for a key stands under null.
      """
      groupBy(
        "What tells the groups apart."
        keys: [IndicatorGroupKey!]!
      ): [IndicatorGroup!]!
    }

    "One of the indicators with its cursor."
    type IndicatorEdge {
      "The thing itself."
      node: Indicator!
      "Its cursor, for after and before."
      cursor: String!
    }

    "Figures over indicators."
    type IndicatorAggregate {
      "How many."
      count: Int!
    }

    "A group of indicators."
    type IndicatorGroup {
      "What the group has in common."
      keys: IndicatorGroupKeys!
      "How many."
      count: Int!
    }

    """
    What a group of indicators has in common: null for a key that was not asked for, and where there
    is no value.
    """
    type IndicatorGroupKeys {
      "Id of its plan."
      plan: ID
      "Stream of its action."
      action: ID
      "What it counts in."
      unit: String
      "Which way is better."
      direction: Direction
      "What becomes of observations of several periods."
      aggregation: Aggregation
      "The weakest class of provenance."
      provenance: Provenance
    }

    "What tells groups of indicators apart."
    enum IndicatorGroupKey {
      "Id of its plan."
      PLAN
      "Stream of its action."
      ACTION
      "What it counts in."
      UNIT
      "Which way is better."
      DIRECTION
      "What becomes of observations of several periods."
      AGGREGATION
      "The weakest class of provenance."
      PROVENANCE
    }

    """
    Which indicators: all conditions hold together. A comparison with a missing value does not hold;
    ne and notIn are the opposites of eq and in.
    """
    input IndicatorFilter {
      "Id."
      id: IDFilter
      "Title, in the language of the question."
      title: TextFilter
      "What it counts in."
      unit: TextFilter
      "Id of its plan."
      plan: IDFilter
      "Stream of its action."
      action: IDFilter
      "Which way is better."
      direction: DirectionFilter
      "What becomes of observations of several periods."
      aggregation: AggregationFilter
      "How many targets it has."
      targets: IntFilter
      "How many observations it has."
      observations: IntFilter
      "The weakest class of provenance."
      provenance: ProvenanceFilter
      "All of these hold."
      and: [IndicatorFilter!]
      "At least one of these holds."
      or: [IndicatorFilter!]
      "This does not hold."
      not: IndicatorFilter
    }

    "An order of indicators by one key."
    input IndicatorOrder @oneOf {
      "Id."
      id: Order
      "Title, in the language of the question."
      title: Order
      "What it counts in."
      unit: Order
      "Id of its plan."
      plan: Order
      "Stream of its action."
      action: Order
      "Which way is better."
      direction: Order
      "What becomes of observations of several periods."
      aggregation: Order
      "How many targets it has."
      targets: Order
      "How many observations it has."
      observations: Order
      "The weakest class of provenance."
      provenance: Order
    }

    "A page of links, and what can be said of all that the filter admits."
    type LinkConnection {
      "Those on the page."
      nodes: [Link!]!
      "Those on the page with their cursors."
      edges: [LinkEdge!]!
      "Where the page stands."
      pageInfo: PageInfo!
      "How many there are on all pages."
      totalCount: Int!
      "Figures over all pages."
      aggregate: LinkAggregate!
      """
      How many there are of each sort, over all pages; what has no value for a key stands under null.
      """
      groupBy(
        "What tells the groups apart."
        keys: [LinkGroupKey!]!
      ): [LinkGroup!]!
    }

    "One of the links with its cursor."
    type LinkEdge {
      "The thing itself."
      node: Link!
      "Its cursor, for after and before."
      cursor: String!
    }

    "Figures over links."
    type LinkAggregate {
      "How many."
      count: Int!
    }

    "A group of links."
    type LinkGroup {
      "What the group has in common."
      keys: LinkGroupKeys!
      "How many."
      count: Int!
    }

    """
    What a group of links has in common: null for a key that was not asked for, and where there is no
    value.
    """
    type LinkGroupKeys {
      "How."
      relation: LinkRelation
      "Whether it was withdrawn."
      isWithdrawn: Boolean
      "The weakest class of provenance."
      provenance: Provenance
    }

    "What tells groups of links apart."
    enum LinkGroupKey {
      "How."
      RELATION
      "Whether it was withdrawn."
      IS_WITHDRAWN
      "The weakest class of provenance."
      PROVENANCE
    }

    """
    Which links: all conditions hold together. A comparison with a missing value does not hold; ne and
    notIn are the opposites of eq and in.
    """
    input LinkFilter {
      "Id."
      id: IDFilter
      "Stream of what is linked."
      from: StreamFilter
      "Stream to which."
      to: StreamFilter
      "How."
      relation: LinkRelationFilter
      "Whether it was withdrawn."
      isWithdrawn: BooleanFilter
      "From when on."
      assertedOn: DateFilter
      "The weakest class of provenance."
      provenance: ProvenanceFilter
      "All of these hold."
      and: [LinkFilter!]
      "At least one of these holds."
      or: [LinkFilter!]
      "This does not hold."
      not: LinkFilter
    }

    "An order of links by one key."
    input LinkOrder @oneOf {
      "Id."
      id: Order
      "Stream of what is linked."
      from: Order
      "Stream to which."
      to: Order
      "How."
      relation: Order
      "Whether it was withdrawn."
      isWithdrawn: Order
      "From when on."
      assertedOn: Order
      "The weakest class of provenance."
      provenance: Order
    }

    "A page of source documents, and what can be said of all that the filter admits."
    type SourceConnection {
      "Those on the page."
      nodes: [Source!]!
      "Those on the page with their cursors."
      edges: [SourceEdge!]!
      "Where the page stands."
      pageInfo: PageInfo!
      "How many there are on all pages."
      totalCount: Int!
      "Figures over all pages."
      aggregate: SourceAggregate!
      """
      How many there are of each sort, over all pages; what has no value for a key stands under null.
      """
      groupBy(
        "What tells the groups apart."
        keys: [SourceGroupKey!]!
      ): [SourceGroup!]!
    }

    "One of the source documents with its cursor."
    type SourceEdge {
      "The thing itself."
      node: Source!
      "Its cursor, for after and before."
      cursor: String!
    }

    "Figures over source documents."
    type SourceAggregate {
      "How many."
      count: Int!
    }

    "A group of source documents."
    type SourceGroup {
      "What the group has in common."
      keys: SourceGroupKeys!
      "How many."
      count: Int!
    }

    """
    What a group of source documents has in common: null for a key that was not asked for, and where
    there is no value.
    """
    type SourceGroupKeys {
      "The language of the document."
      documentLanguage: String
      "The weakest class of provenance."
      provenance: Provenance
    }

    "What tells groups of source documents apart."
    enum SourceGroupKey {
      "The language of the document."
      DOCUMENT_LANGUAGE
      "The weakest class of provenance."
      PROVENANCE
    }

    """
    Which source documents: all conditions hold together. A comparison with a missing value does not
    hold; ne and notIn are the opposites of eq and in.
    """
    input SourceFilter {
      "Id."
      id: IDFilter
      "Title, in the language of the question."
      title: TextFilter
      "Where it is."
      url: TextFilter
      "When it was issued."
      issued: DateFilter
      "The SHA-256 digest of the document."
      sha256: TextFilter
      "The language of the document."
      documentLanguage: TextFilter
      "The weakest class of provenance."
      provenance: ProvenanceFilter
      "All of these hold."
      and: [SourceFilter!]
      "At least one of these holds."
      or: [SourceFilter!]
      "This does not hold."
      not: SourceFilter
    }

    "An order of source documents by one key."
    input SourceOrder @oneOf {
      "Id."
      id: Order
      "Title, in the language of the question."
      title: Order
      "Where it is."
      url: Order
      "When it was issued."
      issued: Order
      "The SHA-256 digest of the document."
      sha256: Order
      "The language of the document."
      documentLanguage: Order
      "The weakest class of provenance."
      provenance: Order
    }

    "A page of institutions, and what can be said of all that the filter admits."
    type InstitutionConnection {
      "Those on the page."
      nodes: [Institution!]!
      "Those on the page with their cursors."
      edges: [InstitutionEdge!]!
      "Where the page stands."
      pageInfo: PageInfo!
      "How many there are on all pages."
      totalCount: Int!
      "Figures over all pages."
      aggregate: InstitutionAggregate!
      """
      How many there are of each sort, over all pages; what has no value for a key stands under null.
      """
      groupBy(
        "What tells the groups apart."
        keys: [InstitutionGroupKey!]!
      ): [InstitutionGroup!]!
    }

    "One of the institutions with its cursor."
    type InstitutionEdge {
      "The thing itself."
      node: Institution!
      "Its cursor, for after and before."
      cursor: String!
    }

    "Figures over institutions."
    type InstitutionAggregate {
      "How many."
      count: Int!
    }

    "A group of institutions."
    type InstitutionGroup {
      "What the group has in common."
      keys: InstitutionGroupKeys!
      "How many."
      count: Int!
    }

    """
    What a group of institutions has in common: null for a key that was not asked for, and where there
    is no value.
    """
    type InstitutionGroupKeys {
      "The weakest class of provenance."
      provenance: Provenance
    }

    "What tells groups of institutions apart."
    enum InstitutionGroupKey {
      "The weakest class of provenance."
      PROVENANCE
    }

    """
    Which institutions: all conditions hold together. A comparison with a missing value does not hold;
    ne and notIn are the opposites of eq and in.
    """
    input InstitutionFilter {
      "Id."
      id: IDFilter
      "Name, in the language of the question."
      name: TextFilter
      "The weakest class of provenance."
      provenance: ProvenanceFilter
      "All of these hold."
      and: [InstitutionFilter!]
      "At least one of these holds."
      or: [InstitutionFilter!]
      "This does not hold."
      not: InstitutionFilter
    }

    "An order of institutions by one key."
    input InstitutionOrder @oneOf {
      "Id."
      id: Order
      "Name, in the language of the question."
      name: Order
      "The weakest class of provenance."
      provenance: Order
    }

    "A page of things that are due, and what can be said of all that the filter admits."
    type AgendaItemConnection {
      "Those on the page."
      nodes: [AgendaItem!]!
      "Those on the page with their cursors."
      edges: [AgendaItemEdge!]!
      "Where the page stands."
      pageInfo: PageInfo!
      "How many there are on all pages."
      totalCount: Int!
      "Figures over all pages."
      aggregate: AgendaItemAggregate!
      """
      How many there are of each sort, over all pages; what has no value for a key stands under null.
      """
      groupBy(
        "What tells the groups apart."
        keys: [AgendaItemGroupKey!]!
      ): [AgendaItemGroup!]!
    }

    "One of the things that are due with its cursor."
    type AgendaItemEdge {
      "The thing itself."
      node: AgendaItem!
      "Its cursor, for after and before."
      cursor: String!
    }

    "Figures over things that are due."
    type AgendaItemAggregate {
      "How many."
      count: Int!
    }

    "A group of things that are due."
    type AgendaItemGroup {
      "What the group has in common."
      keys: AgendaItemGroupKeys!
      "How many."
      count: Int!
    }

    """
    What a group of things that are due has in common: null for a key that was not asked for, and
    where there is no value.
    """
    type AgendaItemGroupKeys {
      "What is due."
      kind: AgendaKind
      "Id of the plan that it belongs to."
      plan: ID
      "Id of the institution whose it is."
      who: ID
      "Whether the day is over."
      isOverdue: Boolean
      "The weakest class of provenance."
      provenance: Provenance
    }

    "What tells groups of things that are due apart."
    enum AgendaItemGroupKey {
      "What is due."
      KIND
      "Id of the plan that it belongs to."
      PLAN
      "Id of the institution whose it is."
      WHO
      "Whether the day is over."
      IS_OVERDUE
      "The weakest class of provenance."
      PROVENANCE
    }

    """
    Which things that are due: all conditions hold together. A comparison with a missing value does
    not hold; ne and notIn are the opposites of eq and in.
    """
    input AgendaItemFilter {
      "By when."
      due: DateFilter
      "What is due."
      kind: AgendaKindFilter
      "Stream of what is due."
      subject: StreamFilter
      "Id of the plan that it belongs to."
      plan: IDFilter
      "Id of the institution whose it is."
      who: IDFilter
      "How many days are left, below 0 where it is overdue."
      daysLeft: IntFilter
      "Whether the day is over."
      isOverdue: BooleanFilter
      "The weakest class of provenance."
      provenance: ProvenanceFilter
      "All of these hold."
      and: [AgendaItemFilter!]
      "At least one of these holds."
      or: [AgendaItemFilter!]
      "This does not hold."
      not: AgendaItemFilter
    }

    "An order of things that are due by one key."
    input AgendaItemOrder @oneOf {
      "By when."
      due: Order
      "What is due."
      kind: Order
      "Stream of what is due."
      subject: Order
      "Id of the plan that it belongs to."
      plan: Order
      "Id of the institution whose it is."
      who: Order
      "How many days are left, below 0 where it is overdue."
      daysLeft: Order
      "Whether the day is over."
      isOverdue: Order
      "The weakest class of provenance."
      provenance: Order
    }

    "A page of events, and what can be said of all that the filter admits."
    type EventConnection {
      "Those on the page."
      nodes: [Event!]!
      "Those on the page with their cursors."
      edges: [EventEdge!]!
      "Where the page stands."
      pageInfo: PageInfo!
      "How many there are on all pages."
      totalCount: Int!
      "Figures over all pages."
      aggregate: EventAggregate!
      """
      How many there are of each sort, over all pages; what has no value for a key stands under null.
      """
      groupBy(
        "What tells the groups apart."
        keys: [EventGroupKey!]!
      ): [EventGroup!]!
    }

    "One of the events with its cursor."
    type EventEdge {
      "The thing itself."
      node: Event!
      "Its cursor, for after and before."
      cursor: String!
    }

    "Figures over events."
    type EventAggregate {
      "How many."
      count: Int!
    }

    "A group of events."
    type EventGroup {
      "What the group has in common."
      keys: EventGroupKeys!
      "How many."
      count: Int!
    }

    """
    What a group of events has in common: null for a key that was not asked for, and where there is no
    value.
    """
    type EventGroupKeys {
      "What happened."
      type: EventType
      "The stream."
      subject: ID
      "Who typed it."
      actor: ID
      "On whose behalf."
      institution: ID
      "Whose word it is."
      provenance: Provenance
    }

    "What tells groups of events apart."
    enum EventGroupKey {
      "What happened."
      TYPE
      "The stream."
      SUBJECT
      "Who typed it."
      ACTOR
      "On whose behalf."
      INSTITUTION
      "Whose word it is."
      PROVENANCE
    }

    """
    Which events: all conditions hold together. A comparison with a missing value does not hold; ne
    and notIn are the opposites of eq and in.
    """
    input EventFilter {
      "Place in the ledger."
      position: LongFilter
      "Name for ever."
      id: UUIDFilter
      "The stream."
      subject: StreamFilter
      "What happened."
      type: EventTypeFilter
      "When it was true."
      effective: DateFilter
      "When it was said in public."
      published: DateFilter
      "When the ledger learned it."
      recorded: InstantFilter
      "Who typed it."
      actor: IDFilter
      "On whose behalf."
      institution: IDFilter
      "Whose word it is."
      provenance: ProvenanceFilter
      "How many days after it took effect it was recorded."
      lateDays: IntFilter
      "All of these hold."
      and: [EventFilter!]
      "At least one of these holds."
      or: [EventFilter!]
      "This does not hold."
      not: EventFilter
    }

    "An order of events by one key."
    input EventOrder @oneOf {
      "Place in the ledger."
      position: Order
      "The stream."
      subject: Order
      "What happened."
      type: Order
      "When it was true."
      effective: Order
      "When it was said in public."
      published: Order
      "When the ledger learned it."
      recorded: Order
      "How many days after it took effect it was recorded."
      lateDays: Order
    }

    "A page of entries of a history, and what can be said of all that the filter admits."
    type HistoryConnection {
      "Those on the page."
      nodes: [HistoryEntry!]!
      "Those on the page with their cursors."
      edges: [HistoryEdge!]!
      "Where the page stands."
      pageInfo: PageInfo!
      "How many there are on all pages."
      totalCount: Int!
      "Figures over all pages."
      aggregate: HistoryAggregate!
      """
      How many there are of each sort, over all pages; what has no value for a key stands under null.
      """
      groupBy(
        "What tells the groups apart."
        keys: [HistoryGroupKey!]!
      ): [HistoryGroup!]!
    }

    "One of the entries of a history with its cursor."
    type HistoryEdge {
      "The thing itself."
      node: HistoryEntry!
      "Its cursor, for after and before."
      cursor: String!
    }

    "Figures over entries of a history."
    type HistoryAggregate {
      "How many."
      count: Int!
    }

    "A group of entries of a history."
    type HistoryGroup {
      "What the group has in common."
      keys: HistoryGroupKeys!
      "How many."
      count: Int!
    }

    """
    What a group of entries of a history has in common: null for a key that was not asked for, and
    where there is no value.
    """
    type HistoryGroupKeys {
      "What happened."
      type: EventType
      "Whose word it is."
      provenance: Provenance
    }

    "What tells groups of entries of a history apart."
    enum HistoryGroupKey {
      "What happened."
      TYPE
      "Whose word it is."
      PROVENANCE
    }

    """
    Which entries of a history: all conditions hold together. A comparison with a missing value does
    not hold; ne and notIn are the opposites of eq and in.
    """
    input HistoryEntryFilter {
      "Place in the ledger."
      position: LongFilter
      "What happened."
      type: EventTypeFilter
      "When it was true."
      effective: DateFilter
      "When it was said in public."
      published: DateFilter
      "Whether a correction stands in the event's place."
      isCorrected: BooleanFilter
      "Whose word it is."
      provenance: ProvenanceFilter
      "All of these hold."
      and: [HistoryEntryFilter!]
      "At least one of these holds."
      or: [HistoryEntryFilter!]
      "This does not hold."
      not: HistoryEntryFilter
    }

    "An order of entries of a history by one key."
    input HistoryEntryOrder @oneOf {
      "Place in the ledger."
      position: Order
      "What happened."
      type: Order
      "When it was true."
      effective: Order
      "When it was said in public."
      published: Order
    }

    "A page of changes, and what can be said of all that the filter admits."
    type ChangeConnection {
      "Those on the page."
      nodes: [Change!]!
      "Those on the page with their cursors."
      edges: [ChangeEdge!]!
      "Where the page stands."
      pageInfo: PageInfo!
      "How many there are on all pages."
      totalCount: Int!
      "Figures over all pages."
      aggregate: ChangeAggregate!
      """
      How many there are of each sort, over all pages; what has no value for a key stands under null.
      """
      groupBy(
        "What tells the groups apart."
        keys: [ChangeGroupKey!]!
      ): [ChangeGroup!]!
    }

    "One of the changes with its cursor."
    type ChangeEdge {
      "The thing itself."
      node: Change!
      "Its cursor, for after and before."
      cursor: String!
    }

    "Figures over changes."
    type ChangeAggregate {
      "How many."
      count: Int!
    }

    "A group of changes."
    type ChangeGroup {
      "What the group has in common."
      keys: ChangeGroupKeys!
      "How many."
      count: Int!
    }

    """
    What a group of changes has in common: null for a key that was not asked for, and where there is no
    value.
    """
    type ChangeGroupKeys {
      "The stream of the thing."
      subject: ID
      "What sort of thing it is."
      kind: EntityKind
      "The plan that it is or stands within."
      plan: ID
      "The code of its area."
      area: ID
      "What became of the thing itself."
      presence: Presence
      "The field by its name."
      field: String
      "The earlier value in one line."
      oldText: String
      "The later value in one line."
      newText: String
      "Whether a rule gives the value."
      isDerived: Boolean
      "The weakest class of provenance."
      provenance: Provenance
    }

    "What tells groups of changes apart."
    enum ChangeGroupKey {
      "The stream of the thing."
      SUBJECT
      "What sort of thing it is."
      KIND
      "The plan that it is or stands within."
      PLAN
      "The code of its area."
      AREA
      "What became of the thing itself."
      PRESENCE
      "The field by its name."
      FIELD
      "The earlier value in one line."
      OLD_TEXT
      "The later value in one line."
      NEW_TEXT
      "Whether a rule gives the value."
      IS_DERIVED
      "The weakest class of provenance."
      PROVENANCE
    }

    """
    Which changes: all conditions hold together. A comparison with a missing value does not hold; ne
    and notIn are the opposites of eq and in.
    """
    input ChangeFilter {
      "The stream of the thing."
      subject: StreamFilter
      "What sort of thing it is."
      kind: EntityKindFilter
      "The plan that it is or stands within."
      plan: IDFilter
      "Its code or id."
      code: IDFilter
      "The code of its area."
      area: IDFilter
      "What became of the thing itself."
      presence: PresenceFilter
      "The field by its name."
      field: TextFilter
      "The earlier value in one line, in the language of the question."
      oldText: TextFilter
      "The later value in one line, in the language of the question."
      newText: TextFilter
      "Whether a rule gives the value."
      isDerived: BooleanFilter
      "The date from which the answer is another one."
      effective: DateFilter
      "The types of the events that did it, such as EventRetracted."
      eventTypes: IDListFilter
      "The weakest class of provenance that it rests on."
      provenance: ProvenanceFilter
      "All of these hold."
      and: [ChangeFilter!]
      "At least one of these holds."
      or: [ChangeFilter!]
      "This does not hold."
      not: ChangeFilter
    }

    "An order of changes by one key."
    input ChangeOrder @oneOf {
      "The stream of the thing."
      subject: Order
      "What sort of thing it is."
      kind: Order
      "The plan that it is or stands within."
      plan: Order
      "Its code or id."
      code: Order
      "The code of its area."
      area: Order
      "What became of the thing itself."
      presence: Order
      "The field by its name."
      field: Order
      "The earlier value in one line, in the language of the question."
      oldText: Order
      "The later value in one line, in the language of the question."
      newText: Order
      "Whether a rule gives the value."
      isDerived: Order
      "The date from which the answer is another one."
      effective: Order
      "The weakest class of provenance that it rests on."
      provenance: Order
    }

    "Conditions on a code or id; at least one, and all hold."
    input IDFilter {
      "Equal to it."
      eq: ID
      "Not equal to it; a missing value is not."
      ne: ID
      "One of these."
      in: [ID!]
      "None of these."
      notIn: [ID!]
      "Whether it is missing."
      isNull: Boolean
      "Has this in it, in upper or lower case."
      contains: String
      "Begins so."
      startsWith: String
    }

    "Conditions on a list of ids; at least one, and all hold."
    input IDListFilter {
      "Has it among them."
      has: ID
      "Whether there are none."
      isEmpty: Boolean
    }

    "Conditions on a stream; at least one, and all hold."
    input StreamFilter {
      "Equal to it."
      eq: ID
      "Not equal to it; a missing value is not."
      ne: ID
      "One of these."
      in: [ID!]
      "None of these."
      notIn: [ID!]
      "It or a stream below it, such as plan/LV-HTP-2021."
      under: ID
    }

    "Conditions on a text; at least one, and all hold."
    input TextFilter {
      "Equal to it."
      eq: String
      "Not equal to it; a missing value is not."
      ne: String
      "Has this in it, in upper or lower case."
      contains: String
      "Begins so."
      startsWith: String
      "Whether it is missing."
      isNull: Boolean
    }

    "Conditions on a UUID; at least one, and all hold."
    input UUIDFilter {
      "Equal to it."
      eq: UUID
      "Not equal to it; a missing value is not."
      ne: UUID
      "One of these."
      in: [UUID!]
      "None of these."
      notIn: [UUID!]
    }

    "Conditions on a number; at least one, and all hold."
    input IntFilter {
      "Equal to it."
      eq: Int
      "Not equal to it; a missing value is not."
      ne: Int
      "One of these."
      in: [Int!]
      "None of these."
      notIn: [Int!]
      "Less than it."
      lt: Int
      "Less than or equal to it."
      lte: Int
      "Greater than it."
      gt: Int
      "Greater than or equal to it."
      gte: Int
      "Whether it is missing."
      isNull: Boolean
    }

    "Conditions on a number; at least one, and all hold."
    input LongFilter {
      "Equal to it."
      eq: Long
      "Not equal to it; a missing value is not."
      ne: Long
      "One of these."
      in: [Long!]
      "None of these."
      notIn: [Long!]
      "Less than it."
      lt: Long
      "Less than or equal to it."
      lte: Long
      "Greater than it."
      gt: Long
      "Greater than or equal to it."
      gte: Long
      "Whether it is missing."
      isNull: Boolean
    }

    "Conditions on what is so or not."
    input BooleanFilter {
      "Equal to it."
      eq: Boolean
    }

    "Conditions on a date, which compares by its last day; at least one, and all hold."
    input DateFilter {
      "Equal to it."
      eq: Date
      "Not equal to it; a missing value is not."
      ne: Date
      "One of these."
      in: [Date!]
      "None of these."
      notIn: [Date!]
      "Less than it."
      lt: Date
      "Less than or equal to it."
      lte: Date
      "Greater than it."
      gt: Date
      "Greater than or equal to it."
      gte: Date
      "Whether it is missing."
      isNull: Boolean
    }

    "Conditions on a date of an action, which compares by its last day; at least one, and all hold."
    input ActionDateFilter {
      "Equal to it."
      eq: Date
      "Not equal to it; a missing value is not."
      ne: Date
      "One of these."
      in: [Date!]
      "None of these."
      notIn: [Date!]
      "Less than it."
      lt: Date
      "Less than or equal to it."
      lte: Date
      "Greater than it."
      gt: Date
      "Greater than or equal to it."
      gte: Date
      "Less than the other date of the same action."
      ltField: ActionDateField
      "Less than or equal to the other date of the same action."
      lteField: ActionDateField
      "Greater than the other date of the same action."
      gtField: ActionDateField
      "Greater than or equal to the other date of the same action."
      gteField: ActionDateField
      "Whether it is missing."
      isNull: Boolean
    }

    "Conditions on an instant; at least one, and all hold."
    input InstantFilter {
      "Less than it."
      lt: Instant
      "Less than or equal to it."
      lte: Instant
      "Greater than it."
      gt: Instant
      "Greater than or equal to it."
      gte: Instant
      "Equal to it."
      eq: Instant
    }

    "Conditions on a period; at least one, and all hold."
    input PeriodFilter {
      "Equal to it."
      eq: String
      "Shares a day with this period."
      overlaps: String
      "Has the last day of this date in it."
      includes: Date
    }

    "Conditions on a word; at least one, and all hold."
    input ActionKindFilter {
      "Equal to it."
      eq: ActionKind
      "Not equal to it; a missing value is not."
      ne: ActionKind
      "One of these."
      in: [ActionKind!]
      "None of these."
      notIn: [ActionKind!]
      "Whether it is missing."
      isNull: Boolean
    }

    "Conditions on a word; at least one, and all hold."
    input RunningStatusFilter {
      "Equal to it."
      eq: RunningStatus
      "Not equal to it; a missing value is not."
      ne: RunningStatus
      "One of these."
      in: [RunningStatus!]
      "None of these."
      notIn: [RunningStatus!]
    }

    "Conditions on a word; at least one, and all hold."
    input VerdictFilter {
      "Equal to it."
      eq: Verdict
      "Not equal to it; a missing value is not."
      ne: Verdict
      "One of these."
      in: [Verdict!]
      "None of these."
      notIn: [Verdict!]
      "Whether it is missing."
      isNull: Boolean
    }

    "Conditions on a word; at least one, and all hold."
    input FinalityFilter {
      "Equal to it."
      eq: Finality
      "Not equal to it; a missing value is not."
      ne: Finality
      "One of these."
      in: [Finality!]
      "None of these."
      notIn: [Finality!]
      "Whether it is missing."
      isNull: Boolean
    }

    "Conditions on a word; at least one, and all hold."
    input TimelinessFilter {
      "Equal to it."
      eq: Timeliness
      "Not equal to it; a missing value is not."
      ne: Timeliness
      "One of these."
      in: [Timeliness!]
      "None of these."
      notIn: [Timeliness!]
    }

    "Conditions on a word; at least one, and all hold."
    input ProvenanceFilter {
      "Equal to it."
      eq: Provenance
      "Not equal to it; a missing value is not."
      ne: Provenance
      "One of these."
      in: [Provenance!]
      "None of these."
      notIn: [Provenance!]
    }

    "Conditions on a word; at least one, and all hold."
    input PlanStatusFilter {
      "Equal to it."
      eq: PlanStatus
      "Not equal to it; a missing value is not."
      ne: PlanStatus
      "One of these."
      in: [PlanStatus!]
      "None of these."
      notIn: [PlanStatus!]
    }

    "Conditions on a word; at least one, and all hold."
    input ChallengeStatusFilter {
      "Equal to it."
      eq: ChallengeStatus
      "Not equal to it; a missing value is not."
      ne: ChallengeStatus
      "One of these."
      in: [ChallengeStatus!]
      "None of these."
      notIn: [ChallengeStatus!]
    }

    "Conditions on a word; at least one, and all hold."
    input ChallengeScopeFilter {
      "Equal to it."
      eq: ChallengeScope
      "Not equal to it; a missing value is not."
      ne: ChallengeScope
      "One of these."
      in: [ChallengeScope!]
      "None of these."
      notIn: [ChallengeScope!]
      "Whether it is missing."
      isNull: Boolean
    }

    "Conditions on a word; at least one, and all hold."
    input VictimBasisFilter {
      "Equal to it."
      eq: VictimBasis
      "Not equal to it; a missing value is not."
      ne: VictimBasis
      "One of these."
      in: [VictimBasis!]
      "None of these."
      notIn: [VictimBasis!]
    }

    "Conditions on a word; at least one, and all hold."
    input SexFilter {
      "Equal to it."
      eq: Sex
      "Not equal to it; a missing value is not."
      ne: Sex
      "One of these."
      in: [Sex!]
      "None of these."
      notIn: [Sex!]
    }

    "Conditions on a word; at least one, and all hold."
    input AgeGroupFilter {
      "Equal to it."
      eq: AgeGroup
      "Not equal to it; a missing value is not."
      ne: AgeGroup
      "One of these."
      in: [AgeGroup!]
      "None of these."
      notIn: [AgeGroup!]
    }

    "Conditions on a word; at least one, and all hold."
    input ExploitationFilter {
      "Equal to it."
      eq: Exploitation
      "Not equal to it; a missing value is not."
      ne: Exploitation
      "One of these."
      in: [Exploitation!]
      "None of these."
      notIn: [Exploitation!]
    }

    "Conditions on a word; at least one, and all hold."
    input KnownFilter {
      "Equal to it."
      eq: Known
      "Not equal to it; a missing value is not."
      ne: Known
      "One of these."
      in: [Known!]
      "None of these."
      notIn: [Known!]
    }

    "Conditions on a word; at least one, and all hold."
    input EventTypeFilter {
      "Equal to it."
      eq: EventType
      "Not equal to it; a missing value is not."
      ne: EventType
      "One of these."
      in: [EventType!]
      "None of these."
      notIn: [EventType!]
    }

    "Conditions on a word; at least one, and all hold."
    input UrgencyFilter {
      "Equal to it."
      eq: Urgency
      "Not equal to it; a missing value is not."
      ne: Urgency
      "One of these."
      in: [Urgency!]
      "None of these."
      notIn: [Urgency!]
      "Whether it is missing."
      isNull: Boolean
    }

    "Conditions on a word; at least one, and all hold."
    input RecommendationResponseFilter {
      "Equal to it."
      eq: RecommendationResponse
      "Not equal to it; a missing value is not."
      ne: RecommendationResponse
      "One of these."
      in: [RecommendationResponse!]
      "None of these."
      notIn: [RecommendationResponse!]
      "Whether it is missing."
      isNull: Boolean
    }

    "Conditions on a word; at least one, and all hold."
    input ImplementationLevelFilter {
      "Equal to it."
      eq: ImplementationLevel
      "Not equal to it; a missing value is not."
      ne: ImplementationLevel
      "One of these."
      in: [ImplementationLevel!]
      "None of these."
      notIn: [ImplementationLevel!]
      "Whether it is missing."
      isNull: Boolean
    }

    "Conditions on a word; at least one, and all hold."
    input DirectionFilter {
      "Equal to it."
      eq: Direction
      "Not equal to it; a missing value is not."
      ne: Direction
      "One of these."
      in: [Direction!]
      "None of these."
      notIn: [Direction!]
      "Whether it is missing."
      isNull: Boolean
    }

    "Conditions on a word; at least one, and all hold."
    input AggregationFilter {
      "Equal to it."
      eq: Aggregation
      "Not equal to it; a missing value is not."
      ne: Aggregation
      "One of these."
      in: [Aggregation!]
      "None of these."
      notIn: [Aggregation!]
      "Whether it is missing."
      isNull: Boolean
    }

    "Conditions on a word; at least one, and all hold."
    input LinkRelationFilter {
      "Equal to it."
      eq: LinkRelation
      "Not equal to it; a missing value is not."
      ne: LinkRelation
      "One of these."
      in: [LinkRelation!]
      "None of these."
      notIn: [LinkRelation!]
    }

    "Conditions on a word; at least one, and all hold."
    input AgendaKindFilter {
      "Equal to it."
      eq: AgendaKind
      "Not equal to it; a missing value is not."
      ne: AgendaKind
      "One of these."
      in: [AgendaKind!]
      "None of these."
      notIn: [AgendaKind!]
    }

    "Conditions on a word; at least one, and all hold."
    input EntityKindFilter {
      "Equal to it."
      eq: EntityKind
      "Not equal to it; a missing value is not."
      ne: EntityKind
      "One of these."
      in: [EntityKind!]
      "None of these."
      notIn: [EntityKind!]
    }

    "Conditions on a word; at least one, and all hold."
    input PresenceFilter {
      "Equal to it."
      eq: Presence
      "Not equal to it; a missing value is not."
      ne: Presence
      "One of these."
      in: [Presence!]
      "None of these."
      notIn: [Presence!]
    }

    "Which way an order goes. ASC and DESC put missing values last."
    enum Order {
      "Smallest first, missing values last."
      ASC
      "Greatest first, missing values last."
      DESC
      "Missing values, then the smallest first."
      ASC_NULLS_FIRST
      "Smallest first, missing values last."
      ASC_NULLS_LAST
      "Missing values, then the greatest first."
      DESC_NULLS_FIRST
      "Greatest first, missing values last."
      DESC_NULLS_LAST
    }

    "A date of an action."
    enum ActionDateField {
      "The deadline that stands."
      DEADLINE
      "The first deadline."
      ORIGINAL_DEADLINE
      "When work began."
      STARTED_ON
      "When it was delivered."
      DELIVERED_ON
    }

    "A field of an action that an event gives its value."
    enum ActionField {
      "Title."
      TITLE
      "Area."
      AREA
      "Kind."
      KIND
      "Lead."
      LEAD
      "The other institutions involved."
      INVOLVED
      "Whether work goes on."
      RUNNING
      "The verdict."
      ASSESSMENT
      "The deadline."
      DEADLINE
      "When work began."
      STARTED_ON
      "When it was delivered."
      DELIVERED_ON
      "How far it is."
      PERCENT
      "What became of it in the next plan."
      DISPOSITION
    }

    "Whether work on an action goes on (cf. IATI's activity status)."
    enum RunningStatus {
      "Not begun."
      PLANNED
      "Begun."
      IN_PROGRESS
      "Stopped for the time being."
      SUSPENDED
      "Delivered, by its owner's word."
      DELIVERED
      "Given up."
      CANCELLED
    }

    "Whether an action is on time, derived against a deadline."
    enum Timeliness {
      "It has no deadline, or is cancelled."
      NOT_APPLICABLE
      "Before the last thirty days, or delivered in time."
      ON_TIME
      "Not delivered, in the last thirty days before the deadline."
      DUE
      "Not delivered, past the deadline."
      OVERDUE
      "Delivered, past the deadline."
      LATE
      "An imprecise date spans the answer."
      UNDETERMINED
    }

    "Which deadline counts."
    enum DeadlineKind {
      "The one that stands."
      CURRENT
      "The first that there was."
      ORIGINAL
    }

    "What sort of measure an action is."
    enum ActionKind {
      "Done once."
      ONE_OFF
      "Goes on over the period."
      CONTINUOUS
      "A change of law."
      LEGISLATIVE
    }

    "An assessor's verdict on an action (cf. completion in OGP's IRM)."
    enum Verdict {
      "Done."
      COMPLETED
      "Done in part."
      PARTIALLY_COMPLETED
      "Not done."
      NOT_COMPLETED
      "Cannot be judged."
      NOT_ASSESSABLE
    }

    "Whether an assessment is the last word of its round."
    enum Finality {
      "On the way."
      INTERIM
      "At the end."
      FINAL
    }

    "Whose word something is."
    enum Provenance {
      "A cited source says so."
      OFFICIAL
      "The institution's own statement."
      REPORTED
      "Computed from other events."
      DERIVED
      "Invented to show how a thing works."
      ILLUSTRATIVE
    }

    "Where a plan stands in its life."
    enum PlanStatus {
      "Written, not in force."
      DRAFT
      "In force."
      APPROVED
      "At its end, with its verdicts."
      CLOSED
      "Followed by another plan."
      SUCCEEDED
    }

    "Whether a challenge stands."
    enum ChallengeStatus {
      "It stands."
      OPEN
      "It was resolved."
      RESOLVED
    }

    "When a challenge is to be met."
    enum ChallengeScope {
      "In the plan's own period."
      CURRENT
      "In the next planning period."
      NEXT_PERIOD
    }

    "How urgently a body recommends: its own verb."
    enum Urgency {
      "It urges."
      URGE
      "It considers that something should be done."
      CONSIDER
      "It invites."
      INVITE
    }

    "What a recommendation was answered."
    enum RecommendationResponse {
      "Accepted."
      ACCEPTED
      "Accepted in part."
      PARTLY_ACCEPTED
      "Taken note of."
      NOTED
    }

    "How far a recommendation was followed."
    enum ImplementationLevel {
      "Wholly."
      IMPLEMENTED
      "In part."
      PARTLY_IMPLEMENTED
      "Not at all."
      NOT_IMPLEMENTED
      "It is of no matter any more."
      NO_LONGER_RELEVANT
    }

    "How one thing is linked to another."
    enum LinkRelation {
      "It answers it."
      ANSWERS
      "It implements it."
      IMPLEMENTS
      "It addresses it."
      ADDRESSES
      "It has to do with it."
      RELATES
    }

    "Which way an indicator is to go."
    enum Direction {
      "More is better."
      ASCENDING
      "Less is better."
      DESCENDING
    }

    "What becomes of observations of several periods."
    enum Aggregation {
      "They are added up."
      SUM
      "The last one counts."
      LAST
      "Each stands for itself."
      NONE
    }

    "What a published figure counts."
    enum Measure {
      "The plan's actions."
      ACTIONS
      "Actions with the final verdict COMPLETED."
      COMPLETED
      "Actions with the final verdict PARTIALLY_COMPLETED."
      PARTIALLY_COMPLETED
      "Actions with the final verdict NOT_COMPLETED."
      NOT_COMPLETED
      "Victims in a cell."
      VICTIMS
      "A statement in words."
      STATEMENT
    }

    "How a published figure stands to what the items add up to."
    enum ReconciliationResult {
      "They are the same."
      AGREES
      "They are not."
      DIFFERS
      "The items cannot say: not known, not covered, or the figure is no number."
      NOT_COMPARABLE
      "There are no items to add up."
      NO_ITEMS
      "All items are invented: their sum says nothing of the figure."
      ILLUSTRATIVE_ONLY
    }

    "Which population a count of victims is of."
    enum VictimBasis {
      "Formally identified."
      IDENTIFIED
      "Presumed."
      PRESUMED
      "Given assistance."
      ASSISTED
      "Victims in criminal proceedings."
      IN_PROCEEDINGS
    }

    "Sex, or all."
    enum Sex {
      "Female."
      FEMALE
      "Male."
      MALE
      "Other."
      OTHER
      "Not known."
      UNKNOWN
      "Not told apart."
      ALL
    }

    "Age group, or all."
    enum AgeGroup {
      "Under 18."
      CHILD
      "18 or over."
      ADULT
      "Not known."
      UNKNOWN
      "Not told apart."
      ALL
    }

    "Form of exploitation, or all."
    enum Exploitation {
      "Sexual exploitation."
      SEXUAL
      "Forced labour or services."
      LABOUR
      "Sham marriage."
      SHAM_MARRIAGE
      "Forced marriage."
      FORCED_MARRIAGE
      "Forced criminal activity."
      CRIMINAL_ACTIVITY
      "Forced begging."
      BEGGING
      "Removal of organs."
      ORGAN_REMOVAL
      "Illegal adoption."
      ILLEGAL_ADOPTION
      "Exploitation of surrogacy."
      SURROGACY
      "Another form."
      OTHER
      "Not known."
      UNKNOWN
      "Not told apart."
      ALL
    }

    "Whether there is a value: zero, unknown and not collected are three things."
    enum Known {
      "There is one, which may be zero."
      VALUE
      "Collected, but not known."
      UNKNOWN
      "Not collected."
      NOT_COLLECTED
    }

    "Why counts are not summed."
    enum NotSummed {
      "They are of several populations."
      BASES_DIFFER
      "They are of several registers, which may count the same persons."
      REGISTERS_DIFFER
      "Some count the same persons, such as a total and its parts."
      CELLS_OVERLAP
      "Not all have a value."
      NOT_ALL_KNOWN
      "Some are hidden because they are small."
      SUPPRESSED
    }

    "What the ledger makes of an event."
    enum Standing {
      "It stands as it was recorded."
      STANDS
      "A correction stands in its place."
      CORRECTED
      "It never happened."
      RETRACTED
    }

    "Whose clock recorded instants are."
    enum RecordedTimes {
      "The ledger's own."
      OWN
      "Another ledger's: this one was restored from its export."
      RESTORED
    }

    "What happened: the type of an event, by its name in files."
    enum EventType {
      "A plan was drafted."
      PlanDrafted
      "A plan was approved."
      PlanApproved
      "A plan was amended."
      PlanAmended
      "A report on a plan was noted."
      PlanReportNoted
      "A plan was closed."
      PlanClosed
      "The plan after this one was named."
      PlanSuccessorNamed
      "A direction of work was defined."
      AreaDefined
      "An action was added to a plan."
      ActionAdded
      "An action was worded anew."
      ActionReworded
      "An action was given to another institution."
      ActionReassigned
      "A deadline was set where there was none."
      DeadlineSet
      "A deadline was moved."
      DeadlinePostponed
      "Money was allocated to an action."
      FundingAllocated
      "Work on an action began."
      ActionStarted
      "Work on an action went on."
      ActionResumed
      "Work on an action stopped; the envelope says why."
      ActionSuspended
      "A delivered action was taken up again; the envelope says why."
      ActionReopened
      "An action was given up; the envelope says why."
      ActionCancelled
      "The owner says that an action is delivered."
      ActionDelivered
      "Progress on an action was reported."
      ProgressReported
      "An assessor gave a verdict on an action, effective on its cut-off date."
      ActionAssessed
      "An assessor changed the verdict."
      AssessmentRevised
      "An unfinished action goes on in another plan."
      ActionCarriedOver
      "An unfinished action does not go on; the envelope says why."
      ActionDropped
      "Figures on a plan were published."
      ClaimPublished
      "A count of victims was recorded."
      VictimCountRecorded
      "The source restated a count of victims."
      VictimCountRevised
      "An indicator was defined."
      IndicatorDefined
      "An indicator was defined anew."
      IndicatorRedefined
      "A target was set."
      TargetSet
      "An observation was recorded."
      ObservationRecorded
      "A challenge was raised."
      ChallengeRaised
      "A challenge was described anew."
      ChallengeUpdated
      "Something works on a challenge."
      ChallengeAddressed
      "A challenge was resolved."
      ChallengeResolved
      "A resolved challenge is one again."
      ChallengeReopened
      "An achievement was recorded."
      AchievementRecorded
      "A body recommended something."
      RecommendationReceived
      "A recommendation was answered."
      RecommendationAnswered
      "A later round found how far a recommendation was followed."
      RecommendationFollowedUp
      "A legal duty with a deadline was recorded."
      ObligationRecorded
      "A legal duty was met."
      ObligationMet
      "Two things were linked."
      LinkAsserted
      "A link was withdrawn."
      LinkWithdrawn
      "A source document was added."
      SourceAdded
      "An institution was defined."
      InstitutionDefined
      "An institution has a new name."
      InstitutionRenamed
      "An event was typed wrong: this body stands in its place. What is left out is inherited."
      EventCorrected
      "An event never happened; the envelope says why."
      EventRetracted
      "The free text of an event was removed for good; the envelope says why."
      ContentRedacted
      "Events that had no published date have one now."
      EventsPublished
    }

    """
    A civil day or a coarse date: 2022-03-15, 2022-03, 2022-Q3, 2022-H1, 2022; or /2025-01-28 where
    the start is not known. Goes out as it was written; takes effect on and compares by its last day.
    """
    scalar Date @specifiedBy(url: "https://www.loc.gov/standards/datetime/")

    "A moment in UTC to the microsecond: 2025-01-28T09:30:00.000000Z. Comes in with any offset."
    scalar Instant @specifiedBy(url: "https://www.rfc-editor.org/rfc/rfc3339")

    """
    What the ledger knew when a day ended in its own time zone (2025-01-28), at a moment
    (2025-01-28T09:30:00Z), or at a position of the ledger (@255).
    """
    scalar DateOrInstant @specifiedBy(url: "https://www.rfc-editor.org/rfc/rfc3339")

    "A whole number of 64 bits. Comes in as a number or a string of digits."
    scalar Long @specifiedBy(url: "https://scalars.graphql.org/jakobmerrild/long.html")

    "A decimal number of at most 34 digits, as it was written."
    scalar Decimal @specifiedBy(url: "https://www.w3.org/TR/xmlschema11-2/#decimal")

    "A UUID."
    scalar UUID @specifiedBy(url: "https://www.rfc-editor.org/rfc/rfc9562")

    "Any JSON value."
    scalar JSON @specifiedBy(url: "https://www.rfc-editor.org/rfc/rfc8259")

    """#
}
