/// What a victim count counts: one cell, each dimension a value or `ALL` (cf. DHIS2's data value).
public struct VictimCell: Hashable, Sendable, FieldGroup {
  /// Which population.
  public var basis = Basis.identified
  /// The days counted, both ends included.
  public var period = Period.placeholder
  /// Whose register; `nil` is ALL.
  public var register: OrAll<Identifier> = .all
  /// Sex.
  public var sex = Sex.all
  /// Age group.
  public var ageGroup = AgeGroup.all
  /// Citizenship.
  public var citizenship: OrAll<Citizenship> = .all
  /// Form of exploitation.
  public var exploitation = Exploitation.all
  /// Where it happened.
  public var place: OrAll<Place> = .all

  /// A cell of everything: to be filled.
  public init() {}

  public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
    try fields.required("basis", &basis)
    try fields.required("period", &period)
    try fields.defaulted("register", &register, to: .all)
    try fields.defaulted("sex", &sex, to: .all)
    try fields.defaulted("ageGroup", &ageGroup, to: .all)
    try fields.defaulted("citizenship", &citizenship, to: .all)
    try fields.defaulted("exploitation", &exploitation, to: .all)
    try fields.defaulted("place", &place, to: .all)
  }

  /// Which population a count is of; nothing is summed across bases.
  public enum Basis: UInt8, Word {
    /// Formally identified.
    case identified
    /// Presumed.
    case presumed
    /// Given assistance.
    case assisted
    /// Victims in criminal proceedings.
    case inProceedings

    public static let words = ["IDENTIFIED", "PRESUMED", "ASSISTED", "IN_PROCEEDINGS"]
  }

  /// Sex, or all.
  public enum Sex: UInt8, Word {
    /// Female.
    case female
    /// Male.
    case male
    /// Other.
    case other
    /// Not known.
    case unknown
    /// Not told apart.
    case all

    public static let words = ["FEMALE", "MALE", "OTHER", "UNKNOWN", "ALL"]
  }

  /// Age group, or all.
  public enum AgeGroup: UInt8, Word {
    /// Under 18.
    case child
    /// 18 or over.
    case adult
    /// Not known.
    case unknown
    /// Not told apart.
    case all

    public static let words = ["CHILD", "ADULT", "UNKNOWN", "ALL"]
  }

  /// Form of exploitation, or all.
  public enum Exploitation: UInt8, Word {
    /// Sexual exploitation.
    case sexual
    /// Forced labour or services.
    case labour
    /// Sham marriage.
    case shamMarriage
    /// Forced marriage.
    case forcedMarriage
    /// Forced criminal activity.
    case criminalActivity
    /// Forced begging.
    case begging
    /// Removal of organs.
    case organRemoval
    /// Illegal adoption.
    case illegalAdoption
    /// Exploitation of surrogacy.
    case surrogacy
    /// Another form.
    case other
    /// Not known.
    case unknown
    /// Not told apart.
    case all

    public static let words = [
      "SEXUAL", "LABOUR", "SHAM_MARRIAGE", "FORCED_MARRIAGE", "CRIMINAL_ACTIVITY", "BEGGING",
      "ORGAN_REMOVAL", "ILLEGAL_ADOPTION", "SURROGACY", "OTHER", "UNKNOWN", "ALL",
    ]
  }
}

/// A dimension's value, or ALL where it is not told apart.
public enum OrAll<Value: Hashable & Sendable>: Hashable, Sendable {
  /// Not told apart.
  case all
  /// One value of the dimension.
  case one(Value)
}

/// A citizenship: a country, or a group of them.
public struct Citizenship: Hashable, Sendable, CustomStringConvertible, CountryOrWord {
  public let description: String
  static let words = ["EU_OTHER", "NON_EU", "STATELESS", "UNKNOWN"]
  init(unchecked text: String) { description = text }
}

/// A place: a country, or not at home.
public struct Place: Hashable, Sendable, CustomStringConvertible, CountryOrWord {
  public let description: String
  static let words = ["ABROAD", "UNKNOWN"]
  init(unchecked text: String) { description = text }
}

/// What `Citizenship` and `Place` share: a country's code, or one of a few words.
protocol CountryOrWord: Hashable, Sendable, CustomStringConvertible {
  static var words: [String] { get }
  init(unchecked text: String)
}

extension CountryOrWord {
  /// - Throws: `EventError.invalid` where the text is neither.
  init(parsing text: String) throws(EventError) {
    guard Country(text) != nil || Self.words.contains(where: { text.isSpelled($0) }) else {
      let words = (Self.words + ["ALL"]).joined(separator: ", ")
      throw .value(text, expected: "an ISO 3166-1 code or one of \(words)", example: "LV")
    }
    self.init(unchecked: text)
  }
}
