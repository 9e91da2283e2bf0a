/// The lists and exclamation marks around the name of a type (§2.11), without a reference to count:
/// types are compared and taken apart for every value.
public struct TypeWrapping: Sendable, Hashable {
  /// How many lists there may be inside one another.
  public static let mostLists = 60

  /// One bit for each list from the outermost in, and one for the name: whether a `!` follows it.
  /// Above them stands a one, which tells how many they are.
  private let marks: UInt64

  /// None at all.
  public init() {
    self.init(marks: 0b10)
  }

  private init(marks: UInt64) {
    self.marks = marks
  }

  /// How many lists are around the name.
  public var lists: Int { 62 - marks.leadingZeroBitCount }
  /// Whether the outermost of them is an exclamation mark.
  public var isNonNull: Bool { marks & 1 == 1 }
  /// The same with an exclamation mark outermost.
  public var nonNull: TypeWrapping { TypeWrapping(marks: marks | 1) }
  /// The same without an exclamation mark outermost.
  public var nullable: TypeWrapping { TypeWrapping(marks: marks & ~1) }
  /// A list of this; `nil` where that were too many.
  public var list: TypeWrapping? {
    lists < TypeWrapping.mostLists ? TypeWrapping(marks: marks << 1) : nil
  }
  /// What is in the outermost list; `nil` where there is none.
  public var element: TypeWrapping? {
    lists > 0 ? TypeWrapping(marks: marks >> 1) : nil
  }

  /// The type of that name, as a document writes it.
  func text(around name: String) -> String {
    let inner = element.map { "[\($0.text(around: name))]" } ?? name
    return isNonNull ? inner + "!" : inner
  }
}
