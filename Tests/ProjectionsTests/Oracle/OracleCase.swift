import Events

/// A history with what is asked of it, which can be made smaller.
struct OracleCase {
  let seed: UInt64
  var batches: [[Event]]
  let names: HistoryNames
  /// The batch after which the first question is asked, and again when all is recorded.
  var asked: Int
  var questions: [NaiveLedger.Question]

  /// The history that a seed makes.
  init(seed: UInt64) {
    var history = RandomHistory(seed: seed)
    self.seed = seed
    batches = history.batches
    names = history.names
    asked = Int(seed / 2) % history.batches.count
    questions = [history.question(), history.question()]
  }

  /// The history without some of its events, as long as it fails: first without whole batches, then
  /// without single events, until none can be left out.
  func shrunk(_ fails: (OracleCase) -> Bool) -> OracleCase {
    var least = self
    var isSmaller = true
    while isSmaller {
      isSmaller = false
      for batch in least.batches.indices.reversed() where least.batches.count > 1 {
        if least.replace(by: least.without(batch, nil), fails) { isSmaller = true }
      }
      for batch in least.batches.indices.reversed() {
        for event in least.batches[batch].indices.reversed() {
          guard batch < least.batches.count, event < least.batches[batch].count else { continue }
          if least.replace(by: least.without(batch, event), fails) { isSmaller = true }
        }
      }
    }
    return least
  }

  private mutating func replace(by smaller: OracleCase, _ fails: (OracleCase) -> Bool) -> Bool {
    guard !smaller.batches.isEmpty, fails(smaller) else { return false }
    self = smaller
    return true
  }

  private func without(_ batch: Int, _ event: Int?) -> OracleCase {
    var smaller = self
    if let event { smaller.batches[batch].remove(at: event) }
    if event == nil || smaller.batches[batch].isEmpty {
      smaller.batches.remove(at: batch)
      if asked > batch || asked == smaller.batches.count { smaller.asked = max(0, asked - 1) }
    }
    let count = UInt64(smaller.batches.joined().count)
    for index in questions.indices {
      smaller.questions[index].position = min(questions[index].position, count)
    }
    return smaller
  }
}

extension OracleCase: CustomStringConvertible {
  var description: String {
    var position = 0
    return batches.map { batch in
      batch.map { event in
        position += 1
        let dates = [event.effective, event.published].map { $0?.description ?? "–" }
        return "\(position)  \(event.subject) \(dates.joined(separator: " ")) \(event.data)"
      }.joined(separator: "\n")
    }.joined(separator: "\n\n")
  }
}
