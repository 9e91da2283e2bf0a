/// Type-system definitions and extensions.
extension Printer {
  mutating func schema(_ schema: SchemaDefinition) {
    description(schema.description)
    text(schema.isExtension ? "extend schema" : "schema")
    directives(schema.directives)
    block(schema.operationTypes) { printer, operation in
      printer.text("\(operation.kind.rawValue): \(operation.type.text)")
    }
  }

  mutating func typeDefinition(_ type: TypeDefinition) {
    description(type.description)
    if type.isExtension { text("extend ") }
    text("\(type.kind.keyword) \(type.name.text)")
    if !type.interfaces.isEmpty {
      text(" implements ")
      list(type.interfaces, separator: " & ") { printer, name in printer.text(name.text) }
    }
    directives(type.directives)
    if !type.members.isEmpty {
      text(" = ")
      list(type.members, separator: " | ") { printer, name in printer.text(name.text) }
    }
    block(type.fields) { printer, field in printer.field(field) }
    block(type.values) { printer, value in
      printer.description(value.description)
      printer.text(value.name.text)
      printer.directives(value.directives)
    }
    block(type.inputFields) { printer, field in printer.inputValue(field) }
  }

  private mutating func field(_ field: FieldDefinition) {
    description(field.description)
    text(field.name.text)
    argumentDefinitions(field.arguments)
    text(": ")
    type(field.type)
    directives(field.directives)
  }

  /// On one line, or one a line where any is described.
  private mutating func argumentDefinitions(_ arguments: [InputValueDefinition]) {
    guard !arguments.isEmpty else { return }
    text("(")
    if arguments.contains(where: { $0.description != nil }) {
      indented { printer in
        for argument in arguments {
          printer.newline()
          printer.inputValue(argument)
        }
      }
      newline()
    } else {
      list(arguments) { printer, argument in printer.inputValue(argument) }
    }
    text(")")
  }

  private mutating func inputValue(_ input: InputValueDefinition) {
    description(input.description)
    text(input.name.text + ": ")
    type(input.type)
    if let value = input.defaultValue {
      text(" = ")
      literal(value)
    }
    directives(input.directives)
  }

  mutating func directiveDefinition(_ directive: DirectiveDefinition) {
    description(directive.description)
    text("directive @" + directive.name.text)
    argumentDefinitions(directive.arguments)
    text(directive.isRepeatable ? " repeatable on " : " on ")
    list(directive.locations, separator: " | ") { printer, location in
      printer.text(location.rawValue)
    }
  }
}
