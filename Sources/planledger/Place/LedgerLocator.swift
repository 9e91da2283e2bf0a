internal import Arguments
internal import EventStore
internal import Glibc

/// Finds the ledger that a command is about.
enum LedgerLocator {
  /// The folder in which a ledger lives, within the folder that it is about.
  static let folder = ".planledger"

  /// The path of the ledger: of `--ledger`, else of `PLANLEDGER_LEDGER`, else of the nearest
  /// `.planledger` from the current folder upwards.
  static func path(_ command: ParsedCommand) throws(Failure) -> String {
    if let given = command.value("ledger") { return try ledger(in: given, by: "--ledger") }
    if let given = environmentValue("PLANLEDGER_LEDGER"), !given.isEmpty {
      return try ledger(in: given, by: "PLANLEDGER_LEDGER")
    }
    var here = "."
    while true {
      let path = here == "." ? folder : here + "/" + folder
      if isDirectory(path) { return path }
      guard identity(here) != identity(here + "/.."), here.utf8.count < 3000 else { break }
      here = here == "." ? ".." : here + "/.."
    }
    throw .told(
      "There is no ledger here, nor in a folder above. Make one with 'planledger init', or name "
        + "one with '--ledger DIR'.", .noInput)
  }

  /// A folder may be the one that the ledger is about, or the ledger itself.
  private static func ledger(in given: String, by name: String) throws(Failure) -> String {
    let inner = given + "/" + folder
    if isDirectory(inner) { return inner }
    if isDirectory(given) {
      if unsafe access(given + "/data.mdb", F_OK) == 0 { return given }
      throw .told(
        "There is no ledger in '\(given)', which \(name) names. Make one with 'planledger init "
          + "\(given)'.", .noInput)
    }
    throw .told(
      "\(name) takes a folder with a ledger in it, and there is no folder '\(given)'.", .noInput)
  }

  private static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The device and inode of a folder, which differ from its parent's but at the root.
  private static func identity(_ path: String) -> [UInt64]? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    return [UInt64(status.st_dev), UInt64(status.st_ino)]
  }
}

/// Calls the ledger; what goes wrong there is told in a sentence.
func ledgerCall<Value: ~Copyable>(
  _ path: String? = nil, _ body: () throws(LedgerError) -> Value
) throws(Failure) -> Value {
  do throws(LedgerError) {
    return try body()
  } catch {
    throw .ledger(error, path: path)
  }
}
