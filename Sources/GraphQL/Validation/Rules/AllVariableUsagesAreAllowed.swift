extension ValidationRule {
  /// Variables are used where their types fit (§5.8.5).
  public static let allVariableUsagesAreAllowed = ValidationRule(
    "All Variable Usages Are Allowed", section: "5.8.5", alias: "VariablesInAllowedPositionRule"
  ) { survey, report in
    survey.forEachReach(&report) { operation, reached, report in
      let variables = Dictionary(
        operation.variables.map { ($0.name.text, $0) }, uniquingKeysWith: { first, _ in first })
      guard !variables.isEmpty else { return }
      for use in reached.flatMap({ survey.variableUses[$0.variableUses] }) {
        guard let variable = variables[use.name], let wanted = use.type,
          let type = survey.coercion.inputType(variable.type)
        else { continue }
        if let oneOf = use.oneOf, !type.isNonNull {
          report.add(
            "The variable \"$\(use.name)\" of \(survey.schema.name(of: type)) may be null, which "
              + "the one field of \(survey.typeName(oneOf)) may not",
            at: variable.position, use.position)
        } else if !survey.isAllowed(variable, of: type, as: wanted, use.hasDefault) {
          report.add(
            "The variable \"$\(use.name)\" of \(survey.schema.name(of: type)) cannot stand where "
              + "\(survey.schema.name(of: wanted)) is expected",
            at: variable.position, use.position)
        }
      }
    }
  }
}

extension Survey {
  /// IsVariableUsageAllowed: a default, of the variable or of its place, makes up for null.
  fileprivate func isAllowed(
    _ variable: VariableDefinition, of type: Schema.TypeRef, as wanted: Schema.TypeRef,
    _ hasDefault: Bool
  ) -> Bool {
    guard wanted.isNonNull, !type.isNonNull else { return areCompatible(type, wanted) }
    let hasOwnDefault = variable.defaultValue.map { $0.kind != .null } ?? false
    return (hasOwnDefault || hasDefault) && areCompatible(type, wanted.nullable)
  }

  /// AreTypesCompatible.
  private func areCompatible(_ type: Schema.TypeRef, _ wanted: Schema.TypeRef) -> Bool {
    switch (type, wanted) {
    case (.nonNull(let inner), .nonNull(let outer)): areCompatible(inner, outer)
    case (_, .nonNull): false
    case (.nonNull(let inner), _): areCompatible(inner, wanted)
    case (.list(let inner), .list(let outer)): areCompatible(inner, outer)
    default: type == wanted
    }
  }
}
