package import Events

/// Whether an action is on time, derived against a deadline.
package enum Timeliness: String, Sendable, CaseIterable {
  /// It has no deadline, or is cancelled.
  case notApplicable = "NOT_APPLICABLE"
  /// Before its last thirty days, or delivered in time.
  case onTime = "ON_TIME"
  /// Not delivered, in the last thirty days before its deadline.
  case due = "DUE"
  /// Not delivered, past its deadline.
  case overdue = "OVERDUE"
  /// Delivered, past its deadline.
  case late = "LATE"
  /// An imprecise date spans the answer.
  case undetermined = "UNDETERMINED"
}

/// Which deadline counts.
package enum DeadlineKind: String, Sendable, CaseIterable {
  /// The one that stands.
  case current = "CURRENT"
  /// The first that there was.
  case original = "ORIGINAL"
}

extension Entity<ActionState> {
  /// How many days before its deadline an action is due.
  package static var dueDays: Int { 30 }

  /// Whether the action is on time on the day that the entity was asked for.
  ///
  /// Where coarse dates leave open what has happened already, the answer is the one that all of it
  /// agrees on, else `undetermined`.
  ///
  /// - Parameter day: the day of the reading point.
  package func timeliness(on day: Day, against kind: DeadlineKind = .current) -> Timeliness {
    var possible = state
    let answer = possible.timeliness(on: day, against: kind)
    for event in imprecise {
      possible.evolve(event)
      if possible.timeliness(on: day, against: kind) != answer { return .undetermined }
    }
    return answer
  }
}

extension ActionState {
  fileprivate func timeliness(on day: Day, against kind: DeadlineKind) -> Timeliness {
    let wanted = kind == .current ? deadline?.value : originalDeadline
    guard let deadline = wanted?.lastDay, running?.value != .cancelled else {
      return .notApplicable
    }
    if let delivered = deliveredOn?.value {
      // What is delivered by now was delivered by today, however far its date spans.
      if min(delivered.lastDay, day) <= deadline { return .onTime }
      return delivered.isOpen || delivered.firstDay <= deadline ? .undetermined : .late
    }
    if day > deadline { return .overdue }
    return day.days(to: deadline) < Entity<ActionState>.dueDays ? .due : .onTime
  }
}
