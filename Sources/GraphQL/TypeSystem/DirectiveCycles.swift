/// Directives that are used, directly or through other directives and types, in their own
/// definition (§3.13): what they mean would depend on itself.
struct DirectiveCycles {
  /// A directive by its name with `@`, or a type by its name.
  private var references: [String: Set<String>] = [:]
  private let directives: [DirectiveDefinition]

  init(_ document: Document) {
    directives = document.definitions.compactMap {
      if case .directive(let directive) = $0 { directive } else { nil }
    }
    for directive in directives { add(directive.arguments, to: "@" + directive.name.text) }
    for case .type(let type) in document.definitions {
      let name = type.name.text
      add(type.directives, to: name)
      add(type.inputFields, to: name)
      for value in type.values { add(value.directives, to: name) }
    }
  }

  /// The directives that come back to themselves.
  ///
  /// - Complexity: O(*d* · *n*) for *d* directives and *n* references; most schemas have few.
  var found: [DirectiveDefinition] {
    directives.filter { directive in
      let name = "@" + directive.name.text
      var pending = Array(references[name] ?? [])
      var seen = Set(pending)
      while let next = pending.popLast() {
        for reference in references[next] ?? [] where seen.insert(reference).inserted {
          pending.append(reference)
        }
      }
      return seen.contains(name)
    }
  }

  private mutating func add(_ inputs: [InputValueDefinition], to name: String) {
    for input in inputs {
      references[name, default: []].insert(input.type.name.text)
      add(input.directives, to: name)
    }
  }

  private mutating func add(_ directives: [Directive], to name: String) {
    references[name, default: []].formUnion(directives.map { "@" + $0.name.text })
  }
}
