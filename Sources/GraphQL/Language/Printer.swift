/// The document as text: two spaces, one definition after another with a line between them.
///
/// The inverse of `parse`: reading what this writes gives an equal document.
public func print(_ document: Document) -> String {
  var printer = Printer()
  for (index, definition) in document.definitions.enumerated() {
    if index > 0 { printer.text("\n\n") }
    printer.definition(definition)
  }
  printer.text("\n")
  return printer.output
}

/// The value as a document writes it, on one line but for block strings.
public func print(_ literal: Literal) -> String {
  var printer = Printer()
  printer.literal(literal)
  return printer.output
}

/// The type as a document refers to it.
public func print(_ type: TypeReference) -> String {
  var printer = Printer()
  printer.type(type)
  return printer.output
}

/// Writes the parts of a document; each method writes one production of the grammar.
struct Printer {
  private(set) var output = ""
  private var indentation = 0

  mutating func text(_ text: String) {
    output += text
  }

  mutating func newline() {
    output += "\n" + String(repeating: "  ", count: indentation)
  }

  /// Braces around one entry a line; nothing at all where there is no entry.
  mutating func block<Entry>(
    _ entries: [Entry], space: String = " ", _ print: (inout Printer, Entry) -> Void
  ) {
    guard !entries.isEmpty else { return }
    text(space + "{")
    indented { printer in
      for entry in entries {
        printer.newline()
        print(&printer, entry)
      }
    }
    newline()
    text("}")
  }

  mutating func indented(_ body: (inout Printer) -> Void) {
    indentation += 1
    body(&self)
    indentation -= 1
  }

  mutating func list<Entry>(
    _ entries: [Entry], separator: String = ", ", _ print: (inout Printer, Entry) -> Void
  ) {
    for (index, entry) in entries.enumerated() {
      if index > 0 { text(separator) }
      print(&self, entry)
    }
  }

  mutating func description(_ description: String?) {
    guard let description else { return }
    string(description, isBlock: true)
    newline()
  }

  mutating func definition(_ definition: Definition) {
    switch definition {
    case .operation(let operation): self.operation(operation)
    case .fragment(let fragment): self.fragment(fragment)
    case .schema(let schema): self.schema(schema)
    case .type(let type): typeDefinition(type)
    case .directive(let directive): directiveDefinition(directive)
    }
  }

  mutating func type(_ type: TypeReference) {
    text(type.wrapping.text(around: type.name.text))
  }
}
