/// All pairs of fields that cannot be merged (§5.3.2), told as graphql-js tells them: a conflict far
/// down is one error, of the fields under which it lies, with the places of all fields on the way.
///
/// This compares pair by pair. It only runs where `MergeCheck` has found that something is wrong,
/// and only for as long as its budget lasts.
struct MergeConflicts {
  private let survey: Survey
  private var budget: Int
  /// How many calls are inside one another; chains of fragments are as long as the document.
  private var depth = 0
  private(set) var foundAny = false
  /// Which sets and fragments, and which two fragments, were compared before.
  private var seen: Set<Comparison> = []

  private struct Conflict {
    var key: UInt32
    var reason: MergeReason
    var left: [Int]
    var right: [Int]
  }

  private struct Comparison: Hashable {
    var set: Int
    /// A fragment where this is of a set and a fragment, `nil` where `set` is a fragment too.
    var fragment: Int
    var isOfFragments: Bool
    var areExclusive: Bool
  }

  /// The fields of a selection set by their keys, in the order of their first occurrence, and the
  /// fragments that are spread in it.
  private struct Contents {
    var set: Int
    var fields: [(key: UInt32, fields: [Int])] = []
    var fragments: [Int] = []
    var slots: [UInt32: Int] = [:]
  }

  init(_ survey: Survey) {
    self.survey = survey
    budget = min(survey.limits.comparisons, 50_000)
  }

  mutating func report(_ report: inout ValidationReport) {
    for set in survey.selectionSets.indices where budget > 0 && !report.isFull {
      for conflict in conflicts(within: set) {
        foundAny = true
        MergeFailure(fields: conflict.left + conflict.right, reason: conflict.reason)
          .tell(survey, &report)
      }
    }
  }

  private func contents(of set: Int) -> Contents {
    var contents = Contents(set: set)
    var next = survey.selectionSets[set].firstField.index
    while let field = next {
      let key = survey.fields[field].key
      if let slot = contents.slots[key] {
        contents.fields[slot].fields.append(field)
      } else {
        contents.slots[key] = contents.fields.count
        contents.fields.append((key, [field]))
      }
      next = survey.fields[field].next.index
    }
    var spread = survey.selectionSets[set].firstSpread.index
    while let index = spread {
      if let fragment = survey.spreads[index].fragment.index, !contents.fragments.contains(fragment)
      {
        contents.fragments.append(fragment)
      }
      spread = survey.spreads[index].next.index
    }
    return contents
  }

  private func contents(ofFragment fragment: Int) -> Contents {
    contents(of: Int(survey.fragments[fragment].body.selectionSet))
  }

  private mutating func conflicts(within set: Int) -> [Conflict] {
    let contents = contents(of: set)
    var found: [Conflict] = []
    for (_, fields) in contents.fields {
      for (index, left) in fields.enumerated() where found.count < survey.limits.errors {
        for right in fields[(index + 1)...] where found.count < survey.limits.errors {
          if let conflict = conflict(left, right, false) { found.append(conflict) }
        }
      }
    }
    for (index, fragment) in contents.fragments.enumerated() {
      compare(contents, withFragment: fragment, false, &found)
      for other in contents.fragments[(index + 1)...] {
        compare(fragment: fragment, with: other, false, &found)
      }
    }
    return found
  }

  private mutating func compare(
    _ left: Contents, _ right: Contents, _ areExclusive: Bool, _ found: inout [Conflict]
  ) {
    for (key, fields) in left.fields {
      guard let slot = right.slots[key] else { continue }
      for field in fields {
        for other in right.fields[slot].fields {
          if let conflict = conflict(field, other, areExclusive) { found.append(conflict) }
        }
      }
    }
  }

  private mutating func compare(
    _ contents: Contents, withFragment fragment: Int, _ areExclusive: Bool,
    _ found: inout [Conflict]
  ) {
    guard enter() else { return }
    defer { depth -= 1 }
    let comparison = Comparison(
      set: contents.set, fragment: fragment, isOfFragments: false, areExclusive: areExclusive)
    let body = Int(survey.fragments[fragment].body.selectionSet)
    guard body != contents.set, seen.insert(comparison).inserted else { return }
    let other = self.contents(of: body)
    compare(contents, other, areExclusive, &found)
    for next in other.fragments { compare(contents, withFragment: next, areExclusive, &found) }
  }

  private mutating func compare(
    fragment: Int, with other: Int, _ areExclusive: Bool, _ found: inout [Conflict]
  ) {
    guard enter() else { return }
    defer { depth -= 1 }
    let comparison = Comparison(
      set: min(fragment, other), fragment: max(fragment, other), isOfFragments: true,
      areExclusive: areExclusive)
    guard fragment != other, seen.insert(comparison).inserted else { return }
    let (left, right) = (contents(ofFragment: fragment), contents(ofFragment: other))
    compare(left, right, areExclusive, &found)
    for next in right.fragments { compare(fragment: fragment, with: next, areExclusive, &found) }
    for next in left.fragments { compare(fragment: next, with: other, areExclusive, &found) }
  }

  /// - Parameter areExclusive: whether the fields are known to be of different objects.
  private mutating func conflict(_ left: Int, _ right: Int, _ areExclusive: Bool) -> Conflict? {
    guard enter() else { return nil }
    defer { depth -= 1 }
    let key = survey.fields[left].key
    let areExclusive = areExclusive || areOfDifferentObjects(left, right)
    let reason =
      (areExclusive ? nil : survey.difference(left, right)) ?? survey.shapeDifference(left, right)
    if let reason { return Conflict(key: key, reason: reason, left: [left], right: [right]) }
    guard let below = survey.fields[left].selectionSet.index,
      let other = survey.fields[right].selectionSet.index
    else { return nil }
    let found = conflicts(between: below, other, areExclusive)
    guard !found.isEmpty else { return nil }
    return Conflict(
      key: key, reason: .below(found.map { ($0.key, $0.reason) }),
      left: [left] + found.flatMap(\.left), right: [right] + found.flatMap(\.right))
  }

  private mutating func conflicts(
    between set: Int, _ other: Int, _ areExclusive: Bool
  ) -> [Conflict] {
    let (left, right) = (contents(of: set), contents(of: other))
    var found: [Conflict] = []
    compare(left, right, areExclusive, &found)
    for fragment in right.fragments { compare(left, withFragment: fragment, areExclusive, &found) }
    for fragment in left.fragments { compare(right, withFragment: fragment, areExclusive, &found) }
    for fragment in left.fragments {
      for next in right.fragments { compare(fragment: fragment, with: next, areExclusive, &found) }
    }
    return found
  }

  /// Counts one comparison; false, and nothing to leave, where there were too many.
  private mutating func enter() -> Bool {
    budget -= 1
    guard budget > 0, depth < 3 * survey.limits.depth else { return false }
    depth += 1
    return true
  }

  private func areOfDifferentObjects(_ left: Int, _ right: Int) -> Bool {
    guard let left = survey.fields[left].parent.type, let right = survey.fields[right].parent.type
    else {
      return false
    }
    return left != right && survey.schema[left].kind == .object
      && survey.schema[right].kind == .object
  }
}
