/// What is wrong with an executable document, by the rules of §5.
///
/// - Parameters:
///   - given: the document.
///   - schema: the schema that it is for.
///   - scalars: custom scalars, which are asked whether literals are theirs.
///   - rules: the rules to hold it to.
///   - limits: how much comparing it may cost, and how many errors are reported.
/// - Returns: the errors in the order of the places that they name; none for a valid document.
/// - Complexity: near-linear in the document; where it is not, `limits.comparisons` is an error.
public func validate(
  _ given: Document, against schema: Schema, scalars: [String: ScalarCoercion] = [:],
  rules: [ValidationRule] = ValidationRule.all, limits: Limits = Limits()
) -> [GraphQLError] {
  let document: Document
  do throws(GraphQLError) {
    document = try given.numbered()
  } catch {
    return [error]
  }
  var survey = Survey(document, schema, scalars, limits)
  survey.walk()
  var report = ValidationReport(limit: limits.errors)
  // By their indices: a rule that is taken out of the array has its parts counted.
  for index in rules.indices where !report.isFull {
    rules[index].check(survey, &report)
  }
  return report.errors(in: document.source)
}

/// A rule of §5, or a part of one, under the name that the specification gives it.
public struct ValidationRule: Sendable {
  /// The title of its section.
  public let name: String
  /// The number of its section.
  public let section: String
  /// What graphql-js calls it; several rules of the specification may share one of its rules, and
  /// two of its rules one of the specification's.
  public let alias: String
  let check: @Sendable (Survey, inout ValidationReport) -> Void

  init(
    _ name: String, section: String, alias: String,
    check: @escaping @Sendable (Survey, inout ValidationReport) -> Void
  ) {
    self.name = name
    self.section = section
    self.alias = alias
    self.check = check
  }

  /// The rules of that name, by the specification or by graphql-js, the optional ones among them;
  /// empty where there is none.
  public static func named(_ name: String) -> [ValidationRule] {
    (all + optional).filter { $0.name == name || $0.alias == name }
  }

  /// Rules that the specification does not have, for those who want them.
  public static let optional: [ValidationRule] = [noDeprecatedUse, noSchemaIntrospection]

  /// Every rule, in the order of the specification.
  public static let all: [ValidationRule] = [
    executableDefinitions,
    operationTypeExistence, operationNameUniqueness, loneAnonymousOperation, singleRootField,
    fieldSelections, fieldSelectionMerging, leafFieldSelections,
    argumentNames, argumentUniqueness, requiredArguments,
    fragmentNameUniqueness, fragmentSpreadTypeExistence, fragmentsOnCompositeTypes,
    fragmentsMustBeUsed, fragmentSpreadTargetDefined, fragmentSpreadsMustNotFormCycles,
    fragmentSpreadIsPossible,
    valuesOfCorrectType, inputObjectFieldNames, inputObjectFieldUniqueness,
    inputObjectRequiredFields,
    directivesAreDefined, directivesAreInValidLocations, directivesAreUniquePerLocation,
    variableUniqueness, variablesAreInputTypes, variableTypesExist, allVariableUsesDefined,
    allVariablesUsed, allVariableUsagesAreAllowed,
  ]
}

/// Gathers what rules find; places become lines and columns at the end, for those reported only.
struct ValidationReport {
  private let limit: Int
  private var found: [(message: String, positions: [Position])] = []

  init(limit: Int) {
    self.limit = limit
  }

  /// Whether as many errors are found as are reported: there is no use in looking for more.
  var isFull: Bool { found.count >= limit }

  mutating func add(_ message: @autoclosure () -> String, at positions: Position...) {
    add(message(), at: positions)
  }

  /// Adds an error; a message is only made where it is kept, since suggestions cost something.
  mutating func add(_ message: @autoclosure () -> String, at positions: [Position]) {
    guard !isFull else { return }
    found.append((message(), Array(positions.prefix(ValidationReport.mostPlaces))))
  }

  /// How many places one error names at most.
  static let mostPlaces = 100

  func errors(in source: SourceText) -> [GraphQLError] {
    guard !found.isEmpty else { return [] }
    var index = LocationIndex(source)
    // `sorted` is stable: errors of one place stay in the order of the rules.
    let sorted = found.sorted {
      ($0.positions.first?.offset ?? 0) < ($1.positions.first?.offset ?? 0)
    }
    return sorted.map { error in
      GraphQLError(error.message, locations: index.locations(of: error.positions))
    }
  }
}
