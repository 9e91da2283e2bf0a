extension ValidationRule {
  /// A subscription selects one field, no meta-field, and that unconditionally (§5.2.4.1).
  public static let singleRootField = ValidationRule(
    "Single Root Field", section: "5.2.4.1", alias: "SingleFieldSubscriptionsRule"
  ) { survey, report in
    guard let root = survey.schema.subscriptionType, let tree = survey.document.tree else {
      return
    }
    for use in survey.operations where use.kind == .subscription {
      let operation = OperationDefinition(tree, Int(use.node))
      var roots = RootFields(survey, tree, root)
      roots.collect(operation.selections)
      let owner = operation.name.map { "The subscription \"\($0.text)\"" } ?? "A subscription"
      guard roots.conditions.isEmpty else {
        report.add(
          "\(owner) may not use \"@\(roots.conditions[0].name.text)\" on what it selects",
          at: roots.conditions.map(\.position))
        continue
      }
      let extra = roots.fields.drop { $0.key == roots.fields[0].key }
      if !extra.isEmpty {
        report.add("\(owner) must select exactly one field", at: extra.map(\.position))
      }
      for group in roots.groups where group[0].name.text.hasPrefix("__") {
        report.add("\(owner) may not select a meta-field", at: group.map(\.position))
      }
    }
  }
}

/// CollectSubscriptionFields: the fields that a subscription comes to, through the fragments that
/// apply to its root type.
private struct RootFields {
  private let survey: Survey
  private let tree: SyntaxTree
  private let root: Schema.TypeID
  /// Which node of the document the first fragment of a name is.
  private let fragments: [String: Int]
  private var visited: Set<Name> = []
  private var indexes: [String: Int] = [:]
  /// The fields by response key, in the order of their first occurrence.
  private(set) var groups: [[Field]] = []
  private(set) var conditions: [Directive] = []

  init(_ survey: Survey, _ tree: SyntaxTree, _ root: Schema.TypeID) {
    self.survey = survey
    self.tree = tree
    self.root = root
    fragments = Dictionary(
      survey.fragments.map { (survey.text($0.name), Int($0.node)) },
      uniquingKeysWith: { first, _ in first })
  }

  var fields: [(key: String, position: Position)] {
    groups.flatMap { $0.map { ($0.responseKey, $0.position) } }
  }

  mutating func collect(_ selections: [Selection]) {
    // Without recursion, as a chain of fragments can be as long as the document.
    var pending = [selections[...]]
    while var rest = pending.popLast() {
      guard let selection = rest.popFirst() else { continue }
      pending.append(rest)
      switch selection {
      case .field(let field):
        note(field.directives)
        add(field)
      case .inline(let fragment):
        note(fragment.directives)
        if fragment.typeCondition.map(applies) ?? true { pending.append(fragment.selections[...]) }
      case .spread(let spread):
        note(spread.directives)
        if visited.insert(spread.name).inserted, let fragment = fragment(spread.name),
          applies(fragment.typeCondition)
        {
          pending.append(fragment.selections[...])
        }
      }
    }
  }

  private mutating func add(_ field: Field) {
    if let index = indexes[field.responseKey] {
      groups[index].append(field)
    } else {
      indexes[field.responseKey] = groups.count
      groups.append([field])
    }
  }

  /// DoesFragmentTypeApply (§6.3.2); a type that does not exist has an error of its own.
  private func applies(_ condition: Name) -> Bool {
    survey.schema.typeID(named: condition.text).map { survey.schema.applies($0, to: root) } ?? false
  }

  private func fragment(_ name: Name) -> FragmentDefinition? {
    fragments[name.text].map { FragmentDefinition(tree, $0) }
  }

  private mutating func note(_ directives: [Directive]) {
    conditions += directives.filter { $0.name.text == "skip" || $0.name.text == "include" }
  }
}
