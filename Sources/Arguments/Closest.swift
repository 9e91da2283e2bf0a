/// The word that was most likely meant, of those there are; `nil` where none is near.
///
/// Near is a third of the longer word in slips of the hand, at least one and at most three: a
/// letter too many, too few, wrong, or two that changed places. Failing that, the only candidate
/// that begins with the word, of three letters or more, is near too. Case does not count; of
/// candidates equally near, the first wins.
///
/// - Complexity: O(*w* · *c*) for the lengths of the word and of all candidates; words of more
///   than 64 characters are near nothing.
package func closest(to word: String, among candidates: some Sequence<String>) -> String? {
  let typed = Array(word.lowercased())
  guard !typed.isEmpty, typed.count <= 64 else { return nil }
  var best: (candidate: String, slips: Int)?
  var begun: [String] = []
  for candidate in candidates {
    let known = Array(candidate.lowercased())
    guard known.count <= 64 else { continue }
    let bound = min(3, max(1, max(typed.count, known.count) / 3))
    let slips = slips(between: typed, and: known)
    if slips <= bound, slips < best?.slips ?? .max { best = (candidate, slips) }
    if typed.count >= 3, known.starts(with: typed) { begun.append(candidate) }
  }
  return best?.candidate ?? (begun.count == 1 ? begun[0] : nil)
}

/// How many slips lie between two words: the Damerau–Levenshtein distance in its restricted form
/// (optimal string alignment), in which no letter is moved twice.
func slips(between one: [Character], and other: [Character]) -> Int {
  // Row i holds the distances from the first i letters of `one` to all beginnings of `other`. A
  // swap looks back two rows, so that three are kept.
  var beforeLast: [Int] = []
  var last = Array(0...other.count)
  for i in 0..<one.count {
    var row = [i + 1]
    row.reserveCapacity(other.count + 1)
    for j in 0..<other.count {
      var distance = min(last[j + 1] + 1, row[j] + 1, last[j] + (one[i] == other[j] ? 0 : 1))
      if i > 0, j > 0, one[i] == other[j - 1], one[i - 1] == other[j] {
        distance = min(distance, beforeLast[j - 1] + 1)
      }
      row.append(distance)
    }
    beforeLast = last
    last = row
  }
  return last[other.count]
}
