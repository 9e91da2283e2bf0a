internal import CFuzzer
internal import FuzzTargets
internal import Glibc

/// The target that `FUZZ_TARGET` names. libFuzzer starts the program anew with the same arguments
/// while it merges, so that the name is not one of those.
enum Chosen {
  static let target: FuzzTarget = {
    let name = unsafe getenv("FUZZ_TARGET").map { unsafe String(cString: $0) } ?? ""
    guard let target = FuzzTarget.named(name) else {
      let names = FuzzTarget.all.map(\.name).joined(separator: ", ")
      fatalError("FUZZ_TARGET is one of \(names), not \"\(name)\"")
    }
    return target
  }()
}

_ = Chosen.target
var count = CommandLine.argc
var words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = unsafe CommandLine.unsafeArgv
let status = unsafe LLVMFuzzerRunDriver(&count, &words) { bytes, count in
  let input = unsafe Array(UnsafeBufferPointer(start: bytes, count: count))
  do {
    try Chosen.target.run(input)
  } catch {
    // The trap is what libFuzzer keeps the input for.
    fatalError("\(error)")
  }
  return 0
}
exit(status)
