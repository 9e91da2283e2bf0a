extension ValidationRule {
  /// Fields with one response key can be merged into one (§5.3.2, FieldsInSetCanMerge).
  ///
  /// That all is well, as it is most of the time, is found in near-linear time by `MergeCheck`;
  /// which fields conflict where it is not, pair by pair, by `MergeConflicts`.
  public static let fieldSelectionMerging = ValidationRule(
    "Field Selection Merging", section: "5.3.2", alias: "OverlappingFieldsCanBeMergedRule"
  ) { survey, report in
    var check = MergeCheck(survey)
    for operation in survey.operations { check.run(Int(operation.body.selectionSet), survey) }
    // What operations reach was compared in its place; the rest stands for itself.
    for index in survey.fragments.indices { check.runUnlessSeen(index, survey) }
    guard let failure = check.failure else { return }
    var conflicts = MergeConflicts(survey)
    if failure.reason != nil { conflicts.report(&report) }
    if !conflicts.foundAny { failure.tell(survey, &report) }
  }
}

/// Why fields cannot be merged, or why that was not found out.
struct MergeFailure {
  var fields: [Int]
  /// `nil` where the document overlaps too much to be compared.
  var reason: MergeReason?

  func tell(_ survey: Survey, _ report: inout ValidationReport) {
    let positions = fields.map { survey.position(of: survey.fields[$0]) }
    guard let reason else {
      return report.add(
        "The fragments of the document overlap too much to be compared", at: positions)
    }
    report.add(
      "The fields \"\(survey.text(survey.fields[fields[0]].key))\" conflict: "
        + reason.text(survey) + ". Give them different aliases to have both",
      at: positions)
  }
}

/// What is different about two fields, by their names or types.
indirect enum MergeReason {
  case names(UInt32, UInt32)
  case arguments
  case types(Schema.TypeRef, Schema.TypeRef)
  /// Fields below them conflict: by their response keys, and why.
  case below([(key: UInt32, reason: MergeReason)])

  func text(_ survey: Survey) -> String {
    switch self {
    case .names(let left, let right):
      "\"\(survey.text(left))\" and \"\(survey.text(right))\" are different fields"
    case .arguments: "they have different arguments"
    case .types(let left, let right):
      "they are of the types \(survey.schema.name(of: left)) and \(survey.schema.name(of: right))"
    case .below(let conflicts):
      conflicts.prefix(5).map {
        "the fields \"\(survey.text($0.key))\" below them conflict: \($0.reason.text(survey))"
      }.joined(separator: ", and ")
    }
  }
}

extension Survey {
  /// What keeps two fields of one object from being the same.
  func difference(_ left: Int, _ right: Int) -> MergeReason? {
    let (left, right) = (fields[left], fields[right])
    if left.name != right.name { return .names(left.name, right.name) }
    return haveSameArguments(Int(left.node), Int(right.node)) ? nil : .arguments
  }

  /// Mostly they are written alike; only where they are not, it matters what they say.
  private func haveSameArguments(_ left: Int, _ right: Int) -> Bool {
    let (ours, theirs) = (syntax.arguments(left), syntax.arguments(right))
    if syntax.areAlike(ours.nodeRange, theirs.nodeRange) { return true }
    return areSame(syntax.argumentList(left), syntax.argumentList(right))
  }

  /// What keeps two fields from standing in one place of the response, of whatever objects.
  func shapeDifference(_ left: Int, _ right: Int) -> MergeReason? {
    guard let left = type(of: fields[left]), let right = type(of: fields[right]) else {
      return nil
    }
    let isSame =
      left.wrapping == right.wrapping
      && (left.id == right.id
        || (schema[left.id].kind.isComposite && schema[right.id].kind.isComposite))
    return isSame ? nil : .types(left, right)
  }
}

/// Whether two lists of arguments, or two input objects, say the same in whatever order.
///
/// - Complexity: O(*n*) in what they say.
private func areSame(_ left: [Argument], _ right: [Argument]) -> Bool {
  guard left.count == right.count else { return false }
  // Mostly they say the same in the same order.
  if zip(left, right).allSatisfy({ $0.name == $1.name && areSame($0.value, $1.value) }) {
    return true
  }
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
  default: left == right
  }
}
