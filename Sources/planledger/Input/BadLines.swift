/// What is wrong with the lines of a file: the first of them, and how many there are.
struct BadLines {
  /// How many are told one by one.
  static let limit = 20

  /// The file.
  let file: String
  private var told: [String] = []
  private var count = 0

  init(file: String) { self.file = file }

  /// Whether there is none.
  var isEmpty: Bool { count == 0 }

  /// Takes in what is wrong with a line.
  mutating func add(_ line: Int, _ reason: String) {
    count += 1
    if told.count < Self.limit { told.append("\(file):\(line): \(reason)") }
  }

  /// The sentences, a line each.
  var failure: Failure {
    let head =
      count == 1
      ? "1 line cannot be taken in, so that nothing was recorded:"
      : "\(count) lines cannot be taken in, so that nothing was recorded:"
    var lines = [head] + told.map { "  " + $0 }
    if count > told.count { lines.append("  … and \(count - told.count) more.") }
    return .told(lines.joined(separator: "\n"), .badData)
  }
}
