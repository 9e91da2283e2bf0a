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
    for index in survey.fragments.indices { check.runUnlessSeen(index, &report) }
  }
}

/// The comparison of all fields of a document that share a response key.
private struct MergeCheck {
  private enum Mode: Hashable {
    /// SameResponseShape alone: of fields whose parents can never be the same object.
    case shape
    /// SameResponseShape, and FieldsInSetCanMerge where the parents can be the same object.
    case merge
  }

  private struct Key: Hashable {
    var mode: Mode
    var sets: [Int]
  }

  private let survey: Survey
  private var seen: Set<Key> = []
  /// Selection sets that were looked at by themselves, in `merge` mode: most are.
  private var seenAlone: [Bool]
  private var seenFragments: [Bool]
  private var budget: Int
  private var isExhausted = false

  /// Scratch space, by key number and by fragment: valid where the mark is of the current round.
  private var round = 0
  private var keyRounds: [Int]
  private var keySlots: [Int]
  private var fragmentRounds: [Int]

  init(_ survey: Survey) {
    self.survey = survey
    budget = survey.limits.comparisons
    seenAlone = Array(repeating: false, count: survey.selectionSets.count)
    seenFragments = Array(repeating: false, count: survey.fragments.count)
    keyRounds = Array(repeating: 0, count: survey.keys.count)
    keySlots = keyRounds
    fragmentRounds = Array(repeating: 0, count: survey.fragments.count)
  }

  mutating func run(_ set: Int, _ report: inout ValidationReport) {
    check([set], .merge, 0, &report)
  }

  mutating func runUnlessSeen(_ index: Int, _ report: inout ValidationReport) {
    guard !seenFragments[index] else { return }
    run(survey.fragments[index].body.selectionSet, &report)
  }

  private mutating func check(
    _ sets: [Int], _ mode: Mode, _ depth: Int, _ report: inout ValidationReport
  ) {
    guard !isExhausted, !report.isFull, isNew(sets, mode) else { return }
    let (alone, groups) = grouped(sets)
    guard budget >= 0, depth <= survey.limits.depth else {
      isExhausted = true
      let field = alone.first ?? groups.first?.first
      return report.add(
        "The fragments of the document overlap too much to be compared",
        at: field.map { survey.fields[$0].node.position } ?? .none)
    }
    for field in alone {
      if let below = survey.fields[field].selectionSet { check([below], mode, depth + 1, &report) }
    }
    for group in groups where haveSameShape(group, &report) {
      let concurrent = mode == .merge ? concurrentGroups(group) : []
      for part in concurrent where areSameField(part, &report) {
        descend(part, .merge, depth, &report)
      }
      // Where all can be one object, comparing them as one has covered their shape.
      if concurrent.count != 1 { descend(group, .shape, depth, &report) }
    }
  }

  private mutating func isNew(_ sets: [Int], _ mode: Mode) -> Bool {
    guard sets.count == 1, mode == .merge else {
      return seen.insert(Key(mode: mode, sets: sets)).inserted
    }
    defer { seenAlone[sets[0]] = true }
    return !seenAlone[sets[0]]
  }

  private mutating func descend(
    _ group: [Int], _ mode: Mode, _ depth: Int, _ report: inout ValidationReport
  ) {
    let below = Set(group.compactMap { survey.fields[$0].selectionSet }).sorted()
    if !below.isEmpty { check(below, mode, depth + 1, &report) }
  }

  /// The fields of all the sets and of the fragments in them: those whose response key no other
  /// has, and those that share one, in document order.
  private mutating func grouped(_ sets: [Int]) -> (alone: [Int], groups: [[Int]]) {
    let all = fields(of: sets)
    round += 1
    var groups: [[Int]] = []
    for field in all {
      let key = survey.fields[field].key
      if keyRounds[key] != round {
        keyRounds[key] = round
        keySlots[key] = -1
      } else if keySlots[key] < 0 {
        keySlots[key] = groups.count
        groups.append([])
      }
    }
    guard !groups.isEmpty else { return (all, []) }
    var alone: [Int] = []
    for field in all {
      let slot = keySlots[survey.fields[field].key]
      if slot < 0 { alone.append(field) } else { groups[slot].append(field) }
    }
    return (alone, groups)
  }

  private mutating func fields(of sets: [Int]) -> [Int] {
    round += 1
    var fields: [Int] = []
    var pending = sets
    var isSorted = sets.count == 1
    while let set = pending.popLast(), budget >= 0 {
      budget -= 1 + survey.selectionSets[set].fields.count + survey.selectionSets[set].spreads.count
      fields += survey.selectionSets[set].fields
      for spread in survey.selectionSets[set].spreads {
        guard let index = survey.fragmentIndexes[survey.spreads[spread].node.name.text],
          fragmentRounds[index] != round
        else { continue }
        fragmentRounds[index] = round
        seenFragments[index] = true
        pending.append(survey.fragments[index].body.selectionSet)
        isSorted = false
      }
    }
    // In document order, so that an error names the earlier place first.
    if !isSorted { fields.sort() }
    return fields
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
