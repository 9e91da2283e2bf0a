import Foundation

/// Runs the workloads beside their peers and prints a table.
///
///     planledger-bench [--quick] [--alone] [--events N] [A1] [A2] [R1] [Q1] [Q2] [Q3] [C1] [C2] [G1] [G2] [G3]
///
/// Without names, all of them. `--quick` takes smaller sizes, to see that everything runs; `--events`
/// takes one size where a row has several, once where that takes long; `--alone` leaves out the peer of
/// Q1, whose table takes minutes to fill with ten million rows.
@main
struct Benchmarks {
  static func main() throws {
    guard FileManager.default.fileExists(atPath: "Benchmarks/generate.py") else {
      FileHandle.standardError.write(
        Data("planledger-bench: Run it in the project's folder, for it reads Benchmarks/.\n".utf8))
      exit(66)
    }
    let arguments = CommandLine.arguments.dropFirst()
    let isQuick = arguments.contains("--quick")
    let size = arguments.firstIndex(of: "--events").flatMap { index in
      index + 1 < arguments.endIndex ? Int(arguments[index + 1]) : nil
    }
    let names = arguments.filter { !$0.hasPrefix("--") && Int($0) == nil }
    func wants(_ name: String) -> Bool { names.isEmpty || names.contains(name) }
    printMachine()
    if wants("A1") { try durableAppend(runs: isQuick ? 1 : 5, count: isQuick ? 500 : 3000) }
    if wants("A2") {
      try bulkAppend(
        runs: isQuick || size != nil ? 1 : 3,
        sizes: size.map { [$0] } ?? (isQuick ? [10_000] : [10_000, 100_000, 1_000_000]))
    }
    let sizes = SizedLedger.sizes(size, isQuick: isQuick)
    // Before the others have used memory.
    if wants("C2") { try pointMemory(size: size ?? (isQuick ? 10_000 : 1_000_000)) }
    if wants("R1") { try rebuilds(runs: isQuick ? 1 : 3, sizes: sizes) }
    if wants("Q1") {
      try planAtPoint(
        runs: isQuick ? 1 : 5, sizes: sizes, withPeer: !arguments.contains("--alone"))
    }
    if wants("Q2") {
      try hotEntity(runs: isQuick ? 1 : 5, count: isQuick ? 10_000 : 100_000)
    }
    if wants("Q3") {
      try statusSeries(runs: isQuick ? 1 : 3, size: size ?? (isQuick ? 10_000 : 1_000_000))
    }
    if wants("C1") { try startToAnswer(runs: isQuick ? 5 : 50) }
    let runs = isQuick ? 1 : 5
    if wants("G1") { try graphQLParsing(runs: runs, isQuick: isQuick) }
    if wants("G2") { try graphQLValidation(runs: runs, isQuick: isQuick) }
    if wants("G3") { try graphQLExecution(runs: runs, isQuick: isQuick) }
  }

  private static func printMachine() {
    let cpus = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let model = cpus.split(separator: "\n").first { $0.hasPrefix("model name") }
    let name = model?.split(separator: ":").last.map(String.init) ?? "unknown processor"
    let host = ProcessInfo.processInfo
    print("machine:\(name), \(host.processorCount) cores, \(host.physicalMemory >> 30) GiB")
    print(
      "system: \(host.operatingSystemVersionString); medians of several runs (least … greatest)")
  }
}
