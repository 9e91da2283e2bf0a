import Testing

@testable import Projections

@Suite("Some positions, each with its place among them")
struct PositionSetTests {
  @Test("all have their own place", arguments: [0, 1, 63, 64, 65, 1_000] as [UInt64])
  func all(last: UInt64) {
    let set = PositionSet(allThrough: last)
    #expect(set.count == Int(last))
    for position in 1..<(last + 1) where last > 0 {
      #expect(set.place(of: position) == Int(position) - 1)
    }
    for position in [0, last + 1, .max] { #expect(set.place(of: position) == nil) }
  }

  @Test("places are those in a sorted array", arguments: [1, 2, 3, 10, 1_000])
  func ranks(oneIn: Int) {
    var chance = SeededGenerator(state: UInt64(oneIn))
    for last in [0, 1, 62, 63, 64, 511, 512, 513, 3_000] as [UInt64] {
      let positions = (0..<(last + 1)).dropFirst().filter { _ in
        Int.random(in: 0..<oneIn, using: &chance) == 0
      }
      let set = PositionSet(through: last) { add in
        for position in positions.shuffled(using: &chance) { add(position) }
        // What lies outside is none of them.
        add(0)
        add(last + 1)
      }
      #expect(set.count == positions.count)
      let places = (0..<(last + 2)).map { set.place(of: $0) }
      let own = Dictionary(uniqueKeysWithValues: positions.enumerated().map { ($1, $0) })
      #expect(places == (0..<(last + 2)).map { own[$0] })
    }
  }
}
