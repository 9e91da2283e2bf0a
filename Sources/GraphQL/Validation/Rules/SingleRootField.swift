extension ValidationRule {
  /// A subscription selects one field, no meta-field, and that unconditionally (§5.2.4.1).
  public static let singleRootField = ValidationRule(
    "Single Root Field", section: "5.2.4.1", alias: "SingleFieldSubscriptionsRule"
  ) { survey, report in
    guard let root = survey.schema.subscriptionType else { return }
    var roots = RootFields(survey, root)
    for use in survey.operations where use.kind == .subscription && !report.isFull {
      guard roots.collect(Int(use.node)) else {
        return report.add(
          "The document has too many fragments in use", at: survey.position(of: use))
      }
      let owner = use.name.index.map { "The subscription \"\(survey.text($0))\"" }
      roots.report(as: owner ?? "A subscription", &report)
    }
  }
}

/// CollectSubscriptionFields: the fields that a subscription comes to, through the fragments that
/// apply to its root type.
private struct RootFields {
  private let survey: Survey
  private let root: Schema.TypeID
  private var symbols: SymbolTable
  /// What may still be looked at: many subscriptions may spread the same fragments.
  private var budget: Int
  /// By fragment: the subscription that spread it last, counted from 1.
  private var visitors: [UInt32]
  private var number: UInt32 = 0
  private var indexes: [String: Int] = [:]
  /// The fields by response key, in the order of their first occurrence: as many of both as an error
  /// names places of.
  private var groups: [(name: String, positions: [Position])] = []
  private var conditions: [Directive] = []

  init(_ survey: Survey, _ root: Schema.TypeID) {
    self.survey = survey
    self.root = root
    symbols = survey.symbols
    budget = survey.limits.comparisons
    visitors = Array(repeating: 0, count: survey.fragments.count)
  }

  /// Goes over to another subscription; false where that is too much.
  mutating func collect(_ operation: Int) -> Bool {
    number += 1
    indexes = [:]
    groups = []
    conditions = []
    let syntax = survey.syntax
    // Without recursion, as a chain of fragments can be as long as the document.
    var pending = [selections(of: operation)]
    while var rest = pending.popLast() {
      guard let selection = rest.next() else { continue }
      budget -= 1
      guard budget >= 0 else { return false }
      pending.append(rest)
      note(syntax.directives(selection))
      switch syntax.kind(selection) {
      case .spread:
        if let fragment = fragment(of: selection) {
          pending.append(selections(of: Int(survey.fragments[fragment].node)))
        }
      case .inline:
        if syntax.kind(selection + 1) != .name || applies(syntax.name(selection + 1).text) {
          pending.append(selections(of: selection))
        }
      default: add(selection)
      }
    }
    return true
  }

  private func selections(of node: Int) -> Syntax.Siblings {
    survey.syntax.children(survey.syntax.child(.selectionSet, of: node) ?? node)
  }

  /// The fragment that a spread leads to, if it is new to the subscription and applies to the root.
  private mutating func fragment(of spread: Int) -> Int? {
    let name = symbols.symbol(at: survey.syntax.start(spread + 1), in: survey.syntax.bytes)
    guard let index = survey.known[name].fragment.index, visitors[index] != number else {
      return nil
    }
    visitors[index] = number
    return applies(survey.text(survey.fragments[index].condition.name)) ? index : nil
  }

  private mutating func add(_ node: Int) {
    let key = survey.syntax.name(node)
    if let index = indexes[key.text] {
      guard groups[index].positions.count < ValidationReport.mostPlaces else { return }
      groups[index].positions.append(key.position)
    } else if groups.count <= ValidationReport.mostPlaces {
      indexes[key.text] = groups.count
      let isAliased = survey.syntax.end(node) > node + 1 && survey.syntax.kind(node + 1) == .name
      groups.append((isAliased ? survey.syntax.name(node + 1).text : key.text, [key.position]))
    }
  }

  /// DoesFragmentTypeApply (§6.3.2); a type that does not exist has an error of its own.
  private func applies(_ condition: String) -> Bool {
    survey.schema.typeID(named: condition).map { survey.schema.applies($0, to: root) } ?? false
  }

  private mutating func note(_ directives: [Directive]) {
    guard conditions.count < ValidationReport.mostPlaces else { return }
    conditions += directives.filter { $0.name.text == "skip" || $0.name.text == "include" }
  }

  func report(as owner: String, _ report: inout ValidationReport) {
    guard conditions.isEmpty else {
      return report.add(
        "\(owner) may not use \"@\(conditions[0].name.text)\" on what it selects",
        at: conditions.map(\.position))
    }
    if groups.count > 1 {
      report.add(
        "\(owner) must select exactly one field", at: groups.dropFirst().flatMap(\.positions))
    }
    for group in groups where group.name.hasPrefix("__") {
      report.add("\(owner) may not select a meta-field", at: group.positions)
    }
  }
}
