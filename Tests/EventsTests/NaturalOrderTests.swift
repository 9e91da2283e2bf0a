import Events
import Testing

@Suite("Codes in the order that people expect")
struct NaturalOrderTests {
  @Test(
    "Each comes before the next",
    arguments: [
      ["1.2", "1.10", "1.10.1", "2", "10"], ["A", "A-1", "A-2", "A-10", "A-b"],
      ["1", "01", "2"].sorted { Identifier.compareNaturally($0, $1) < 0 },
      ["ILL-1.9", "ILL-1.10", "ILL-2.1"], ["-", "0", "A"], ["9", "99999999999999999999999"],
      ["1", "1a", "1b", "2"], ["3", "3.", "3.0", "3.00", "3.1"].sorted(),
    ])
  func chains(_ codes: [String]) {
    for (place, code) in codes.enumerated() {
      for (other, further) in codes.enumerated() {
        let order = Identifier.compareNaturally(code, further)
        #expect(order.signum() == (place - other).signum(), "\(code) and \(further)")
      }
    }
  }

  @Test("The order is total: equal only where the same, turned round, and transitive")
  func total() throws {
    let characters = ["0", "1", "2", "00", "10", ".", "-", "a", "B"]
    var codes: [String] = []
    for one in characters {
      for two in characters {
        for three in ["", "0", "7", "x"] { codes.append(one + two + three) }
      }
    }
    let distinct = Array(Set(codes)).sorted()
    for left in distinct {
      for right in distinct {
        let order = Identifier.compareNaturally(left, right)
        #expect((order == 0) == (left == right))
        #expect(order.signum() == -Identifier.compareNaturally(right, left).signum())
      }
    }
    // A list sorted by an order that is no order has neighbours' neighbours the wrong way round.
    let sorted = distinct.sorted { Identifier.compareNaturally($0, $1) < 0 }
    for left in sorted.indices {
      for right in sorted.indices where left < right {
        #expect(Identifier.compareNaturally(sorted[left], sorted[right]) < 0)
      }
    }
  }
}
