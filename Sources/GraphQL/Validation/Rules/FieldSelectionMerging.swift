extension ValidationRule {
  /// Fields with one response key can be merged into one (§5.3.2, FieldsInSetCanMerge).
  ///
  /// Comparing every pair is quadratic, and a short document can make it cubic. We do as Simon
  /// Adameit describes ("GraphQL: Overlapping fields can be merged fast", Sangria's way): take all
  /// fields of a key at once, compare each with the first, and go down into everything below them
  /// at once. A set of selection sets that was looked at is never looked at again, which makes
  /// fragments that double from level to level harmless.
  public static let fieldSelectionMerging = ValidationRule(
    "Field Selection Merging", section: "5.3.2", alias: "OverlappingFieldsCanBeMergedRule"
  ) { survey, report in
    var check = MergeCheck(survey)
    for operation in survey.operations { check.run(operation.selectionSet, &report) }
    // What operations reach was compared in its place; the rest stands for itself.
    for fragment in survey.fragments { check.runUnlessSeen(fragment, &report) }
  }
}

/// The comparison of all fields of a document that share a response key.
private struct MergeCheck {
  private enum Mode: Hashable {
    /// SameResponseShape: of whatever types their parents are, since all could be there at once as
    /// far as a client's types go.
    case shape
    /// FieldsInSetCanMerge: only where the parents can be the same object.
    case merge
  }

  private struct Key: Hashable {
    var mode: Mode
    var sets: [Int]
  }

  private let survey: Survey
  private var seen: Set<Key> = []
  private var seenFragments: Set<Int> = []
  private var budget: Int
  private var isExhausted = false

  init(_ survey: Survey) {
    self.survey = survey
    budget = survey.limits.comparisons
  }

  mutating func run(_ set: Int, _ report: inout ValidationReport) {
    check([set], .shape, 0, &report)
    check([set], .merge, 0, &report)
  }

  mutating func runUnlessSeen(_ fragment: Survey.FragmentUse, _ report: inout ValidationReport) {
    guard let index = survey.fragmentIndexes[fragment.definition.name.text],
      !seenFragments.contains(index)
    else { return }
    run(fragment.body.selectionSet, &report)
  }

  private mutating func check(
    _ sets: [Int], _ mode: Mode, _ depth: Int, _ report: inout ValidationReport
  ) {
    guard !isExhausted, !report.isFull, seen.insert(Key(mode: mode, sets: sets)).inserted else {
      return
    }
    let groups = grouped(sets)
    guard budget >= 0, depth <= survey.limits.depth else {
      isExhausted = true
      let position = groups.first.map { survey.fields[$0[0]].node.position } ?? .none
      return report.add(
        "The fragments of the document overlap too much to be compared", at: position)
    }
    for group in groups {
      switch mode {
      case .shape:
        guard haveSameShape(group, &report) else { continue }
        descend(group, mode, depth, &report)
      case .merge:
        for concurrent in concurrentGroups(group) where areSameField(concurrent, &report) {
          descend(concurrent, mode, depth, &report)
        }
      }
    }
  }

  private mutating func descend(
    _ group: [Int], _ mode: Mode, _ depth: Int, _ report: inout ValidationReport
  ) {
    let below = Set(group.compactMap { survey.fields[$0].selectionSet }).sorted()
    if !below.isEmpty { check(below, mode, depth + 1, &report) }
  }

  /// The fields of all the sets and of the fragments in them, by response key in document order.
  private mutating func grouped(_ sets: [Int]) -> [[Int]] {
    var groups: [[Int]] = []
    var indexes: [String: Int] = [:]
    var visited: Set<Int> = []
    var pending = Array(sets.reversed())
    while let set = pending.popLast(), budget >= 0 {
      let selections = survey.selectionSets[set]
      budget -= 1 + selections.fields.count + selections.spreads.count
      for field in selections.fields {
        let key = survey.fields[field].node.responseKey
        if let index = indexes[key] {
          groups[index].append(field)
        } else {
          indexes[key] = groups.count
          groups.append([field])
        }
      }
      for spread in selections.spreads {
        guard let index = survey.fragmentIndexes[survey.spreads[spread].node.name.text],
          visited.insert(index).inserted
        else { continue }
        seenFragments.insert(index)
        pending.append(survey.fragments[index].body.selectionSet)
      }
    }
    // In document order, so that an error names the earlier place first.
    return groups.map { $0.sorted() }
  }

  /// Those that can be of one object: fields of one object type, with those of abstract types.
  private func concurrentGroups(_ group: [Int]) -> [[Int]] {
    guard group.count > 1 else { return [group] }
    var abstract: [Int] = []
    var byObject: [Schema.TypeID: [Int]] = [:]
    var order: [Schema.TypeID] = []
    for field in group {
      guard let parent = survey.fields[field].parent, survey.schema[parent].kind == .object else {
        abstract.append(field)
        continue
      }
      if byObject[parent] == nil { order.append(parent) }
      byObject[parent, default: []].append(field)
    }
    guard !order.isEmpty else { return [abstract] }
    return order.map { ((byObject[$0] ?? []) + abstract).sorted() }
  }

  private func areSameField(_ group: [Int], _ report: inout ValidationReport) -> Bool {
    let first = survey.fields[group[0]].node
    for index in group.dropFirst() {
      let other = survey.fields[index].node
      if first.name != other.name {
        fail(first, other, "\"\(first.name.text)\" and \"\(other.name.text)\" are different fields")
      } else if !areSame(first.arguments, other.arguments) {
        fail(first, other, "they have different arguments")
      } else {
        continue
      }
      return false
      func fail(_ first: Field, _ other: Field, _ reason: String) {
        report.add(MergeCheck.message(first, reason), at: first.position, other.position)
      }
    }
    return true
  }

  private func haveSameShape(_ group: [Int], _ report: inout ValidationReport) -> Bool {
    let known = group.filter { survey.fields[$0].definition != nil }
    guard let first = known.first, let type = survey.fields[first].definition?.type else {
      return true
    }
    for index in known.dropFirst() {
      guard let other = survey.fields[index].definition?.type, !haveSameShape(type, other) else {
        continue
      }
      let nodes = (survey.fields[first].node, survey.fields[index].node)
      let schema = survey.schema
      report.add(
        MergeCheck.message(
          nodes.0,
          "they are of the types \(schema.name(of: type)) and \(schema.name(of: other))"),
        at: nodes.0.position, nodes.1.position)
      return false
    }
    return true
  }

  private func haveSameShape(_ left: Schema.TypeRef, _ right: Schema.TypeRef) -> Bool {
    switch (left, right) {
    case (.nonNull(let left), .nonNull(let right)), (.list(let left), .list(let right)):
      haveSameShape(left, right)
    case (.named(let left), .named(let right)):
      left == right
        || (survey.schema[left].kind.isComposite && survey.schema[right].kind.isComposite)
    default: false
    }
  }

  private static func message(_ field: Field, _ reason: String) -> String {
    "The fields \"\(field.responseKey)\" conflict: \(reason). "
      + "Give them different aliases to have both"
  }
}

/// Whether two lists of arguments, or two input objects, say the same in whatever order.
///
/// - Complexity: O(*n*) in what they say.
private func areSame(_ left: [Argument], _ right: [Argument]) -> Bool {
  guard left.count == right.count else { return false }
  guard !left.isEmpty else { return true }
  let values = Dictionary(
    left.map { ($0.name.text, $0.value) }, uniquingKeysWith: { first, _ in first })
  return right.allSatisfy { argument in
    values[argument.name.text].map { areSame($0, argument.value) } ?? false
  }
}

private func areSame(_ left: Literal, _ right: Literal) -> Bool {
  switch (left.kind, right.kind) {
  case (.list(let left), .list(let right)):
    left.count == right.count && zip(left, right).allSatisfy { areSame($0, $1) }
  case (.object(let left), .object(let right)): areSame(left, right)
  case (.string(let left, _), .string(let right, _)): left == right
  default: left == right
  }
}
