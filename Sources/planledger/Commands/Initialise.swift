internal import Arguments
internal import EventStore
internal import Events
internal import Glibc
internal import MerkleLog

extension Session {
  /// `init`: makes a ledger.
  func initialise(_ command: ParsedCommand) throws(Failure) -> ExitStatus {
    let zoneName = command.value("time-zone") ?? BuiltInZone.name
    let zone = try ZoneFile.rules(of: zoneName, command)
    let language = command.value("language") ?? "lv"
    guard LangText.isLanguage(language) else {
      throw .value(.option("language"), language, takes: "a language tag by BCP 47", in: command)
    }
    let folder = command.positional("DIR") ?? "."
    try makeFolder(folder)
    let path = folder == "." ? LedgerLocator.folder : folder + "/" + LedgerLocator.folder
    let identity = LedgerIdentity(
      zoneName: zoneName, zone: zone, language: language, nonce: randomBytes(32))
    do throws(LedgerError) {
      _ = try Ledger.create(at: path, identity: identity)
    } catch .notFound(_) {
      throw cannotMake(path, ENOENT)
    } catch .notALedger(_, _) {
      throw cannotMake(path, ENOTDIR)
    } catch {
      throw .ledger(error, path: path)
    }
    guard !command.flag("quiet") else { return .done }
    try output.sentence("Made a ledger in \(path): days of \(zoneName), texts in '\(language)'.")
    try output.sentence(
      "Next: planledger plan draft DEMO-2021 --title 'Demo plan' --period 2021/2023")
    return .done
  }

  /// Makes the folder itself, not those above it (`mkdir(2)`).
  private func makeFolder(_ folder: String) throws(Failure) {
    if unsafe mkdir(folder, 0o777) == 0 { return }
    if errno != EEXIST { throw cannotMake(folder, errno) }
    for path in [folder, folder + "/" + LedgerLocator.folder] {
      var status = stat()
      if unsafe stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFDIR {
        throw .told(
          "'\(path)' is there already and is no folder, so that no ledger can be made in it. Choose "
            + "another: 'planledger init DIR'.", .cannotCreate)
      }
    }
  }

  private func cannotMake(_ path: String, _ code: Int32) -> Failure {
    .told(
      "The folder '\(path)' cannot be made: \(systemMessage(code)).",
      code == EACCES || code == EPERM || code == EROFS
        ? .notPermitted : code == ENOSPC ? .ioError : .cannotCreate)
  }
}
