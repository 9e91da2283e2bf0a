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

  /// Whether the action is on time on a day.
  package func timeliness(on day: Day, against kind: DeadlineKind = .current) -> Timeliness {
    let wanted = kind == .current ? state.deadline?.value : state.originalDeadline
    guard let deadline = wanted?.lastDay, state.running?.value != .cancelled else {
      return .notApplicable
    }
    if let delivered = state.deliveredOn?.value {
      if delivered.lastDay <= deadline { return .onTime }
      return delivered.isOpen || delivered.firstDay <= deadline ? .undetermined : .late
    }
    if day > deadline {
      // A delivery within whose span the day lies may have happened already.
      return imprecise.contains { $0.event.type == .actionDelivered } ? .undetermined : .overdue
    }
    return day.days(to: deadline) < Self.dueDays ? .due : .onTime
  }
}
