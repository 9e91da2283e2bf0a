extension ValidationRule {
  /// No fragment spreads itself, directly or through others (§5.5.2.2).
  ///
  /// A depth-first walk with a stack of its own, since a chain of fragments can be as long as the
  /// document; each fragment is entered once. A cycle is told at the spreads that it goes through.
  public static let fragmentSpreadsMustNotFormCycles = ValidationRule(
    "Fragment Spreads Must Not Form Cycles", section: "5.5.2.2", alias: "NoFragmentCyclesRule"
  ) { survey, report in
    var states = [State](repeating: .unvisited, count: survey.fragments.count)
    for start in survey.fragments.indices where states[start] == .unvisited {
      var stack = [(fragment: start, spread: survey.fragments[start].body.spreads.lowerBound)]
      states[start] = .open
      while let (fragment, spread) = stack.last {
        guard spread < survey.fragments[fragment].body.spreads.upperBound else {
          states[fragment] = .done
          stack.removeLast()
          continue
        }
        stack[stack.count - 1].spread += 1
        let node = survey.spreads[spread].node
        guard let next = survey.fragmentIndexes[node.name.text] else { continue }
        switch states[next] {
        case .done: break
        case .unvisited:
          states[next] = .open
          stack.append((next, survey.fragments[next].body.spreads.lowerBound))
        case .open:
          // To gather a cycle takes time, of which there can be many.
          guard !report.isFull else { return }
          let cycle = stack.drop { $0.fragment != next }
          report.add(
            "The fragment \"\(node.name.text)\" spreads itself"
              + route(cycle.dropFirst().map(\.fragment), survey),
            // Each stands past the spread through which the walk went on.
            at: cycle.map { survey.spreads[$0.spread - 1].node.position })
        }
      }
    }
  }
}

private enum State {
  case unvisited, open, done
}

/// The fragments through which a cycle goes, as a clause.
private func route(_ fragments: [Int], _ survey: Survey) -> String {
  let names = fragments.prefix(5).map { "\"\(survey.fragments[$0].definition.name.text)\"" }
  return names.isEmpty ? "" : " through \(names.joined(separator: ", "))"
}
