extension ValidationRule {
  /// No argument is given twice (§5.4.2).
  public static let argumentUniqueness = ValidationRule(
    "Argument Uniqueness", section: "5.4.2", alias: "UniqueArgumentNamesRule"
  ) { survey, report in
    for list in survey.argumentLists where list.given.count > 1 {
      var names: [String: Position] = [:]
      for argument in list.given {
        let name = argument.name
        guard let first = names.updateValue(name.position, forKey: name.text) else { continue }
        report.add("The argument \"\(name.text)\" is given twice", at: first, name.position)
      }
    }
  }
}
