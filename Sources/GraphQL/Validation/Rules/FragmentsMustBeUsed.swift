extension ValidationRule {
  /// Every fragment is used by some operation (§5.5.1.4).
  public static let fragmentsMustBeUsed = ValidationRule(
    "Fragments Must Be Used", section: "5.5.1.4", alias: "NoUnusedFragmentsRule"
  ) { survey, report in
    guard !survey.fragments.isEmpty else { return }
    // One walk from all operations at once: a fragment used by an unused one is unused.
    var isUsed = [Bool](repeating: false, count: survey.fragments.count)
    var pending = survey.operations.map(\.body.spreads)
    while let spreads = pending.popLast() {
      for spread in survey.spreads[spreads.range] {
        guard let fragment = spread.fragment.index, !isUsed[fragment] else { continue }
        isUsed[fragment] = true
        pending.append(survey.fragments[fragment].body.spreads)
      }
    }
    // Of fragments with one name the first is meant; the others have an error of their own.
    for (index, fragment) in survey.fragments.enumerated()
    where !isUsed[index] && survey.known[Int(fragment.name)].fragment.index == index {
      report.add(
        "The fragment \"\(survey.text(fragment.name))\" is never used",
        at: survey.position(of: fragment))
    }
  }
}
