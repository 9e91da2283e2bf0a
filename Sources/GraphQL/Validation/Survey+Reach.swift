/// What spreads lead to.
extension Survey {
  mutating func linkSpreads() {
    for index in spreads.indices {
      spreads[index].fragment = known[Int(spreads[index].name)].fragment
    }
  }

  /// Finds the fragments that each operation spreads, directly or not, each once.
  ///
  /// Many operations over many fragments would make this quadratic; past the budget the rest have
  /// no reach, which the rules that ask for it report.
  mutating func linkReaches() {
    var budget = limits.comparisons
    var rounds = [Int](repeating: -1, count: fragments.count)
    for operation in operations.indices {
      let start = reached.count
      var next = start
      var pending = operations[operation].body.spreads.range
      while true {
        budget -= 1 + pending.count
        guard budget >= 0 else { return }
        for spread in pending {
          guard let fragment = spreads[spread].fragment.index, rounds[fragment] != operation else {
            continue
          }
          rounds[fragment] = operation
          reached.append(UInt32(fragment))
        }
        guard next < reached.count else { break }
        pending = fragments[Int(reached[next])].body.spreads.range
        next += 1
      }
      operations[operation].reach = Rows(start..<reached.count)
      operations[operation].isReachKnown = true
    }
  }

  /// Does something with every operation of which it is known what it reaches.
  func forEachReach(
    _ report: inout ValidationReport, _ body: (OperationUse, inout ValidationReport) -> Void
  ) {
    for operation in operations where !report.isFull {
      guard operation.isReachKnown else {
        return report.add("The document has too many fragments in use", at: position(of: operation))
      }
      body(operation, &report)
    }
  }

  /// Does something with every use of a variable in an operation and in what it reaches.
  func forEachVariableUse(of operation: OperationUse, _ body: (VariableUse) -> Void) {
    for use in operation.body.variableUses.range { body(variableUses[use]) }
    for index in operation.reach.range {
      for use in fragments[Int(reached[index])].body.variableUses.range { body(variableUses[use]) }
    }
  }
}
