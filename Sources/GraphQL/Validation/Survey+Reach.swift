/// What an operation reaches through its fragments.
extension Survey {
  /// The operation and every fragment that it spreads, directly or not, each once.
  ///
  /// - Parameter budget: how many more may be looked at; below zero where it did not suffice.
  func reach(of operation: Executable, budget: inout Int) -> [Executable] {
    var reached = [operation]
    var visited: Set<Int> = []
    var next = 0
    while next < reached.count {
      budget -= 1 + reached[next].spreads.count
      guard budget >= 0 else { return reached }
      for spread in spreads[reached[next].spreads] {
        guard let index = fragmentIndexes[spread.node.name.text], visited.insert(index).inserted
        else { continue }
        reached.append(fragments[index].body)
      }
      next += 1
    }
    return reached
  }

  /// Does something with every operation and its reach; gives up with an error past the budget.
  func forEachReach(
    _ report: inout ValidationReport,
    _ body: (OperationDefinition, [Executable], inout ValidationReport) -> Void
  ) {
    var budget = limits.comparisons
    for executable in operations {
      guard let operation = executable.operation, !report.isFull else { continue }
      let reached = reach(of: executable, budget: &budget)
      guard budget >= 0 else {
        return report.add("The document has too many fragments in use", at: operation.position)
      }
      body(operation, reached, &report)
    }
  }
}
