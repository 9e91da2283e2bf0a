extension ValidationRule {
  /// No fragment spreads itself, directly or through others (§5.5.2.2).
  ///
  /// A depth-first walk without recursion, since a chain of fragments can be as long as the
  /// document; each fragment is entered once, and each cycle told at the spread that closes it,
  /// with the places of all spreads that make it up.
  public static let fragmentSpreadsMustNotFormCycles = ValidationRule(
    "Fragment Spreads Must Not Form Cycles", section: "5.5.2.2", alias: "NoFragmentCyclesRule"
  ) { survey, report in
    var states = [State](repeating: .unvisited, count: survey.fragments.count)
    for start in survey.fragments.indices where states[start] == .unvisited {
      var stack = [Step(start, survey)]
      states[start] = .open
      while let top = stack.indices.last, !report.isFull {
        let step = stack[top]
        guard step.spread < survey.fragments[step.fragment].body.spreads.range.upperBound else {
          states[step.fragment] = .done
          stack.removeLast()
          continue
        }
        stack[top].spread += 1
        guard let next = survey.spreads[step.spread].fragment.index else { continue }
        switch states[next] {
        case .done: break
        case .unvisited:
          states[next] = .open
          stack.append(Step(next, survey))
        case .open:
          // There can be as many cycles as spreads, and each as long as the walk is deep.
          if report.isFull { return }
          tell(stack[...], of: next, survey, &report)
        }
      }
    }
  }
}

private enum State {
  case unvisited, open, done
}

/// A fragment that is being walked through, and the spread in it that comes next.
private struct Step {
  var fragment: Int
  var spread: Int

  init(_ fragment: Int, _ survey: Survey) {
    self.fragment = fragment
    spread = survey.fragments[fragment].body.spreads.range.lowerBound
  }
}

private func tell(
  _ stack: ArraySlice<Step>, of fragment: Int, _ survey: Survey, _ report: inout ValidationReport
) {
  // What stands above the fragment is no part of the cycle; very long ones are told in part.
  guard let first = stack.firstIndex(where: { $0.fragment == fragment }) else { return }
  let cycle = stack[first...].prefix(100)
  let through = cycle.dropFirst().prefix(5).map {
    "\"\(survey.text(survey.fragments[$0.fragment].name))\""
  }
  report.add(
    "The fragment \"\(survey.text(survey.fragments[fragment].name))\" spreads itself"
      + (through.isEmpty ? "" : " through \(through.joined(separator: ", "))"),
    at: cycle.map { survey.spreads[$0.spread - 1].position })
}
