extension ValidationRule {
  /// No argument is given twice (§5.4.2).
  public static let argumentUniqueness = ValidationRule(
    "Argument Uniqueness", section: "5.4.2", alias: "UniqueArgumentNamesRule"
  ) { survey, report in
    for list in survey.argumentLists where list.given.count > 1 {
      for (name, positions) in repeated(list.given.map(\.name)) {
        report.add("The argument \"\(name)\" is given more than once", at: positions)
      }
    }
  }
}

/// The names that are there more than once, with all their places, in the order of the first.
func repeated(_ names: [Name]) -> [(name: String, positions: [Position])] {
  guard Set(names.map(\.text)).count < names.count else { return [] }
  var groups: [(name: String, positions: [Position])] = []
  var indexes: [String: Int] = [:]
  for name in names {
    if let index = indexes[name.text] {
      groups[index].positions.append(name.position)
    } else {
      indexes[name.text] = groups.count
      groups.append((name.text, [name.position]))
    }
  }
  return groups.filter { $0.positions.count > 1 }
}
