internal import Glibc

/// What the program says when a signal ends it: a trap is a bug of ours, a mapped page that cannot be
/// read is a failing disk or a file that somebody else cut short.
enum LastWords {
  /// Makes the signals that end a program end it with a sentence and a documented exit code.
  static func prepare() {
    standAside()
    for number in [SIGILL, SIGTRAP, SIGSEGV, SIGFPE, SIGABRT] { handle(number, sayBug) }
    handle(SIGBUS, sayUnreadable)
  }

  /// Gives the handlers a stack of their own: where the other one is full they find no room on it.
  private static func standAside() {
    let size = 64 << 10
    var stack = unsafe stack_t()
    unsafe stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    unsafe stack.ss_size = size
    _ = unsafe sigaltstack(&stack, nil)
  }

  private static func handle(_ number: Int32, _ handler: @escaping @convention(c) (Int32) -> Void) {
    var action = sigaction()
    unsafe action.__sigaction_handler.sa_handler = handler
    action.sa_flags = SA_ONSTACK
    _ = unsafe sigaction(number, &action, nil)
  }

  fileprivate static let bug: StaticString = """
    Error: planledger has met a bug of its own, or a damaged data file, and stops here. What was \
    acknowledged is recorded, and nothing else. Please report the command and this message; \
    'planledger projections verify' and an export show whether the ledger reads.

    """
  fileprivate static let unreadable: StaticString = """
    Error: a page of the ledger's file cannot be read: the disk fails, or the file was cut short \
    while it was in use. Check the disk, and restore the ledger from a copy or an export.

    """

  /// Only what may be called in a signal's handler: write(2) and _exit(2).
  fileprivate static func end(_ words: StaticString, _ status: Int32) {
    _ = unsafe write(STDERR_FILENO, words.utf8Start, words.utf8CodeUnitCount)
    _exit(status)
  }
}

/// Functions, not closures: C calls them.
private func sayBug(_: Int32) { LastWords.end(LastWords.bug, ExitStatus.bug.rawValue) }
private func sayUnreadable(_: Int32) {
  LastWords.end(LastWords.unreadable, ExitStatus.ioError.rawValue)
}
