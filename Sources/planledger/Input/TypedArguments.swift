internal import Coding

/// The words that were typed after the program's name.
enum TypedArguments {
  /// The words; text that is stored must be what was typed.
  ///
  /// - Throws: the sentence for the first that is not UTF-8, which Swift's own list would repair.
  static func read() throws(Failure) -> [String] {
    var words: [String] = []
    for index in 1..<max(1, Int(CommandLine.argc)) {
      guard let word = unsafe CommandLine.unsafeArgv[index] else { break }
      guard let text = unsafe String(validatingCString: word) else {
        let repaired = printable(unsafe String(cString: word))
        throw .told(
          "The \(ordinal(index)) argument, '\(repaired)', is not valid UTF-8. Type it in a terminal "
            + "that is set to UTF-8.", .usage)
      }
      words.append(text)
    }
    return words
  }

  /// `4th`.
  private static func ordinal(_ number: Int) -> String {
    let isTeen = (11...13).contains(number % 100)
    return switch isTeen ? 0 : number % 10 {
    case 1: "\(number)st"
    case 2: "\(number)nd"
    case 3: "\(number)rd"
    default: "\(number)th"
    }
  }
}
