extension ValidationRule {
  /// Literals can be coerced to the types of their places (§5.6.1).
  public static let valuesOfCorrectType = ValidationRule(
    "Values of Correct Type", section: "5.6.1", alias: "ValuesOfCorrectTypeRule"
  ) { survey, report in
    for leaf in survey.leaves {
      do throws(CoercionError) {
        _ = try survey.coercion.value(leaf.literal, as: leaf.type)
      } catch {
        report.add(capitalized(error.message), at: error.position ?? leaf.literal.position)
      }
    }
    for object in survey.objects {
      guard let type = object.type, survey.schema[type].isOneOf else { continue }
      guard object.fields.count != 1 || object.fields[0].value.kind == .null else { continue }
      report.add(
        "\(survey.typeName(type)) takes exactly one field, and that not null",
        at: object.position)
    }
  }
}

private func capitalized(_ message: String) -> String {
  message.prefix(1).uppercased() + message.dropFirst()
}
