internal import Arguments
internal import Coding
internal import EventStore
internal import Events
internal import Glibc

/// One run of the program: what it was given from outside.
struct Session {
  /// Where the program talks to.
  let terminal: Terminal
  /// Standard output.
  let output = Output(STDOUT_FILENO)
  /// Standard error.
  let errors = Output(STDERR_FILENO)
  /// What was said to it already.
  let said = SaidOnce()
  /// The wall clock, read once.
  let now: Instant

  /// The whole table of commands, made where it is wanted: for help, completions and messages.
  var program: Command { Verb.all.command }

  /// Runs the words that were typed after the program's name, and says how to exit.
  static func run() -> Int32 {
    // Output into a closed pipe is answered with EPIPE then, not with the end of the process.
    signal(SIGPIPE, SIG_IGN)
    LastWords.prepare()
    let terminal = Terminal()
    do throws(Failure) {
      let session = Session(terminal: terminal, now: try Clock.now())
      do throws(Failure) {
        let status = try session.run(try TypedArguments.read())
        try session.output.flush()
        return status.rawValue
      } catch {
        try session.output.flush()
        throw error
      }
    } catch {
      return end(error, terminal).rawValue
    }
  }

  private func run(_ arguments: [String]) throws(Failure) -> ExitStatus {
    let table = Verb.naming(arguments)
    let command: ParsedCommand
    do throws(ArgumentsError) {
      command = try table.command.parse(arguments)
    } catch .versionRequested {
      throw .arguments(.versionRequested)
    } catch {
      throw .arguments(Session.mistake(in: arguments) ?? error)
    }
    guard let verb = table.verb(at: command.path), let run = verb.run else {
      preconditionFailure("the table has no way to run \(command.path)")
    }
    return try runAsking(command, run)
  }

  /// What is wrong with words by the whole table, which knows what they may have been meant for.
  private static func mistake(in arguments: [String]) -> ArgumentsError? {
    do throws(ArgumentsError) {
      _ = try Verb.all.command.parse(arguments)
      return nil
    } catch {
      return error
    }
  }

  /// Tells a person why the program ends.
  private static func end(_ failure: Failure, _ terminal: Terminal) -> ExitStatus {
    let errors = Output(STDERR_FILENO)
    // Where even the message cannot be written there is nobody left to tell.
    func tell(_ text: String) { try? errors.text(terminal.complaint(printable(text)) + "\n") }
    func answer(_ text: String) -> ExitStatus {
      do throws(Failure) {
        try Output(STDOUT_FILENO).text(text + "\n")
        return .done
      } catch {
        return end(error, terminal)
      }
    }
    switch failure {
    case .outputClosed: return .done
    case .told(let sentence, let status):
      tell("Error: " + sentence)
      return status
    case .arguments(.helpRequested(let path)):
      return answer(Verb.all.command.help(on: path, width: terminal.width))
    case .arguments(.versionRequested):
      return answer("planledger \(Version.current) (ledger format \(LedgerIdentity.format))")
    case .arguments(let error):
      tell(Verb.all.command.message(for: error))
      return .usage
    }
  }
}

extension Terminal {
  /// A message of what went wrong: for a person its words are wrapped, for a log each line is whole.
  fileprivate func complaint(_ message: String) -> String {
    guard isError else { return message }
    var lines: [String] = []
    for line in message.split(separator: "\n", omittingEmptySubsequences: false) {
      let indent = String(line.prefix { $0 == " " })
      lines += wrapped(String(line), width: width - indent.count - 2).enumerated().map {
        ($0 == 0 ? indent : indent + "  ") + $1
      }
    }
    let text = lines.joined(separator: "\n")
    guard text.hasPrefix("Error:") else { return text }
    return Style.error("Error:", if: hasColour) + text.dropFirst(6)
  }
}

/// The version of the program.
enum Version {
  /// By semantic versioning.
  static let current = "0.1.0"
}

extension Session {
  /// Whether output is coloured.
  func hasColour(_ command: ParsedCommand) -> Bool {
    switch command.value("color") {
    case "always": true
    case "never": false
    default: terminal.hasColour
    }
  }

  /// What the outside world gives to a write.
  var writeInputs: WriteInputs {
    let random = RandomPool()
    return WriteInputs(
      now: now, salt: { random.bytes(32) },
      id: { instant in
        let bits = random.bytes(16)
        func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
          bytes.reduce(0) { $0 << 8 | UInt64($1) }
        }
        return EventID(
          version7At: instant, random: (number(bits[0..<8]), number(bits[8..<16])))
      })
  }
}
