import Arguments
import Testing

@Suite("Suggestions")
struct ClosestTests {
  static let words = ["show", "history", "diff", "series", "reconcile", "agenda", "effective-at"]
  static let cases: [(typed: String, meant: String?)] = [
    ("show", "show"), ("shwo", "show"), ("shw", "show"), ("shows", "show"), ("SHOW", "show"),
    ("histroy", "history"), ("efective-at", "effective-at"), ("effectiv_at", "effective-at"),
    ("recon", "reconcile"), ("effective", "effective-at"), ("se", nil), ("di", nil), ("", nil),
    ("xyzzy", nil), ("sh", nil), ("wohs", nil), ("agendas-of-the-day", nil),
  ]

  @Test("a slip of the hand finds the word, and a strange word none", arguments: cases)
  func suggests(typed: String, meant: String?) {
    #expect(closest(to: typed, among: Self.words) == meant)
  }

  @Test("of words equally near the first wins; of words begun alike none")
  func ties() {
    #expect(closest(to: "cat", among: ["bat", "rat"]) == "bat")
    #expect(closest(to: "rat", among: ["bat", "rat"]) == "rat")
    #expect(closest(to: "plan", among: ["planetary", "planting-season"]) == nil)
  }

  @Test("a word without end finds nothing, soon")
  func long() {
    let word = String(repeating: "a", count: 100_000)
    #expect(closest(to: word, among: [word, "a"]) == nil)
  }
}
