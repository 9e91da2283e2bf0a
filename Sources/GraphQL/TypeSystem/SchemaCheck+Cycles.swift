/// Input objects that could never be given, or whose defaults never end (§3.10).
extension SchemaCheck {
  mutating func inputCycles() {
    let inputs = schema.types.indices.filter { schema.types[$0].kind == .inputObject }
    requiredCycles(inputs)
    defaultCycles(inputs)
  }

  /// A circle of fields of which none may be null or a list has no finite value.
  private mutating func requiredCycles(_ inputs: [Int]) {
    let edges = Dictionary(
      uniqueKeysWithValues: inputs.map { index in
        (
          index,
          schema.types[index].inputFields.compactMap { field -> (name: String, target: Int)? in
            let type = field.type
            guard type.isNonNull, type.element == nil, schema[type.id].kind == .inputObject
            else { return nil }
            return ("\(schema.types[index].name).\(field.name)", type.id.index)
          }
        )
      })
    for (node, name) in firstCycles(inputs, { edges[$0] ?? [] }) {
      report.add(
        "The input object \(schema.types[node].name) contains itself through \(name), and null is "
          + "not allowed there", at: schema.types[node].position)
    }
  }

  /// A field's default that, completed with the defaults in it, contains the field again
  /// (InputFieldDefaultValueHasCycle).
  private mutating func defaultCycles(_ inputs: [Int]) {
    var numbers: [String: Int] = [:]
    var fields: [(type: Int, field: Schema.InputValue)] = []
    for type in inputs {
      for field in schema.types[type].inputFields {
        numbers["\(schema.types[type].name).\(field.name)"] = fields.count
        fields.append((type, field))
      }
    }
    let cycles = firstCycles(Array(fields.indices)) { index in
      fields[index].field.defaultValue.map {
        defaulted($0, fields[index].field.type, numbers)
      } ?? []
    }
    for (node, name) in cycles {
      let owner = schema.types[fields[node].type].name
      report.add(
        "The default of \(owner).\(fields[node].field.name) contains itself through \(name)",
        at: fields[node].field.position)
    }
  }

  /// The fields whose defaults come into play where a literal is coerced to a type.
  private func defaulted(
    _ literal: Literal, _ type: Schema.TypeRef, _ numbers: [String: Int]
  ) -> [(name: String, target: Int)] {
    if let element = type.element {
      guard case .list(let elements) = literal.kind else {
        return defaulted(literal, element, numbers)
      }
      return elements.flatMap { defaulted($0, element, numbers) }
    }
    guard case .object(let given) = literal.kind, schema[type.id].kind == .inputObject else {
      return []
    }
    let input = schema[type.id]
    return input.inputFields.flatMap { field -> [(name: String, target: Int)] in
      let coordinate = "\(input.name).\(field.name)"
      if let own = given.first(where: { $0.name.text == field.name }) {
        return defaulted(own.value, field.type, numbers)
      }
      guard field.defaultValue != nil, let number = numbers[coordinate] else { return [] }
      return [(coordinate, number)]
    }
  }

  /// One edge for each circle that a depth-first walk closes: where it leads, and by what name.
  private func firstCycles(
    _ nodes: [Int], _ edges: (Int) -> [(name: String, target: Int)]
  ) -> [(node: Int, name: String)] {
    var cycles: [(Int, String)] = []
    var open: Set<Int> = []
    var done: Set<Int> = []
    for start in nodes where !done.contains(start) {
      var stack = [(node: start, rest: edges(start)[...])]
      open.insert(start)
      while let top = stack.indices.last {
        guard let edge = stack[top].rest.popFirst() else {
          open.remove(stack[top].node)
          done.insert(stack[top].node)
          stack.removeLast()
          continue
        }
        if open.contains(edge.target) {
          cycles.append((edge.target, edge.name))
        } else if !done.contains(edge.target) {
          open.insert(edge.target)
          stack.append((edge.target, edges(edge.target)[...]))
        }
      }
    }
    return cycles
  }
}
