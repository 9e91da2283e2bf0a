extension ValidationRule {
  /// Variables are used where their types fit (§5.8.5).
  public static let allVariableUsagesAreAllowed = ValidationRule(
    "All Variable Usages Are Allowed", section: "5.8.5", alias: "VariablesInAllowedPositionRule"
  ) { survey, report in
    guard !survey.variables.isEmpty else { return }
    var defined = VariablesByName(survey)
    survey.forEachReach(&report) { operation, report in
      defined.set(operation)
      survey.forEachVariableUse(of: operation) { use in
        guard let variable = defined[use.name], let type = variable.type, let wanted = use.type
        else { return }
        if let oneOf = use.oneOf.type, !type.isNonNull {
          report.add(
            "The variable \"$\(survey.text(use.name))\" of \(survey.schema.name(of: type)) may be "
              + "null, which the one field of \(survey.typeName(oneOf)) may not",
            at: variable.position, use.position)
        } else if !isAllowed(variable, of: type, as: wanted, use.hasDefault) {
          report.add(
            "The variable \"$\(survey.text(use.name))\" of \(survey.schema.name(of: type)) cannot "
              + "stand where \(survey.schema.name(of: wanted)) is expected",
            at: variable.position, use.position)
        }
      }
    }
  }
}

/// IsVariableUsageAllowed: a default, of the variable or of its place, makes up for null.
private func isAllowed(
  _ variable: Survey.VariableUse.Definition, of type: Schema.TypeRef, as wanted: Schema.TypeRef,
  _ hasDefault: Bool
) -> Bool {
  guard wanted.isNonNull, !type.isNonNull else { return areCompatible(type, wanted) }
  return (variable.hasDefault || hasDefault) && areCompatible(type, wanted.nullable)
}

/// AreTypesCompatible.
private func areCompatible(_ type: Schema.TypeRef, _ wanted: Schema.TypeRef) -> Bool {
  guard type.isNonNull || !wanted.isNonNull else { return false }
  guard let element = type.element, let other = wanted.element else {
    return type.nullable == wanted.nullable
  }
  return areCompatible(element, other)
}

/// The variables of one operation at a time, by their names.
struct VariablesByName {
  private let survey: Survey
  private var rows: [UInt32]
  /// By name: the operation whose variable stands in `rows`, counted from 1.
  private var owners: [UInt32]
  private var current: UInt32 = 0

  init(_ survey: Survey) {
    self.survey = survey
    rows = Array(repeating: 0, count: survey.symbols.count)
    owners = rows
  }

  /// Goes over to another operation; of variables with one name the first counts.
  ///
  /// - Complexity: O(*v*) in the variables of the operation.
  mutating func set(_ operation: Survey.OperationUse) {
    current += 1
    for variable in operation.variables.range.reversed() {
      let name = Int(survey.variables[variable].name)
      rows[name] = UInt32(variable)
      owners[name] = current
    }
  }

  subscript(name: UInt32) -> Survey.VariableUse.Definition? {
    owners[Int(name)] == current ? survey.variables[Int(rows[Int(name)])] : nil
  }
}
