extension ValidationRule {
  /// Arguments are arguments of their field or directive (§5.4.1).
  public static let argumentNames = ValidationRule(
    "Argument Names", section: "5.4.1", alias: "KnownArgumentNamesRule"
  ) { survey, report in
    for list in survey.argumentLists {
      guard let definitions = list.definitions else { continue }
      for argument in list.given
      where !definitions.contains(where: { $0.name == argument.name.text }) {
        report.add(
          "\(survey.name(of: list.owner)) has no argument \"\(argument.name.text)\""
            + suggestion(argument.name.text, definitions.map(\.name)),
          at: argument.name.position)
      }
    }
  }
}

extension Survey {
  /// A field or directive as the messages about its arguments name it.
  func name(of owner: Owner) -> String {
    switch owner {
    case .field(let name, let type): type.map { "\(typeName($0)).\(name)" } ?? name
    case .directive(let name): "@\(name)"
    }
  }
}
