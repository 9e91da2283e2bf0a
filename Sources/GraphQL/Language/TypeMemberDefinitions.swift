/// A field of an object or interface (§3.6).
public struct FieldDefinition: Sendable, Equatable {
  /// Its description.
  public let description: String?
  /// Its name.
  public let name: Name
  /// Its type.
  public let type: TypeReference
  /// What most fields have not, out of the way.
  private let rare: Rare?

  private final class Rare: Sendable {
    let arguments: [InputValueDefinition]
    let directives: [Directive]

    init(_ arguments: [InputValueDefinition], _ directives: [Directive]) {
      self.arguments = arguments
      self.directives = directives
    }
  }

  init(
    description: String?, name: Name, arguments: [InputValueDefinition], type: TypeReference,
    directives: [Directive]
  ) {
    self.description = description
    self.name = name
    self.type = type
    rare = arguments.isEmpty && directives.isEmpty ? nil : Rare(arguments, directives)
  }

  /// Its arguments.
  public var arguments: [InputValueDefinition] { rare?.arguments ?? [] }
  /// Its directives.
  public var directives: [Directive] { rare?.directives ?? [] }

  /// Fields are equal when they say the same.
  public static func == (left: FieldDefinition, right: FieldDefinition) -> Bool {
    left.description == right.description && left.name == right.name && left.type == right.type
      && left.arguments == right.arguments && left.directives == right.directives
  }
}

/// An argument, or a field of an input object (§3.6.1, §3.10).
public struct InputValueDefinition: Sendable, Equatable {
  /// Its description.
  public let description: String?
  /// Its name.
  public let name: Name
  /// Its type.
  public let type: TypeReference
  /// What most of them have not, out of the way.
  private let rare: Rare?

  private final class Rare: Sendable {
    let defaultValue: Literal?
    let directives: [Directive]

    init(_ defaultValue: Literal?, _ directives: [Directive]) {
      self.defaultValue = defaultValue
      self.directives = directives
    }
  }

  init(
    description: String?, name: Name, type: TypeReference, defaultValue: Literal?,
    directives: [Directive]
  ) {
    self.description = description
    self.name = name
    self.type = type
    rare = defaultValue == nil && directives.isEmpty ? nil : Rare(defaultValue, directives)
  }

  /// Its default; `nil` where there is none.
  public var defaultValue: Literal? { rare?.defaultValue }
  /// Its directives.
  public var directives: [Directive] { rare?.directives ?? [] }

  /// They are equal when they say the same.
  public static func == (left: InputValueDefinition, right: InputValueDefinition) -> Bool {
    left.description == right.description && left.name == right.name && left.type == right.type
      && left.defaultValue == right.defaultValue && left.directives == right.directives
  }
}

/// A value of an enum (§3.9).
public struct EnumValueDefinition: Sendable, Equatable {
  /// Its name.
  public let name: Name
  /// What many values have not, out of the way.
  private let rare: Rare?

  private final class Rare: Sendable {
    let description: String?
    let directives: [Directive]

    init(_ description: String?, _ directives: [Directive]) {
      self.description = description
      self.directives = directives
    }
  }

  init(description: String?, name: Name, directives: [Directive]) {
    self.name = name
    rare = description == nil && directives.isEmpty ? nil : Rare(description, directives)
  }

  /// Its description.
  public var description: String? { rare?.description }
  /// Its directives.
  public var directives: [Directive] { rare?.directives ?? [] }

  /// Values are equal when they say the same.
  public static func == (left: EnumValueDefinition, right: EnumValueDefinition) -> Bool {
    left.description == right.description && left.name == right.name
      && left.directives == right.directives
  }
}
