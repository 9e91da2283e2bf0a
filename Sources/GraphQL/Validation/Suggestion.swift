/// A clause that offers the known names nearest to one that is unknown; empty where none is near.
///
/// - Complexity: O(*c* · *n*²) for *c* candidates and a name of *n* ≤ 64 bytes; at most 2,000
///   candidates are looked at, so that no document can make an error dear.
func suggestion(_ name: String, _ candidates: [String], prefix: String = "") -> String {
  let wanted = Array(name.lowercased().utf8)
  guard wanted.count <= 64 else { return "" }
  let threshold = wanted.count * 2 / 5 + 1
  let near = candidates.prefix(2_000).compactMap { candidate -> (distance: Int, name: String)? in
    let bytes = Array(candidate.lowercased().utf8)
    guard abs(bytes.count - wanted.count) <= threshold else { return nil }
    let distance = editDistance(wanted, bytes)
    return distance <= threshold ? (distance, candidate) : nil
  }
  let best = near.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3)
  let names = best.map { "\"\(prefix)\($0.name)\"" }
  guard let last = names.last else { return "" }
  guard names.count > 1 else { return ". Did you mean \(last)?" }
  return ". Did you mean \(names.dropLast().joined(separator: ", ")) or \(last)?"
}

/// The insertions, deletions, substitutions and swaps of neighbours that lead from one to the other
/// (optimal string alignment).
private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for row in 0..<left.count {
    var current = [row + 1]
    current.reserveCapacity(right.count + 1)
    for column in 0..<right.count {
      let change = left[row] == right[column] ? 0 : 1
      var distance = min(last[column + 1] + 1, current[column] + 1, last[column] + change)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        distance = min(distance, beforeLast[column - 1] + 1)
      }
      current.append(distance)
    }
    beforeLast = last
    last = current
  }
  return last[right.count]
}
