/// CollectFields (§6.3.2): the fields that a selection set asks of one object type, grouped by
/// response key in the order of their first occurrence.
struct FieldCollector {
  private(set) var groups: [[Field]] = []
  private var indexes: [String: Int] = [:]
  private var visited: Set<String> = []
  private let request: Request
  private let type: Schema.TypeID

  init(_ request: Request, _ type: Schema.TypeID) {
    self.request = request
    self.type = type
  }

  mutating func collect(_ selections: [Selection], depth: Int = 0) throws(FieldError) {
    try request.check(depth: depth)
    for selection in selections {
      switch selection {
      case .field(let field):
        let (key, name) = field.keyAndName
        guard try request.includes(field.directives), isDefined(name) else { continue }
        add(field, as: key)
      case .spread(let spread):
        guard try request.includes(spread.directives),
          visited.insert(spread.name.text).inserted,
          let fragment = request.fragment(named: spread.name.text),
          applies(fragment.typeCondition)
        else { continue }
        try collect(fragment.selections, depth: depth + 1)
      case .inline(let fragment):
        guard try request.includes(fragment.directives),
          fragment.typeCondition.map(applies) ?? true
        else { continue }
        try collect(fragment.selections, depth: depth + 1)
      }
    }
  }

  private mutating func add(_ field: Field, as key: String) {
    if let index = indexes[key] {
      groups[index].append(field)
    } else {
      indexes[key] = groups.count
      groups.append([field])
    }
  }

  private func applies(_ condition: Name) -> Bool {
    request.wiring.schema.typeID(named: condition.text)
      .map { request.wiring.schema.applies($0, to: type) } ?? false
  }

  /// Fields that the type does not have are left out, as §6.3.3 has it for unvalidated documents.
  private func isDefined(_ name: String) -> Bool {
    let schema = request.wiring.schema
    return name == "__typename" || schema[type].fieldIndex(named: name) != nil
      || (type == schema.queryType && (name == "__schema" || name == "__type"))
  }
}

extension Request {
  /// Whether `@skip` and `@include` (§3.13.1, §3.13.2) leave the selection in.
  func includes(_ directives: [Directive]) throws(FieldError) -> Bool {
    for directive in directives {
      switch directive.name.text {
      case "skip": if try condition(of: directive) { return false }
      case "include": if try !condition(of: directive) { return false }
      default: break
      }
    }
    return true
  }

  private func condition(of directive: Directive) throws(FieldError) -> Bool {
    guard let definition = wiring.schema.directive(named: directive.name.text) else { return false }
    do throws(CoercionError) {
      let arguments = try coercion.arguments(directive.arguments, as: definition.arguments)
      return arguments["if"]?.boolean ?? false
    } catch {
      throw FieldError("@\(directive.name.text): \(error.message)")
    }
  }

  /// Whether a field is selected at the end of a path of names, through whatever fragments.
  func selects(_ selectionSets: [[Selection]], _ path: ArraySlice<Substring>) -> Bool {
    guard let name = path.first else { return true }
    var visited: Set<String> = []
    var below: [[Selection]] = []
    var isFound = false
    var pending = selectionSets
    while let selections = pending.popLast() {
      for selection in selections {
        switch selection {
        case .field(let field) where field.name.text == name && isIncluded(field.directives):
          isFound = true
          below.append(field.selections)
        case .inline(let fragment) where isIncluded(fragment.directives):
          pending.append(fragment.selections)
        case .spread(let spread) where isIncluded(spread.directives):
          if visited.insert(spread.name.text).inserted,
            let fragment = fragment(named: spread.name.text)
          {
            pending.append(fragment.selections)
          }
        default: break
        }
      }
    }
    return isFound && selects(below, path.dropFirst())
  }

  /// As `includes`; a condition that does not coerce is reported by the collector, not here.
  private func isIncluded(_ directives: [Directive]) -> Bool {
    do throws(FieldError) { return try includes(directives) } catch { return false }
  }
}
