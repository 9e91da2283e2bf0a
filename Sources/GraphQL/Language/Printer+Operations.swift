/// Operations, fragments and what they select.
extension Printer {
  mutating func operation(_ operation: OperationDefinition) {
    description(operation.description)
    let isShort =
      operation.kind == .query && operation.name == nil && operation.variables.isEmpty
      && operation.directives.isEmpty && operation.description == nil
    if !isShort {
      text(operation.kind.rawValue)
      if let name = operation.name { text(" " + name.text) }
      variables(operation.variables)
      directives(operation.directives)
    }
    selections(operation.selections, isFirst: isShort)
  }

  private mutating func variables(_ variables: [VariableDefinition]) {
    guard !variables.isEmpty else { return }
    text("(")
    list(variables) { printer, variable in
      printer.description(variable.description)
      printer.text("$\(variable.name.text): ")
      printer.type(variable.type)
      if let value = variable.defaultValue {
        printer.text(" = ")
        printer.literal(value)
      }
      printer.directives(variable.directives)
    }
    text(")")
  }

  mutating func fragment(_ fragment: FragmentDefinition) {
    description(fragment.description)
    text("fragment \(fragment.name.text) on \(fragment.typeCondition.text)")
    directives(fragment.directives)
    selections(fragment.selections)
  }

  private mutating func selections(_ selections: [Selection], isFirst: Bool = false) {
    block(selections, space: isFirst ? "" : " ") { printer, selection in
      printer.selection(selection)
    }
  }

  private mutating func selection(_ selection: Selection) {
    switch selection {
    case .field(let field):
      if let alias = field.alias { text(alias.text + ": ") }
      text(field.name.text)
      arguments(field.arguments)
      directives(field.directives)
      selections(field.selections)
    case .spread(let spread):
      text("..." + spread.name.text)
      directives(spread.directives)
    case .inline(let fragment):
      text("...")
      if let type = fragment.typeCondition { text(" on " + type.text) }
      directives(fragment.directives)
      selections(fragment.selections)
    }
  }

  mutating func arguments(_ arguments: [Argument]) {
    guard !arguments.isEmpty else { return }
    text("(")
    list(arguments) { printer, argument in printer.argument(argument) }
    text(")")
  }

  private mutating func argument(_ argument: Argument) {
    text(argument.name.text + ": ")
    literal(argument.value)
  }

  mutating func directives(_ directives: [Directive]) {
    for directive in directives {
      text(" @" + directive.name.text)
      arguments(directive.arguments)
    }
  }

  mutating func literal(_ literal: Literal) {
    switch literal.kind {
    case .variable(let name): text("$" + name.text)
    case .int(let digits), .float(let digits): text(digits)
    case .string(let value, let isBlock): string(value, isBlock: isBlock)
    case .boolean(let value): text(value ? "true" : "false")
    case .null: text("null")
    case .enumeration(let name): text(name)
    case .list(let elements):
      text("[")
      list(elements) { printer, element in printer.literal(element) }
      text("]")
    case .object(let fields):
      text("{")
      list(fields) { printer, field in printer.argument(field) }
      text("}")
    }
  }
}
