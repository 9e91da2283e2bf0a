internal import Arguments
internal import Events

extension EventError {
  /// What is wrong with an event, for the line of a file that it stands on.
  var sentence: String {
    switch self {
    case .missing(let field): "\(field): is missing."
    case .unknownField(let name, let known):
      "\(name): there is no such field.\(didYouMean(name.lastPart, known)) "
        + "Fields here: \(known.joined(separator: ", "))."
    case .repeatedField(let name): "\(name): is given twice."
    case .invalid(let field, let value, let expected, let example):
      "\(field): '\(value)' is not \(expected).\(suggested(value, expected)) Example: \(example)"
    case .unknownType(let name):
      "type: '\(name)' is no event type."
        + didYouMean(name, EventType.allCases.map { "planledger." + $0.name })
        + " 'planledger schema --events' lists them."
    case .wrongStream(let type, let subject, let expected):
      "subject: \(type.name) stands on \(expected), not on '\(subject)'."
    case .unknownTarget(let id):
      "data.target: no event has the id \(id), in the ledger or before this line."
    case .newerSchema(let type, let version):
      "schemaversion: a \(type.name) of version \(version), and this program reads version "
        + "\(type.schemaVersion). Take a newer planledger."
    case .corrupt(let reason): "the event cannot be read: \(reason)."
    }
  }

  /// For one of a few words, the one that was most likely meant.
  private func suggested(_ value: String, _ expected: String) -> String {
    guard expected.hasPrefix("one of ") else { return "" }
    let words = expected.dropFirst(7).split(separator: ", ").map(String.init)
    let near = didYouMean(value, words)
    return value == near ? "" : near
  }
}

/// A suggestion after a space, where a candidate is near.
func didYouMean(_ word: String, _ candidates: [String]) -> String {
  closest(to: word, among: candidates).map { " Did you mean '\($0)'?" } ?? ""
}

extension String {
  /// What follows the last dot.
  fileprivate var lastPart: String { split(separator: ".").last.map(String.init) ?? self }
}
