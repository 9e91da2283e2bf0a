internal import Arguments
internal import Glibc

/// Where the program talks to: a person at a terminal, or a pipe.
struct Terminal {
  /// Whether a person can be asked.
  let isInteractive: Bool
  /// Whether standard output is a terminal.
  let isOutput: Bool
  /// Whether standard error is a terminal.
  let isError: Bool
  /// How many characters a line has.
  let width: Int
  /// Whether output is coloured, unless `--color` says otherwise.
  let hasColour: Bool

  /// What the process was given.
  init() {
    isOutput = isatty(STDOUT_FILENO) == 1
    isError = isatty(STDERR_FILENO) == 1
    isInteractive = isatty(STDIN_FILENO) == 1 && isError
    width = Terminal.measuredWidth() ?? 80
    let isDumb = environmentValue("TERM") == "dumb"
    hasColour = isOutput && !isDumb && (environmentValue("NO_COLOR") ?? "").isEmpty
  }

  /// The width that the terminal has (`ioctl(2)`, `TIOCGWINSZ`), else that of `COLUMNS`.
  private static func measuredWidth() -> Int? {
    var size = winsize()
    for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
      if unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
        return Int(size.ws_col)
      }
    }
    return environmentValue("COLUMNS").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
  }
}

/// A variable of the environment; `nil` where it is not set.
func environmentValue(_ name: String) -> String? {
  guard let value = unsafe getenv(name) else { return nil }
  return unsafe String(cString: value)
}

/// A way to make text stand out.
enum Style: String {
  /// Bold.
  case bold = "1"
  /// Faint.
  case faint = "2"
  /// For what warns.
  case warning = "33"
  /// For what went wrong.
  case error = "31"

  /// The text in this style (ECMA-48 SGR).
  func callAsFunction(_ text: String, if isOn: Bool) -> String {
    isOn && !text.isEmpty ? "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" : text
  }
}
