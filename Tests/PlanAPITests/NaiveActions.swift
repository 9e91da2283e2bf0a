import EventStore
import Events
import Foundation
import Projections

/// A random condition on actions, said twice: as GraphQL and as plain Swift over the entity.
struct NaiveCondition {
  let text: String
  let holds: (Entity<ActionState>) -> Bool

  /// A condition of at most that depth.
  static func random(
    _ random: inout some RandomNumberGenerator, depth: Int, on day: Day
  ) -> NaiveCondition {
    guard depth > 0 else { return leaf(&random, on: day) }
    let left = Self.random(&random, depth: depth - 1, on: day)
    let right = Self.random(&random, depth: depth - 1, on: day)
    switch Int.random(in: 0..<5, using: &random) {
    case 0:
      return NaiveCondition(text: "{and: [\(left.text), \(right.text)]}") {
        left.holds($0) && right.holds($0)
      }
    case 1:
      return NaiveCondition(text: "{or: [\(left.text), \(right.text)]}") {
        left.holds($0) || right.holds($0)
      }
    case 2: return NaiveCondition(text: "{not: \(left.text)}") { !left.holds($0) }
    default: return leaf(&random, on: day)
    }
  }

  private static func leaf(
    _ random: inout some RandomNumberGenerator, on day: Day
  ) -> NaiveCondition {
    switch Int.random(in: 0..<8, using: &random) {
    case 0...2: return date(&random)
    case 3:
      let wanted = RunningStatus.allCases.shuffled(using: &random).prefix(2)
      let names = wanted.map(\.rawValue).joined(separator: ", ")
      return NaiveCondition(text: "{running: {in: [\(names)]}}") { action in
        wanted.contains { $0 == action.state.running?.value }
      }
    case 4:
      let verdict = Verdict.allCases.randomElement(using: &random) ?? .completed
      return NaiveCondition(text: "{assessment: {ne: \(verdict)}}") {
        $0.state.assessment?.value.verdict != verdict
      }
    case 5:
      let number = Int.random(in: 0..<3, using: &random)
      return NaiveCondition(text: "{postponements: {gte: \(number)}}") {
        $0.state.postponements >= number
      }
    case 6:
      let wanted = Timeliness.allCases.randomElement(using: &random) ?? .onTime
      return NaiveCondition(text: "{timeliness: {eq: \(wanted.rawValue)}}") {
        $0.timeliness(on: day) == wanted
      }
    default:
      return NaiveCondition(text: "{deliveredOn: {gtField: DEADLINE}}") { action in
        guard let deadline = action.state.deadline?.value.lastDay,
          let delivered = action.state.deliveredOn?.value.lastDay
        else { return false }
        return delivered > deadline
      }
    }
  }

  private static func date(_ random: inout some RandomNumberGenerator) -> NaiveCondition {
    let fields: [(String, (ActionState) -> CoarseDate?)] = [
      ("deadline", { $0.deadline?.value }), ("startedOn", { $0.startedOn?.value }),
      ("deliveredOn", { $0.deliveredOn?.value }), ("originalDeadline", { $0.originalDeadline }),
    ]
    let written = [
      ("2021-Q4", "2021-12-31"), ("2022", "2022-12-31"), ("2022-06", "2022-06-30"),
      ("2023-06-30", "2023-06-30"), ("2023-H2", "2023-12-31"),
    ]
    let (name, value) = fields[Int.random(in: 0..<4, using: &random)]
    let (operand, last) = written[Int.random(in: 0..<5, using: &random)]
    let kind = Int.random(in: 0..<6, using: &random)
    let op = ["lt", "lte", "gt", "gte", "ne", "isNull"][kind]
    let shown = kind == 5 ? "true" : "\"\(operand)\""
    return NaiveCondition(text: "{\(name): {\(op): \(shown)}}") { action in
      // Days written as ISO 8601 sort as texts do.
      let day = value(action.state)?.lastDay.description
      return switch kind {
      case 0: day.map { $0 < last } ?? false
      case 1: day.map { $0 <= last } ?? false
      case 2: day.map { $0 > last } ?? false
      case 3: day.map { $0 >= last } ?? false
      case 4: day != last
      default: day == nil
      }
    }
  }
}

/// A random order of actions, said twice.
struct NaiveOrder {
  let text: String
  let precedes: (Entity<ActionState>, Entity<ActionState>) -> Bool

  static func random(_ random: inout some RandomNumberGenerator) -> NaiveOrder {
    let keys: [(String, (Entity<ActionState>) -> String?)] = [
      ("deadline", { $0.state.deadline?.value.lastDay.description }),
      ("deliveredOn", { $0.state.deliveredOn?.value.lastDay.description }),
      ("postponements", { String($0.state.postponements) }),
      (
        "running",
        {
          $0.state.running.flatMap { RunningStatus.allCases.firstIndex(of: $0.value) }.map {
            String($0)
          }
        }
      ),
      ("lead", { $0.state.lead?.value?.description }),
    ]
    let ways = ["ASC", "DESC", "ASC_NULLS_FIRST", "DESC_NULLS_FIRST", "DESC_NULLS_LAST"]
    let chosen = keys.shuffled(using: &random).prefix(Int.random(in: 0...2, using: &random))
      .map { ($0.0, $0.1, ways.randomElement(using: &random) ?? "ASC") }
    let text = chosen.map { "{\($0.0): \($0.2)}" }.joined(separator: ", ")
    return NaiveOrder(text: "[\(text)]") { left, right in
      for (_, key, way) in chosen {
        switch (key(left), key(right)) {
        case (nil, nil): continue
        case (nil, _?): return way.hasSuffix("FIRST")
        case (_?, nil): return !way.hasSuffix("FIRST")
        case (let left?, let right?):
          if left != right { return way.hasPrefix("DESC") ? left > right : left < right }
        }
      }
      return left.state.code.description.compare(
        right.state.code.description, options: .numeric) == .orderedAscending
    }
  }
}

/// A generator of the same numbers for the same seed (SplitMix64).
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
