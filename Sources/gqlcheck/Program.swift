internal import Arguments
internal import Coding
internal import Glibc
internal import GraphQL

/// One run of the program; what its commands do stands in `Program+Commands`.
struct Program {
  let output = Output(STDOUT_FILENO)

  /// Runs the words that were typed after the program's name, and says how to exit: 0 valid,
  /// 1 not, 2 for arguments that make no command, else as sysexits(3) has it.
  static func run(_ words: [String]) -> Int32 {
    // A closed pipe is answered with EPIPE then, not with the end of the process.
    signal(SIGPIPE, SIG_IGN)
    let table = CommandTable.program
    do throws(ArgumentsError) {
      let command = try table.parse(words)
      try command.complete()
      return try Program().end(command)
    } catch .helpRequested(let path) {
      return tell(table.help(on: path, width: 80), on: STDOUT_FILENO, status: 0)
    } catch .versionRequested {
      return tell("gqlcheck, GraphQL September 2025", on: STDOUT_FILENO, status: 0)
    } catch {
      return tell(table.message(for: error), on: STDERR_FILENO, status: 2)
    }
  }

  private static func tell(_ text: String, on descriptor: Int32, status: Int32) -> Int32 {
    let output = Output(descriptor)
    do throws(Failure) {
      try output.line(text.utf8)
      try output.flush()
      return status
    } catch {
      // There is nobody left to tell.
      return status == 0 ? EX_IOERR : status
    }
  }

  private func end(_ command: ParsedCommand) throws(ArgumentsError) -> Int32 {
    let run = try self.command(command)
    do throws(Failure) {
      let isValid: Bool
      do throws(Failure) {
        isValid = try run()
      } catch {
        // What was answered before stands.
        try output.flush()
        throw error
      }
      try output.flush()
      return isValid ? 0 : 1
    } catch {
      switch error {
      case .closed: return 0
      case .unreadable(let path, let code):
        return Program.tell(
          "Error: '\(path)' cannot be read: \(systemMessage(code)).", on: STDERR_FILENO,
          status: EX_NOINPUT)
      case .noObject(let path, let reason):
        return Program.tell(
          "Error: '\(path)' is no JSON object: \(reason).", on: STDERR_FILENO, status: EX_DATAERR)
      case .unwritable(let code):
        return Program.tell(
          "Error: the answer cannot be written: \(systemMessage(code)).", on: STDERR_FILENO,
          status: EX_IOERR)
      }
    }
  }

  /// What the command does; its arguments are looked over before anything is done.
  private func command(
    _ command: ParsedCommand
  ) throws(ArgumentsError) -> () throws(Failure) -> Bool {
    switch command.path.last {
    case "parse": return { () throws(Failure) in try parse(command) }
    case "validate":
      let rule = try rule(command)
      return { () throws(Failure) in try validate(command, rule) }
    case "exec": return { () throws(Failure) in try execute(command) }
    case "batch": return { () throws(Failure) in try batch(command) }
    default: preconditionFailure("the table has no way to run \(command.path)")
    }
  }
}

/// What the C library says of an error number (`strerror(3)`).
private func systemMessage(_ code: Int32) -> String {
  guard let text = unsafe strerror(code) else { return "error \(code)" }
  return unsafe String(cString: text)
}
