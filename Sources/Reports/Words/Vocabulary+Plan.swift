internal import Events
internal import Projections

// The words of the vocabulary on plans and actions, as people read them.

extension Worded where Self: RawRepresentable<String> {
  var code: String { rawValue }
}

extension Worded where Self: Word {
  var code: String { description }
}

extension PlanStatus: Worded {
  var wording: Wording {
    switch self {
    case .draft: Wording(lv: "projekts", en: "draft")
    case .approved: Wording(lv: "apstiprināts", en: "approved")
    case .closed: Wording(lv: "noslēgts", en: "closed")
    case .succeeded: Wording(lv: "noslēgts, seko nākamais plāns", en: "succeeded by another plan")
    }
  }
}

extension RunningStatus: Worded {
  var wording: Wording {
    switch self {
    case .planned: Wording(lv: "plānots", en: "planned")
    case .inProgress: Wording(lv: "tiek īstenots", en: "in progress")
    case .suspended: Wording(lv: "apturēts", en: "suspended")
    case .delivered: Wording(lv: "pabeigts", en: "delivered")
    case .cancelled: Wording(lv: "atcelts", en: "cancelled")
    }
  }
}

extension Verdict: Worded {
  var wording: Wording {
    switch self {
    case .completed: Wording(lv: "izpildīts", en: "completed")
    case .partiallyCompleted: Wording(lv: "daļēji izpildīts", en: "partially completed")
    case .notCompleted: Wording(lv: "nav izpildīts", en: "not completed")
    case .notAssessable: Wording(lv: "nav izvērtējams", en: "not assessable")
    }
  }
}

extension Finality: Worded {
  var wording: Wording {
    switch self {
    case .interim: Wording(lv: "starpvērtējums", en: "interim")
    case .final: Wording(lv: "galīgs", en: "final")
    }
  }
}

extension Timeliness: Worded {
  /// Dates beside dates: the deadline is an event's, and nothing else makes an action late.
  var wording: Wording {
    switch self {
    case .notApplicable: Wording(lv: "bez termiņa vai atcelts", en: "no deadline, or cancelled")
    case .onTime: Wording(lv: "termiņā", en: "within the deadline")
    case .due: Wording(lv: "termiņš 30 dienu laikā", en: "deadline within 30 days")
    case .overdue:
      Wording(lv: "termiņš pagājis, nav pabeigts", en: "deadline passed, not delivered")
    case .late: Wording(lv: "pabeigts pēc termiņa", en: "delivered after the deadline")
    case .undetermined: Wording(lv: "nav nosakāms", en: "undetermined")
    }
  }
}

extension ActionKind: Worded {
  var wording: Wording {
    switch self {
    case .oneOff: Wording(lv: "vienreizējs", en: "one-off")
    case .continuous: Wording(lv: "pastāvīgs", en: "continuous")
    case .legislative: Wording(lv: "tiesību akta izstrāde", en: "legislative")
    }
  }
}

extension CarryOverRelation: Worded {
  var wording: Wording {
    switch self {
    case .continues: Wording(lv: "turpinās", en: "continues")
    case .merged: Wording(lv: "apvienots ar citiem", en: "merged")
    case .split: Wording(lv: "sadalīts", en: "split")
    case .institutionalised: Wording(lv: "kļuvis par pastāvīgu pienākumu", en: "institutionalised")
    }
  }
}

extension Provenance: Worded {
  var wording: Wording {
    switch self {
    case .official: Wording(lv: "oficiāls avots", en: "official")
    case .reported: Wording(lv: "institūcijas ziņots", en: "reported")
    case .derived: Wording(lv: "atvasināts", en: "derived")
    case .illustrative: Wording(lv: "ILUSTRATĪVS", en: "ILLUSTRATIVE")
    }
  }
}

extension Restatement: Worded {
  var wording: Wording {
    switch self {
    case .revised: Wording(lv: "precizēts", en: "revised")
    case .corrected: Wording(lv: "labots", en: "corrected")
    case .retracted: Wording(lv: "atsaukts", en: "retracted")
    }
  }
}

extension ReconciliationResult: Worded {
  var wording: Wording {
    switch self {
    case .agrees: Wording(lv: "sakrīt", en: "agrees")
    case .differs: Wording(lv: "atšķiras", en: "differs")
    case .notComparable: Wording(lv: "nav salīdzināms", en: "not comparable")
    case .noItems: Wording(lv: "nav ierakstu", en: "no items")
    case .illustrativeOnly:
      Wording(lv: "ieraksti ir tikai ILUSTRATĪVI", en: "items are ILLUSTRATIVE only")
    }
  }
}

extension Measure: Worded {
  var wording: Wording {
    switch self {
    case .actions: Wording(lv: "pasākumi", en: "actions")
    case .completed: Wording(lv: "izpildīti", en: "completed")
    case .partiallyCompleted: Wording(lv: "daļēji izpildīti", en: "partially completed")
    case .notCompleted: Wording(lv: "nav izpildīti", en: "not completed")
    case .victims: Wording(lv: "cietušie", en: "victims")
    case .statement: Wording(lv: "apgalvojums", en: "statement")
    }
  }
}

extension EntityKind: Worded {
  var wording: Wording {
    switch self {
    case .plan: Wording(lv: "plāns", en: "plan")
    case .area: Wording(lv: "rīcības virziens", en: "area")
    case .action: Wording(lv: "pasākums", en: "action")
    case .claim: Wording(lv: "publicēti skaitļi", en: "published figures")
    case .victimCount: Wording(lv: "cietušo skaits", en: "count of victims")
    case .indicator: Wording(lv: "rādītājs", en: "indicator")
    case .challenge: Wording(lv: "izaicinājums", en: "challenge")
    case .achievement: Wording(lv: "sasniegums", en: "achievement")
    case .recommendation: Wording(lv: "ieteikums", en: "recommendation")
    case .obligation: Wording(lv: "juridisks pienākums", en: "legal obligation")
    case .link: Wording(lv: "saikne", en: "link")
    case .source: Wording(lv: "avots", en: "source")
    case .institution: Wording(lv: "institūcija", en: "institution")
    }
  }
}

extension Value {
  /// What an event of a plan says.
  static func planEvent(_ data: EventData) -> Value {
    let name = data.type.name
    return switch data {
    case .planDrafted: .word(name, Wording(lv: "sagatavots plāna projekts", en: "drafted"))
    case .planApproved(let body):
      .with(.word(name, Wording(lv: "apstiprināts", en: "approved")), .plain(body.act.description))
    case .planAmended: .word(name, Wording(lv: "grozīts", en: "amended"))
    case .planReportNoted(let body):
      .with(.word(name, Wording(lv: "ziņojums izskatīts", en: "report noted")), .code(body.by))
    case .planClosed: .word(name, Wording(lv: "noslēgts", en: "closed"))
    case .planSuccessorNamed(let body):
      .with(
        .word(name, Wording(lv: "noteikts nākamais plāns", en: "successor named")),
        .code(body.successor))
    default: .code(name)
    }
  }
}
