/// Whether all fields of a document that share a response key can be merged (§5.3.2).
///
/// Comparing every pair is quadratic, and a short document can make it cubic. We do as Simon
/// Adameit describes ("GraphQL: Overlapping fields can be merged fast", Sangria's way): take all
/// fields of a key at once, compare each with the first, and go down into everything below them
/// at once. A set of selection sets that was looked at is never looked at again, which makes
/// fragments that double from level to level harmless.
struct MergeCheck {
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

  /// The first thing found wrong; nothing is looked at after it.
  private(set) var failure: MergeFailure?
  private var seen: Set<Key> = []
  /// Selection sets that were looked at by themselves, in `merge` mode: most are.
  private var seenAlone: [Bool]
  private var seenFragments: [Bool]
  private var budget: Int

  /// Scratch space, by name and by fragment: valid where the mark is of the current round.
  private var round: UInt32 = 0
  private var keyRounds: [UInt32]
  private var keySlots: [Int32]
  private var fragmentRounds: [UInt32]
  /// The fields of the sets that are being gone through, one level on top of another.
  private var stack: [UInt32] = []
  private var pending: [Int] = []

  init(_ survey: Survey) {
    budget = survey.limits.comparisons
    seenAlone = Array(repeating: false, count: survey.selectionSets.count)
    seenFragments = Array(repeating: false, count: survey.fragments.count)
    keyRounds = Array(repeating: 0, count: survey.symbols.count)
    keySlots = Array(repeating: 0, count: survey.symbols.count)
    fragmentRounds = Array(repeating: 0, count: survey.fragments.count)
    stack.reserveCapacity(64)
  }

  mutating func run(_ set: Int, _ survey: Survey) {
    checkAlone(set, 0, survey)
  }

  mutating func runUnlessSeen(_ index: Int, _ survey: Survey) {
    guard !seenFragments[index] else { return }
    run(Int(survey.fragments[index].body.selectionSet), survey)
  }

  /// One selection set by itself; where no two of its fields share a key, this is all there is.
  private mutating func checkAlone(_ set: Int, _ depth: Int, _ survey: Survey) {
    guard failure == nil, !seenAlone[set] else { return }
    seenAlone[set] = true
    let base = stack.count
    let isSorted = gather([set], survey)
    guard isWithinBudget(depth, survey) else { return }
    if haveDistinctKeys(from: base, survey) {
      for index in base..<stack.count {
        if let below = survey.fields[Int(stack[index])].selectionSet.index {
          checkAlone(below, depth + 1, survey)
        }
      }
      stack.removeLast(stack.count - base)
    } else {
      compare(takeFields(from: base, isSorted), .merge, depth, survey)
    }
  }

  private mutating func check(_ sets: [Int], _ mode: Mode, _ depth: Int, _ survey: Survey) {
    guard sets.count > 1 || mode == .shape else { return checkAlone(sets[0], depth, survey) }
    guard failure == nil, seen.insert(Key(mode: mode, sets: sets)).inserted else { return }
    let base = stack.count
    let isSorted = gather(sets, survey)
    guard isWithinBudget(depth, survey) else { return }
    compare(takeFields(from: base, isSorted), mode, depth, survey)
  }

  private mutating func isWithinBudget(_ depth: Int, _ survey: Survey) -> Bool {
    if budget >= 0, depth <= survey.limits.depth { return true }
    failure = MergeFailure(fields: stack.last.map { [Int($0)] } ?? [], reason: nil)
    return false
  }

  private mutating func compare(
    _ fields: [UInt32], _ mode: Mode, _ depth: Int, _ survey: Survey
  ) {
    let (alone, groups) = grouped(fields, survey)
    for field in alone {
      guard let below = survey.fields[Int(field)].selectionSet.index else { continue }
      check([below], mode, depth + 1, survey)
    }
    for group in groups {
      guard failure == nil, haveSameShape(group, survey) else { return }
      let concurrent = mode == .merge ? concurrentGroups(group, survey) : []
      for part in concurrent {
        guard areSameField(part, survey) else { return }
        descend(part, .merge, depth, survey)
      }
      // Where all can be one object, comparing them as one has covered their shape.
      if concurrent.count != 1 { descend(group, .shape, depth, survey) }
    }
  }

  private mutating func descend(
    _ group: [UInt32], _ mode: Mode, _ depth: Int, _ survey: Survey
  ) {
    // Numbered as the fields are, these are in document order as the group is, and none is there
    // twice.
    let below = group.compactMap { survey.fields[Int($0)].selectionSet.index }
    if !below.isEmpty { check(below, mode, depth + 1, survey) }
  }

  /// Puts the fields of all the sets and of the fragments in them on the stack.
  ///
  /// - Returns: whether they are in document order.
  private mutating func gather(_ sets: [Int], _ survey: Survey) -> Bool {
    round += 1
    pending.append(contentsOf: sets)
    var isSorted = sets.count == 1
    while let set = pending.popLast() {
      let selections = survey.selectionSets[set]
      budget -= 1 + Int(selections.count)
      guard budget >= 0 else { break }
      var field = selections.firstField.index
      while let index = field {
        stack.append(UInt32(index))
        field = survey.fields[index].next.index
      }
      var spread = selections.firstSpread.index
      while let index = spread {
        spread = survey.spreads[index].next.index
        guard let fragment = survey.spreads[index].fragment.index, fragmentRounds[fragment] != round
        else { continue }
        fragmentRounds[fragment] = round
        seenFragments[fragment] = true
        pending.append(Int(survey.fragments[fragment].body.selectionSet))
        isSorted = false
      }
    }
    return isSorted
  }

  private mutating func haveDistinctKeys(from base: Int, _ survey: Survey) -> Bool {
    round += 1
    for index in base..<stack.count {
      let key = Int(survey.fields[Int(stack[index])].key)
      if keyRounds[key] == round { return false }
      keyRounds[key] = round
    }
    return true
  }

  /// The fields above `base`, in document order, so that an error names the earlier place first.
  private mutating func takeFields(from base: Int, _ isSorted: Bool) -> [UInt32] {
    let fields = stack[base...]
    defer { stack.removeLast(stack.count - base) }
    return isSorted ? Array(fields) : fields.sorted()
  }
}

// MARK: - Groups

extension MergeCheck {
  /// The fields whose response key no other has, and those that share one.
  private mutating func grouped(
    _ fields: [UInt32], _ survey: Survey
  ) -> (alone: [UInt32], groups: [[UInt32]]) {
    round += 1
    var groups: [[UInt32]] = []
    for field in fields {
      let key = Int(survey.fields[Int(field)].key)
      if keyRounds[key] != round {
        keyRounds[key] = round
        keySlots[key] = -1
      } else if keySlots[key] < 0 {
        keySlots[key] = Int32(groups.count)
        groups.append([])
      }
    }
    var alone: [UInt32] = []
    for field in fields {
      let slot = Int(keySlots[Int(survey.fields[Int(field)].key)])
      if slot < 0 { alone.append(field) } else { groups[slot].append(field) }
    }
    return (alone, groups)
  }

  /// Those that can be of one object: fields of one object type, with those of abstract types.
  private func concurrentGroups(_ group: [UInt32], _ survey: Survey) -> [[UInt32]] {
    var abstract: [UInt32] = []
    var byObject: [Schema.TypeID: [UInt32]] = [:]
    var order: [Schema.TypeID] = []
    let first = survey.fields[Int(group[0])].parent
    if group.allSatisfy({ survey.fields[Int($0)].parent == first }) { return [group] }
    for field in group {
      guard let parent = survey.fields[Int(field)].parent.type,
        survey.schema[parent].kind == .object
      else {
        abstract.append(field)
        continue
      }
      if byObject[parent] == nil { order.append(parent) }
      byObject[parent, default: []].append(field)
    }
    guard !order.isEmpty else { return [abstract] }
    return order.map { ((byObject[$0] ?? []) + abstract).sorted() }
  }

  private mutating func areSameField(_ group: [UInt32], _ survey: Survey) -> Bool {
    for field in group.dropFirst() {
      guard let reason = survey.difference(Int(group[0]), Int(field)) else { continue }
      failure = MergeFailure(fields: [Int(group[0]), Int(field)], reason: reason)
      return false
    }
    return true
  }

  private mutating func haveSameShape(_ group: [UInt32], _ survey: Survey) -> Bool {
    guard
      let first = group.first(where: { survey.type(of: survey.fields[Int($0)]) != nil })
    else { return true }
    for field in group {
      guard let reason = survey.shapeDifference(Int(first), Int(field)) else { continue }
      failure = MergeFailure(fields: [Int(first), Int(field)], reason: reason)
      return false
    }
    return true
  }
}
