/// One way into the program for bytes from strangers, and what must hold of it whatever they are.
///
/// Beside what a target checks, no input may trap, hang or grow memory without bound.
package struct FuzzTarget: Sendable {
  /// Its name, which is also that of the folder of its corpus.
  package let name: String
  /// Takes an input; throws `Finding` where something does not hold.
  package let run: @Sendable ([UInt8]) throws -> Void

  /// Every target.
  package static let all = [
    parsing, printing, requests, schemas, lines, records, dates, words,
  ]

  /// The target of that name.
  package static func named(_ name: String) -> FuzzTarget? {
    all.first { $0.name == name }
  }
}

/// What does not hold of an input.
package struct Finding: Error, CustomStringConvertible {
  package let description: String
}

/// Throws where something does not hold.
func expect(_ condition: Bool, _ finding: @autoclosure () -> String) throws(Finding) {
  guard condition else { throw Finding(description: finding()) }
}
