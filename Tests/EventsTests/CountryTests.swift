import Events
import Testing

@Suite("Countries")
struct CountryTests {
  @Test("of all pairs of capitals, 249 are assigned by ISO 3166-1, and XX stands for none of them")
  func assigned() {
    let letters = (UInt8(ascii: "A")...UInt8(ascii: "Z")).map { String(UnicodeScalar($0)) }
    let known = letters.flatMap { first in letters.map { first + $0 } }.compactMap(Country.init)
    #expect(known.count == 250)
    for code in ["LV", "EE", "LT", "XX", "AD", "ZW"] {
      #expect(Country(code)?.description == code)
    }
  }

  @Test(
    "what is no code of two capitals is no country",
    arguments: ["", "L", "lv", "LVA", "L ", "XY", "UK", "\u{212A}E", "LV\u{301}", "Ā", "@A", "[A"])
  func refused(code: String) {
    #expect(Country(code) == nil)
  }
}
