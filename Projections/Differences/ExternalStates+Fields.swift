internal import Events

extension RecommendationState: DescribedState {
  package var fields: [StateField] {
    [
      StateField("body", received) { .written($0.body) },
      StateField("text", received) { .text($0.text) },
      StateField("round", received) { .written($0.round) },
      StateField("paragraph", received) { .written($0.paragraph) },
      StateField("urgency", received) { .word($0.urgency) },
      StateField("receivedOn", receivedOn.map { .date($0) }),
      StateField("response", answer) { .word($0.response) },
      StateField("findings", .list(findings.map { RecommendationState.finding($0.value) })),
    ]
  }

  private static func finding(_ finding: RecommendationFollowedUp) -> Datum {
    .record(of: [
      ("level", .word(finding.level)), ("round", .written(finding.round)),
      ("finding", .plain(finding.finding)),
    ])
  }
}

extension ObligationState: DescribedState {
  package var fields: [StateField] {
    [
      StateField("title", obligation) { .text($0.title) },
      StateField("act", obligation) { .written($0.act) },
      StateField("deadline", obligation) { .date($0.deadline) },
      StateField("text", obligation) { $0.text.map { .text($0) } },
      StateField("metOn", metOn) { .date($0) },
    ]
  }
}

extension IndicatorState: DescribedState {
  package var fields: [StateField] {
    let defined: [StateField] = [
      StateField("title", defined) { .text($0.title) },
      StateField("unit", unit) { .written($0) },
      StateField("definition", definition) { .plain($0) },
      StateField("plan", defined) { .written($0.plan) },
      StateField("action", defined) { .written($0.action) },
      StateField("baseline", defined) { $0.baseline.map(IndicatorState.datum) },
      StateField("direction", defined) { .word($0.direction) },
      StateField("aggregation", defined) { .word($0.aggregation) },
      StateField("targets", .list(targets.map { IndicatorState.datum($0.value) })),
    ]
    let observed = observations.map { period, fact in
      StateField("observations[\(period)]", fact) { .known($0.value) }
    }
    return defined + observed.sorted { $0.name < $1.name }
  }

  private static func datum(_ baseline: Baseline) -> Datum {
    .record(of: [("value", .known(baseline.value)), ("period", .period(baseline.period))])
  }

  private static func datum(_ target: TargetSet) -> Datum {
    .record(of: [("value", .decimal(target.value.description)), ("due", .date(target.due))])
  }
}

extension InstitutionState: DescribedState {
  package var fields: [StateField] { [StateField("name", name) { .text($0) }] }
}

extension SourceState: DescribedState {
  package var fields: [StateField] {
    [
      StateField("title", document) { .text($0.title) },
      StateField("url", document) { .written($0.url) },
      StateField("issued", document) { $0.issued.map { .date($0) } },
      StateField("sha256", document) { .written($0.sha256) },
      StateField("language", document) { .written($0.language) },
    ]
  }
}

extension LinkState: DescribedState {
  package var fields: [StateField] {
    [
      StateField("from", link) { .written($0.from) },
      StateField("to", link) { .written($0.to) },
      StateField("relation", link) { .word($0.relation) },
      StateField("isWithdrawn", .flag(isWithdrawn)),
    ]
  }
}
