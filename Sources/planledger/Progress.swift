/// Progress on standard error: one moving line on a terminal, a line every ten seconds elsewhere.
final class Progress {
  private let session: Session
  private let isQuiet: Bool
  private let begun = ContinuousClock.now
  /// When it was last told.
  private var last = ContinuousClock.now
  private var hasLine = false

  init(_ session: Session, isQuiet: Bool) {
    self.session = session
    self.isQuiet = isQuiet
  }

  /// Says how many events were taken in.
  func tell(_ count: Int) {
    if isDue { tell("\(count) events taken in …") }
  }

  /// Says how many of all events were taken in, how fast, and how long the rest will take.
  ///
  /// - Parameter first: how many had been taken in when this began.
  func tell(_ count: Int, of all: Int, from first: Int) {
    guard isDue else { return }
    let elapsed = begun.duration(to: .now) / .seconds(1)
    let rate = elapsed > 0 ? Double(count - first) / elapsed : 0
    var line = "\(count) of \(all) events"
    if rate >= 1 {
      line += ", \(Int(rate))/s, \(Int((Double(all - count) / rate).rounded(.up))) s left"
    }
    tell(line + " …")
  }

  /// Whether there is anybody to tell, and time for it.
  private var isDue: Bool {
    if isQuiet { return false }
    let pause: Duration = session.terminal.isError ? .milliseconds(100) : .seconds(10)
    return last.duration(to: .now) >= pause
  }

  private func tell(_ line: String) {
    last = .now
    // Progress that cannot be shown is no reason to stop.
    if session.terminal.isError {
      // A line that is wrapped would stay.
      let line = line.prefix(max(session.terminal.width - 1, 1))
      try? session.errors.text("\r\(line)\u{1B}[K")
      hasLine = true
    } else {
      try? session.errors.text("\(line)\n")
    }
  }

  /// Clears the moving line.
  func end() {
    if hasLine { try? session.errors.text("\r\u{1B}[K") }
    hasLine = false
  }
}
