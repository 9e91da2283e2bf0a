internal import Events

/// The events of an action by their stored bytes: the fields of each body in the order in which its
/// `visit` says them. Whatever is not just as expected is left to the codec.
extension ActionState {
  package mutating func take(
    _ fact: StoredFact, _ body: Span<UInt8>, texts: Span<UInt8>
  ) -> Bool {
    var fields = StoredFields(hasTexts: fact.hasTexts)
    fields.reason(body, texts)
    switch fact.type {
    case .actionAdded: return takeAdded(fact, &fields, body, texts)
    case .actionReworded: return takeReworded(fact, &fields, body, texts)
    case .actionReassigned: return takeReassigned(fact, &fields, body, texts)
    case .deadlineSet, .deadlinePostponed:
      guard let date = fields.date(body), fields.isEnd(body, texts) else { return false }
      setDeadline(Fact(date, setBy: fact.bodyPosition))
    case .progressReported:
      // Its narrative is a text.
      guard fields.flag(body), let percent = fields.percent(body), fields.isEnd(body, texts) else {
        return false
      }
      report(percent, setBy: fact.bodyPosition)
    case .actionAssessed, .assessmentRevised:
      return takeAssessed(fact, &fields, body, texts)
    case .actionDropped:
      guard fields.isEnd(body, texts) else { return false }
      dispose(.dropped, setBy: fact.bodyPosition)
    default:
      guard let date = fact.date else { return false }
      return run(fact.type, date)
    }
    return true
  }

  private mutating func takeAdded(
    _ fact: StoredFact, _ fields: inout StoredFields, _ body: Span<UInt8>, _ texts: Span<UInt8>
  ) -> Bool {
    var added = ActionAdded()
    added.title = fields.text(texts)
    if fields.flag(body) { added.area = fields.identifier(body) }
    if fields.flag(body) { added.kind = fields.word(body) }
    if fields.flag(body) { added.lead = fields.identifier(body) }
    added.involved = fields.identifiers(body)
    if fields.flag(body) { added.deadline = fields.date(body) }
    if fields.flag(body) { added.origin = fields.stream(body) }
    if fields.flag(body) { added.expectedResult = fields.text(texts) }
    guard fields.isEnd(body, texts) else { return false }
    add(added, setBy: fact.bodyPosition)
    return true
  }

  private mutating func takeReworded(
    _ fact: StoredFact, _ fields: inout StoredFields, _ body: Span<UInt8>, _ texts: Span<UInt8>
  ) -> Bool {
    var reworded = ActionReworded()
    reworded.title = fields.text(texts)
    if fields.flag(body) { reworded.expectedResult = fields.text(texts) }
    guard fields.isEnd(body, texts) else { return false }
    reword(reworded, setBy: fact.bodyPosition)
    return true
  }

  private mutating func takeReassigned(
    _ fact: StoredFact, _ fields: inout StoredFields, _ body: Span<UInt8>, _ texts: Span<UInt8>
  ) -> Bool {
    guard let lead = fields.identifier(body) else { return false }
    var reassigned = ActionReassigned()
    reassigned.lead = lead
    reassigned.involved = fields.identifiers(body)
    guard fields.isEnd(body, texts) else { return false }
    reassign(reassigned, setBy: fact.bodyPosition)
    return true
  }

  private mutating func takeAssessed(
    _ fact: StoredFact, _ fields: inout StoredFields, _ body: Span<UInt8>, _ texts: Span<UInt8>
  ) -> Bool {
    guard let cutOff = fact.date, let verdict: Verdict = fields.word(body),
      let finality: Finality = fields.word(body),
      let scale = fields.scale(body)
    else { return false }
    let assessor = fields.flag(body) ? fields.identifier(body) : nil
    guard fields.isEnd(body, texts) else { return false }
    assess(verdict, finality, scale, assessor, cutOff)
    return true
  }
}
