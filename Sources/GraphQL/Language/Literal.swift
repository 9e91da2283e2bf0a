/// A named value (§2.6): the argument of a field or directive, or the field of an input object.
public struct Argument: Sendable, Equatable {
  /// Its name.
  public var name: Name
  /// Its value.
  public var value: Literal

  /// A named value, made or read.
  public init(name: Name, value: Literal) {
    self.name = name
    self.value = value
  }
}

/// A directive where it is used (§2.12).
public struct Directive: Sendable, Equatable {
  /// Its name, without the at sign.
  public var name: Name
  /// Its arguments.
  public var arguments: [Argument]
  /// Where it begins.
  public var position: Position
  /// The node that it was made of, where it was read.
  let node: Int32

  init(name: Name, arguments: [Argument], position: Position, node: Int = -1) {
    self.name = name
    self.arguments = arguments
    self.position = position
    self.node = Int32(node)
  }

  /// Directives are equal when they say the same.
  public static func == (left: Directive, right: Directive) -> Bool {
    left.name == right.name && left.arguments == right.arguments
  }
}

/// A value as a document writes it (§2.9).
public struct Literal: Sendable, Equatable {
  /// What it says.
  public var kind: Kind
  /// Where it begins.
  public var position: Position

  /// A value, made or read.
  public init(_ kind: Kind, at position: Position = .none) {
    self.kind = kind
    self.position = position
  }

  /// The forms of a value.
  public enum Kind: Sendable, Equatable {
    /// `$name`.
    case variable(Name)
    /// An integer as written.
    case int(String)
    /// A number with a fraction or an exponent, as written.
    case float(String)
    /// A string, its escapes replaced; `isBlock` where it was written between triple quotes.
    case string(String, isBlock: Bool)
    /// `true` or `false`.
    case boolean(Bool)
    /// `null`.
    case null
    /// The name of an enum's value.
    case enumeration(String)
    /// `[…]`.
    case list([Literal])
    /// `{…}`, with its fields in the order written.
    case object([Argument])

    /// Values are equal that say the same: a string is, however it is quoted.
    public static func == (left: Kind, right: Kind) -> Bool {
      switch (left, right) {
      case (.variable(let left), .variable(let right)): left == right
      case (.int(let left), .int(let right)), (.float(let left), .float(let right)),
        (.string(let left, _), .string(let right, _)),
        (.enumeration(let left), .enumeration(let right)):
        left == right
      case (.boolean(let left), .boolean(let right)): left == right
      case (.null, .null): true
      case (.list(let left), .list(let right)): left == right
      case (.object(let left), .object(let right)): left == right
      default: false
      }
    }
  }
}

/// A type as a document refers to it (§2.11).
public struct TypeReference: Sendable, Equatable {
  /// The type's name, under all lists and exclamation marks.
  public let name: Name
  /// The lists and exclamation marks around it.
  public let wrapping: TypeWrapping
  /// Where it begins.
  public let position: Position

  init(_ name: Name, wrapping: TypeWrapping, at position: Position) {
    self.name = name
    self.wrapping = wrapping
    self.position = position
  }
}
