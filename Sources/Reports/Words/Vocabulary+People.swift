internal import Events
internal import Projections

// The words of the vocabulary on victims, challenges and recommendations, as people read them.

extension VictimCell.Basis: Worded {
  var wording: Wording {
    switch self {
    case .identified: Wording(lv: "identificētie cietušie", en: "identified victims")
    case .presumed: Wording(lv: "iespējamie cietušie", en: "presumed victims")
    case .assisted: Wording(lv: "atbalstu saņēmušie cietušie", en: "assisted victims")
    case .inProceedings:
      Wording(lv: "cietušie kriminālprocesos", en: "victims in criminal proceedings")
    }
  }
}

extension VictimCell.Sex: Worded {
  var wording: Wording {
    switch self {
    case .female: Wording(lv: "sievietes", en: "female")
    case .male: Wording(lv: "vīrieši", en: "male")
    case .other: Wording(lv: "cits dzimums", en: "other sex")
    case .unknown: Wording(lv: "dzimums nav zināms", en: "sex unknown")
    case .all: .total
    }
  }
}

extension VictimCell.AgeGroup: Worded {
  var wording: Wording {
    switch self {
    case .child: Wording(lv: "bērni", en: "children")
    case .adult: Wording(lv: "pieaugušie", en: "adults")
    case .unknown: Wording(lv: "vecums nav zināms", en: "age unknown")
    case .all: .total
    }
  }
}

extension VictimCell.Exploitation: Worded {
  var wording: Wording {
    switch self {
    case .sexual: Wording(lv: "seksuālā ekspluatācija", en: "sexual exploitation")
    case .labour: Wording(lv: "darbaspēka ekspluatācija", en: "labour exploitation")
    case .shamMarriage: Wording(lv: "fiktīvas laulības", en: "sham marriage")
    case .forcedMarriage: Wording(lv: "piespiedu laulības", en: "forced marriage")
    case .criminalActivity:
      Wording(lv: "piespiešana izdarīt noziegumus", en: "forced criminal activity")
    case .begging: Wording(lv: "piespiedu ubagošana", en: "forced begging")
    case .organRemoval: Wording(lv: "orgānu izņemšana", en: "organ removal")
    case .illegalAdoption: Wording(lv: "nelikumīga adopcija", en: "illegal adoption")
    case .surrogacy: Wording(lv: "surogācijas ekspluatācija", en: "exploitation of surrogacy")
    case .other: Wording(lv: "cits ekspluatācijas veids", en: "other exploitation")
    case .unknown: Wording(lv: "ekspluatācijas veids nav zināms", en: "exploitation unknown")
    case .all: .total
    }
  }
}

extension ChallengeScope: Worded {
  var wording: Wording {
    switch self {
    case .current: Wording(lv: "šis periods", en: "this period")
    case .nextPeriod: Wording(lv: "nākamais periods", en: "next period")
    }
  }
}

extension ChallengeStatus: Worded {
  var wording: Wording {
    switch self {
    case .open: Wording(lv: "pastāv", en: "open")
    case .resolved: Wording(lv: "atrisināts", en: "resolved")
    }
  }
}

extension Urgency: Worded {
  var wording: Wording {
    switch self {
    case .urge: Wording(lv: "mudina", en: "urges")
    case .consider: Wording(lv: "aicina apsvērt", en: "asks to consider")
    case .invite: Wording(lv: "aicina", en: "invites")
    }
  }
}

extension RecommendationResponse: Worded {
  var wording: Wording {
    switch self {
    case .accepted: Wording(lv: "pieņemts", en: "accepted")
    case .partlyAccepted: Wording(lv: "daļēji pieņemts", en: "partly accepted")
    case .noted: Wording(lv: "pieņemts zināšanai", en: "noted")
    }
  }
}

extension ImplementationLevel: Worded {
  var wording: Wording {
    switch self {
    case .implemented: Wording(lv: "ieviests", en: "implemented")
    case .partlyImplemented: Wording(lv: "daļēji ieviests", en: "partly implemented")
    case .notImplemented: Wording(lv: "nav ieviests", en: "not implemented")
    case .noLongerRelevant: Wording(lv: "vairs nav aktuāls", en: "no longer relevant")
    }
  }
}

extension LinkRelation: Worded {
  var wording: Wording {
    switch self {
    case .answers: Wording(lv: "atbild uz", en: "answers")
    case .implements: Wording(lv: "ievieš", en: "implements")
    case .addresses: Wording(lv: "risina", en: "addresses")
    case .relates: Wording(lv: "saistīts ar", en: "relates to")
    }
  }
}

extension Wording {
  static let unknown = Wording(lv: "nav zināms", en: "unknown")
  static let notCollected = Wording(lv: "nav vākts", en: "not collected")
  static let notRecorded = Wording(lv: "skaits nav reģistrēts", en: "no count recorded")
  static let suppressed = Wording(lv: "nav rādīts", en: "suppressed")
  static let yes = Wording(lv: "jā", en: "yes")
  static let no = Wording(lv: "nē", en: "no")
  static let appeared = Wording(lv: "jauns", en: "new")
  static let disappeared = Wording(lv: "vairs nav", en: "gone")
  static let citizens = Wording(lv: "valstspiederība: {0}", en: "citizens of {0}")
  static let citizenshipUnknown = Wording(
    lv: "valstspiederība nav zināma", en: "citizenship unknown")
  static let place = Wording(lv: "vieta: {0}", en: "place: {0}")
  static let placeUnknown = Wording(lv: "vieta nav zināma", en: "place unknown")
  static let periodBegins = Wording(lv: "plāna periods sākas", en: "the plan’s period begins")
  static let periodEnds = Wording(lv: "plāna periods beidzas", en: "the plan’s period ends")

  /// Words by their names in files.
  static let vocabulary: [String: Wording] = {
    var words: [String: Wording] = [
      "UNKNOWN": .unknown, "NOT_COLLECTED": .notCollected,
      "EU_OTHER": Wording(lv: "cita ES valsts", en: "another EU country"),
      "NON_EU": Wording(lv: "valsts ārpus ES", en: "a country outside the EU"),
      "STATELESS": Wording(lv: "bezvalstnieki", en: "no country"),
      "ABROAD": Wording(lv: "ārvalstīs", en: "abroad"),
      "DROPPED": Wording(lv: "netiek turpināts", en: "dropped"),
      "ALL": .total,
    ]
    func add<Words: Worded & CaseIterable>(_: Words.Type) {
      // A word that several sets have is the first one's: they mean the same.
      for word in Words.allCases where words[word.code] == nil { words[word.code] = word.wording }
    }
    add(PlanStatus.self)
    add(RunningStatus.self)
    add(Verdict.self)
    add(Finality.self)
    add(Timeliness.self)
    add(ActionKind.self)
    add(CarryOverRelation.self)
    add(Provenance.self)
    add(Measure.self)
    add(VictimCell.Basis.self)
    add(VictimCell.Sex.self)
    add(VictimCell.AgeGroup.self)
    add(VictimCell.Exploitation.self)
    add(ChallengeScope.self)
    add(ChallengeStatus.self)
    add(Urgency.self)
    add(RecommendationResponse.self)
    add(ImplementationLevel.self)
    add(LinkRelation.self)
    return words
  }()

  /// Fields of entities by their names in files.
  static let fields: [String: Wording] = [
    "title": .title, "label": .label, "name": .title, "area": .area, "lead": .lead,
    "running": .running, "assessment": .verdict, "deadline": .deadline, "act": .act,
    "status": .status, "scope": .scope, "raisedOn": .raisedOn, "period": .period,
    "responsible": .responsible, "predecessor": .predecessor, "successor": .successor,
    "metOn": .metOn, "cutOff": .cutOff, "published": .published, "timeliness": .toDeadline,
    "originalDeadline": .originalDeadline, "postponements": .timesPostponed,
    "startedOn": .startedOn, "deliveredOn": .deliveredOn, "resolvedOn": .resolvedOn,
    "addressedBy": .addressedBy, "provenance": .provenance,
    "expectedResult": Wording(lv: "Sagaidāmais rezultāts", en: "Expected result"),
    "kind": Wording(lv: "Veids", en: "Kind"),
    "involved": Wording(lv: "Iesaistītās institūcijas", en: "Institutions involved"),
    "origin": Wording(lv: "Izcelsme", en: "Origin"),
    "percent": Wording(lv: "Paveikts procentos", en: "Per cent done"),
    "disposition": Wording(lv: "Turpmākā gaita", en: "Disposition"),
    "text": Wording(lv: "Teksts", en: "Text"), "aim": Wording(lv: "Mērķis", en: "Aim"),
    "plan": Wording(lv: "Plāns", en: "Plan"), "follows": Wording(lv: "Seko", en: "Follows"),
    "figures": Wording(lv: "Skaitļi", en: "Figures"),
    "reports": Wording(lv: "Izskatītie ziņojumi", en: "Reports noted"),
    "undisposed": Wording(lv: "Bez lēmuma", en: "Without a disposition"),
    "itemVerdictsNotHeld": Wording(
      lv: "Pasākumu vērtējumi nav pieejami", en: "Verdicts on actions are not held"),
    "approvedOn": Wording(lv: "Apstiprināts", en: "Approved"),
    "closedOn": Wording(lv: "Noslēgts", en: "Closed"),
    "value": Wording(lv: "Skaits", en: "Count"),
    "isRevised": Wording(lv: "Precizēts", en: "Revised"),
    "overlapWith": Wording(lv: "Pārklājas ar reģistriem", en: "Overlaps with registers"),
    "body": Wording(lv: "Ieteicējs", en: "Body"), "round": Wording(lv: "Kārta", en: "Round"),
    "paragraph": Wording(lv: "Punkts", en: "Paragraph"),
    "urgency": Wording(lv: "Steidzamība", en: "Urgency"),
    "receivedOn": Wording(lv: "Saņemts", en: "Received"),
    "response": Wording(lv: "Atbilde", en: "Response"),
    "findings": Wording(lv: "Vēlāki secinājumi", en: "Later findings"),
  ]
}
