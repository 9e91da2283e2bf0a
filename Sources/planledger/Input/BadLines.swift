/// What is wrong with the lines of a file: the first of them, and how many there are.
struct BadLines {
  /// How many are told one by one.
  static let limit = 20

  /// The file.
  let file: String
  /// What its parts are called: lines or rows.
  let noun: String
  private var told: [String] = []
  private var count = 0

  init(file: String, noun: String = "line") {
    self.file = file
    self.noun = noun
  }

  /// Whether there is none.
  var isEmpty: Bool { count == 0 }

  /// Takes in what is wrong with a line.
  mutating func add(_ line: Int, _ reason: String) { add(place: "\(file):\(line)", reason) }

  /// Takes in what is wrong at a place of the file.
  mutating func add(place: String, _ reason: String) {
    count += 1
    if told.count < Self.limit { told.append("\(place): \(reason)") }
  }

  /// The sentences, a line each.
  var failure: Failure {
    let head =
      count == 1
      ? "1 \(noun) cannot be taken in, so that nothing was recorded:"
      : "\(count) \(noun)s cannot be taken in, so that nothing was recorded:"
    var lines = [head] + told.map { "  " + $0 }
    if count > told.count { lines.append("  … and \(count - told.count) more.") }
    return .told(lines.joined(separator: "\n"), .badData)
  }
}
