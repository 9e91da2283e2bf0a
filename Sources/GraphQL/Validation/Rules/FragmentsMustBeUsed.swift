extension ValidationRule {
  /// Every fragment is used by some operation (§5.5.1.4).
  public static let fragmentsMustBeUsed = ValidationRule(
    "Fragments Must Be Used", section: "5.5.1.4", alias: "NoUnusedFragmentsRule"
  ) { survey, report in
    // One walk from all operations at once: a fragment used by an unused one is unused.
    var used: Set<Int> = []
    var pending = survey.operations
    while let executable = pending.popLast() {
      for spread in survey.spreads[executable.spreads] {
        guard let index = survey.fragmentIndexes[spread.node.name.text],
          used.insert(index).inserted
        else { continue }
        pending.append(survey.fragments[index].body)
      }
    }
    for (index, fragment) in survey.fragments.enumerated()
    where !used.contains(index)
      && survey.fragmentIndexes[fragment.definition.name.text] == index
    {
      report.add(
        "The fragment \"\(fragment.definition.name.text)\" is never used",
        at: fragment.definition.position)
    }
  }
}
