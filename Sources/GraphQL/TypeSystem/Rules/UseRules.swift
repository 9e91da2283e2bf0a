/// What is used in a definition: types, directives and their arguments.
extension SchemaRule {
  /// Types that are referred to exist.
  public static let knownTypeNames = SchemaRule("KnownTypeNamesRule") { survey, report in
    var known = Set(survey.types.filter { !$0.isExtension }.map(\.name.text))
    for case .type(let type) in BuiltIns.definitions { known.insert(type.name.text) }
    for name in survey.references where !known.contains(name.text) {
      report.add(
        "Unknown type \"\(name.text)\"" + suggestion(name.text, known.sorted()),
        at: name.position)
    }
  }

  /// Directives exist, and stand where they may (§5.7.1, §5.7.2).
  public static let knownDirectives = SchemaRule("KnownDirectivesRule") { survey, report in
    let known = survey.knownDirectives
    for place in survey.places {
      for directive in place.directives {
        let name = directive.name.text
        guard let definition = known[name] else {
          report.add(
            "Unknown directive \"@\(name)\"" + suggestion(name, known.keys.sorted(), prefix: "@"),
            at: directive.position)
          continue
        }
        guard !definition.locations.contains(place.location) else { continue }
        report.add(
          "The directive \"@\(name)\" may not stand on \(place.location.rawValue)",
          at: directive.position)
      }
    }
  }

  /// Only repeatable directives stand in one place twice; a definition and its extensions are one
  /// place (§5.7.3).
  public static let uniqueDirectivesPerLocation = SchemaRule("UniqueDirectivesPerLocationRule") {
    survey, report in
    let known = survey.knownDirectives
    var types: [String: FirstPlaces] = [:]
    var schema = FirstPlaces()
    for place in survey.places {
      var own = FirstPlaces()
      for directive in place.directives {
        let name = directive.name.text
        guard known[name]?.isRepeatable == false else { continue }
        let first =
          if let type = place.type {
            types[type, default: FirstPlaces()].previous(name, at: directive.position)
          } else if place.location == .schema {
            schema.previous(name, at: directive.position)
          } else {
            own.previous(name, at: directive.position)
          }
        guard let first else { continue }
        report.add(
          "The directive \"@\(name)\" may stand here only once", at: first, directive.position)
      }
    }
  }

  /// Arguments are arguments of their directive (§5.4.1).
  public static let knownArgumentNamesOnDirectives = SchemaRule(
    "KnownArgumentNamesOnDirectivesRule"
  ) { survey, report in
    let known = survey.knownDirectives
    for directive in survey.places.flatMap(\.directives) {
      guard let names = known[directive.name.text]?.arguments.map(\.name.text) else { continue }
      for argument in directive.arguments where !names.contains(argument.name.text) {
        report.add(
          "@\(directive.name.text) has no argument \"\(argument.name.text)\""
            + suggestion(argument.name.text, names), at: argument.name.position)
      }
    }
  }

  /// Arguments that may not be null and have no default are given (§5.4.3).
  public static let providedRequiredArgumentsOnDirectives = SchemaRule(
    "ProvidedRequiredArgumentsOnDirectivesRule"
  ) { survey, report in
    let known = survey.knownDirectives
    for directive in survey.places.flatMap(\.directives) {
      for argument in known[directive.name.text]?.arguments ?? []
      where argument.type.wrapping.isNonNull && argument.defaultValue == nil {
        guard !directive.arguments.contains(where: { $0.name == argument.name }) else { continue }
        report.add(
          "@\(directive.name.text) needs the argument \"\(argument.name.text)\" of "
            + print(argument.type), at: directive.position)
      }
    }
  }

  /// No argument is given more than once (§5.4.2).
  public static let uniqueArgumentNames = SchemaRule("UniqueArgumentNamesRule") {
    survey, report in
    for directive in survey.places.flatMap(\.directives) where directive.arguments.count > 1 {
      var places: [String: [Position]] = [:]
      for name in directive.arguments.map(\.name) {
        places[name.text, default: []].append(name.position)
      }
      for name in directive.arguments.map(\.name.text) {
        guard let positions = places.removeValue(forKey: name), positions.count > 1 else {
          continue
        }
        report.add("The argument \"\(name)\" is given more than once", at: positions)
      }
    }
  }

  /// No field of an input object is given twice (§5.6.3).
  public static let uniqueInputFieldNames = SchemaRule("UniqueInputFieldNamesRule") {
    survey, report in
    // The parser has seen to it that nothing is nested too deep.
    var pending = survey.literals
    while let literal = pending.popLast() {
      switch literal.kind {
      case .list(let elements): pending += elements
      case .object(let fields):
        var known = FirstPlaces()
        for field in fields {
          pending.append(field.value)
          let name = field.name
          guard let first = known.previous(name.text, at: name.position) else { continue }
          report.add("The field \"\(name.text)\" is given twice", at: first, name.position)
        }
      default: break
      }
    }
  }
}
