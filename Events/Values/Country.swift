/// A country by its ISO 3166-1 alpha-2 code.
public struct Country: Hashable, Sendable, CustomStringConvertible {
  /// The code in capitals.
  public let description: String

  /// The country of that code; `nil` where ISO 3166-1 assigns it to none.
  public init?(_ code: String) {
    guard Country.isAssigned(code) else { return nil }
    description = code
  }

  /// The officially assigned codes, and the user-assigned XX: the country of examples.
  private static let codes = """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS
    BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE
    EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM
    HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC
    LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA
    NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW
    SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO
    TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XX YE YT ZA ZM ZW
    """

  /// A row for each first letter, a bit for each second one: a set of strings would take as long to
  /// make as a small command takes.
  private static let rows: [UInt32] = {
    var rows = [UInt32](repeating: 0, count: 26)
    var first: Int?
    for letter in codes.utf8.compactMap(letter) {
      if let row = first { rows[row] |= 1 << UInt32(letter) }
      first = first == nil ? letter : nil
    }
    return rows
  }()

  private static func isAssigned(_ code: String) -> Bool {
    var bytes = code.utf8.makeIterator()
    guard let first = bytes.next().flatMap(letter), let second = bytes.next().flatMap(letter),
      bytes.next() == nil
    else { return false }
    return rows[first] >> UInt32(second) & 1 == 1
  }

  /// Which capital letter a byte is, from 0.
  private static func letter(_ byte: UInt8) -> Int? {
    byte &- UInt8(ascii: "A") < 26 ? Int(byte - UInt8(ascii: "A")) : nil
  }
}
