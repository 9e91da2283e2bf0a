/// A rule about type-system documents that looks at the definitions as they are written, under the
/// name that graphql-js gives it, so that its suites can be run one rule at a time.
///
/// `buildSchema` holds a document to all that these ask for, and to the rest of §3, by itself.
public struct SchemaRule: Sendable {
  /// The name that graphql-js gives it.
  public let name: String
  let check: @Sendable (SchemaSurvey, inout ValidationReport) -> Void

  init(_ name: String, check: @escaping @Sendable (SchemaSurvey, inout ValidationReport) -> Void) {
    self.name = name
    self.check = check
  }

  /// The rule of that name.
  ///
  /// - Complexity: O(*n*) in the rules, which are few.
  public static func named(_ name: String) -> SchemaRule? { all.first { $0.name == name } }

  /// Every rule, in the order in which graphql-js holds documents to them.
  public static let all: [SchemaRule] = [
    loneSchemaDefinition, uniqueOperationTypes, uniqueTypeNames, uniqueEnumValueNames,
    uniqueFieldDefinitionNames, uniqueArgumentDefinitionNames, uniqueDirectiveNames,
    knownTypeNames, knownDirectives, uniqueDirectivesPerLocation, possibleTypeExtensions,
    knownArgumentNamesOnDirectives, uniqueArgumentNames, uniqueInputFieldNames,
    providedRequiredArgumentsOnDirectives,
  ]
}

/// What is wrong with a type-system document, by rules that look at its definitions as written.
///
/// - Parameters:
///   - document: the document; what is executable in it is left alone.
///   - rules: the rules to hold it to.
///   - limits: how many errors are reported.
/// - Returns: the errors in the order of the places that they name.
/// - Complexity: O(*n*) in the document.
public func validateSchema(
  _ document: Document, rules: [SchemaRule] = SchemaRule.all, limits: Limits = Limits()
) -> [GraphQLError] {
  let survey = SchemaSurvey(document)
  var report = ValidationReport(limit: limits.errors)
  for rule in rules where !report.isFull { rule.check(survey, &report) }
  return report.errors(in: document.source)
}
