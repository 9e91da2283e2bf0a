extension ValidationRule {
  /// A subscription selects one field, no meta-field, and that unconditionally (§5.2.4.1).
  public static let singleRootField = ValidationRule(
    "Single Root Field", section: "5.2.4.1", alias: "SingleFieldSubscriptionsRule"
  ) { survey, report in
    for executable in survey.operations {
      guard let operation = executable.operation, operation.kind == .subscription else { continue }
      var roots = RootFields(survey)
      roots.collect(operation.selections)
      let owner = operation.name.map { "The subscription \"\($0.text)\"" } ?? "A subscription"
      let groups = roots.groups
      let extra = groups.dropFirst().flatMap { $0.map(\.position) }
      if !extra.isEmpty { report.add("\(owner) must select exactly one field", at: extra) }
      for group in groups where group[0].name.text.hasPrefix("__") {
        report.add("\(owner) may not select a meta-field", at: group.map(\.position))
      }
      for directive in roots.conditions {
        report.add(
          "\(owner) may not use \"@\(directive.name.text)\" on what it selects",
          at: directive.position)
      }
    }
  }
}

/// The fields that a selection set comes to, through all fragments.
private struct RootFields {
  private let survey: Survey
  private var visited: Set<String> = []
  private var fields: [Field] = []
  private(set) var conditions: [Directive] = []

  init(_ survey: Survey) {
    self.survey = survey
  }

  /// The fields of each response key, in the order in which the keys come first.
  var groups: [[Field]] {
    var groups: [[Field]] = []
    var indexes: [String: Int] = [:]
    for field in fields {
      let index = indexes[field.responseKey] ?? groups.count
      if index == groups.count {
        indexes[field.responseKey] = index
        groups.append([])
      }
      groups[index].append(field)
    }
    return groups
  }

  mutating func collect(_ selections: [Selection]) {
    var pending = [selections[...]]
    while var rest = pending.popLast() {
      guard let selection = rest.popFirst() else { continue }
      pending.append(rest)
      switch selection {
      case .field(let field):
        note(field.directives)
        fields.append(field)
      case .inline(let fragment):
        note(fragment.directives)
        pending.append(fragment.selections[...])
      case .spread(let spread):
        note(spread.directives)
        if visited.insert(spread.name.text).inserted,
          let fragment = survey.fragment(named: spread.name.text)
        {
          pending.append(fragment.definition.selections[...])
        }
      }
    }
  }

  private mutating func note(_ directives: [Directive]) {
    conditions += directives.filter { $0.name.text == "skip" || $0.name.text == "include" }
  }
}
