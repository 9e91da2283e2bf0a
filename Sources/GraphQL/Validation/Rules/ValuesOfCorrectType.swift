extension ValidationRule {
  /// Literals can be coerced to the types of their places (§5.6.1).
  public static let valuesOfCorrectType = ValidationRule(
    "Values of Correct Type", section: "5.6.1", alias: "ValuesOfCorrectTypeRule"
  ) { survey, report in
    for leaf in survey.leaves where !report.isFull {
      let literal = survey.syntax.literal(Int(leaf.node))
      do throws(CoercionError) {
        _ = try survey.coercion.value(literal, as: leaf.type)
      } catch {
        report.add(capitalized(error.message), at: error.position ?? literal.position)
      }
    }
    for list in survey.inputLists where list.isNotOne {
      report.add(
        "\(survey.name(of: list.owner)) takes exactly one field, and that not null",
        at: list.position)
    }
  }
}

/// A message at the beginning of a sentence.
func capitalized(_ message: String) -> String {
  message.prefix(1).uppercased() + message.dropFirst()
}
