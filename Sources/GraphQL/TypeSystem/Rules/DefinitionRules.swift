/// What may be defined only once.
extension SchemaRule {
  /// There is one schema definition (§3.3).
  public static let loneSchemaDefinition = SchemaRule("LoneSchemaDefinitionRule") {
    survey, report in
    for schema in survey.schemas.filter({ !$0.isExtension }).dropFirst() {
      report.add("There may be only one schema definition", at: schema.position)
    }
  }

  /// Each kind of operation has one root type (§3.3.1).
  public static let uniqueOperationTypes = SchemaRule("UniqueOperationTypesRule") {
    survey, report in
    var known = FirstPlaces()
    for operation in survey.schemas.flatMap(\.operationTypes) {
      let kind = operation.kind.rawValue
      guard let first = known.previous(kind, at: operation.position) else { continue }
      report.add("There may be only one root type for \(kind)", at: first, operation.position)
    }
  }

  /// No two types have one name (§3.4).
  public static let uniqueTypeNames = SchemaRule("UniqueTypeNamesRule") { survey, report in
    var known = FirstPlaces()
    for name in survey.types.filter({ !$0.isExtension }).map(\.name) {
      guard let first = known.previous(name.text, at: name.position) else { continue }
      report.add("There may be only one type \"\(name.text)\"", at: first, name.position)
    }
  }

  /// No two values of an enum and its extensions have one name (§3.9).
  public static let uniqueEnumValueNames = SchemaRule("UniqueEnumValueNamesRule") {
    survey, report in
    members(survey, &report) { $0.values.map(\.name) }
  }

  /// No two fields of a type and its extensions have one name (§3.6, §3.7, §3.10).
  public static let uniqueFieldDefinitionNames = SchemaRule("UniqueFieldDefinitionNamesRule") {
    survey, report in
    members(survey, &report) { $0.fields.map(\.name) + $0.inputFields.map(\.name) }
  }

  private static func members(
    _ survey: SchemaSurvey, _ report: inout ValidationReport, _ names: (TypeDefinition) -> [Name]
  ) {
    var known: [String: FirstPlaces] = [:]
    for type in survey.types {
      for name in names(type) {
        guard
          let first = known[type.name.text, default: FirstPlaces()]
            .previous(name.text, at: name.position)
        else { continue }
        report.add(
          "\"\(type.name.text).\(name.text)\" may be defined only once", at: first, name.position)
      }
    }
  }

  /// No two arguments of a field or directive have one name (§3.6.1).
  public static let uniqueArgumentDefinitionNames = SchemaRule(
    "UniqueArgumentDefinitionNamesRule"
  ) { survey, report in
    for (owner, arguments) in survey.argumentLists {
      var places: [String: [Position]] = [:]
      for name in arguments.map(\.name) { places[name.text, default: []].append(name.position) }
      for name in arguments.map(\.name.text) {
        guard let positions = places.removeValue(forKey: name), positions.count > 1 else {
          continue
        }
        report.add("\"\(owner)(\(name):)\" may be defined only once", at: positions)
      }
    }
  }

  /// No two directives have one name, and none that of one of the specification (§3.13).
  public static let uniqueDirectiveNames = SchemaRule("UniqueDirectiveNamesRule") {
    survey, report in
    var known = FirstPlaces()
    for name in survey.directives.map(\.name) {
      guard let first = known.previous(name.text, at: name.position) else { continue }
      report.add("There may be only one directive \"@\(name.text)\"", at: first, name.position)
    }
  }

  /// Extensions extend types that are defined, and of their own kind (§3.4.3).
  public static let possibleTypeExtensions = SchemaRule("PossibleTypeExtensionsRule") {
    survey, report in
    let defined = Dictionary(
      survey.types.filter { !$0.isExtension }.map { ($0.name.text, $0) },
      uniquingKeysWith: { _, last in last })
    for type in survey.types where type.isExtension {
      let name = type.name.text
      if let definition = defined[name] {
        guard definition.kind != type.kind else { continue }
        report.add(
          "Cannot extend \"\(name)\" with `extend \(type.kind.keyword)`: it is defined with "
            + "`\(definition.kind.keyword)`", at: definition.position, type.position)
      } else if BuiltIns.scalars.contains(name), type.kind == .scalar {
        continue
      } else {
        report.add(
          "Cannot extend type \"\(name)\", which is not defined"
            + suggestion(name, defined.keys.sorted()), at: type.name.position)
      }
    }
  }
}
