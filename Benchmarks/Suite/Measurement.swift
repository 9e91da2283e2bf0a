import Foundation

/// Several runs of one workload, a figure each.
struct Measurement {
  /// What was measured.
  var name: String
  /// Events, commits or answers a second; or seconds, where less is better.
  var unit: String
  /// The figures, one a run; none where a peer is not installed.
  var figures: [Double]

  var median: Double {
    let sorted = figures.sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
  }

  var least: Double { figures.min() ?? 0 }
  var greatest: Double { figures.max() ?? 0 }
}

/// Prints the rows of one workload: ours first, each peer with the ratio to it.
func report(_ title: String, _ goal: String, _ measurements: [Measurement]) {
  print("\n\(title)\n  goal: \(goal)")
  guard let ours = measurements.first else { return }
  for measurement in measurements {
    let name = measurement.name.padding(toLength: 46, withPad: " ", startingAt: 0)
    guard !measurement.figures.isEmpty else {
      print("  \(name)not installed")
      continue
    }
    let figures = [measurement.median, measurement.least, measurement.greatest].map(shown)
    let ratio = measurement.median == 0 ? 0 : ours.median / measurement.median
    let beside =
      measurement.name == ours.name ? "" : "   ours / this: \(String(format: "%.2f", ratio))"
    print(
      "  \(name)"
        + "median \(figures[0]) (\(figures[1]) … \(figures[2])) \(measurement.unit)\(beside)")
  }
}

private func shown(_ figure: Double) -> String {
  figure >= 1000
    ? String(format: "%.0f", figure) : String(format: figure >= 10 ? "%.1f" : "%.3f", figure)
}

/// The seconds that something takes by the monotonic clock.
func seconds(_ body: () throws -> Void) rethrows -> Double {
  let clock = ContinuousClock()
  let elapsed = try clock.measure { try body() }
  return Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
}

/// A new folder, removed when the body ends.
func withFolder<Value>(_ body: (String) throws -> Value) throws -> Value {
  let root = ProcessInfo.processInfo.environment["PLANLEDGER_BENCH_DIR"] ?? "/var/tmp"
  let path = "\(root)/planledger-bench-\(UUID().uuidString)"
  try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: path) }
  return try body(path)
}

/// The largest memory that this process had, in MiB.
func peakMemory() -> Double {
  let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
  let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
  let digits = line?.filter(\.isNumber) ?? ""
  return (Double(digits) ?? 0) / 1024
}
