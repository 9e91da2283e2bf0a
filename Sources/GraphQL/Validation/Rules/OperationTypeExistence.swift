extension ValidationRule {
  /// The schema has a root type for each operation (§5.2.1.1).
  public static let operationTypeExistence = ValidationRule(
    "Operation Type Existence", section: "5.2.1.1", alias: "KnownOperationTypesRule"
  ) { survey, report in
    for operation in survey.operations where survey.schema.rootType(of: operation.kind) == nil {
      report.add(
        "The schema has no \(operation.kind.rawValue) type", at: survey.position(of: operation))
    }
  }
}
